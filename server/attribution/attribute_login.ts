/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  Attribution,
  AttributionCandidate,
  AttributionMark,
  AttributionReason,
} from '../../common/attribution/attribution';
import type { LoggedCertificate, LoggedKey } from '../authlog/authlog_record';
import { toAttribution, toUnidentified } from './actor_set';
import { accountEvidence, type Evidence } from './account_evidence';
import { certificateEvidence } from './certificate_evidence';
import type { AttributionOptions, DirectoryView } from './directory_view';
import { keyEvidence } from './key_evidence';
import { DIRECTORY_NOT_READABLE, reason } from './reason';

/** What a login line says. */
export interface LoginFacts {
  sessionId: string;
  account: string;
  /** `unknown` where the login line is not in the log. */
  method: string;
  key?: LoggedKey;
  certificate?: LoggedCertificate;
  sourceIp?: string;
  atMs: number;
}

/** Who logged in, and what an auditor should look at. */
export interface LoginAttribution {
  attribution: Attribution;
  marks: AttributionMark[];
}

/** Key types that OpenSSH itself no longer accepts (release notes of 7.0 and 10.0). */
const WEAK_KEYS = /^(?:RSA1|DSA|DSS)(?:-CERT)?$/i;

const PASSWORD_METHODS = /^(?:password|keyboard-interactive)/;

/** What proves the person, strongest first; the first that says anything decides. */
function toEvidence(
  login: LoginFacts,
  directory: DirectoryView,
  options: AttributionOptions
): Evidence {
  if (login.certificate) {
    return certificateEvidence(login.certificate, login.key, login.atMs, directory, options);
  }
  const byAccount = () => accountEvidence(login.account, login.atMs, directory, options);
  if (!login.key) {
    const what =
      login.method === 'unknown'
        ? 'The login line of this session is not in the log.'
        : `The login was by ${login.method}: the log names no key.`;
    const account = byAccount();
    return { ...account, reasons: [reason('no_key_logged', what), ...account.reasons] };
  }
  const byKey = keyEvidence(login.key, login.atMs, directory);
  if (byKey.marks.includes('unknown_key')) {
    // An account of one's own still says whose it is; a shared or expired key says that it does not.
    const account = byAccount();
    return {
      persons: account.persons,
      hints: [...byKey.hints, ...account.hints],
      reasons: [...byKey.reasons, ...account.reasons],
      marks: [...byKey.marks, ...account.marks],
    };
  }
  return byKey;
}

/** What the address says: never who it was, only whether it fits. */
function addressEvidence(
  login: LoginFacts,
  persons: readonly string[],
  directory: DirectoryView
): { hints: string[]; reasons: AttributionReason[]; marks: AttributionMark[] } {
  const none = { hints: [], reasons: [], marks: [] };
  if (!login.sourceIp) return none;
  const answer = directory.lookup('source_address', login.sourceIp, login.atMs);
  if (answer.result !== 'person') return none;
  const owner = answer.person;
  if (persons.length === 0) {
    return {
      hints: [owner],
      marks: [],
      reasons: [
        reason(
          'source_address_of_person',
          `The source address ${login.sourceIp} is ${owner}'s in the directory; an address alone proves nobody.`
        ),
      ],
    };
  }
  if (persons.includes(owner)) {
    return {
      ...none,
      reasons: [
        reason(
          'source_address_of_person',
          `The source address ${login.sourceIp} is ${owner}'s in the directory, which fits.`
        ),
      ],
    };
  }
  return {
    hints: [],
    marks: ['address_of_another_person'],
    reasons: [
      reason(
        'source_address_of_another_person',
        `The source address ${login.sourceIp} is ${owner}'s in the directory.`
      ),
    ],
  };
}

/**
 * Which person logged in over SSH (docs/attribution.md, table 1). Pure.
 *
 * @param login what sshd logged, and when
 */
export function attributeLogin(
  login: LoginFacts,
  directory: DirectoryView,
  options: AttributionOptions
): LoginAttribution {
  const evidence = toEvidence(login, directory, options);
  const address = addressEvidence(login, evidence.persons, directory);
  const reasons = [...evidence.reasons, ...address.reasons];
  if (!options.directoryReadable) {
    reasons.push(reason('directory_not_readable', DIRECTORY_NOT_READABLE));
  }
  const candidate = (person?: string): AttributionCandidate => ({
    ...(person === undefined ? {} : { person }),
    sessionId: login.sessionId,
    ...(login.key ? { fingerprint: login.key.fingerprint } : {}),
  });
  const marks = new Set<AttributionMark>([...evidence.marks, ...address.marks]);
  if (PASSWORD_METHODS.test(login.method)) marks.add('password_login');
  if (login.account === 'root') marks.add('root_login');
  if (login.key && WEAK_KEYS.test(login.key.type)) marks.add('weak_key');
  const hints = [...new Set([...evidence.hints, ...address.hints])];
  return {
    attribution:
      evidence.persons.length > 0
        ? toAttribution(evidence.persons.map(candidate), reasons)
        : toUnidentified(hints.length > 0 ? hints.map(candidate) : [candidate()], reasons),
    marks: [...marks],
  };
}

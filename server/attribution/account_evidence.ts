/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AttributionMark, AttributionReason } from '../../common/attribution/attribution';
import { bareAccount } from '../ssh_access/history/bare_account';
import type { AttributionOptions, DirectoryView } from './directory_view';
import { emailsIn } from './emails_in';
import { listed, quoted, reason } from './reason';

/** What one fact says about the person. */
export interface Evidence {
  /** Everybody whom it proves possible; exactly one means proved. */
  persons: readonly string[];
  /** Persons whom it points to without proving anything. */
  hints: readonly string[];
  reasons: readonly AttributionReason[];
  marks: readonly AttributionMark[];
}

/** Person by whom an e-mail address goes in the directory, or the address itself. */
export function personOfEmail(email: string, atMs: number, directory: DirectoryView): string[] {
  for (const name of new Set([email, email.toLowerCase()])) {
    const answer = directory.lookup('account', name, atMs);
    if (answer.result === 'person') return [answer.person];
    if (answer.result === 'several') return [...answer.persons];
    if (answer.result !== 'unknown') return [];
  }
  return [email];
}

const isListed = (name: string, groupAccounts: readonly string[]): boolean =>
  name === 'root' || groupAccounts.some((each) => each.toLowerCase() === name);

/**
 * Whether several persons use an account. sshd logs what the client typed, and a directory service may take an
 * account in any case and with its domain (`CORP\ubuntu`, `ubuntu@corp.example`). To the host itself `Ubuntu` is
 * another account than `ubuntu`; where that cannot be told from the log, nobody is named.
 */
export function isGroupAccount(account: string, groupAccounts: readonly string[]): boolean {
  return (
    isListed(account.toLowerCase(), groupAccounts) || isListed(bareAccount(account), groupAccounts)
  );
}

/**
 * What a personal account says: whose it is by the directory, or by being an e-mail address. A group account
 * never says anything, whatever the directory holds.
 */
export function accountEvidence(
  account: string,
  atMs: number,
  directory: DirectoryView,
  options: AttributionOptions
): Evidence {
  const name = quoted(account);
  const none = { persons: [], hints: [], marks: [] };
  const shared: Evidence = {
    ...none,
    reasons: [reason('account_shared', `${name} is an account that several persons use.`)],
  };
  if (isListed(account.toLowerCase(), options.sshGroupAccounts)) return shared;
  const answer = directory.lookup('account', account, atMs);
  switch (answer.result) {
    case 'person':
      return {
        ...none,
        persons: [answer.person],
        reasons: [
          reason(
            'account_in_directory',
            `The account ${name} is ${answer.person}'s in the directory.`
          ),
        ],
      };
    case 'several':
      return {
        ...none,
        persons: answer.persons,
        reasons: [
          reason(
            'account_several_persons',
            `The directory gives the account ${name} to ${listed(answer.persons)} at that moment.`
          ),
        ],
      };
    case 'outside_validity':
      return {
        ...none,
        hints: answer.persons,
        reasons: [
          reason(
            'account_outside_validity',
            `The directory gives the account ${name} to ${listed(answer.persons)}, but not for that moment.`
          ),
        ],
      };
    case 'shared':
    case 'no_person':
      return {
        ...none,
        reasons: [
          reason('account_shared', `The directory says that the account ${name} is nobody's own.`),
        ],
      };
    case 'not_readable':
      // What is not read may say that several use the account, whatever its name looks like.
      return { ...none, hints: emailsIn(account), reasons: [] };
    case 'unknown': {
      // With a domain it may yet be somebody's own, but only the directory can say so.
      if (isGroupAccount(account, options.sshGroupAccounts)) return shared;
      const [email] = emailsIn(account);
      if (email === account) {
        return {
          ...none,
          persons: personOfEmail(email, atMs, directory),
          reasons: [reason('account_is_email', `The account is the e-mail address ${name}.`)],
        };
      }
      return {
        ...none,
        reasons: [reason('account_unknown', `The account ${name} is not in the directory.`)],
      };
    }
  }
}

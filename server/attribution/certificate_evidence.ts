/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { LoggedCertificate, LoggedKey } from '../authlog/authlog_record';
import { isGroupAccount, personOfEmail, type Evidence } from './account_evidence';
import type { AttributionOptions, DirectoryView } from './directory_view';
import { emailsIn } from './emails_in';
import { keyEvidence } from './key_evidence';
import { listed, quoted, reason } from './reason';

/** What the certificate id alone says. */
function idEvidence(
  certificate: LoggedCertificate,
  atMs: number,
  directory: DirectoryView,
  { sshGroupAccounts }: AttributionOptions
): Evidence {
  const none = { persons: [], hints: [], marks: [] };
  const name = `The certificate id "${quoted(certificate.id)}"`;
  const answer = directory.lookup('ssh_certificate_id', certificate.id, atMs);
  switch (answer.result) {
    case 'person':
      return {
        ...none,
        persons: [answer.person],
        reasons: [
          reason('certificate_id_in_directory', `${name} is ${answer.person}'s in the directory.`),
        ],
      };
    case 'several':
      return {
        ...none,
        persons: answer.persons,
        marks: ['shared_key'],
        reasons: [
          reason(
            'certificate_id_several_persons',
            `The directory gives it to ${listed(answer.persons)}: ${name}.`
          ),
        ],
      };
    case 'shared':
    case 'no_person':
      return {
        ...none,
        marks: ['shared_key'],
        reasons: [reason('key_shared', `${name} is nobody's own by the directory.`)],
      };
    case 'outside_validity':
      return {
        ...none,
        hints: answer.persons,
        marks: ['key_outside_validity'],
        reasons: [
          reason(
            'key_outside_validity',
            `${name} is ${listed(answer.persons) || 'nobody'}'s in the directory, but not for that moment: it was used outside its validity.`
          ),
        ],
      };
    case 'not_readable':
      return { ...none, hints: emailsIn(certificate.id), reasons: [] };
    case 'unknown': {
      // `ubuntu@bastion.example.com`, as `ssh-keygen -I $USER@$(hostname -f)` writes it, is no person.
      const found = emailsIn(certificate.id);
      const emails = found.every((email) => isGroupAccount(email, sshGroupAccounts)) ? [] : found;
      if (emails.length === 0) {
        return {
          ...none,
          marks: ['unknown_key'],
          reasons: [
            reason(
              'certificate_id_unknown',
              `${name} is not in the directory and holds no e-mail address of a person.`
            ),
          ],
        };
      }
      const persons = emails.flatMap((email) => {
        const found = personOfEmail(email, atMs, directory);
        // Of several names none may fall away: what is left would look like the only one.
        return found.length === 0 && emails.length > 1 ? [email] : found;
      });
      return {
        ...none,
        persons,
        reasons: [
          emails.length === 1
            ? reason(
                'certificate_id_is_email',
                `${name}, which the certificate authority gave, names ${listed(emails)}.`
              )
            : reason('certificate_id_several_persons', `${name} names ${listed(emails)}.`),
        ],
      };
    }
  }
}

/**
 * What a certificate says. The certificate authority vouches for its id; where the directory gives the key
 * inside to somebody else, both are possible.
 */
export function certificateEvidence(
  certificate: LoggedCertificate,
  key: LoggedKey | undefined,
  atMs: number,
  directory: DirectoryView,
  options: AttributionOptions
): Evidence {
  const { certificateAuthorities: trusted } = options;
  if (trusted.length > 0 && !trusted.includes(certificate.caFingerprint ?? '')) {
    return {
      persons: [],
      hints: [],
      marks: ['unknown_key'],
      reasons: [
        reason(
          'certificate_authority_not_trusted',
          `The certificate was signed by ${quoted(certificate.caFingerprint ?? 'an authority that was not logged')}, which the configuration does not list: its id proves nothing.`
        ),
      ],
    };
  }
  const byId = idEvidence(certificate, atMs, directory, options);
  const byKey = key ? keyEvidence(key, atMs, directory) : undefined;
  if (!byKey || byKey.marks.includes('unknown_key') || !options.directoryReadable) return byId;
  // The key is filed. It may only confirm: an id that names nobody is not made up for by a key that is
  // shared, and a key of somebody else makes two persons possible.
  const idSaysNothing = byId.marks.includes('unknown_key');
  if (idSaysNothing) return { ...byKey, reasons: [...byId.reasons, ...byKey.reasons] };
  const marks = [...new Set([...byId.marks, ...byKey.marks])];
  const reasons = [...byId.reasons, ...byKey.reasons];
  // Several persons hold the key inside: whom the certificate was made out to is only a hint.
  if (byKey.persons.length === 0 && !byKey.marks.includes('key_outside_validity')) {
    return { persons: [], hints: byId.persons, reasons, marks };
  }
  const owners = byKey.persons.length > 0 ? byKey.persons : byKey.hints;
  return {
    persons: byId.persons.length === 0 ? [] : [...new Set([...byId.persons, ...owners])],
    hints: [...new Set([...byId.hints, ...owners])],
    reasons,
    marks,
  };
}

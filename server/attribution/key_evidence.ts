/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { LoggedKey } from '../authlog/authlog_record';
import type { Evidence } from './account_evidence';
import type { DirectoryView } from './directory_view';
import { listed, quoted, reason } from './reason';

/** What a key says: whose it is, when the directory gives it to exactly one person at that moment. */
export function keyEvidence(key: LoggedKey, atMs: number, directory: DirectoryView): Evidence {
  const none = { persons: [], hints: [], marks: [] };
  const name = `${quoted(key.type)} ${quoted(key.fingerprint)}`;
  const answer = directory.lookup('ssh_key', key.fingerprint, atMs);
  switch (answer.result) {
    case 'person':
      return {
        ...none,
        persons: [answer.person],
        reasons: [
          reason('key_in_directory', `The key ${name} is ${answer.person}'s in the directory.`),
        ],
      };
    case 'several':
      return {
        ...none,
        persons: answer.persons,
        marks: ['shared_key'],
        reasons: [
          reason(
            'key_several_persons',
            `The directory gives the key ${name} to ${listed(answer.persons)} at that moment.`
          ),
        ],
      };
    case 'shared':
      return {
        ...none,
        marks: ['shared_key'],
        reasons: [reason('key_shared', `Several persons hold the key ${name}: it names nobody.`)],
      };
    case 'no_person':
      return {
        ...none,
        marks: ['shared_key'],
        reasons: [
          reason('key_shared', `The directory knows the key ${name}, but not whose it is.`),
        ],
      };
    case 'outside_validity':
      return {
        ...none,
        hints: answer.persons,
        marks: ['key_outside_validity'],
        reasons: [
          reason(
            'key_outside_validity',
            `The directory gives the key ${name} to ${listed(answer.persons) || 'nobody by name'}, but not for that moment: it was used outside its validity.`
          ),
        ],
      };
    case 'not_readable':
      // Said once for the login. It is not an unknown key either: it may be filed, and be somebody's.
      return { ...none, reasons: [] };
    case 'unknown':
      return {
        ...none,
        marks: ['unknown_key'],
        reasons: [reason('key_unknown', `The key ${name} is not in the directory.`)],
      };
  }
}

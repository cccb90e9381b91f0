/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isIPv6 } from 'net';
import type { DirectoryEntryInput } from '../../common/api/directory';
import { toAddressRange } from './address_range';
import { isInstant } from './instant';

/** As `ssh-keygen -l` writes them: 32 bytes in base64, or 16 in hexadecimal. */
const FINGERPRINT = /^(?:SHA256:[A-Za-z0-9+/]{43}=?|MD5:[0-9a-f]{2}(?::[0-9a-f]{2}){15})$/;

/** Half a character of UTF-16, which cannot be written as UTF-8: it would be kept as something else. */
const HALF_CHARACTER = /\p{Cs}/u;

/**
 * Controls, and those of the direction of text (Unicode, UAX #9, 2): they hide a part of a name, turn it around, or
 * make it look like another. Nobody's name and no note needs one.
 */
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function complaintAboutControl(entry: DirectoryEntryInput): string | undefined {
  for (const field of ['person', 'note', 'source'] as const) {
    const found = CONTROL.exec(entry[field] ?? '')?.[0];
    if (found === undefined) continue;
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `${field}: holds a control character (U+${code}), which can hide or turn around what is written there`;
  }
  return undefined;
}

/**
 * What is wrong with an entry that a user wants to file: its value could never be met in a log, or its validity is
 * empty. Repeats nothing of the entry, which may be a secret that was pasted by mistake.
 */
export function complaintAbout(entry: DirectoryEntryInput): string | undefined {
  const { kind, value, validFrom, validTo } = entry;
  for (const field of ['person', 'value', 'note', 'source'] as const) {
    if (HALF_CHARACTER.test(entry[field] ?? '')) return `${field}: holds half a character`;
  }
  const control = complaintAboutControl(entry);
  if (control !== undefined) return control;
  if (validFrom !== undefined && !isInstant(validFrom)) return 'validFrom: there is no such moment';
  if (validTo !== undefined && !isInstant(validTo)) return 'validTo: there is no such moment';
  if (validFrom !== undefined && validTo !== undefined) {
    if (Date.parse(validTo) <= Date.parse(validFrom)) return 'validTo: must be after validFrom';
  }
  if (kind === 'ssh_key' && !FINGERPRINT.test(value)) {
    return 'value: must be the fingerprint of a key as sshd logs it: SHA256: and 43 characters';
  }
  if (kind === 'source_address' && !toAddressRange(value) && !isIPv6(value)) {
    return 'value: must be an address, or a network such as 198.51.100.0/24';
  }
  return undefined;
}

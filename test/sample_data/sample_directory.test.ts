/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { collectSample } from './collect_sample';
import { sampleDirectory } from './sample_directory';
import { SSH_FORMER, SSH_UNKNOWN } from './ssh_users';

const OPTIONS = { now: new Date('2026-01-27T10:20:30.456Z'), events: 20_000 };
const { authlog } = collectSample(OPTIONS);
const directory = sampleDirectory(OPTIONS);
const messages = authlog.map((each) => each.message);

describe('sampleDirectory', () => {
  const used = new Set(
    messages.flatMap((message) => /ssh2: \S+ (SHA256:[\w+/]{43})/.exec(message)?.[1] ?? [])
  );
  const known = new Set(directory.entries.map((entry) => entry.value));

  it('knows every key that was used, but one', () => {
    const unknown = [...used].filter((fingerprint) => !known.has(fingerprint));
    expect(unknown).toEqual([SSH_UNKNOWN.key.fingerprint]);
    expect(used.size).toBe(11);
  });

  it('ends the validity of the key of somebody who left, before its last use', () => {
    const { fingerprint } = SSH_FORMER.key;
    const entry = directory.entries.find((each) => each.value === fingerprint);
    const login = authlog.find((each) => each.message.endsWith(fingerprint));
    expect(entry?.person).toBe('tomas.vik@example.com');
    expect(Date.parse(entry?.validTo ?? '')).toBeLessThan(Date.parse(login?.['@timestamp'] ?? ''));
  });

  it('gives authorized_keys whose fingerprints are those of the log', () => {
    const lines = directory.authorizedKeys
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const fingerprints = lines.map((line) => {
      const hash = createHash('sha256').update(Buffer.from(line.split(' ')[1], 'base64'));
      return `SHA256:${hash.digest('base64').replace(/=+$/, '')}`;
    });
    expect(fingerprints).toHaveLength(10);
    for (const fingerprint of fingerprints) expect(known).toContain(fingerprint);
  });
});

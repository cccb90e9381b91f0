/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { AccessGate } from './access_gate';
import type { AccessLog } from './access_log';
import type { LookRule } from './look_rules';

const NOW = new Date('2026-01-27T10:00:00Z');
const LOOK: LookRule<string> = { of: (question) => ({ kind: 'search', persons: [], question }) };

/** A gate whose record ends when the test says so. */
function gateWith(rule: LookRule<string> = LOOK) {
  const seen: string[] = [];
  let end: { resolve(): void; reject(error: Error): void } | undefined;
  const record = () =>
    new Promise<void>((resolve, reject) => {
      seen.push('record begins');
      end = { resolve, reject };
    });
  const log = { record } as unknown as AccessLog;
  const gate = new AccessGate({ log }, {} as ScopedSearch, '/x', undefined);
  const ask = (answer: () => Promise<unknown>) =>
    gate
      .answer({
        question: 'q',
        now: NOW,
        rule,
        answer: () => {
          seen.push('question begins');
          return answer();
        },
        giveUp: () => void seen.push('given up'),
      })
      .then(
        (shown) => void seen.push(`shown: ${String(shown)}`),
        (error: Error) => void seen.push(`refused: ${error.message}`)
      );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { ask, seen, settled, kept: () => end?.resolve(), lost: (e: Error) => end?.reject(e) };
}

it('asks beside the record, and shows nothing before it is kept', async () => {
  const { ask, seen, settled, kept } = gateWith();
  const done = ask(async () => 'answer');
  await settled();
  expect(seen).toEqual(['record begins', 'question begins']);
  kept();
  await done;
  expect(seen).toEqual(['record begins', 'question begins', 'shown: answer']);
});

it('gives the question up where the record is refused, and throws its answer away', async () => {
  const { ask, seen, lost } = gateWith();
  const done = ask(async () => 'answer');
  lost(new AuditError('forbidden', 'not recorded'));
  await done;
  expect(seen.slice(2)).toEqual(['given up', 'refused: not recorded']);
});

it('tells why a question failed only when it is recorded that it was asked', async () => {
  const { ask, seen, settled, kept } = gateWith();
  const done = ask(() => Promise.reject(new Error('no such index')));
  await settled();
  expect(seen).toHaveLength(2);
  kept();
  await done;
  expect(seen[2]).toBe('refused: no such index');
});

it('begins what changes something only after the record', async () => {
  const { ask, seen, settled, kept } = gateWith({ ...LOOK, before: true });
  const done = ask(async () => 'changed');
  await settled();
  expect(seen).toEqual(['record begins']);
  kept();
  await done;
  expect(seen).toEqual(['record begins', 'question begins', 'shown: changed']);
});

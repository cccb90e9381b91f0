/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { showDocument } from './show_document';

const ROOM = 262_144;
const shown = (source: Record<string, unknown>, mask = true, room = ROOM) =>
  showDocument(source, mask, room);

describe('a document of a log', () => {
  it('that holds nothing secret and nothing long is as it is', () => {
    const source = {
      '@timestamp': '2026-01-27T08:15:02Z',
      host: 'node-1',
      pid: '17',
      tags: ['a', 'b'],
      log: { offset: 7, file: { path: '/var/log/auth.log' } },
      empty: null,
      message: 'Accepted publickey for ubuntu from 192.0.2.1 port 50000 ssh2',
    };
    expect(shown(source)).toMatchObject({ source, masked: false, cut: false });
  });

  it.each<[string, Record<string, unknown>]>([
    ['the message', { message: 'x : COMMAND=/usr/bin/psql --password=hunter2secret' }],
    ['another field', { 'event.original': 'x : COMMAND=/usr/bin/psql --password=hunter2secret' }],
    ['an object within', { event: { original: { text: 'export TOKEN=hunter2secret' } } }],
    ['a list', { lines: ['a', { text: 'export TOKEN=hunter2secret' }] }],
    ['a list of words', { args: ['psql', '--password', 'hunter2secret'] }],
    ['a list as the message', { message: ['mysql --password=hunter2secret'] }],
    ['a field of a telling name', { labels: { password: 'hunter2secret' } }],
    ['a list of a telling name', { labels: { tokens_token: ['hunter2secret', 'b'] } }],
    ['JSON within a text', { original: '{"db":{"password":"hunter2secret"}}' }],
    ['the name of a field', { 'x --password=hunter2secret': 'y' }],
  ])('has likely secrets masked in %s', (_where, source) => {
    const answer = shown(source);
    expect(JSON.stringify(answer.source)).not.toContain('hunter2secret');
    expect(JSON.stringify(answer.source)).toContain('••••••');
    expect(answer.masked).toBe(true);
  });

  it('shows them when asked to', () => {
    const source = { message: 'a --password=hunter2secret', args: ['--token', 'hunter2secret'] };
    expect(shown(source, false)).toMatchObject({ source, masked: false });
  });

  it('has every long text cut, wherever it stands, and says how much is left out', () => {
    const long = 'word '.repeat(100_000);
    const answer = shown({ a: { b: [long] }, message: 'short' });
    const [text] = (answer.source.a as { b: string[] }).b;
    expect(text.length).toBeLessThan(65_600);
    expect(text).toMatch(/… \(\d+ more characters\)$/);
    expect(answer.source.message).toBe('short');
    expect(answer.cut).toBe(true);
  });

  it('shows no beginning of a secret that the cut divides', () => {
    const text = `${'x '.repeat(32_760)}ghp_${'a1B2'.repeat(9)}`;
    const { message } = shown({ message: text }).source;
    expect(message).not.toContain('ghp_');
  });

  it('says how many fields and values are left out of one that has too many', () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`f${i}`, 'v']));
    const answer = shown({ fields, message: 'after' });
    expect(JSON.stringify(answer.source).length).toBeLessThan(2 * ROOM);
    expect(JSON.stringify(answer.source)).toMatch(/"…":"… \(\d+ more fields\)"/);
    const list = shown({ list: Array.from({ length: 1_000_000 }, () => 0) });
    expect(JSON.stringify(list.source)).toMatch(/"… \(\d+ more values\)"\]/);
    expect(list.cut).toBe(true);
  });

  it('is bounded whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (source, mask) => {
        const { cost, source: kept } = shown(source, mask, 200);
        expect(cost).toBeLessThan(200 + 600);
        expect(() => JSON.stringify(kept)).not.toThrow();
      })
    );
  });
});

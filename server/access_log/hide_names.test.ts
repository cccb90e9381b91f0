/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { emailsInText } from './emails_in_text';
import { hideNames } from './hide_names';
import { Pseudonyms } from './pseudonyms';

const pseudonyms = new Pseudonyms(Buffer.from('key'));
const [ALICE, BOB] = ['alice@example.com', 'bob'].map((name) => pseudonyms.of(name));
const hide = (answer: unknown, known: readonly string[] = []) =>
  hideNames(answer, known, ['kubernetes-admin', 'root'], pseudonyms);

describe('an answer with pseudonyms', () => {
  it('has the same one for a person wherever the name stands', () => {
    const hidden = hide({
      user: 'alice@example.com',
      userKind: 'person',
      message: 'User "alice@example.com" cannot list pods; Alice@Example.com asked',
      requestUri: '/apis/x?user=alice%40example.com',
      cluster: 'prod',
    });
    expect(hidden).toEqual({
      user: ALICE,
      userKind: 'person',
      message: `User "${ALICE}" cannot list pods; ${ALICE} asked`,
      requestUri: `/apis/x?user=${ALICE}`,
      cluster: 'prod',
    });
  });

  it('keeps service accounts, nodes and group accounts', () => {
    const users = ['system:serviceaccount:a:b', 'system:node:n1', 'kubernetes-admin', 'bob'];
    const facets = { users: { values: users.map((value) => ({ value, count: 1 })) } };
    expect(hide({ facets, account: 'root' })).toEqual({
      facets: {
        users: { values: [...users.slice(0, 3), BOB].map((value) => ({ value, count: 1 })) },
      },
      account: 'root',
    });
  });

  it('hides a short name as a word only, and never what is ours or an instant', () => {
    const answer = {
      accounts: ['get', '10', 'denied', 'al'],
      outcome: 'denied',
      time: '2026-01-10T10:10:10.10Z',
      text: 'also get, gets',
    };
    const [get] = [pseudonyms.of('get')];
    expect(hide(answer)).toMatchObject({
      outcome: 'denied',
      time: '2026-01-10T10:10:10.10Z',
      text: `also ${get}, gets`,
    });
  });

  it('looks into lines, bodies and keys of documents', () => {
    const source = {
      ident: 'sshd',
      message: 'Failed password for invalid user carol from 192.0.2.1 port 22 ssh2',
    };
    const subjects = { subjects: [{ kind: 'User', name: 'dave.x' }] };
    const hidden = JSON.stringify(
      hide({
        lines: [{ source }],
        requestObject: { text: JSON.stringify(subjects) },
        stages: [{ _source: { 'user.username': 'erin', erin: 'x', kind: 'erin' } }],
        unreadable: [{ why: 'cut', message: 'Accepted publickey for frank from' }],
      })
    );
    for (const name of ['carol', 'dave.x', 'erin', 'frank']) expect(hidden).not.toContain(name);
  });

  it('does not let a name pass for the pseudonym of another', () => {
    const { user, text } = hide({ user: 'bob', text: `it was ${ALICE}` }) as Record<string, string>;
    expect(user).toBe(BOB);
    expect(text).not.toContain(ALICE);
  });

  it('hides what the directory knows', () => {
    expect(hide({ message: "The key is Bob Builder's." }, ['Bob Builder'])).toEqual({
      message: `The key is ${pseudonyms.of('bob builder')}'s.`,
    });
  });

  it('is no deeper than what can be read, and takes hostile nesting', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(hide({ message: deep })).toEqual({ message: deep });
  });

  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.fullUnicodeString({ minLength: 1, maxLength: 12 }),
    fc.emailAddress(),
    fc.constantFrom('o"brien', 'a\\b', 'Åsa Öberg', '<b>x</b>', "d'arc@example.org", 'İpek')
  );
  const around = fc.constantFrom(' ', '"', '/', '\n', '=', ', ', '(', '%2F', '<', '\u001b[31m');

  it('holds no name and no address that it was made from', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), around, (names, mark) => {
        const given = names.filter((each) => each.trim() !== '' && !/^system:/.test(each));
        const answer = {
          rows: given.map((person) => ({ person, kind: 'x' })),
          message: given.map((each) => `${mark}${each}${mark}`).join(''),
          _source: { raw: JSON.stringify({ inner: given }), list: given },
        };
        const texts = textsOf(hide(answer));
        for (const text of texts) expect(emailsInText(text)).toEqual([]);
        // What is found in a row by itself: elsewhere a name may only seem to stand across two others.
        const { rows, _source } = hide(answer) as {
          rows: Array<{ person: string }>;
          _source: { list: string[] };
        };
        rows.forEach(({ person }, i) => expect(person).toBe(pseudonyms.of(given[i])));
        expect(_source.list).toEqual(given.map((each) => pseudonyms.of(each)));
      })
    );
  });

  it('holds no name of letters anywhere', () => {
    const word = fc.stringMatching(/^[a-zåäö][a-zåäö0-9._-]{2,20}[a-zåäö]$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), around, (names, mark) => {
        fc.pre(names.every((each) => !/person|^\d|message|inner|raw/.test(each)));
        const body = JSON.stringify({ inner: names.map((each) => `${mark}${each}${mark}`) });
        const hidden = hide({
          persons: names,
          message: names.map((each) => mark + each).join(mark),
          _source: { raw: body },
        });
        for (const text of textsOf(hidden)) {
          const words = text
            // eslint-disable-next-line no-control-regex -- what a terminal would act on
            .replace(/\\n|\\u001b\[31m|%2F|\u001b\[31m/g, ' ')
            .replace(/person-[0-9a-f]{8,64}/g, ' ')
            .split(/[^\p{L}\p{N}._-]+/u);
          for (const each of names) expect(words).not.toContain(each);
        }
      })
    );
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

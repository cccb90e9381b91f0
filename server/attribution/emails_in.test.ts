/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as fc from 'fast-check';
import { emailsIn } from './emails_in';

describe('e-mail addresses in a text', () => {
  it.each([
    ['alice@example.com', ['alice@example.com']],
    ['alice@example.com (admin)', ['alice@example.com']],
    ['key of <alice@example.com>, 2026', ['alice@example.com']],
    ["'alice@example.com'", ['alice@example.com']],
    ['"alice@example.com"', ['alice@example.com']],
    ['user=alice@example.com;role=x', ['alice@example.com']],
    ['alice.b+ops@sub.example.co.uk', ['alice.b+ops@sub.example.co.uk']],
    ["o'brien@example.com", ["o'brien@example.com"]],
    ['ÅSA@example.se', ['ÅSA@example.se']],
    ['alice@xn--bcher-kva.xn--p1ai', ['alice@xn--bcher-kva.xn--p1ai']],
    ['alice@example.com bob@example.com', ['alice@example.com', 'bob@example.com']],
    ['Alice@Example.com alice@example.com', ['alice@example.com']],
  ])('%j: %j', (text, emails) => {
    expect(emailsIn(text)).toEqual(emails);
  });

  it.each([
    'alice@example.com-20260127',
    'alice@example.com@evil',
    'evil@alice@example.com',
    'alice@example',
    'alice@example.c0m',
    'alice@-example.com',
    'alice@example..com',
    'alice@example.com.',
    '@example.com',
    'alice@',
    'a`lice@example.com',
    'a{b}@example.com',
    'alice\u200b@example.com',
    'alice@example.com\u202e',
    `${'a'.repeat(65)}@example.com`,
    'vault-oidc-alice@example.com-0a1b2c',
    'ubuntu',
    '',
  ])('%j holds none', (text) => {
    expect(emailsIn(text)).toEqual([]);
  });

  it('are never a part of a longer word', () => {
    const word = fc.stringMatching(/^[a-z'.+-]{1,12}$/);
    fc.assert(
      fc.property(word, word, (before, after) => {
        const found = emailsIn(`${before}alice@example.com${after}`);
        for (const email of found) expect(email.startsWith(before.replace(/^'+/, ''))).toBe(true);
      })
    );
  });

  it('are found in time that grows with the text only', () => {
    const text = "a'".repeat(50_000) + '@' + 'a.'.repeat(50_000);
    const begin = Date.now();
    emailsIn(text);
    expect(Date.now() - begin).toBeLessThan(5_000);
  });
});

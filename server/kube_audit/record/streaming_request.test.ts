/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { MASK } from '../../secrets/mask_secrets';
import {
  maskRequestUri,
  MAX_LISTED_TEXT,
  readStreamingRequest,
  shortenForList,
} from './streaming_request';

const EXEC = '/api/v1/namespaces/production/pods/web-0/exec';

describe('what exec asked for', () => {
  it('decodes repeated command arguments in order', () => {
    const uri = `${EXEC}?command=sh&command=-c&command=cat+%2Fetc%2Fpasswd+%7C+wc&container=web&stdin=true&stdout=true&tty=true`;
    expect(readStreamingRequest(uri, 'exec', true)).toEqual({
      command: ['sh', '-c', 'cat /etc/passwd | wc'],
      container: 'web',
      stdin: true,
      stdout: true,
      stderr: false,
      tty: true,
    });
  });

  it('has no command for attach', () => {
    expect(readStreamingRequest('/x/attach?stdin=1&stderr=T', 'attach', true)).toEqual({
      command: [],
      container: undefined,
      stdin: true,
      stdout: false,
      stderr: true,
      tty: false,
    });
  });

  it.each(['portforward', 'log', 'proxy', '', undefined])('is nothing for %s', (subresource) => {
    expect(readStreamingRequest(`${EXEC}?command=ls`, subresource, true)).toBeUndefined();
  });

  it('keeps empty and malformed arguments', () => {
    const uri = `${EXEC}?command=&command&command=%zz&command=%F0%9F&command=a=b&&x`;
    expect(readStreamingRequest(uri, 'exec', false)?.command).toEqual([
      '',
      '',
      '%zz',
      '\ufffd',
      'a=b',
    ]);
  });

  it('masks secrets in arguments only when told to', () => {
    const uri = `${EXEC}?command=mysql&command=-pS3cr3t`;
    expect(readStreamingRequest(uri, 'exec', true)?.command).toEqual(['mysql', `-p${MASK}`]);
    expect(readStreamingRequest(uri, 'exec', false)?.command).toEqual(['mysql', '-pS3cr3t']);
  });
});

describe('masking a request URI', () => {
  it('masks the secret and leaves every other parameter as it was written', () => {
    const uri = `${EXEC}?a=%2F%2f+x&command=mysql&&command=-pS3cr3t&tty&b=%zz&=&token=S3cr3t`;
    expect(maskRequestUri(uri)).toBe(
      `${EXEC}?a=%2F%2f+x&command=mysql&&command=-p${MASK}&tty&b=%zz&=&token=${MASK}`
    );
  });

  it('finds a secret that is written in escapes', () => {
    expect(maskRequestUri(`${EXEC}?command=psql&c%6Fmmand=postgres%3A%2F%2Fu%3AS3cr3t%40db`)).toBe(
      `${EXEC}?command=psql&c%6Fmmand=postgres%3A//u%3A${MASK}%40db`
    );
  });

  it.each([
    '/api/v1/namespaces/x/secrets/db-password',
    '/api/v1/namespaces/x/serviceaccounts/bot/token',
    '/apis/authentication.k8s.io/v1/tokenreviews',
    '/api/v1/pods?limit=500&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MX0',
    '/api/v1/secrets?fieldSelector=metadata.name%3Ddb-password&watch=true',
    `${EXEC}?command=sh&command=-c&command=echo+%22hi%22&tty=true`,
    '/version?',
    '/version?timeout=32s&&',
    '/x?%zz=%zz&\ud800=\udfff&+=+',
    '',
  ])('leaves %s to the letter', (uri) => {
    expect(maskRequestUri(uri)).toBe(uri);
  });

  it('loses, adds and reorders no parameter, whatever the query', () => {
    const piece = fc.constantFrom(
      'command',
      'token',
      'a',
      '=',
      '=x',
      '=mysql',
      '=-pS',
      '%',
      '+',
      'é'
    );
    const part = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const masked = maskRequestUri(`/x?${parts.join('&')}`)
          .slice(3)
          .split('&');
        const nameOf = (text: string) => text.split('=')[0];
        expect(masked.map(nameOf)).toEqual((parts.length ? parts : ['']).map(nameOf));
        masked.forEach((text, i) => {
          if (!text.includes(MASK)) expect(text).toBe(parts[i] ?? '');
        });
        expect(maskRequestUri(`/x?${masked.join('&')}`)).toBe(`/x?${masked.join('&')}`);
      }),
      { numRuns: 2000 }
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string16bits(), fc.string16bits(), (path, query) => {
        expect(typeof maskRequestUri(`${path}?${query}`)).toBe('string');
        expect(readStreamingRequest(`${path}?${query}`, 'exec', true)).toBeDefined();
      })
    );
  });
});

describe('a text of a list', () => {
  it('is cut with a word about it, and only where it is too long', () => {
    const fits = 'x'.repeat(MAX_LISTED_TEXT);
    expect(shortenForList(fits)).toBe(fits);
    expect(shortenForList(`${fits}yy`)).toBe(`${fits}… (2 more characters)`);
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_BODY_TEXT, toLoggedBody } from './logged_body';
import { MASK } from '../../secrets/mask_secrets';

describe('a logged body', () => {
  it.each([undefined, null, '', 'none'])('is absent where the log has %j', (value) => {
    expect(toLoggedBody(value, true)).toBeUndefined();
  });

  it('is pretty-printed JSON with the length that was logged', () => {
    expect(toLoggedBody('{"a":[1]}', true)).toEqual({
      text: '{\n  "a": [\n    1\n  ]\n}',
      json: true,
      length: 9,
      truncated: false,
    });
  });

  it('may be an object instead of its text', () => {
    expect(toLoggedBody({ a: 1 }, true)).toMatchObject({ text: '{\n  "a": 1\n}', json: true });
  });

  it('is shown as it is where it is no JSON, with secrets masked', () => {
    expect(toLoggedBody('password: S3cr3t', true)).toEqual({
      text: `password: ${MASK}`,
      json: false,
      length: 16,
      truncated: false,
    });
    expect(toLoggedBody('password: S3cr3t', false)?.text).toBe('password: S3cr3t');
  });

  it('masks JSON only when told to', () => {
    const body = '{"kind":"Secret","data":{"a":"S3cr3t"}}';
    expect(toLoggedBody(body, true)?.text).not.toContain('S3cr3t');
    expect(toLoggedBody(body, false)?.text).toContain('S3cr3t');
  });

  it('masks the data of a patch when it is known to be of a Secret', () => {
    const patch = '{"data":{"a":"S3cr3t"}}';
    expect(toLoggedBody(patch, true, { ofSecret: true })?.text).not.toContain('S3cr3t');
  });

  it('masks the data of a Secret whose text was cut', () => {
    const cut = '{"kind":"Secret","data":{"a":"S3cr3t';
    expect(toLoggedBody(cut, true)).toMatchObject({
      text: `{"kind":"Secret","data":{"${MASK}"`,
      json: false,
    });
  });

  it('is cut where it is too long, and says so', () => {
    const long = 'x'.repeat(MAX_BODY_TEXT + 1);
    const plain = toLoggedBody(long, true);
    expect(plain?.text).toHaveLength(MAX_BODY_TEXT);
    expect(plain).toMatchObject({ json: false, length: MAX_BODY_TEXT + 1, truncated: true });
    const json = toLoggedBody(JSON.stringify({ a: long }), true);
    expect(json?.text).toHaveLength(MAX_BODY_TEXT);
    expect(json).toMatchObject({ json: true, truncated: true });
  });
});

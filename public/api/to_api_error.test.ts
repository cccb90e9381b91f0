/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditApiError, toApiError } from './to_api_error';

/** What the host's client throws for an answer. */
const thrown = (status: number, body: unknown) =>
  Object.assign(new Error('Gateway words'), { body, response: { status } });

const body = (statusCode: number, attributes?: Record<string, unknown>) => ({
  statusCode,
  error: 'Error',
  message: 'words of the server',
  attributes,
});

describe('toApiError', () => {
  it('takes code, status and words from the body of the plugin', () => {
    const error = toApiError(thrown(404, body(404, { code: 'index_missing' })));
    expect(error).toBeInstanceOf(AuditApiError);
    expect(error).toMatchObject({
      code: 'index_missing',
      statusCode: 404,
      message: 'words of the server',
      loggedOut: false,
    });
  });

  it.each([
    [403, 'forbidden'],
    [408, 'timeout'],
    [413, 'too_large'],
    [502, 'upstream_unavailable'],
    [503, 'upstream_unavailable'],
    [504, 'timeout'],
  ])('reads the %d of a proxy, whose body is a page, as %s', (status, code) => {
    expect(toApiError(thrown(status, '<html>nginx</html>'))).toMatchObject({
      code,
      statusCode: status,
      message: 'Gateway words',
    });
  });

  it('does not take a missing route for a missing index', () => {
    expect(toApiError(thrown(404, body(404)))).toMatchObject({ code: undefined, statusCode: 404 });
  });

  it('tells a session that has ended from a lack of rights', () => {
    expect(toApiError(thrown(401, body(401)))).toMatchObject({ loggedOut: true });
    const refused = body(403, { code: 'forbidden', authentication: true });
    expect(toApiError(thrown(403, refused))).toMatchObject({ code: 'forbidden', loggedOut: true });
    expect(toApiError(thrown(403, body(403, { code: 'forbidden' })))).toMatchObject({
      loggedOut: false,
    });
  });

  it('names a failure without an answer by its words only', () => {
    expect(toApiError(new TypeError('Failed to fetch'))).toMatchObject({
      code: undefined,
      statusCode: undefined,
      message: 'Failed to fetch',
    });
    expect(toApiError('odd')).toMatchObject({ message: 'odd', code: undefined });
    expect(toApiError(undefined)).toMatchObject({ message: 'undefined', code: undefined });
  });

  it('passes an aborted request on as it is', () => {
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError' });
    expect(toApiError(aborted)).toBe(aborted);
  });
});

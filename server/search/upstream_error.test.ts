/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { AuditError, isAuditError, STATUS_BY_CODE } from '../errors/audit_error';
import { ERROR_CODES } from '../../common/api/error_codes';
import { assertSearched, partialReasons } from './answer_reasons';
import type { SearchResponse } from './search_types';
import { fromClientError, toUpstreamError } from './upstream_error';

const body = (type: string, reason = 'because') => ({
  error: {
    type: 'search_phase_execution_exception',
    reason: 'outer',
    root_cause: [{ type, reason }],
  },
});

describe('what OpenSearch answers instead of results', () => {
  it.each<[number, unknown, string, number]>([
    [401, 'Unauthorized', 'forbidden', 403],
    [403, body('security_exception'), 'forbidden', 403],
    [404, body('index_not_found_exception'), 'index_missing', 404],
    [429, body('circuit_breaking_exception'), 'upstream_unavailable', 503],
    [503, body('cluster_block_exception'), 'upstream_unavailable', 503],
    [500, body('circuit_breaking_exception'), 'upstream_unavailable', 503],
    [500, body('rejected_execution_exception'), 'upstream_unavailable', 503],
    [408, undefined, 'timeout', 504],
    [504, '<html>gateway</html>', 'timeout', 504],
    [400, body('illegal_argument_exception'), 'upstream_error', 502],
    [500, body('null_pointer_exception'), 'upstream_error', 502],
    [500, null, 'upstream_error', 502],
    [400, { error: 'plain text' }, 'upstream_error', 502],
    [400, { error: { type: 5, reason: { a: 1 } } }, 'upstream_error', 502],
    [400, { error: { type: 'x', reason: null, root_cause: [] } }, 'upstream_error', 502],
  ])('status %p with %j is %s', (status, answer, code, statusCode) => {
    const error = toUpstreamError(status, answer, 'kubeaudit*');
    expect([error.code, error.statusCode]).toEqual([code, statusCode]);
    expect(error.details).toMatchObject({ index: 'kubeaudit*', upstreamStatus: status });
  });

  it('asks to log in again where the session has ended', () => {
    expect(toUpstreamError(401, undefined, 'x').details.authentication).toBe(true);
    expect(toUpstreamError(403, undefined, 'x').details.authentication).toBeUndefined();
  });

  it('passes the root cause on, cut', () => {
    const { message, details } = toUpstreamError(500, body('odd_exception', 'x'.repeat(5000)), 'i');
    expect(message).toContain('odd_exception');
    expect(message.length).toBeLessThan(500);
    expect(details.upstreamType).toBe('odd_exception');
  });

  it('hints at another mapping where that is the likely cause', () => {
    const hint = /another mapping/;
    const failed = (reason: string) => toUpstreamError(400, body('x', reason), 'i').message;
    expect(failed('Fielddata is disabled on text fields')).toMatch(hint);
    expect(failed('failed to parse date field')).toMatch(hint);
    expect(failed('something else')).not.toMatch(hint);
  });

  it('is named whatever it is', () => {
    const status = fc.integer({ min: 100, max: 599 });
    fc.assert(
      fc.property(status, fc.jsonValue(), fc.jsonValue(), (code, answer, error) => {
        expect(isAuditError(toUpstreamError(code, answer, 'i'))).toBe(true);
        expect(isAuditError(toUpstreamError(code, { error }, 'i'))).toBe(true);
      })
    );
  });
});

describe('what the client throws', () => {
  it.each([
    [{ name: 'TimeoutError' }, 'timeout'],
    [{ name: 'RequestAbortedError' }, 'timeout'],
    [{ name: 'ConnectionError' }, 'upstream_unavailable'],
    [{ name: 'NoLivingConnectionsError' }, 'upstream_unavailable'],
    [{ name: 'DeserializationError' }, 'upstream_error'],
    [
      { name: 'ResponseError', meta: { statusCode: 403, body: body('security_exception') } },
      'forbidden',
    ],
    [{ name: 'ResponseError', statusCode: 404 }, 'index_missing'],
  ])('%j is %s', (thrown, code) => {
    expect(fromClientError(thrown, 'i').code).toBe(code);
  });

  it('stays what it is where it is named already, or unknown', () => {
    const known = new AuditError('too_large', 'x');
    expect(fromClientError(known, 'i')).toBe(known);
    for (const unknown of [new TypeError('bug'), 'text', undefined, null]) {
      let thrown: unknown = 'nothing';
      try {
        fromClientError(unknown, 'i');
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBe(unknown);
    }
  });

  it('has one HTTP status for each code', () => {
    expect(Object.keys(STATUS_BY_CODE).sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('an answer that says little', () => {
  const answer = (
    shards: Partial<SearchResponse['_shards']>,
    timedOut = false
  ): SearchResponse => ({
    timed_out: timedOut,
    _shards: { total: 2, successful: 2, failed: 0, ...shards },
    hits: { hits: [] },
  });
  const failures = [{ index: 'a', reason: { type: 'odd', reason: 'x' } }, { index: null }];

  it('is partial where time ran out or shards failed, each told once', () => {
    const half = answer({ successful: 1, failed: 1, failures }, true);
    const reasons = partialReasons([answer({}), half, half], 'kubeaudit');
    expect(reasons.map(({ code }) => code)).toEqual(['timed_out', 'shard_failures']);
    expect(reasons[1]).toMatchObject({ count: 1, indices: ['a', 'unknown'], source: 'kubeaudit' });
    expect(reasons[1].message).toContain('odd, unknown');
    expect(partialReasons([answer({})], 'kubeaudit')).toEqual([]);
  });

  it('is refused where no shard was asked or none could answer', () => {
    const refuse = (shards: Partial<SearchResponse['_shards']>) => () =>
      assertSearched(answer(shards), 'kubeaudit*');
    expect(refuse({ total: 0, successful: 0 })).toThrow(/No index matches kubeaudit\*/);
    expect(refuse({ successful: 0, failed: 2, failures })).toThrow(/odd/);
    expect(refuse({ successful: 0, failed: 2 })).toThrow(AuditError);
    expect(refuse({ successful: 1, failed: 1, failures })).not.toThrow();
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { OUTCOMES, toDenial, toOutcome } from './outcome';

describe('the outcome of a request', () => {
  it.each([
    [100, 'success'],
    [101, 'success'],
    [200, 'success'],
    [201, 'success'],
    [304, 'success'],
    [399, 'success'],
    [400, 'client_error'],
    [401, 'unauthenticated'],
    [402, 'client_error'],
    [403, 'forbidden'],
    [404, 'client_error'],
    [409, 'client_error'],
    [429, 'client_error'],
    [499, 'client_error'],
    [500, 'server_error'],
    [504, 'server_error'],
    [600, 'server_error'],
    [0, 'unknown'],
    [99, 'unknown'],
    [-200, 'unknown'],
    [NaN, 'unknown'],
    [Infinity, 'unknown'],
    [undefined, 'unknown'],
  ])('with code %p is %s', (code, outcome) => {
    expect(toOutcome(code)).toBe(outcome);
  });

  it('is a success only from 100 to 399', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.integer({ min: 0, max: 700 })), (code) => {
        const outcome = toOutcome(code);
        expect(OUTCOMES).toContain(outcome);
        expect(outcome === 'success').toBe(code >= 100 && code < 400);
      })
    );
  });
});

describe('who refused a request', () => {
  it.each([
    [403, 'forbid', 'authorization'],
    [403, 'allow', 'admission'],
    [403, undefined, undefined],
    [403, '', undefined],
    [403, 'Forbid', undefined],
    [401, 'forbid', undefined],
    [404, 'allow', undefined],
    [200, 'forbid', undefined],
    [undefined, 'forbid', undefined],
  ])('with code %p and decision %p is %p', (code, decision, denial) => {
    expect(toDenial(code, decision)).toBe(denial);
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parseQualifiedResource, toQualifiedResource } from './qualified_resource';

describe('a resource as kubectl writes it', () => {
  it.each([
    [{ resource: 'pods' }, 'pods'],
    [{ resource: 'pods', subresource: 'exec' }, 'pods/exec'],
    [{ resource: 'deployments', apiGroup: 'apps' }, 'deployments.apps'],
    [{ resource: 'deployments', apiGroup: 'apps', subresource: 'scale' }, 'deployments.apps/scale'],
    [{ resource: 'ingresses', apiGroup: 'networking.k8s.io' }, 'ingresses.networking.k8s.io'],
  ])('of %j is %s, and reads back', (parts, text) => {
    expect(toQualifiedResource(parts)).toBe(text);
    const read = parseQualifiedResource(text);
    expect(read).toEqual({ apiGroup: undefined, subresource: undefined, ...parts });
  });

  it('leaves out an empty group and subresource', () => {
    expect(toQualifiedResource({ resource: 'pods', apiGroup: '', subresource: '' })).toBe('pods');
  });

  it.each([
    ['', { resource: '' }],
    ['/', { resource: '' }],
    ['.', { resource: '' }],
    ['pods.', { resource: 'pods' }],
    ['pods/', { resource: 'pods' }],
    ['/exec', { resource: '', subresource: 'exec' }],
    ['a/b/c.d', { resource: 'a', subresource: 'b/c.d' }],
  ])('reads %j as far as it says something', (text, parts) => {
    const read = parseQualifiedResource(text);
    expect(read).toEqual({ apiGroup: undefined, subresource: undefined, ...parts });
  });

  it('reads back whatever Kubernetes can name', () => {
    const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/);
    const group = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(
        label,
        fc.option(group, { nil: undefined }),
        fc.option(label, { nil: undefined }),
        (resource, apiGroup, subresource) => {
          const parts = { resource, apiGroup, subresource };
          expect(parseQualifiedResource(toQualifiedResource(parts))).toEqual(parts);
        }
      )
    );
  });

  it('writes back whatever it reads, but for empty parts', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (text) => {
        const written = toQualifiedResource(parseQualifiedResource(text));
        expect(toQualifiedResource(parseQualifiedResource(written))).toBe(written);
      })
    );
  });
});

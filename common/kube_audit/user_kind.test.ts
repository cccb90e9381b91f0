/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toUserKind, USER_KINDS } from './user_kind';

const GROUPS = ['kubernetes-admin', 'kubernetes-super-admin', 'oidc:ops', 'system:shared'];

describe('the kind of a user', () => {
  it.each([
    ['alice@example.com', 'person'],
    ['oidc:alice@example.com', 'person'],
    ['https://issuer.example.com#alice', 'person'],
    ['ALICE', 'person'],
    [' ', 'person'],
    ['System:node:a', 'person'],
    ['xsystem:node:a', 'person'],
    ['kubernetes-admin2', 'person'],
    ['system', 'person'],
    ['system:serviceaccount:argocd:controller', 'service_account'],
    ['system:serviceaccount:', 'service_account'],
    ['system:serviceaccounts', 'system_component'],
    ['system:node:worker-0', 'node'],
    ['system:node:', 'node'],
    ['system:nodes', 'system_component'],
    ['system:kube-controller-manager', 'system_component'],
    ['system:apiserver', 'system_component'],
    ['system:', 'system_component'],
    // It passed authentication as nobody, which is something else than failing it.
    ['system:anonymous', 'system_component'],
    ['kubernetes-admin', 'group_account'],
    ['oidc:ops', 'group_account'],
    ['system:shared', 'group_account'],
    ['', 'unauthenticated'],
    [undefined, 'unauthenticated'],
  ])('of %j is %s', (name, kind) => {
    expect(toUserKind(name, GROUPS)).toBe(kind);
  });

  it('has no group accounts where none are configured', () => {
    expect(toUserKind('kubernetes-admin', [])).toBe('person');
  });

  it('is one of the known ones, whatever the name', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (name) => {
        expect(USER_KINDS).toContain(toUserKind(name, GROUPS));
      })
    );
  });
});

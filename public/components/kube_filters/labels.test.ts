/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DENIALS, OUTCOMES } from '../../../common/kube_audit/outcome';
import { USER_KINDS } from '../../../common/kube_audit/user_kind';
import { denialLabel, outcomeLabel, userKindLabel } from './labels';

describe('labels', () => {
  it('gives every kind of user a name of its own', () => {
    expect(USER_KINDS.map(userKindLabel)).toEqual([
      'Person',
      'Group account',
      'Service account',
      'Node',
      'System component',
      'Not authenticated',
    ]);
  });

  it('gives every outcome a name of its own', () => {
    expect(OUTCOMES.map(outcomeLabel)).toEqual([
      'Succeeded',
      'Denied',
      'Not authenticated',
      'Failed: request error',
      'Failed: server error',
      'Outcome not logged',
    ]);
  });

  it('says who denied', () => {
    expect(DENIALS.map(denialLabel)).toEqual(['Denied by authorization', 'Denied by admission']);
  });
});

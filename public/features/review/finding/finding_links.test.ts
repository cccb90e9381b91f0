/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { targetOfFact, targetOfFinding, targetOfUser } from './finding_links';

const exec = { id: 'risk:exec', filters: { resources: ['pods/exec'], impersonated: true } };

describe('where a finding leads', () => {
  it('is the view of requests with the same filters, and system users too', () => {
    expect(targetOfFinding(exec)).toEqual({
      pathname: '/',
      parameters: [
        ['resources', 'pods/exec'],
        ['impersonated', 'true'],
        ['system', 'true'],
      ],
    });
    expect(targetOfUser('kubeaudit', exec, 'alice')).toEqual({
      pathname: '/',
      parameters: [
        ['users', 'alice'],
        ['resources', 'pods/exec'],
        ['impersonated', 'true'],
        ['system', 'true'],
      ],
    });
  });

  it('is the part of the other views that shows it', () => {
    expect(targetOfFinding({ id: 'login:failed' })).toEqual({
      pathname: '/ssh',
      parameters: [['tab', 'failures']],
    });
    expect(targetOfFinding({ id: 'group_account:ambiguous' })).toEqual({
      pathname: '/group-accounts',
      parameters: [['statuses', 'ambiguous']],
    });
    expect(targetOfFinding({ id: 'coverage:gaps' })).toEqual({
      pathname: '/coverage',
      parameters: [],
    });
    expect(targetOfFact('authlog', 'first_seen:source', '203.0.113.5')).toEqual({
      pathname: '/ssh',
      parameters: [['sourceIps', '203.0.113.5']],
    });
  });

  it('is nowhere where no view shows it, or a name was cut short', () => {
    expect(targetOfFinding({ id: 'search:failed' })).toBeUndefined();
    expect(targetOfFact('kubeaudit', 'first_seen:operation', 'get pods')).toBeUndefined();
    expect(targetOfFact('kubeaudit', 'first_seen:user', 'aaa…')).toBeUndefined();
    expect(targetOfUser('kubeaudit', exec, '')).toBeUndefined();
  });
});

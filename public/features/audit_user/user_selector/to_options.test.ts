/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditedUser } from '../../../../common/api/users';
import { toOptions, toSelected } from './to_options';

function user(name: string, kind: AuditedUser['kind']): AuditedUser {
  return {
    name,
    kind,
    requests: 1,
    firstSeen: '2026-01-20T00:00:00.000Z',
    lastSeen: '2026-01-27T00:00:00.000Z',
  };
}

const nothing = () => undefined;

const USERS = [
  user('system:kube-scheduler', 'system_component'),
  user('system:serviceaccount:argocd:controller', 'service_account'),
  user('alice@example.com', 'person'),
  user('kubernetes-admin', 'group_account'),
  user('system:node:worker-1', 'node'),
  user('bob@example.com', 'person'),
];

describe('options of the list', () => {
  it('begin with the people and end with the machinery', () => {
    expect(toOptions(USERS, [], nothing).map(({ label }) => label)).toEqual([
      'Persons',
      'alice@example.com',
      'bob@example.com',
      'Group accounts',
      'kubernetes-admin',
      'Service accounts',
      'system:serviceaccount:argocd:controller',
      'Nodes',
      'system:node:worker-1',
      'System components',
      'system:kube-scheduler',
    ]);
  });

  it('have no heading without users under it', () => {
    expect(toOptions([], [], nothing)).toEqual([]);
  });

  it('check what is selected where it stands', () => {
    const checked = toOptions(USERS, ['bob@example.com'], nothing).filter(
      (option) => option.checked === 'on'
    );
    expect(checked.map(({ label }) => label)).toEqual(['bob@example.com']);
  });

  it('keep a selected user who is not in the list, first', () => {
    const options = toOptions(USERS.slice(0, 1), ['carol@example.com'], nothing);
    expect(options.slice(0, 2).map(({ label, checked }) => [label, checked])).toEqual([
      ['Selected, not in this list', undefined],
      ['carol@example.com', 'on'],
    ]);
  });

  it('tell two users apart who differ in case only', () => {
    const options = toOptions(
      [user('Alice@example.com', 'person'), user('alice@example.com', 'person')],
      ['alice@example.com'],
      nothing
    );
    expect(new Set(options.map(({ key }) => key)).size).toBe(3);
    expect(options.map(({ checked }) => checked)).toEqual([undefined, undefined, 'on']);
  });

  it('never disable one, because a list of disabled options hangs the page', () => {
    expect(toOptions(USERS, [], nothing).some(({ disabled }) => disabled)).toBe(false);
  });

  it('are numbered from 1 without their headings', () => {
    const positions = toOptions(USERS.slice(1, 4), [], nothing)
      .filter(({ isGroupLabel }) => !isGroupLabel)
      .map((option) => [option['aria-posinset'], option['aria-setsize']]);
    expect(positions).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('end with what the caller says about the user', () => {
    const options = toOptions(USERS.slice(2, 3), [], ({ requests }) => `${requests} requests`);
    expect(options[1].append).toBe('1 requests');
  });
});

describe('the selection after a click', () => {
  it('adds at the end and keeps the order of before', () => {
    const options = toOptions(USERS, ['kubernetes-admin', 'alice@example.com', 'x'], nothing);
    expect(toSelected(options, ['kubernetes-admin', 'alice@example.com'])).toEqual([
      'kubernetes-admin',
      'alice@example.com',
      'x',
    ]);
  });

  it('drops what was unchecked', () => {
    const options = toOptions(USERS, ['bob@example.com'], nothing);
    expect(toSelected(options, ['alice@example.com', 'bob@example.com'])).toEqual([
      'bob@example.com',
    ]);
  });
});

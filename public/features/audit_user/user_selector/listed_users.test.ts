/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditedUser, UsersResponse } from '../../../../common/api/users';
import { toListedUsers } from './listed_users';

const RANGE = { from: '2026-01-20T00:00:00.000Z', to: '2026-01-27T00:00:00.000Z' };

function user(name: string, kind: AuditedUser['kind'], requests = 1): AuditedUser {
  return { name, kind, requests, firstSeen: RANGE.from, lastSeen: RANGE.to };
}

function answer(users: AuditedUser[], changes: Partial<UsersResponse> = {}): UsersResponse {
  return {
    range: RANGE,
    population: users.length,
    users,
    countsApproximate: false,
    completeness: { complete: true, reasons: [] },
    ...changes,
  };
}

const REASON = { code: 'timed_out' as const, message: 'OpenSearch stopped early.' };

describe('the users of the list', () => {
  it('leaves out the nameless one and counts its requests', () => {
    const listed = toListedUsers(
      answer([user('', 'unauthenticated', 7), user('alice@example.com', 'person')])
    );
    expect(listed.users.map(({ name }) => name)).toEqual(['alice@example.com']);
    expect(listed.unauthenticatedRequests).toBe(7);
    expect(listed.population).toBe(1);
  });

  it('adds the quiet persons that a cut list had no room for', () => {
    const controllers = answer([user('system:apiserver', 'system_component', 900)], {
      population: 18_231,
    });
    const people = answer([user('quiet@example.com', 'person')]);
    const listed = toListedUsers(controllers, people);
    expect(listed.users.map(({ name }) => name)).toEqual(['system:apiserver', 'quiet@example.com']);
    expect(listed.population).toBe(18_231);
  });

  it('holds a user of both answers once', () => {
    const alice = user('alice@example.com', 'person', 3);
    expect(toListedUsers(answer([alice]), answer([alice])).users).toEqual([alice]);
  });

  it('keeps two users apart who differ in case only', () => {
    const both = answer([user('Alice@example.com', 'person'), user('alice@example.com', 'person')]);
    expect(toListedUsers(both).users).toHaveLength(2);
  });

  it('is incomplete when either answer is, and says each reason once', () => {
    const partial = { completeness: { complete: false, reasons: [REASON] } };
    expect(toListedUsers(answer([]), answer([], partial)).reasons).toEqual([REASON]);
    expect(toListedUsers(answer([], partial), answer([], partial)).reasons).toEqual([REASON]);
  });

  it('has approximate counts when either answer has', () => {
    expect(
      toListedUsers(answer([]), answer([], { countsApproximate: true })).countsApproximate
    ).toBe(true);
  });
});

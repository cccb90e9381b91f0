/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditedUser, UsersRequest, UsersResponse } from '../../../../common/api/users';
import type { UserKind } from '../../../../common/kube_audit/user_kind';
import { renderWithServices } from '../event_words/test_render';
import { UserSelector, type UserSelectorProps } from './user_selector';

/** The period that tests ask for, and the instants that the server makes of it. */
export const TIME_RANGE = { from: 'now-7d', to: 'now' };
export const RANGE = { from: '2026-01-20T00:00:00.000Z', to: '2026-01-27T00:00:00.000Z' };

/** A user of the period. */
export function user(name: string, kind: UserKind, requests = 12): AuditedUser {
  return { name, kind, requests, firstSeen: RANGE.from, lastSeen: RANGE.to };
}

/** An answer of the server with these users, complete unless changed. */
export function answer(users: AuditedUser[], changes: Partial<UsersResponse> = {}): UsersResponse {
  return {
    range: RANGE,
    population: users.length,
    users,
    countsApproximate: false,
    completeness: { complete: true, reasons: [] },
    ...changes,
  };
}

export const ALICE = user('alice@example.com', 'person', 1234);
export const BOB = user('bob@example.com', 'person');
export const CONTROLLER = user('system:serviceaccount:argocd:controller', 'service_account', 9000);

/** The server, as a function. */
export type Ask = (request: UsersRequest, signal?: AbortSignal) => Promise<UsersResponse>;

/** Shows the selector with this server behind it. */
export function setUp(ask: Ask, props: Partial<UserSelectorProps> = {}) {
  const users = jest.fn(ask);
  const onChange = jest.fn();
  function Owner() {
    const [selected, setSelected] = useState<readonly string[]>(props.selected ?? []);
    const change = (next: string[]) => {
      onChange(next);
      setSelected(next);
    };
    return <UserSelector timeRange={TIME_RANGE} {...props} selected={selected} onChange={change} />;
  }
  renderWithServices(<Owner />, { auditClient: { users } });
  return { users, onChange, input: userEvent.setup() };
}

/** The list measures itself, which jsdom cannot. */
export function giveElementsASize() {
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
}

/** Opens the list. */
export const open = (input: ReturnType<typeof userEvent.setup>) =>
  input.click(screen.getByRole('button', { name: /^Users:/ }));

/** A failure as the client throws it. */
export function apiError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

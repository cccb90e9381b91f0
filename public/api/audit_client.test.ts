/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HttpOptions, HttpStart } from '../host_types';
import { createAuditClient, errorCode, errorMessage } from './audit_client';

const question = { timeRange: { from: 'now-7d', to: 'now' } };

/** A host whose HTTP client does this. */
function setUp(request: () => Promise<unknown>) {
  const post = jest.fn((_path: string, _options?: HttpOptions) => request());
  const get = jest.fn((_path: string, _options?: HttpOptions) => request());
  return { post, get, client: createAuditClient({ post, get } as unknown as HttpStart) };
}

describe('createAuditClient', () => {
  it.each([
    ['users', '/api/audit_user/users'],
    ['kubeEvents', '/api/audit_user/kube_events'],
  ] as const)('asks %s with the question in the body, never in the path', async (name, path) => {
    const { client, post } = setUp(async () => 'the answer');
    const { signal } = new AbortController();
    expect(await client[name](question, signal)).toBe('the answer');
    expect(post).toHaveBeenCalledWith(path, { body: JSON.stringify(question), signal });
  });

  it('asks for one event by its document', async () => {
    const { client, post } = setUp(async () => 'the answer');
    const document = { index: 'kubeaudit-1', id: 'a/b' };
    await client.kubeEvent({ document });
    expect(post).toHaveBeenCalledWith('/api/audit_user/kube_event', {
      body: JSON.stringify({ document }),
      signal: undefined,
    });
  });

  it.each([
    ['sshSessions', '/api/audit_user/ssh_sessions'],
    ['sshFailures', '/api/audit_user/ssh_failures'],
    ['groupAccounts', '/api/audit_user/group_accounts'],
  ] as const)('asks %s with POST', async (name, path) => {
    const { client, post } = setUp(async () => 'the answer');
    expect(await client[name](question)).toBe('the answer');
    expect(post).toHaveBeenCalledWith(path, { body: JSON.stringify(question), signal: undefined });
  });

  it('reads the directory with GET and changes it with POST', async () => {
    const { client, get, post } = setUp(async () => 'the directory');
    expect(await client.directory()).toBe('the directory');
    expect(get).toHaveBeenCalledWith('/api/audit_user/directory', { signal: undefined });
    const request = { action: 'end', id: 'e1', validTo: '2026-01-27T12:00:00Z' } as const;
    await client.writeDirectory(request);
    expect(post).toHaveBeenCalledWith('/api/audit_user/directory', {
      body: JSON.stringify(request),
      signal: undefined,
    });
  });

  it('asks for the status with GET', async () => {
    const { client, get } = setUp(async () => 'the status');
    expect(await client.status()).toBe('the status');
    expect(get).toHaveBeenCalledWith('/api/audit_user/status', { signal: undefined });
  });

  it('throws what went wrong by its name', async () => {
    const body = { statusCode: 504, message: 'too slow', attributes: { code: 'timeout' } };
    const { client } = setUp(() => Promise.reject(Object.assign(new Error('x'), { body })));
    const error: unknown = await client.kubeEvents(question).catch((thrown: unknown) => thrown);
    expect(errorCode(error)).toBe('timeout');
    expect(errorMessage(error)).toBe('too slow');
  });
});

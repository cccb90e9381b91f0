/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFailures } from '../../../common/api/ssh_failures';
import type {
  SshCommand,
  SshRun,
  SshSession,
  SshSessionsResponse,
} from '../../../common/api/ssh_sessions';

/** The period that the server makes of a question. */
export const RANGE = { from: '2026-01-20T12:00:00.000Z', to: '2026-01-27T12:00:00.000Z' };

export const FINGERPRINT = 'SHA256:wn20tr4Q9GmV6XnJcPqTzWb0m8mXo8Q0a5cQb0y3x1E';

/** A session of alice as ubuntu, closed after an hour, unless changed. */
export function testSession(changes: Partial<SshSession> = {}): SshSession {
  return {
    id: 's1',
    cluster: 'prod-sc',
    host: 'node-1',
    account: 'ubuntu',
    method: 'publickey',
    keyType: 'ED25519',
    fingerprint: FINGERPRINT,
    sourceIp: '198.51.100.7',
    sourcePort: 51515,
    startedAt: '2026-01-27T08:00:00.000Z',
    endedAt: '2026-01-27T09:00:00.000Z',
    state: 'closed',
    durationMs: 3_600_000,
    timePrecision: 'exact',
    repaired: false,
    requests: ['shell'],
    terminals: ['pts/0'],
    commands: [],
    commandsLeftOut: 0,
    attribution: {
      status: 'identified',
      person: 'alice@example.com',
      candidates: [{ person: 'alice@example.com', sessionId: 's1', fingerprint: FINGERPRINT }],
      reasons: [{ code: 'key_in_directory', message: 'The key is that of alice@example.com.' }],
    },
    marks: [],
    lines: [{ index: 'authlog-default-2026.01.27-000001', id: 'line-1' }],
    lineCount: 1,
    ...changes,
  };
}

/** A command with sudo, unless changed. */
export function testCommand(changes: Partial<SshCommand> = {}): SshCommand {
  return {
    time: '2026-01-27T08:30:00.000Z',
    timePrecision: 'exact',
    program: 'sudo',
    account: 'ubuntu',
    runAs: 'root',
    command: '/usr/bin/kubectl get secrets',
    masked: false,
    tty: 'pts/0',
    pwd: '/home/ubuntu',
    outcome: 'allowed',
    attribution: {
      status: 'ambiguous',
      candidates: [
        { person: 'alice@example.com', sessionId: 's1' },
        { person: 'bob@example.com', sessionId: 's2' },
      ],
      reasons: [
        {
          code: 'several_persons_with_session_open',
          message: 'alice@example.com and bob@example.com had a session as ubuntu open.',
        },
      ],
    },
    lines: [{ index: 'authlog-default-2026.01.27-000001', id: 'line-2' }],
    ...changes,
  };
}

/** Many short sessions of Ansible, unless changed. */
export function testRun(changes: Partial<SshRun> = {}): SshRun {
  return {
    id: 'r1',
    cluster: 'prod-sc',
    account: 'ubuntu',
    hosts: ['node-1', 'node-2'],
    method: 'publickey',
    keyType: 'ED25519',
    fingerprint: FINGERPRINT,
    sourceIp: '198.51.100.7',
    sessions: 240,
    commands: 12,
    startedAt: '2026-01-26T02:00:00.000Z',
    endedAt: '2026-01-26T02:20:00.000Z',
    attribution: { status: 'unidentified', candidates: [], reasons: [] },
    marks: ['shared_key'],
    ...changes,
  };
}

/** Failures with one group, unless changed. */
export function testFailures(changes: Partial<SshFailures> = {}): SshFailures {
  return {
    attempts: 7,
    groups: [
      {
        cluster: 'prod-sc',
        sourceIp: '203.0.113.9',
        account: 'admin',
        invalidAccount: true,
        hosts: ['node-1'],
        attempts: 7,
        connections: 3,
        ways: [
          { way: 'password', count: 5 },
          { way: 'closed_before_login', count: 2 },
        ],
        firstSeen: '2026-01-27T03:00:00.000Z',
        lastSeen: '2026-01-27T03:05:00.000Z',
        succeededAfter: false,
        lines: [{ index: 'authlog-default-2026.01.27-000001', id: 'line-9' }],
      },
    ],
    groupsLeftOut: 0,
    attemptsLeftOut: 0,
    ...changes,
  };
}

/** An answer with one session and one group of failures, complete unless changed. */
export function testAnswer(changes: Partial<SshSessionsResponse> = {}): SshSessionsResponse {
  return {
    range: RANGE,
    total: { value: 1, relation: 'eq' },
    sessions: [testSession()],
    runs: [],
    histogram: {
      intervalMs: 3_600_000,
      bars: [
        { time: '2026-01-27T08:00:00.000Z', sessions: 1, failures: 0 },
        { time: '2026-01-27T09:00:00.000Z', sessions: 0, failures: 0 },
      ],
    },
    facets: {
      accounts: [{ value: 'ubuntu', count: 1 }],
      persons: [{ value: 'alice@example.com', count: 1 }],
      clusters: [{ value: 'prod-sc', count: 1 }],
      hosts: [{ value: 'node-1', count: 1 }],
      sourceIps: [{ value: '198.51.100.7', count: 1 }],
      fingerprints: [{ value: FINGERPRINT, count: 1 }],
      statuses: [{ value: 'identified', count: 1 }],
    },
    figures: {
      sessions: 1,
      identified: 1,
      ambiguous: 0,
      unidentified: 0,
      commands: 0,
      lines: 1234,
      repaired: 0,
      unreadable: 0,
    },
    failures: testFailures(),
    unreadable: [],
    completeness: { complete: true, reasons: [] },
    ...changes,
  };
}

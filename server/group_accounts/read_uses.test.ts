/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeEvent } from '../../common/api/kube_events';
import { readDirectory } from '../directory/directory_service';
import { AuditError } from '../errors/audit_error';
import { listAllEvents } from '../kube_audit/list_all_events';
import { readNodeAddresses } from '../kube_audit/node_addresses';
import type { ScopedSearch } from '../search/scoped_search';
import { readPicture } from '../ssh_access/authlog_picture';
import {
  directoryOf,
  historyOf,
  loginsOf,
  NOTHING_MISSING,
} from '../ssh_access/history/recorded_history.test_support';
import { hostKey } from '../ssh_access/history/authlog_histories';
import type { GroupOptions } from './group_options';
import { readUses } from './read_uses';

jest.mock('../directory/directory_service');
jest.mock('../kube_audit/list_all_events');
jest.mock('../kube_audit/node_addresses');
jest.mock('../ssh_access/authlog_picture');

const PERIOD = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59Z'),
};
const NOW = new Date('2026-01-28T00:00:00Z');
const SEARCH = {} as ScopedSearch;
const OPTIONS = {
  ssh: {
    directory: {},
    authlog: { maskSecrets: true },
    attribution: { sshGroupAccounts: ['ubuntu'] },
  },
  kubeAudit: { groupAccounts: ['kubernetes-admin'] },
  hosts: [],
  maxListedEvents: 100,
} as unknown as GroupOptions;

const DIRECTORY = directoryOf({ 'SHA256:alice': 'alice' });
const event = (receivedAt: string) =>
  ({
    receivedAt,
    cluster: 'wc',
    user: 'kubernetes-admin',
    verb: 'get',
    requestUri: '/api',
    sourceIps: ['10.0.0.1'],
    outcome: 'allowed',
    auditId: receivedAt,
    document: { index: 'kube', id: receivedAt },
  }) as unknown as KubeEvent;
const reason = (message: string): CompletenessReason => ({
  code: 'shard_failures',
  source: 'kubeaudit',
  message,
});

/** Alice logged in to node-1 as `ubuntu` at 10:00. */
function picture() {
  const history = historyOf([
    {
      at: '2026-01-27T10:00:00.000000Z',
      ident: 'sshd',
      pid: '1',
      message: 'Accepted publickey for ubuntu from 192.0.2.1 port 1 ssh2: ED25519 SHA256:alice',
    },
  ]);
  return {
    histories: new Map([[hostKey('wc', 'node-1'), history]]),
    logins: loginsOf(history, DIRECTORY),
    commands: new Map(),
    limits: NOTHING_MISSING,
    read: { period: PERIOD, reasons: [] },
  };
}

interface Given {
  authlog?: AuditError;
  kube?: AuditError;
  events?: KubeEvent[];
  cut?: boolean;
  nodeReasons?: CompletenessReason[];
  kubeReasons?: CompletenessReason[];
  incomplete?: boolean;
  options?: GroupOptions;
}

/** What is answered where the logs are so. */
async function answer(given: Given) {
  const {
    events = [],
    cut = false,
    nodeReasons = [],
    kubeReasons = [],
    incomplete = false,
  } = given;
  const settle = (error: AuditError | undefined, value: unknown) =>
    error ? Promise.reject(error) : Promise.resolve(value);
  jest.mocked(readDirectory).mockResolvedValue({
    directory: DIRECTORY,
    whole: true,
    reasons: [],
  } as unknown as Awaited<ReturnType<typeof readDirectory>>);
  jest
    .mocked(readPicture)
    .mockImplementation(() => settle(given.authlog, picture()) as ReturnType<typeof readPicture>);
  jest.mocked(listAllEvents).mockImplementation(
    () =>
      settle(given.kube, {
        events,
        total: { value: events.length, relation: 'eq' },
        reasons: kubeReasons,
        cut,
      }) as ReturnType<typeof listAllEvents>
  );
  jest.mocked(readNodeAddresses).mockResolvedValue({
    addresses: [{ cluster: 'wc', host: 'node-1', address: '10.0.0.1' }],
    incomplete,
    reasons: nodeReasons,
  });
  const { uses, reasons, partial } = await readUses(PERIOD, SEARCH, given.options ?? OPTIONS, NOW);
  return {
    uses: uses.map(({ use: { origin, time, attribution } }) => [
      origin,
      time.slice(11, 16),
      attribution.status,
      attribution.person,
    ]),
    reasons: reasons.map(({ code, source }) => `${code} ${source ?? ''}`),
    partial,
  };
}

const FORBIDDEN = new AuditError('forbidden', 'no');
const MISSING = new AuditError('index_missing', 'none');
const LOGIN = ['ssh', '10:00', 'identified', 'alice'];
const NOON = event('2026-01-27T12:00:00.000Z');

beforeEach(() => jest.clearAllMocks());

describe('uses of group accounts', () => {
  it('are those of both logs, and a session names who made a request from its host', async () => {
    expect(await answer({ events: [NOON] })).toEqual({
      uses: [LOGIN, ['kubernetes', '12:00', 'identified', 'alice']],
      reasons: [],
      partial: false,
    });
  });

  it('are attributed in order of time, whatever order the log comes in', async () => {
    const { uses } = await answer({ events: [NOON, event('2026-01-27T09:00:00.000Z')] });
    expect(uses).toEqual([
      LOGIN,
      ['kubernetes', '09:00', 'unidentified', undefined],
      ['kubernetes', '12:00', 'identified', 'alice'],
    ]);
  });

  it.each([
    ['forbidden', FORBIDDEN, 'sources_forbidden authlog'],
    ['missing', MISSING, 'sources_missing authlog'],
  ])(
    'are those of Kubernetes where authlog is %s, and that is said',
    async (_what, authlog, said) => {
      expect(await answer({ authlog, events: [NOON] })).toEqual({
        uses: [['kubernetes', '12:00', 'unidentified', undefined]],
        reasons: [said],
        partial: true,
      });
    }
  );

  it('are those of SSH where Kubernetes is forbidden, and that is said', async () => {
    expect(await answer({ kube: FORBIDDEN })).toEqual({
      uses: [LOGIN],
      reasons: ['sources_forbidden kubeaudit'],
      partial: true,
    });
  });

  it('are an error where neither log can be read, or one fails in another way', async () => {
    await expect(answer({ kube: FORBIDDEN, authlog: MISSING })).rejects.toBe(MISSING);
    const unreachable = new AuditError('upstream_unavailable', 'gone');
    await expect(answer({ kube: unreachable })).rejects.toBe(unreachable);
  });

  it('are not all where there were too many', async () => {
    const { reasons, partial } = await answer({ events: [NOON], cut: true });
    expect([reasons, partial]).toEqual([['scan_limit_reached kubeaudit'], true]);
  });

  it('name nobody for being alone on a host where not all addresses were read', async () => {
    const { uses } = await answer({ events: [NOON], incomplete: true });
    expect(uses[1]).toEqual(['kubernetes', '12:00', 'ambiguous', undefined]);
  });

  it('say once what both searches of one log could not read', async () => {
    const both = { nodeReasons: [reason('a'), reason('b')], kubeReasons: [reason('a')] };
    const { reasons } = await answer({ events: [NOON], ...both });
    expect(reasons).toEqual(['shard_failures kubeaudit', 'shard_failures kubeaudit']);
  });

  it('ask for no more than there is to attribute', async () => {
    await answer({});
    expect(readNodeAddresses).not.toHaveBeenCalled();
    const options = { ...OPTIONS, kubeAudit: { groupAccounts: [] } } as unknown as GroupOptions;
    expect((await answer({ options })).uses).toEqual([LOGIN]);
    expect(listAllEvents).toHaveBeenCalledTimes(1);
  });
});

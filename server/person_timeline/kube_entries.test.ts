/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../common/api/kube_events';
import type { Use } from '../group_accounts/to_uses';
import { toGroupEntry, toKubeEntry } from './timeline_entries';

const event = (part: Partial<KubeEvent> = {}): KubeEvent =>
  ({
    document: { index: 'kubeaudit-1', id: 'd1' },
    receivedAt: '2026-01-27T10:00:00.123456Z',
    time: '2026-01-27T10:00:00.200000Z',
    state: 'complete',
    durationMs: 77,
    cluster: 'wc',
    user: 'alice@example.com',
    verb: 'delete',
    qualifiedResource: 'pods',
    namespace: 'prod',
    name: 'web-1',
    requestUri: '/api/v1/namespaces/prod/pods/web-1',
    outcome: 'success',
    sourceIps: ['203.0.113.9', '10.0.0.1'],
    ...part,
  }) as KubeEvent;
const entryOf = (part: Partial<KubeEvent>) => toKubeEntry(event(part), 'kubernetes').entry;

describe('a request on the timeline', () => {
  it('is what was done to what, from the address that cannot be forged', () => {
    expect(toKubeEntry(event(), 'kubernetes')).toEqual({
      place: {
        ms: Date.parse('2026-01-27T10:00:00.123Z'),
        id: 'kubernetes/kubeaudit-1/d1',
      },
      entry: {
        id: 'kubernetes/kubeaudit-1/d1',
        lane: 'kubernetes',
        time: '2026-01-27T10:00:00.123456Z',
        timePrecision: 'exact',
        certainty: 'certain',
        cluster: 'wc',
        account: 'alice@example.com',
        text: 'delete pods prod/web-1',
        outcome: 'allowed',
        sourceIp: '10.0.0.1',
        others: [],
        reasons: [],
        marks: [],
        document: { index: 'kubeaudit-1', id: 'd1' },
      },
    });
  });

  it.each<[Partial<KubeEvent>, string]>([
    [{ namespace: undefined, name: undefined, verb: 'list' }, 'list pods'],
    [{ namespace: undefined, name: 'node-1', qualifiedResource: 'nodes' }, 'delete nodes node-1'],
    [{ qualifiedResource: undefined, verb: 'get', requestUri: '/healthz' }, 'get /healthz'],
    [{ impersonatedUser: 'bob' }, 'delete pods prod/web-1, as bob'],
  ])('of %j is in words %j', (part, text) => expect(entryOf(part).text).toBe(text));

  it.each<[KubeEvent['outcome'], string]>([
    ['success', 'allowed'],
    ['forbidden', 'denied'],
    ['unauthenticated', 'denied'],
    ['client_error', 'failed'],
    ['server_error', 'failed'],
    ['unknown', 'unknown'],
  ])('with the outcome %s is %s', (outcome, word) => {
    expect(entryOf({ outcome }).outcome).toBe(word);
  });

  it('has an end when it took longer than a second and has ended', () => {
    expect(entryOf({ durationMs: 1001 }).endTime).toBe('2026-01-27T10:00:00.200000Z');
    expect(entryOf({ durationMs: 1000 }).endTime).toBeUndefined();
    expect(entryOf({ durationMs: 5000, state: 'started' as KubeEvent['state'] }).endTime).toBe(
      undefined
    );
  });
});

describe('a request of a group account', () => {
  const use = (attribution: Use['use']['attribution']): Use => ({
    place: { ms: 1, id: 'i/d' },
    use: {
      time: '2026-01-27T10:00:00Z',
      timePrecision: 'exact',
      cluster: 'wc',
      account: 'kubernetes-admin',
      origin: 'kubernetes',
      outcome: 'denied',
      detail: 'delete pods',
      attribution,
      marks: ['break_glass'],
      lines: [{ index: 'i', id: 'd' }],
    },
  });

  it('is on the timeline of who may have made it, with who else it may have been', () => {
    const several = use({
      status: 'ambiguous',
      candidates: [{ person: 'alice' }, { person: 'bob' }],
      reasons: [{ code: 'several_persons_with_session_open', message: 'Two were there.' }],
    });
    expect(toGroupEntry(several, 'alice')).toMatchObject({
      place: { ms: 1, id: 'kubernetes_group_account/i/d' },
      entry: {
        lane: 'kubernetes_group_account',
        certainty: 'possible',
        others: ['bob'],
        text: 'kubernetes-admin: delete pods',
        outcome: 'denied',
        marks: ['break_glass'],
        document: { index: 'i', id: 'd' },
      },
    });
    expect(toGroupEntry(several, 'carol')).toBeUndefined();
  });

  it('is nobody’s where nobody can be named', () => {
    expect(
      toGroupEntry(use({ status: 'unidentified', candidates: [{}], reasons: [] }), 'alice')
    ).toBeUndefined();
  });
});

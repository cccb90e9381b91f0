/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { KubeEvent } from '../../../common/api/kube_events';
import { DEFAULT_KUBE_FIELDS } from './fields';
import { toKubeHit } from './kube_record';
import { MASK } from '../../secrets/mask_secrets';
import { groupHits } from './merge_stages';
import { hitOf, OPTIONS, recordedCase, recordedLog, without } from './recorded.test_support';
import type { Source } from './read_source';
import { toKubeEvent } from './to_kube_event';

const eventOf = (...sources: Source[]): KubeEvent =>
  toKubeEvent(
    sources.map((source, i) => hitOf(source, String(i))),
    OPTIONS
  );

const RECORDED: ReadonlyArray<[name: string, event: Partial<KubeEvent>]> = [
  ['a1', { verb: 'get', outcome: 'success', code: 200, name: 'web-0', durationMs: 4 }],
  ['a2', { verb: 'list', outcome: 'success', name: undefined, qualifiedResource: 'pods' }],
  ['a3', { verb: 'create', outcome: 'success', code: 201, name: 'debug' }],
  ['a4', { verb: 'delete', outcome: 'success', state: 'complete' }],
  ['b1_exec_websocket_kubectl', { verb: 'get', state: 'open', code: 101, durationMs: undefined }],
  ['b1_exec_websocket_stage_2', { state: 'complete', durationMs: 822_800 }],
  ['b2', { verb: 'create', qualifiedResource: 'pods/exec', state: 'complete' }],
  ['b3', { subresource: 'portforward', streaming: undefined, durationMs: 1_930_060 }],
  [
    'c_',
    {
      userKind: 'service_account',
      apiGroup: 'apps',
      qualifiedResource: 'deployments.apps',
      credentialId: 'JTI=7ee52be0-9045-4653-aa5e-0da57b8dccdc',
    },
  ],
  ['d_', { userKind: 'node', qualifiedResource: 'pods/status', reason: undefined }],
  ['e_', { user: 'admin@example.com', impersonatedUser: 'bob@example.com' }],
  ['f_', { outcome: 'forbidden', denial: 'authorization', code: 403, decision: 'forbid' }],
  ['g_', { userKind: 'service_account', verb: 'create', outcome: 'success' }],
  [
    'h_',
    {
      user: '',
      userKind: 'unauthenticated',
      outcome: 'unauthenticated',
      state: 'refused_before_authentication',
      groups: [],
      decision: undefined,
      durationMs: undefined,
      message: 'Authentication failed, attempted: bearer',
    },
  ],
];

describe('the event of a recorded document', () => {
  it.each(RECORDED)('%s', (name, event) => {
    expect(eventOf(recordedCase(name))).toMatchObject({
      cluster: 'prod-wc',
      duplicates: 0,
      masked: false,
      ...event,
    });
  });

  it('keeps instants to the letter, microseconds and zone too', () => {
    expect(eventOf(recordedCase('a1'))).toMatchObject({
      time: '2026-01-27T10:00:00.104211000+00:00',
      receivedAt: '2026-01-27T10:00:00.100000Z',
    });
  });
});

describe('the event of several records', () => {
  const started = recordedCase('b1_exec_websocket_kubectl');
  const ended = recordedCase('b1_exec_websocket_stage_2');

  it('is one exec, from its start to its end, in any order', () => {
    const event = eventOf(ended, started);
    expect(event).toMatchObject({
      state: 'complete',
      stages: ['ResponseStarted', 'ResponseComplete'],
      duplicates: 0,
      durationMs: 822_800,
      document: { index: 'kubeaudit-1', id: '0' },
      streaming: { command: ['sh', '-c', 'cat /etc/passwd'], container: 'web', tty: true },
    });
    expect({ ...eventOf(started, ended), document: event.document }).toEqual(event);
  });

  it('counts what was delivered again, and shows the same record whatever the order', () => {
    const hits = [ended, ended, started, ended].map((source, i) => hitOf(source, `id${i}`));
    const events = [hits, [...hits].reverse()].map((list) => toKubeEvent(list, OPTIONS));
    expect(events[0]).toMatchObject({
      duplicates: 2,
      stages: ['ResponseStarted', 'ResponseComplete'],
    });
    expect(events[1]).toEqual(events[0]);
  });

  it('is unknown in outcome while only its receipt is in the log', () => {
    const source = without(recordedCase('a1'), 'responseStatus', 'annotations');
    expect(eventOf({ ...source, stage: 'RequestReceived' })).toMatchObject({
      outcome: 'unknown',
      state: 'open',
      code: undefined,
      denial: undefined,
      durationMs: undefined,
    });
  });

  it('is no success where it ended in a panic', () => {
    const panic = { ...ended, stage: 'Panic', responseStatus: { code: 500 } };
    expect(eventOf(started, panic)).toMatchObject({ outcome: 'server_error', state: 'complete' });
    expect(eventOf(started, without(panic, 'responseStatus'))).toMatchObject({
      outcome: 'unknown',
      code: undefined,
    });
  });

  it('keeps an impersonated user that only one stage names', () => {
    const impersonated = recordedCase('e_');
    const plain = without(impersonated, 'impersonatedUser');
    for (const [start, end] of [
      [impersonated, plain],
      [plain, impersonated],
    ]) {
      expect(eventOf({ ...start, stage: 'ResponseStarted' }, end)).toMatchObject({
        impersonatedUser: 'bob@example.com',
      });
    }
  });

  it('has no duration where clocks run backwards', () => {
    const early = { ...ended, '@timestamp': '2026-01-27T10:00:00Z' };
    expect(eventOf(early).durationMs).toBeUndefined();
    expect(eventOf({ ...ended, '@timestamp': 'x' }).durationMs).toBeUndefined();
  });
});

describe('secrets and length', () => {
  const uri = '/api/v1/namespaces/x/pods/y/exec?command=mysql&command=-pS3cr3t';
  const source = {
    ...recordedCase('b2'),
    requestURI: uri,
    userAgent: 'tool token=S3cr3t',
    responseStatus: { code: 400, message: 'bad password=S3cr3t' },
  };

  it('are masked in everything that a list shows', () => {
    const event = eventOf(source);
    expect(JSON.stringify(event)).not.toContain('S3cr3t');
    expect(event).toMatchObject({ masked: true, streaming: { command: ['mysql', `-p${MASK}`] } });
  });

  it('are shown where that was asked for', () => {
    const event = toKubeEvent([hitOf(source)], { ...OPTIONS, maskSecrets: false });
    expect(event).toMatchObject({
      masked: false,
      requestUri: uri,
      userAgent: 'tool token=S3cr3t',
      message: 'bad password=S3cr3t',
      streaming: { command: ['mysql', '-pS3cr3t'] },
    });
  });

  it('are kept within bounds in a list', () => {
    const long = 'x'.repeat(100_000);
    const event = eventOf({
      ...source,
      requestURI: `/${long}`,
      userAgent: long,
      responseStatus: { code: 400, message: long },
    });
    for (const text of [event.requestUri, event.userAgent, event.message]) {
      expect(text?.length).toBeLessThan(17_000);
      expect(text).toMatch(/more characters\)$/);
    }
  });
});

describe('any record at all', () => {
  const LEAST = {
    auditID: 'a',
    stage: 'ResponseComplete',
    requestReceivedTimestamp: '2026-01-27T10:00:00Z',
  };
  const fields = Object.values(DEFAULT_KUBE_FIELDS);

  it('makes an event without throwing, a success only with a code from 100 to 399', () => {
    const stage = fc.constantFrom(
      'RequestReceived',
      'ResponseStarted',
      'ResponseComplete',
      'Panic',
      'x'
    );
    const value = fc.oneof(fc.jsonValue(), fc.integer({ min: 90, max: 600 }));
    const sources = fc.array(fc.tuple(fc.dictionary(fc.constantFrom(...fields), value), stage), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(sources, (parts) => {
        const hits = parts.flatMap(([source, name], i) => {
          const _source = { ...source, ...LEAST, stage: name };
          return toKubeHit({ _index: 'i', _id: String(i), _source }, DEFAULT_KUBE_FIELDS) ?? [];
        });
        expect(hits).toHaveLength(parts.length);
        const event = toKubeEvent(hits, OPTIONS);
        const codes = parts.map(([source]) => Number([source['responseStatus.code']].flat()[0]));
        const good = codes.some((code) => code >= 100 && code < 400);
        if (event.outcome === 'success') expect(good).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });

  it('makes events of 100,000 records in the time that they need, not in its square', () => {
    const log = recordedLog();
    const hits = Array.from({ length: 100_000 }, (_, i) =>
      hitOf({ ...log[i % log.length], auditID: `id-${i >> 1}` }, String(i))
    );
    const start = performance.now();
    const events = groupHits(hits).map((group) => toKubeEvent(group, OPTIONS));
    expect(events.length).toBeGreaterThan(50_000);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

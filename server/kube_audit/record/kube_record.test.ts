/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DEFAULT_KUBE_FIELDS } from './fields';
import { toKubeHit } from './kube_record';
import { listedDocValues, toListedRecord } from './listed_record';
import { hitOf, recordedCase, recordedLog } from './recorded.test_support';
import { readPath } from './read_source';

const read = (source: Record<string, unknown> | undefined) =>
  toKubeHit({ _index: 'i', _id: 'x', _source: source }, DEFAULT_KUBE_FIELDS);

const LEAST = {
  auditID: 'a',
  stage: 'ResponseComplete',
  requestReceivedTimestamp: '2026-01-27T10:00:00.100000Z',
};

describe('a record of the log', () => {
  it('is read as it was recorded', () => {
    expect(hitOf(recordedCase('b1_exec_websocket_stage_2'), 'z')).toMatchObject({
      index: 'kubeaudit-1',
      id: 'z',
      time: '2026-01-27T10:17:42.900000000+00:00',
      record: {
        auditId: '5325e2ba-4acf-48e7-a33d-000000000005',
        user: 'alice@example.com',
        receivedMs: Date.parse('2026-01-27T10:04:00.100Z'),
        receivedAt: '2026-01-27T10:04:00.100000Z',
        stage: 'ResponseComplete',
        cluster: 'prod-wc',
        verb: 'get',
        resource: 'pods',
        subresource: 'exec',
        qualifiedResource: 'pods/exec',
        namespace: 'production',
        name: 'web-0',
        code: 101,
        decision: 'allow',
        sourceIps: ['198.51.100.7'],
      },
    });
  });

  it('is read with next to nothing in it', () => {
    expect(read(LEAST)).toMatchObject({
      time: LEAST.requestReceivedTimestamp,
      record: { user: '', cluster: '', verb: '', sourceIps: [], code: undefined },
    });
  });

  it.each(['auditID', 'stage', 'requestReceivedTimestamp'])('is none without %s', (field) => {
    expect(read({ ...LEAST, [field]: undefined })).toBeUndefined();
    expect(read({ ...LEAST, [field]: '' })).toBeUndefined();
    expect(read({ ...LEAST, [field]: {} })).toBeUndefined();
    expect(read({ ...LEAST, [field]: [] })).toBeUndefined();
  });

  it('is none where there is no document or no instant', () => {
    expect(read(undefined)).toBeUndefined();
    expect(read({})).toBeUndefined();
    expect(read({ ...LEAST, requestReceivedTimestamp: 'yesterday' })).toBeUndefined();
  });

  it('takes an instant without a zone for UTC, as OpenSearch does', () => {
    const hit = read({ ...LEAST, requestReceivedTimestamp: '2026-07-27T10:00:00.100000' });
    expect(hit?.record.receivedMs).toBe(Date.parse('2026-07-27T10:00:00.100Z'));
  });

  it('takes an empty text for an absent one', () => {
    const hit = read({
      ...LEAST,
      objectRef: { resource: '', subresource: 'exec', namespace: '', name: '' },
      impersonatedUser: { username: '' },
      annotations: { 'authorization.k8s.io/decision': '' },
    });
    const { record } = hit!;
    expect(record.resource).toBeUndefined();
    expect(record.qualifiedResource).toBeUndefined();
    expect(record.namespace).toBeUndefined();
    expect(record.name).toBeUndefined();
    expect(record.impersonatedUser).toBeUndefined();
    expect(record.decision).toBeUndefined();
  });

  it('never throws, and has a success only where the record has a code for it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (source) => {
        const hit = read(source as Record<string, unknown>);
        expect(hit === undefined || typeof hit.record.auditId === 'string').toBe(true);
      }),
      { numRuns: 500 }
    );
  });

  it('says the same whether read from its source or from doc values', () => {
    for (const source of recordedLog()) {
      const { record } = hitOf(source);
      const fields = Object.fromEntries(
        listedDocValues(DEFAULT_KUBE_FIELDS).flatMap((field) => {
          const value = readPath(source, field.replace(/\.keyword$/, ''));
          return value === undefined || value === '' ? [] : [[field, [value].flat()]];
        })
      );
      const hit = { _index: 'i', _id: 'x', sort: [record.receivedMs], fields };
      const { receivedAt, ...light } = record;
      expect(receivedAt).toBeDefined();
      expect(toListedRecord(hit, DEFAULT_KUBE_FIELDS)).toEqual(light);
    }
  });

  it('is none in doc values without an instant, an audit id or a stage', () => {
    const fields = { 'auditID.keyword': ['a'], 'stage.keyword': ['Panic'] };
    const listed = (hit: object) =>
      toListedRecord({ _index: 'i', _id: 'x', ...hit }, DEFAULT_KUBE_FIELDS);
    expect(listed({ sort: [5], fields })).toMatchObject({ auditId: 'a', receivedMs: 5, user: '' });
    expect(listed({ fields })).toBeUndefined();
    expect(listed({ sort: [null], fields })).toBeUndefined();
    expect(listed({ sort: [5], fields: { 'auditID.keyword': ['a'] } })).toBeUndefined();
    expect(listed({ sort: [5] })).toBeUndefined();
  });
});

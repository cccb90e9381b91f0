/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchHit, SearchResponse } from '../search/search_types';
import { DEFAULT_RISKS } from './default_risks';
import { DEFAULT_SEARCHES } from './default_searches';
import { KUBE_TEST_OPTIONS } from './kube_options.test_support';
import { buildProbeSearch, toProbeFinding } from './kube_probe_finding';
import { kubeProbes } from './kube_probes';

const PROBES = kubeProbes(DEFAULT_SEARCHES, DEFAULT_RISKS, KUBE_TEST_OPTIONS);
const probeOf = (id: string) => {
  const probe = PROBES.find((each) => each.id === id);
  if (!probe) throw new Error(`no probe ${id}`);
  return probe;
};

function answer(
  hits: SearchHit[],
  total: number,
  aggregations: Record<string, unknown> = {},
  more: Partial<SearchResponse> = {}
): SearchResponse {
  return {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { total: { value: total, relation: 'eq' }, hits },
    aggregations,
    ...more,
  };
}

function hit(id: string, auditID: string, more: object = {}): SearchHit {
  const _source = {
    auditID,
    stage: 'ResponseComplete',
    verb: 'create',
    user: { username: 'mallory' },
    objectRef: { resource: 'pods', subresource: 'exec', namespace: 'n', name: 'db' },
    requestURI: '/api/v1/namespaces/n/pods/db/exec?command=mysql&command=--password%3Dhunter2',
    requestReceivedTimestamp: '2026-01-20T10:00:00.000001Z',
    '@timestamp': '2026-01-20T10:00:01Z',
    'cluster.name': 'wc',
    responseStatus: { code: 101 },
    ...more,
  };
  return { _index: 'kubeaudit-1', _id: id, _source };
}

const find = (id: string, found: SearchResponse, why: string[] = []) =>
  toProbeFinding(probeOf(id), found, 7, why, KUBE_TEST_OPTIONS);

it('asks for every search and class of the papers', () => {
  expect(PROBES).toHaveLength(15 + 16);
  expect(PROBES.every(({ source }) => source.length > 0)).toBe(true);
});

it('tells count, users and sample; further records of one request are read once', () => {
  const hits = [hit('a', 'one'), hit('b', 'one', { stage: 'ResponseStarted' }), hit('c', 'two')];
  const buckets = [{ key: 'mallory', doc_count: 3 }];
  const { figures, sample } = find(
    'risk:exec',
    answer(hits, 5, { users: { buckets }, final: { doc_count: 2 } })
  );
  expect(figures).toMatchObject({
    count: 5,
    requests: 2,
    relation: 'eq',
    looked: 'whole',
    byUser: [{ name: 'mallory', count: 3 }],
    byOthers: 2,
    sample: { size: 2, of: 5, seed: 7 },
  });
  expect(sample.map(({ document }) => document.id)).toEqual(['a', 'c']);
});

it('reads ten at most', () => {
  const hits = Array.from({ length: 40 }, (_, i) => hit(`${i}`, `audit-${i}`));
  expect(find('risk:exec', answer(hits, 40)).sample).toHaveLength(10);
});

it('another sample has another hash', () => {
  const hashOf = (id: string) => find('risk:exec', answer([hit(id, id)], 2)).figures.sample?.sha256;
  expect(hashOf('a')).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf('a')).not.toBe(hashOf('b'));
});

it('secrets of the sample are masked, and long values cut', () => {
  const message = `token=${'x'.repeat(50)} ${'y'.repeat(100_000)}`;
  const { sample } = find(
    'search:failed',
    answer([hit('a', 'one', { objectRef: undefined, responseStatus: { code: 403, message } })], 1)
  );
  expect(JSON.stringify(sample)).not.toContain('hunter2');
  expect(JSON.stringify(sample)).not.toContain('xxxxx');
  expect(JSON.stringify(sample).length).toBeLessThan(3_000);
});

it('a record that cannot be read is in the sample, and said to be so', () => {
  const [row] = find('risk:exec', answer([{ _index: 'i', _id: 'x', _source: {} }], 1)).sample;
  expect(row).toEqual({
    document: { index: 'i', id: 'x' },
    what: 'The record cannot be read as an audit event.',
  });
});

it.each([
  ['ran out of time', { timed_out: true }, /ran out of time/],
  [
    'lost shards',
    { _shards: { total: 3, successful: 2, failed: 1 } },
    /1 of 3 shards could not answer/,
  ],
])('nothing found by a search that %s is not nothing', (_name, more, words) => {
  const { figures } = find('risk:exec', answer([], 0, {}, more));
  expect(figures).toMatchObject({ count: 0, looked: 'partly', relation: 'gte' });
  expect(figures.limits[0]).toMatch(words);
});

describe('bursts', () => {
  const hour = (key: number, doc_count: number) => ({ key, doc_count });
  const users = (...buckets: object[]) => ({ users: { buckets } });

  it('counts hours in which one user made many, not single refusals', () => {
    const { figures } = find(
      'risk:bursts',
      answer(
        [hit('a', 'one')],
        75,
        users(
          { key: 'mallory', doc_count: 70, hours: { buckets: [hour(0, 40), hour(7_200_000, 30)] } },
          { key: 'ann', doc_count: 5, hours: { buckets: [] } }
        )
      )
    );
    expect(figures).toMatchObject({
      count: 70,
      byUser: [{ name: 'mallory', count: 70 }],
      byOthers: 0,
    });
    expect(figures.facts).toEqual([
      {
        subject: 'mallory',
        detail: 'within one hour',
        count: 40,
        time: '1970-01-01T00:00:00.000Z',
      },
      {
        subject: 'mallory',
        detail: 'within one hour',
        count: 30,
        time: '1970-01-01T02:00:00.000Z',
      },
    ]);
  });

  it('says where more users may have made many than were looked at', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      key: `user-${i}`,
      doc_count: 30,
      hours: { buckets: [] },
    }));
    expect(find('risk:bursts', answer([], 900, users(...many))).figures).toMatchObject({
      count: 0,
      looked: 'partly',
      limits: [expect.stringContaining('Only the 20 users')],
    });
  });
});

it('the same seed asks the same; bodies are never asked for', () => {
  const period = { fromMs: 0, toMs: 1 };
  const body = buildProbeSearch(probeOf('risk:exec'), period, 7, KUBE_TEST_OPTIONS);
  expect(JSON.stringify(body)).toContain('"random_score":{"seed":7,"field":"_seq_no"}');
  expect(JSON.stringify(body)).not.toMatch(/requestObject|responseObject/);
});

describe('what of a review the view of requests shows', () => {
  const filtersOf = (id: string) =>
    toProbeFinding(probeOf(id), answer([], 0), 7, [], KUBE_TEST_OPTIONS).filters;

  it('is asked for by the same conditions', () => {
    expect(filtersOf('search:403')).toEqual({ outcomes: ['forbidden'] });
    expect(filtersOf('search:5xx')).toEqual({ outcomes: ['server_error'] });
    expect(filtersOf('risk:exec')).toEqual({ resources: ['pods/exec', 'pods/attach'] });
    expect(filtersOf('risk:impersonation')).toEqual({ impersonated: true });
  });

  it('is not asked for where no filter says it', () => {
    expect(filtersOf('search:denied')).toBeUndefined();
    expect(filtersOf('risk:destruction')).toBeUndefined();
    expect(filtersOf('risk:bursts')).toBeUndefined();
  });
});

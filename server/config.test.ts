/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { configSchema } from './config';
import { DEFAULT_KUBE_FIELDS } from './kube_audit/record/fields';

const validate = (config: unknown) => configSchema.validate(config);

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(validate({})).toEqual({
      enabled: true,
      kubeaudit: { indexPattern: 'kubeaudit*', fields: DEFAULT_KUBE_FIELDS },
      authlog: { indexPattern: 'authlog*', timeZone: 'UTC' },
      groupAccounts: {
        kubernetes: ['kubernetes-admin', 'kubernetes-super-admin'],
        ssh: expect.arrayContaining(['ubuntu', 'root']) as unknown,
        certificateAuthorities: [],
        hosts: [],
      },
      directory: { index: 'audit-user-directory', seed: [] },
      review: {
        index: 'audit-user-reviews',
        everyDays: 7,
        firstSeenDays: 30,
        searches: expect.arrayContaining([
          expect.objectContaining({ id: 'failed', words: ['failed'] }),
        ]) as unknown,
        highRisk: expect.arrayContaining([expect.objectContaining({ id: 'exec' })]) as unknown,
      },
      accessLog: { enabled: false, index: 'audit-user-access', pseudonymise: false },
      secrets: { mask: true, allowUnmask: true },
      limits: {
        searchTimeoutMs: 15_000,
        maxExactRecords: 30_000,
        maxAuthlogLines: 1_000_000,
        maxConcurrentScans: 2,
        maxEvidenceRecords: 2_000_000,
        maxConcurrentExports: 2,
        authlogLookbackHours: 24,
        sessionLookbackDays: 14,
        maxListedEvents: 20_000,
      },
    });
  });

  it('masks secrets unless told otherwise', () => {
    expect(validate({ secrets: { allowUnmask: false } }).secrets).toEqual({
      mask: true,
      allowUnmask: false,
    });
  });

  it.each(['*', 'user.*', 'a,b', 'a b', ' ', '', 'x'.repeat(257), 5])(
    'refuses %j for the name of a field',
    (user) => {
      expect(() => validate({ kubeaudit: { fields: { user } } })).toThrow(
        /kubeaudit\.fields\.user/
      );
    }
  );

  it.each([
    '*',
    '_all',
    '**',
    '',
    ' ',
    'a b',
    'kubeaudit*,*',
    '*,-x',
    'a,_all',
    '*:*',
    ',',
    'a/b',
    'a?',
    '<a>',
  ])('refuses %j for an index pattern', (indexPattern) => {
    expect(() => validate({ kubeaudit: { indexPattern } })).toThrow(/kubeaudit\.indexPattern/);
    expect(() => validate({ authlog: { indexPattern } })).toThrow(/authlog\.indexPattern/);
  });

  it.each(['kubeaudit*', 'a-*,b-*', 'a*,-ab*', 'eu:kubeaudit*', '*:kubeaudit*', '.ds-kubeaudit*'])(
    'takes %j for an index pattern',
    (indexPattern) => {
      expect(validate({ kubeaudit: { indexPattern } }).kubeaudit.indexPattern).toBe(indexPattern);
    }
  );

  it.each([
    [{ limits: { searchTimeoutMs: 999 } }],
    [{ limits: { searchTimeoutMs: 25_001 } }],
    [{ limits: { maxExactRecords: 99 } }],
    [{ limits: { maxExactRecords: 200_001 } }],
    [{ groupAccounts: { kubernetes: [''] } }],
    [{ groupAccounts: { kubernetes: Array(201).fill('x') } }],
    [{ kubeaudit: { fields: { unknown: 'x' } } }],
    [{ password: 'x' }],
    [{ review: { index: 'two,indices' } }],
    [{ review: { everyDays: 1.5 } }],
    [{ review: { highRisk: [{ id: 'x', title: 'Everything', anyOf: [{}] }] } }],
    [{ review: { searches: [{ id: 'x', title: 'X', words: [] }] } }],
  ])('refuses %j', (config) => {
    expect(() => validate(config)).toThrow();
  });
});

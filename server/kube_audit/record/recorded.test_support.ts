/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { DEFAULT_KUBE_FIELDS } from './fields';
import { toKubeHit, type KubeHit, type KubeRecord } from './kube_record';
import type { Source } from './read_source';
import type { KubeEventOptions } from './to_kube_event';

const FIXTURES = join(__dirname, '../../../test/fixtures');

export const OPTIONS: KubeEventOptions = {
  fields: DEFAULT_KUBE_FIELDS,
  groupAccounts: ['kubernetes-admin', 'kubernetes-super-admin'],
  maskSecrets: true,
};

/** The one recorded document whose file name begins like this: `a1`, `b1_exec_websocket_stage_2`. */
export function recordedCase(name: string): Source {
  const folder = join(FIXTURES, 'kubeaudit_cases');
  const files = readdirSync(folder).filter((file) => file.startsWith(`kubeaudit_${name}`));
  if (files.length !== 1) throw new Error(`${name}: ${files.length} files`);
  return JSON.parse(readFileSync(join(folder, files[0]), 'utf8')) as Source;
}

/** All records of the recorded log. */
export function recordedLog(): Source[] {
  const text = readFileSync(join(FIXTURES, 'kubeaudit.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Source);
}

/** What is known about the recorded log. */
export function recordedTruth(): { events: number; events_by_user: Record<string, number> } {
  return JSON.parse(readFileSync(join(FIXTURES, 'kubeaudit_truth.json'), 'utf8')) as ReturnType<
    typeof recordedTruth
  >;
}

/** A record without these keys. */
export function without(source: Source, ...keys: string[]): Source {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !keys.includes(key)));
}

/** A hit of this record; fails where it cannot be read. */
export function hitOf(source: Source, id = '1'): KubeHit {
  const hit = toKubeHit({ _index: 'kubeaudit-1', _id: id, _source: source }, DEFAULT_KUBE_FIELDS);
  if (!hit) throw new Error('no audit record');
  return hit;
}

/** A light record with the least that it needs. */
export function recordOf(parts: Partial<KubeRecord> = {}): KubeRecord {
  return {
    auditId: 'a',
    user: 'alice@example.com',
    receivedMs: 0,
    stage: 'ResponseComplete',
    cluster: 'prod',
    verb: 'get',
    sourceIps: [],
    ...parts,
  };
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RawDocument } from '../../../../common/api/kube_event';

/** One stage record as the table shows it; what the record does not hold is absent. */
export interface StageRow {
  stage?: string;
  /** As the log has it. */
  instant?: string;
  code?: number;
  index: string;
  id: string;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function codeOf(responseStatus: unknown): number | undefined {
  if (typeof responseStatus !== 'object' || responseStatus === null) return undefined;
  const { code } = responseStatus as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

/** Reads stage, instant and status code of a record, trusting nothing about its shape. */
export function readStage({ _index, _id, _source }: RawDocument): StageRow {
  return {
    stage: textOf(_source.stage),
    instant: textOf(_source['@timestamp']),
    code: codeOf(_source.responseStatus),
    index: _index,
    id: _id,
  };
}

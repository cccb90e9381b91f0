/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readStage } from './read_stage';

const RECORD = { _index: 'kubeaudit-default-2026.01.27-000001', _id: 'doc-1' };

describe('a stage record', () => {
  it('gives its stage, the instant as logged and its code', () => {
    const _source = {
      stage: 'ResponseComplete',
      '@timestamp': '2026-01-27T10:00:00.104211000+00:00',
      responseStatus: { metadata: {}, code: 200 },
    };
    expect(readStage({ ...RECORD, _source })).toEqual({
      stage: 'ResponseComplete',
      instant: '2026-01-27T10:00:00.104211000+00:00',
      code: 200,
      index: RECORD._index,
      id: 'doc-1',
    });
  });

  it.each([
    [{}],
    [{ stage: 7, '@timestamp': null, responseStatus: null }],
    [{ stage: '', '@timestamp': ['x'], responseStatus: 'none' }],
    [{ responseStatus: { code: '200' } }],
  ])('leaves out what %j does not hold in the known form', (_source) => {
    expect(readStage({ ...RECORD, _source })).toEqual({
      stage: undefined,
      instant: undefined,
      code: undefined,
      index: RECORD._index,
      id: 'doc-1',
    });
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../../common/api/completeness';
import { TIMELINE_LANES, type TimelineLaneId } from '../../../../common/api/person_timeline';
import { isUnread, laneLacks } from './lane_lacks';

const reason = (part: Partial<CompletenessReason>): CompletenessReason => ({
  code: 'sources_forbidden',
  message: 'words',
  ...part,
});

const lacksOf = (id: TimelineLaneId, reasons: CompletenessReason[], value = 0) =>
  laneLacks({ id, total: { value, relation: 'eq' } }, reasons);

describe('what a lane lacks', () => {
  it('is nothing when the answer is whole', () => {
    expect(TIMELINE_LANES.flatMap((id) => lacksOf(id, []))).toEqual([]);
  });

  it('is its log, where that is not allowed or not there', () => {
    const forbidden = [reason({ source: 'authlog' })];
    expect(lacksOf('ssh', forbidden)).toEqual([{ kind: 'forbidden', source: 'authlog' }]);
    expect(lacksOf('sudo', forbidden)).toEqual([{ kind: 'forbidden', source: 'authlog' }]);
    expect(lacksOf('kubernetes', forbidden)).toEqual([]);
    expect(
      lacksOf('kubernetes', [reason({ code: 'sources_missing', source: 'kubeaudit' })])
    ).toEqual([{ kind: 'missing', source: 'kubeaudit' }]);
  });

  it('is whoever names persons behind a group account, where authlog or the directory is not read', () => {
    expect(lacksOf('kubernetes_group_account', [reason({ source: 'authlog' })])).toEqual([
      { kind: 'nobody_named', source: 'authlog' },
    ]);
    expect(lacksOf('ssh', [reason({ source: 'directory' })])).toEqual([
      { kind: 'nobody_named', source: 'directory' },
    ]);
    expect(lacksOf('kubernetes', [reason({ source: 'directory' })])).toEqual([]);
    // A part of the directory names nobody; a part of authlog still names some.
    const limit = { code: 'scan_limit_reached' } as const;
    expect(lacksOf('sudo', [reason({ ...limit, source: 'directory' })])).toEqual([
      { kind: 'nobody_named', source: 'directory' },
    ]);
    expect(lacksOf('kubernetes_group_account', [reason({ ...limit, source: 'authlog' })])).toEqual([
      { kind: 'partial' },
    ]);
  });

  it.each(['shard_failures', 'timed_out', 'scan_limit_reached', 'gap_in_source'] as const)(
    'is a part of it, after %s of its log or of no log by name',
    (code) => {
      expect(lacksOf('sudo', [reason({ code, source: 'authlog' })], 9)).toEqual([
        { kind: 'partial' },
      ]);
      expect(lacksOf('kubernetes', [reason({ code })], 9)).toEqual([{ kind: 'partial' }]);
      expect(lacksOf('kubernetes', [reason({ code, source: 'authlog' })], 9)).toEqual([]);
    }
  );

  it('is doubt about an empty lane, after lines that could not be read', () => {
    const unparsed = [reason({ code: 'unparsed_lines', source: 'authlog' })];
    expect(lacksOf('sudo', unparsed, 0)).toEqual([{ kind: 'partial' }]);
    expect(lacksOf('sudo', unparsed, 3)).toEqual([]);
  });

  it('is doubt about an empty lane, when a source without a name was forbidden', () => {
    expect(lacksOf('kubernetes', [reason({})])).toEqual([{ kind: 'partial' }]);
  });

  it('is what was before the log begins', () => {
    const instant = '2026-01-20T00:00:00.000Z';
    const starts = reason({ code: 'retention_starts_later', source: 'authlog', instant });
    expect(lacksOf('ssh', [starts], 3)).toEqual([{ kind: 'begins_later', instant }]);
  });

  it('is told once, however often the answer tells it', () => {
    const twice = [reason({ code: 'timed_out' }), reason({ code: 'shard_failures' })];
    expect(lacksOf('ssh', twice)).toEqual([{ kind: 'partial' }]);
  });

  it('leaves counts without meaning only where the log itself was not read', () => {
    expect(isUnread([{ kind: 'forbidden', source: 'authlog' }])).toBe(true);
    expect(isUnread([{ kind: 'missing', source: 'authlog' }])).toBe(true);
    expect(isUnread([{ kind: 'partial' }, { kind: 'nobody_named', source: 'directory' }])).toBe(
      false
    );
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { CoverageLine, CoverageSource } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { formatDuration } from '../../../components/details/format_duration';
import { toVisibleText } from '../../../components/display_text';

/** Lines named in one sentence. */
const MAX_NAMED = 5;

const nameOf = ({ cluster, host }: CoverageLine) =>
  toVisibleText(
    host ??
      (cluster === ''
        ? i18n.translate('auditUser.coverage.noCluster', { defaultMessage: '(no cluster named)' })
        : cluster)
  );

function named(lines: readonly CoverageLine[]): string {
  const names = lines.slice(0, MAX_NAMED).map(nameOf).join(', ');
  return lines.length <= MAX_NAMED ? names : `${names}, …`;
}

/** "Shorter silences than an hour cannot be seen here", for each length that differs. */
function shortestWords(lines: readonly CoverageLine[]): string[] {
  const byLength = new Map<number, CoverageLine[]>();
  for (const line of lines) {
    if (line.shortestSilenceMs === undefined) continue;
    byLength.set(line.shortestSilenceMs, [...(byLength.get(line.shortestSilenceMs) ?? []), line]);
  }
  return [...byLength].map(([length, same]) =>
    i18n.translate('auditUser.coverage.bounds.shortest', {
      defaultMessage: 'Silences shorter than {length} cannot be seen here ({count}: {names}).',
      values: {
        length: formatDuration(length),
        count: formatCount(same.length),
        names: named(same),
      },
    })
  );
}

/** What the answer about a log cannot see, in sentences. */
export function boundsWords(source: CoverageSource): string[] {
  const { lines, linesBeyond, indices, recordsOfOtherIndices, findings } = source;
  const watched = lines.filter(({ kind }) => kind !== 'misread');
  const unsure = watched.filter(({ expectedPerBar = 0 }) => expectedPerBar === 0);
  const notLookedFor = findings.some(({ kind }) => kind === 'failed_shards');
  const words = notLookedFor
    ? [
        i18n.translate('auditUser.coverage.bounds.notLookedFor', {
          defaultMessage: 'Silences were not looked for, since a part of the log did not answer.',
        }),
      ]
    : shortestWords(watched);
  if (watched.length > 0 && !notLookedFor) {
    // As many as the server asks for: see find_silences.ts.
    words.push(
      i18n.translate('auditUser.coverage.bounds.expected', {
        defaultMessage:
          'A silence is named only where some seven records were to be expected: of what writes rarely, only long ones can be seen.',
      })
    );
  }
  if (unsure.length > 0) {
    words.push(
      i18n.translate('auditUser.coverage.bounds.unsure', {
        defaultMessage:
          '{count} usually write nothing in a column, or too little is known to say what is usual: they may have been silent without being named ({names}).',
        values: { count: formatCount(unsure.length), names: named(unsure) },
      })
    );
  }
  if (watched.length === 0) {
    words.push(
      i18n.translate('auditUser.coverage.bounds.noLines', {
        defaultMessage: 'No cluster and no node is known of this log: no silence could be seen.',
      })
    );
  }
  if (linesBeyond > 0) {
    words.push(
      i18n.translate('auditUser.coverage.bounds.beyond', {
        defaultMessage:
          'About {count} more clusters or nodes are not listed: nothing is said about their silences.',
        values: { count: formatCount(linesBeyond) },
      })
    );
  }
  if (recordsOfOtherIndices > 0) {
    words.push(
      i18n.translate('auditUser.coverage.bounds.otherIndices', {
        defaultMessage:
          '{count} records lie in indices beyond the {listed} that are listed: whether they came late is not known.',
        values: {
          count: formatCount(recordsOfOtherIndices),
          listed: formatCount(indices.length),
        },
      })
    );
  }
  return words;
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { CoverageLine, CoverageStep } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { shorten, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import type { CellState, HeatCell } from './heat_cells';
import type { HeatColumn } from './heat_columns';

/** What a cell of that state means. */
export function stateWords(state: CellState): string {
  switch (state) {
    case 'records':
      return i18n.translate('auditUser.coverage.cell.records', { defaultMessage: 'Records' });
    case 'silence':
      return i18n.translate('auditUser.coverage.cell.silence', {
        defaultMessage: 'Silence: nothing where records were to be expected',
      });
    case 'less':
      return i18n.translate('auditUser.coverage.cell.less', {
        defaultMessage: 'Nothing, though something is usual: too little to be called a silence',
      });
    case 'nothing':
      return i18n.translate('auditUser.coverage.cell.nothing', {
        defaultMessage: 'Nothing, and nothing known to be usual',
      });
    case 'not_kept':
      return i18n.translate('auditUser.coverage.cell.notKept', {
        defaultMessage: 'Before the oldest that is kept: not known',
      });
    case 'not_over':
      return i18n.translate('auditUser.coverage.cell.notOver', {
        defaultMessage: 'Not over yet',
      });
    case 'unknown':
      return i18n.translate('auditUser.coverage.cell.unknown', {
        defaultMessage: 'Nothing seen, but a part of the log did not answer',
      });
  }
}

/** That a silence lies within a time that has records too. */
export function partlySilentWords(): string {
  return i18n.translate('auditUser.coverage.cell.partly', {
    defaultMessage: 'Records, and a silence within',
  });
}

/** Period, records and meaning of a cell. */
export function cellTitle(
  { state, records, partlySilent }: HeatCell,
  { fromMs, toMs }: HeatColumn,
  format: string
): string {
  const ended = (ms: number) => formatInstant(new Date(ms).toISOString(), format).local;
  const values = { from: ended(fromMs), to: ended(toMs), records: formatCount(records) };
  if (state === 'records' && !partlySilent) {
    return i18n.translate('auditUser.coverage.cell.title', {
      defaultMessage: '{from} to {to}: {records} records',
      values,
    });
  }
  return i18n.translate('auditUser.coverage.cell.titleState', {
    defaultMessage: '{from} to {to}: {records} records. {meaning}',
    values: { ...values, meaning: partlySilent ? partlySilentWords() : stateWords(state) },
  });
}

const short = (text: string) => toVisibleText(shorten(text, 100).shown);

/** Name of a row. */
export function lineLabel({ kind, cluster, host }: CoverageLine): string {
  if (kind === 'host' && host !== undefined) return short(host);
  const named =
    cluster === ''
      ? i18n.translate('auditUser.coverage.noCluster', { defaultMessage: '(no cluster named)' })
      : short(cluster);
  return kind === 'cluster'
    ? named
    : i18n.translate('auditUser.coverage.line.misread', {
        defaultMessage: '{cluster}: misread time stamps, of any node',
        values: { cluster: named },
      });
}

/** What a column stands for. */
export function columnWords(step: CoverageStep, together: number): string {
  switch (step) {
    case 'hour':
      return i18n.translate('auditUser.coverage.columns.hour', {
        defaultMessage: 'Each column is an hour (UTC).',
      });
    case 'day':
      return together === 1
        ? i18n.translate('auditUser.coverage.columns.day', {
            defaultMessage: 'Each column is a day (UTC).',
          })
        : i18n.translate('auditUser.coverage.columns.days', {
            defaultMessage: 'Each column is {together} days (UTC).',
            values: { together },
          });
    case 'week':
      return i18n.translate('auditUser.coverage.columns.weeks', {
        defaultMessage: 'Each column is {together} weeks from Monday (UTC).',
        values: { together },
      });
  }
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { shorten, toVisibleText } from '../display_text';
import { VALUE_FILTERS, type AuditState } from '../../url_state/audit_state';
import { applyFilterChange } from '../../url_state/change_filters';
import type { FilterKey } from '../../url_state/filter_change';
import { filterLabel, valueLabel } from './filter_labels';

/** One active filter in words, and the state without it. */
export interface Pill {
  id: string;
  text: string;
  excluded: boolean;
  without: AuditState;
}

/** Longest value in a pill. */
const MAX_PILL = 80;

function toPill(state: AuditState, key: FilterKey, value: string, excluded: boolean): Pill {
  const { shown, hidden } = shorten(valueLabel(key, value), MAX_PILL);
  const values = {
    label: filterLabel(key),
    value: `${toVisibleText(shown)}${hidden > 0 ? '…' : ''}`,
  };
  const text = excluded
    ? i18n.translate('auditUser.pill.not', { defaultMessage: 'Not {label}: {value}', values })
    : i18n.translate('auditUser.pill.only', { defaultMessage: '{label}: {value}', values });
  return {
    id: `${excluded ? 'not' : 'only'} ${key} ${value}`,
    text,
    excluded,
    without: applyFilterChange(state, { kind: 'remove', key, value }),
  };
}

function toImpersonatedPills(state: AuditState): Pill[] {
  const { impersonated } = state;
  if (impersonated === undefined) return [];
  if (Array.isArray(impersonated)) {
    return impersonated.map((name) => toPill(state, 'impersonatedUsers', name, false));
  }
  const text = impersonated
    ? i18n.translate('auditUser.pill.acting', { defaultMessage: 'Acting as somebody else' })
    : i18n.translate('auditUser.pill.notActing', { defaultMessage: 'Not acting as somebody else' });
  const without = { ...state, impersonated: undefined };
  return [{ id: 'impersonated', text, excluded: !impersonated, without }];
}

/** All active filters of a state. */
export function toPills(state: AuditState): Pill[] {
  const of = (excluded: boolean) =>
    VALUE_FILTERS.flatMap((key) => {
      const values: readonly string[] = (excluded ? state.exclude : state.include)[key] ?? [];
      return values.map((value) => toPill(state, key, value, excluded));
    });
  return [...of(false), ...of(true), ...toImpersonatedPills(state)];
}

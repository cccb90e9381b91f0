/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { shorten, toVisibleText } from '../../components/display_text';
import { VALUE_FILTERS, type AuditState } from '../../url_state/audit_state';
import { applyFilterChange, clearFilters } from '../../url_state/change_filters';
import type { FilterKey } from '../../url_state/filter_change';
import { filterLabel, valueLabel } from './filter_labels';
import { showsPeopleOnly } from './to_request';

export interface FilterPillsProps {
  state: AuditState;
  onChange: (next: AuditState) => void;
}

interface Pill {
  id: string;
  text: string;
  excluded: boolean;
  without: AuditState;
}

/** Longest text of a pill. */
const MAX_PILL = 80;

function toPill(state: AuditState, key: FilterKey, value: string, excluded: boolean): Pill {
  const words = shorten(valueLabel(key, value), MAX_PILL).shown;
  const text = excluded
    ? i18n.translate('auditUser.pill.not', {
        defaultMessage: 'Not {label}: {value}',
        values: { label: filterLabel(key), value: toVisibleText(words) },
      })
    : `${filterLabel(key)}: ${toVisibleText(words)}`;
  return {
    id: `${excluded ? '-' : '+'}${key}:${value}`,
    text,
    excluded,
    without: applyFilterChange(state, { kind: 'remove', key, value }),
  };
}

/** All active filters of a state. */
function toPills(state: AuditState): Pill[] {
  const lists = (excluded: boolean) =>
    VALUE_FILTERS.flatMap((key) =>
      ((excluded ? state.exclude : state.include)[key] ?? []).map((value) =>
        toPill(state, key, value, excluded)
      )
    );
  const { impersonated } = state;
  const acting: Pill[] =
    typeof impersonated === 'boolean'
      ? [
          {
            id: 'impersonated',
            excluded: !impersonated,
            text: impersonated
              ? i18n.translate('auditUser.pill.acting', {
                  defaultMessage: 'Acting as somebody else',
                })
              : i18n.translate('auditUser.pill.notActing', {
                  defaultMessage: 'Not acting as somebody else',
                }),
            without: { ...state, impersonated: undefined },
          },
        ]
      : (impersonated ?? []).map((name) => toPill(state, 'impersonatedUsers', name, false));
  return [...lists(false), ...lists(true), ...acting];
}

/** What is active, each with a way to take it away, and all at once. */
export function FilterPills({ state, onChange }: FilterPillsProps) {
  const pills = toPills(state);
  const peopleOnly = showsPeopleOnly(state);
  return (
    <EuiFlexGroup
      gutterSize="xs"
      alignItems="center"
      wrap
      responsive={false}
      role="group"
      aria-label={i18n.translate('auditUser.pill.group', { defaultMessage: 'Active filters' })}
    >
      {peopleOnly && (
        <EuiFlexItem grow={false}>
          <EuiBadge
            color="default"
            iconType="cross"
            iconSide="right"
            iconOnClick={() => onChange({ ...state, system: true })}
            iconOnClickAriaLabel={i18n.translate('auditUser.pill.showSystem', {
              defaultMessage: 'Include system traffic',
            })}
          >
            {i18n.translate('auditUser.pill.people', {
              defaultMessage: 'Persons, group accounts and failed authentications only',
            })}
          </EuiBadge>
        </EuiFlexItem>
      )}
      {pills.map(({ id, text, excluded, without }) => (
        <EuiFlexItem grow={false} key={id} style={{ maxWidth: '100%' }}>
          <EuiBadge
            color={excluded ? 'warning' : 'hollow'}
            title={text}
            iconType="cross"
            iconSide="right"
            iconOnClick={() => onChange(without)}
            iconOnClickAriaLabel={i18n.translate('auditUser.pill.remove', {
              defaultMessage: 'Remove the filter {text}',
              values: { text },
            })}
          >
            {text}
          </EuiBadge>
        </EuiFlexItem>
      ))}
      {pills.length > 0 && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="xs" onClick={() => onChange(clearFilters(state))}>
            {i18n.translate('auditUser.pill.clear', { defaultMessage: 'Clear all filters' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiBadge,
  EuiButtonEmpty,
  EuiFilterButton,
  EuiPopover,
  EuiSelectable,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Facet } from '../../../../common/api/kube_summary';
import { shorten, toVisibleText } from '../../../components/display_text';
import type { ValueFilter } from '../../../url_state/audit_state';
import { formatCount } from '../../../components/count_words';
import { toFacetOptions } from './facet_options';
import { filterLabel, valueLabel } from '../../../components/kube_filters/filter_labels';

export interface FacetFilterProps {
  filter: ValueFilter;
  facet?: Facet;
  include: readonly string[];
  exclude: readonly string[];
  onChange: (include: string[], exclude: string[]) => void;
}

/** Longest value shown in the list. */
const MAX_LABEL = 120;

/** Height of the list; it scrolls, and only what is seen is drawn. */
const LIST_HEIGHT = 260;

/** Chooses values of one filter, with their counts: once for only these, twice for all but these. */
export function FacetFilter({ filter, facet, include, exclude, onChange }: FacetFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const label = filterLabel(filter);
  const chosen = include.length + exclude.length;
  const options = toFacetOptions(facet, include, exclude).map(({ value, count, checked }) => ({
    key: value,
    value,
    checked,
    label: toVisibleText(shorten(valueLabel(filter, value), MAX_LABEL).shown),
    append: (
      <EuiBadge color="hollow">
        {count === undefined ? '–' : `${facet?.approximate ? '≈ ' : ''}${formatCount(count)}`}
      </EuiBadge>
    ),
  }));
  const addTyped = () => {
    onChange([...include.filter((value) => value !== typed), typed], [...exclude]);
    setTyped('');
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="s"
      anchorPosition="downLeft"
      ownFocus
      aria-label={label}
      panelStyle={{ width: 380, maxWidth: '90vw' }}
      button={
        <EuiFilterButton
          iconType="arrowDown"
          onClick={() => setIsOpen(!isOpen)}
          isSelected={isOpen}
          aria-expanded={isOpen}
          hasActiveFilters={chosen > 0}
          numActiveFilters={chosen > 0 ? chosen : undefined}
          data-test-subj={`auditUserFilter-${filter}`}
        >
          {label}
        </EuiFilterButton>
      }
    >
      <EuiSelectable
        searchable
        allowExclusions
        aria-label={label}
        height={LIST_HEIGHT}
        options={options}
        searchProps={{
          compressed: true,
          placeholder: i18n.translate('auditUser.facet.search', { defaultMessage: 'Find a value' }),
          'aria-label': i18n.translate('auditUser.facet.searchLabel', {
            defaultMessage: 'Find a value of {label}',
            values: { label },
          }),
          onSearch: (text: string) => setTyped(text),
        }}
        listProps={{ bordered: true }}
        onChange={(next) => {
          const values = (checked: 'on' | 'off') =>
            next.filter((option) => option.checked === checked).map(({ value }) => String(value));
          onChange(values('on'), values('off'));
        }}
      >
        {(list, search) => (
          <>
            {search}
            {list}
          </>
        )}
      </EuiSelectable>
      {typed !== '' && !include.includes(typed) && (
        <EuiButtonEmpty size="xs" iconType="plusInCircle" onClick={addTyped}>
          {i18n.translate('auditUser.facet.exact', {
            defaultMessage: 'Filter for exactly “{value}”',
            values: { value: shorten(typed, MAX_LABEL).shown },
          })}
        </EuiButtonEmpty>
      )}
      <EuiText size="xs" color="subdued">
        <p>
          {i18n.translate('auditUser.facet.help', {
            defaultMessage: 'Choose once to keep only a value, twice to leave it out.',
          })}{' '}
          {facet && facet.moreValues > 0
            ? i18n.translate('auditUser.facet.more', {
                defaultMessage:
                  'At least {count, plural, one {# more value exists} other {# more values exist}}: type one exactly to use it.',
                values: { count: facet.moreValues },
              })
            : ''}
        </p>
      </EuiText>
    </EuiPopover>
  );
}

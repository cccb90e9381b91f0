/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiComboBox, EuiFlexGroup, EuiFlexItem, EuiFormRow, EuiHighlight } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_FILTER_VALUES } from '../../../common/api/kube_filters';
import { formatCount } from '../count_words';
import { shorten, toVisibleText } from '../display_text';

/** A value that an answer holds, and how often. */
export interface OfferedValue {
  value: string;
  count?: number;
}

export interface ValueComboBoxProps {
  label: string;
  /** Values of the answer, the most frequent first. */
  offered: readonly OfferedValue[];
  /** Values of the answer that are not offered, since there are too many. */
  leftOut?: number;
  chosen: readonly string[];
  /** A value in words; the value itself when absent. */
  wordsOf?: (value: string) => string;
  /** Whether any other value can be typed. */
  free?: boolean;
  onChange: (values: string[]) => void;
}

/** Longest value shown in the list. */
const MAX_LABEL = 120;

/** Chooses values of one filter from those of the answer, or by typing one exactly. */
export function ValueComboBox(props: ValueComboBoxProps) {
  const { label, offered, chosen, wordsOf = (value) => value, free = true, onChange } = props;
  const { leftOut = 0 } = props;
  const [tooMany, setTooMany] = useState(false);
  const counts = new Map(offered.map(({ value, count }) => [value, count]));
  const toOption = (value: string) => ({
    key: value,
    value,
    label: toVisibleText(shorten(wordsOf(value), MAX_LABEL).shown),
  });
  const change = (values: readonly string[]) => {
    const refused = values.length > MAX_FILTER_VALUES;
    setTooMany(refused);
    if (!refused) onChange([...new Set(values)]);
  };
  return (
    <EuiFormRow
      label={label}
      display="rowCompressed"
      isInvalid={tooMany}
      helpText={
        leftOut > 0
          ? i18n.translate('auditUser.filter.leftOut', {
              defaultMessage:
                'The {offered} most frequent are offered, {count} more are not: type one exactly',
              values: { offered: formatCount(offered.length), count: formatCount(leftOut) },
            })
          : undefined
      }
      error={
        tooMany
          ? i18n.translate('auditUser.filter.tooMany', {
              defaultMessage: 'A filter takes at most {count} values',
              values: { count: MAX_FILTER_VALUES },
            })
          : undefined
      }
    >
      <EuiComboBox<string>
        compressed
        // Its button is too small for fingers (WCAG 2.2, 2.5.8); each value has its own.
        isClearable={false}
        aria-label={label}
        isInvalid={tooMany}
        placeholder={i18n.translate('auditUser.filter.all', { defaultMessage: 'All' })}
        options={offered.map(({ value }) => toOption(value))}
        selectedOptions={chosen.map(toOption)}
        onChange={(options) => change(options.map((option) => String(option.value)))}
        onCreateOption={free ? (typed: string) => change([...chosen, typed]) : undefined}
        customOptionText={i18n.translate('auditUser.filter.exactly', {
          defaultMessage: 'Filter for exactly {searchValue}',
          values: { searchValue: '{searchValue}' },
        })}
        renderOption={(option, searched, className) => {
          const count = counts.get(String(option.value));
          return (
            <EuiFlexGroup gutterSize="s" responsive={false} className={className}>
              <EuiFlexItem style={{ minWidth: 0 }}>
                <EuiHighlight search={searched} className="eui-textTruncate">
                  {option.label}
                </EuiHighlight>
              </EuiFlexItem>
              {count !== undefined && <EuiFlexItem grow={false}>{formatCount(count)}</EuiFlexItem>}
            </EuiFlexGroup>
          );
        }}
        data-test-subj={`auditUserFilter-${label}`}
      />
    </EuiFormRow>
  );
}

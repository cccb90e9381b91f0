/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ResolvedRange } from '../../../common/api/time_range';
import { formatInstant } from '../format_instant';
import { useDateFormat } from '../use_date_format';

export interface NothingPromptProps {
  /** "Nothing" with its degree of certainty. */
  title: string;
  /** Where was looked. */
  range: ResolvedRange;
  /** Among what was looked, and what this proves; one paragraph each. */
  notes: readonly string[];
  /** Active filters in words. */
  filters: readonly string[];
  /** Buttons; what is false is left out. */
  actions: ReadonlyArray<ReactNode>;
}

/** Says what was looked for, where, and among how much, so that "nothing" can be believed. */
export function NothingPrompt({ title, range, notes, filters, actions }: NothingPromptProps) {
  const format = useDateFormat();
  const from = formatInstant(range.from, format);
  const to = formatInstant(range.to, format);
  return (
    <div data-test-subj="auditUserNothing">
      <EuiEmptyPrompt
        iconType="search"
        title={<h2>{title}</h2>}
        body={
          <>
            <p>
              {i18n.translate('auditUser.nothing.period', {
                defaultMessage: 'Period: {from} to {to} ({fromUtc} to {toUtc})',
                values: { from: from.local, to: to.local, fromUtc: from.utc, toUtc: to.utc },
              })}
            </p>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            {filters.length > 0 && (
              <>
                <p>{i18n.translate('auditUser.nothing.filters', { defaultMessage: 'Filters:' })}</p>
                {/* The prompt is centred: marks would not stand below each other. */}
                <ul style={{ listStyle: 'none', margin: 0 }}>
                  {filters.map((text, index) => (
                    <li key={index}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        }
        actions={actions.filter(Boolean)}
      />
    </div>
  );
}

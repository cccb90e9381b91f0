/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import moment from 'moment';
import { EuiFieldText, EuiFlexItem, EuiFormRow } from '@elastic/eui';
import { i18n } from '@osd/i18n';

const FORMATS = ['YYYY-MM-DD', 'YYYY-MM-DD HH:mm', 'YYYY-MM-DD HH:mm:ss', moment.ISO_8601];

/** A typed date as an ISO 8601 instant, in the user's zone where none is named; as typed when it is no date. */
export function toInstant(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const parsed = moment(trimmed, FORMATS, true);
  return parsed.isValid() ? parsed.toISOString() : trimmed;
}

export interface InstantFieldProps {
  /** Of the field, for its label. */
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A date, with or without a time, that may be left out. */
export function InstantField({ id, label, value, onChange }: InstantFieldProps) {
  return (
    <EuiFlexItem style={{ minWidth: 200 }}>
      <EuiFormRow
        id={id}
        label={label}
        helpText={i18n.translate('auditUser.directory.hint.instant', {
          defaultMessage: 'YYYY-MM-DD, with HH:mm if needed; may stay empty',
        })}
      >
        <EuiFieldText value={value} onChange={({ target }) => onChange(target.value)} />
      </EuiFormRow>
    </EuiFlexItem>
  );
}

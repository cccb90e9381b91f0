/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_FILTER_VALUES } from '../../../../common/api/kube_filters';
import type { AuditedUser } from '../../../../common/api/users';

export interface ChosenUsersProps {
  /** What stands in the search field. */
  typed: string;
  listed: readonly AuditedUser[];
  selected: readonly string[];
  onChange: (users: string[]) => void;
}

/**
 * What can be done with the selection as a whole: add the typed name as it is, also when nobody of that
 * name was seen ("did she do anything at all?"), and start over.
 */
export function ChosenUsers({ typed, listed, selected, onChange }: ChosenUsersProps) {
  const isFull = selected.length >= MAX_FILTER_VALUES;
  const isKnown = selected.includes(typed) || listed.some(({ name }) => name === typed);
  return (
    <>
      {typed !== '' && !isKnown && !isFull && (
        <EuiButtonEmpty
          size="xs"
          iconType="plusInCircle"
          onClick={() => onChange([...selected, typed])}
        >
          {i18n.translate('auditUser.userSelector.addExactly', {
            defaultMessage: 'Add the exact name “{name}”',
            values: { name: typed },
          })}
        </EuiButtonEmpty>
      )}
      {selected.length > 0 && (
        <EuiButtonEmpty size="xs" iconType="cross" onClick={() => onChange([])}>
          {i18n.translate('auditUser.userSelector.clear', {
            defaultMessage: 'Clear the selection ({count})',
            values: { count: selected.length },
          })}
        </EuiButtonEmpty>
      )}
      {isFull && (
        <EuiText size="xs" color="subdued">
          <p role="alert">
            {i18n.translate('auditUser.userSelector.full', {
              defaultMessage: 'At most {count} users can be selected at once.',
              values: { count: MAX_FILTER_VALUES },
            })}
          </p>
        </EuiText>
      )}
    </>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import moment from 'moment';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DirectoryEntry } from '../../../../common/api/directory';
import { DisplayText } from '../../../components/display_text';
import { ChangeFailure } from './change_failure';
import { InstantField, toInstant } from './instant_field';
import { useDirectoryChange } from './use_directory';

export interface EndFormProps {
  entry: DirectoryEntry;
  onDone: () => void;
  onCancel: () => void;
}

/** Ends the validity of an entry. It stays in the directory: what was true before stays true. */
export function EndForm({ entry, onDone, onCancel }: EndFormProps) {
  const [validTo, setValidTo] = useState(() => moment().format('YYYY-MM-DD HH:mm:ss'));
  const change = useDirectoryChange();
  const instant = toInstant(validTo);
  const title = i18n.translate('auditUser.directory.endTitle', {
    defaultMessage: 'End the validity of an entry',
  });
  return (
    <EuiPanel paddingSize="m" hasShadow={false} hasBorder>
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (instant === undefined) return;
          change.mutate({ action: 'end', id: entry.id, validTo: instant }, { onSuccess: onDone });
        }}
      >
        <ChangeFailure error={change.error} />
        <EuiText size="s">
          <p>
            {title}
            {': '}
            <DisplayText text={`${entry.value} ${entry.person ?? ''}`} max={300} />
          </p>
        </EuiText>
        <EuiFlexGroup gutterSize="m" alignItems="center" wrap>
          <InstantField
            id="auditUserDirectoryValidTo"
            label={i18n.translate('auditUser.directory.field.validTo', {
              defaultMessage: 'Valid until',
            })}
            value={validTo}
            onChange={setValidTo}
          />
          <EuiFlexItem grow={false}>
            <EuiButton type="submit" size="s" color="danger" isLoading={change.isLoading}>
              {i18n.translate('auditUser.directory.endNow', { defaultMessage: 'End it' })}
            </EuiButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty size="s" onClick={onCancel}>
              {i18n.translate('auditUser.directory.cancel', { defaultMessage: 'Cancel' })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      </form>
    </EuiPanel>
  );
}

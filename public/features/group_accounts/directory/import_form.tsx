/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_IMPORT_LENGTH, type DirectoryWriteResponse } from '../../../../common/api/directory';
import { DisplayText } from '../../../components/display_text';
import { ChangeFailure } from './change_failure';
import { kindLabel } from './directory_words';
import { InstantField, toInstant } from './instant_field';
import { useDirectoryChange } from './use_directory';

/** Lines of a preview that are shown; the rest is counted. */
const MAX_SHOWN = 100;

function Preview({ answer }: { answer: DirectoryWriteResponse }) {
  const { written, skipped } = answer;
  return (
    <EuiText size="s" data-test-subj="auditUserImportPreview">
      <h3>
        {i18n.translate('auditUser.directory.preview.written', {
          defaultMessage: '{count, plural, one {# entry} other {# entries}} would be filed',
          values: { count: written.length },
        })}
      </h3>
      <ul>
        {written.slice(0, MAX_SHOWN).map(({ id, kind, value, person }) => (
          <li key={id}>
            {kindLabel(kind)} <DisplayText text={value} max={120} />
            {': '}
            {person === undefined ? (
              i18n.translate('auditUser.directory.nobody', {
                defaultMessage: 'nobody by name (shared or unknown)',
              })
            ) : (
              <DisplayText text={person} max={120} />
            )}
          </li>
        ))}
      </ul>
      {skipped.length > 0 && (
        <>
          <h3>
            {i18n.translate('auditUser.directory.preview.skipped', {
              defaultMessage: '{count, plural, one {# line} other {# lines}} would be left out',
              values: { count: skipped.length },
            })}
          </h3>
          <ul>
            {skipped.slice(0, MAX_SHOWN).map(({ line, reason }) => (
              <li key={line}>
                {i18n.translate('auditUser.directory.preview.line', {
                  defaultMessage: 'Line {line}: ',
                  values: { line },
                })}
                <DisplayText text={reason} max={300} />
              </li>
            ))}
          </ul>
        </>
      )}
    </EuiText>
  );
}

/** Imports an authorized_keys file or a CSV: shows what would happen first, and then files it. */
export function ImportForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [format, setFormat] = useState<'authorized_keys' | 'csv'>('authorized_keys');
  const [text, setText] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const preview = useDirectoryChange();
  const change = useDirectoryChange();
  const from = toInstant(validFrom);
  const request = { action: 'import' as const, format, text, ...(from ? { validFrom: from } : {}) };
  const again = () => {
    preview.reset();
    change.reset();
  };
  const tooLong = text.length > MAX_IMPORT_LENGTH;
  const title = i18n.translate('auditUser.directory.import', { defaultMessage: 'Import' });
  return (
    <EuiPanel paddingSize="m" hasShadow={false} hasBorder>
      <form aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <EuiTitle size="xs">
          <h2>{title}</h2>
        </EuiTitle>
        <EuiSpacer size="s" />
        <ChangeFailure error={change.error ?? preview.error} />
        <EuiFlexGroup wrap gutterSize="m">
          <EuiFlexItem style={{ minWidth: 200 }}>
            <EuiFormRow
              label={i18n.translate('auditUser.directory.format', { defaultMessage: 'Format' })}
            >
              <EuiSelect
                value={format}
                options={[
                  { value: 'authorized_keys', text: 'authorized_keys' },
                  { value: 'csv', text: 'CSV' },
                ]}
                onChange={({ target }) => {
                  setFormat(target.value === 'csv' ? 'csv' : 'authorized_keys');
                  again();
                }}
              />
            </EuiFormRow>
          </EuiFlexItem>
          <InstantField
            id="auditUserDirectoryValidFrom"
            label={i18n.translate('auditUser.directory.field.validFrom', {
              defaultMessage: 'Valid from',
            })}
            value={validFrom}
            onChange={(value) => {
              setValidFrom(value);
              again();
            }}
          />
        </EuiFlexGroup>
        <EuiFormRow
          fullWidth
          label={i18n.translate('auditUser.directory.text', { defaultMessage: 'Text' })}
          helpText={i18n.translate('auditUser.directory.textHint', {
            defaultMessage:
              'Public keys only. The person is the e-mail address in the comment of a key; without one a key is filed as shared or unknown.',
          })}
          isInvalid={tooLong}
          error={i18n.translate('auditUser.directory.tooLong', {
            defaultMessage: 'Too long for one import: cut it into parts',
          })}
        >
          <EuiTextArea
            fullWidth
            rows={8}
            value={text}
            isInvalid={tooLong}
            onChange={({ target }) => {
              setText(target.value);
              again();
            }}
          />
        </EuiFormRow>
        <EuiSpacer size="s" />
        {preview.data && <Preview answer={preview.data} />}
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            {preview.data && preview.data.written.length > 0 ? (
              <EuiButton
                fill
                size="s"
                isLoading={change.isLoading}
                onClick={() => change.mutate(request, { onSuccess: onDone })}
              >
                {i18n.translate('auditUser.directory.importNow', {
                  defaultMessage: 'File {count, plural, one {# entry} other {# entries}}',
                  values: { count: preview.data.written.length },
                })}
              </EuiButton>
            ) : (
              <EuiButton
                size="s"
                isDisabled={text.trim() === '' || tooLong}
                isLoading={preview.isLoading}
                onClick={() => preview.mutate({ ...request, dryRun: true })}
              >
                {i18n.translate('auditUser.directory.look', {
                  defaultMessage: 'See what would be filed',
                })}
              </EuiButton>
            )}
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

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCheckbox,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import {
  DIRECTORY_KINDS,
  directoryEntryInputSchema,
  type DirectoryEntryInput,
  type DirectoryKind,
} from '../../../../common/api/directory';
import { ChangeFailure } from './change_failure';
import { kindLabel, valueHint } from './directory_words';
import { InstantField, toInstant } from './instant_field';
import { useDirectoryChange } from './use_directory';

export interface EntryFormProps {
  /** What is known already, such as a key of the work list. */
  start?: Partial<DirectoryEntryInput>;
  onDone: () => void;
  onCancel: () => void;
}

interface Typed {
  kind: DirectoryKind;
  value: string;
  person: string;
  shared: boolean;
  validFrom: string;
  validTo: string;
  note: string;
}

function toEntry(typed: Typed): unknown {
  const optional = (name: string, text: string | undefined) =>
    text === undefined || text.trim() === '' ? {} : { [name]: text.trim() };
  return {
    kind: typed.kind,
    value: typed.value,
    shared: typed.shared,
    ...optional('person', typed.shared ? '' : typed.person),
    ...optional('validFrom', toInstant(typed.validFrom)),
    ...optional('validTo', toInstant(typed.validTo)),
    ...optional('note', typed.note),
    source: 'Audit User',
  };
}

/** Files one entry by hand. */
export function EntryForm({ start = {}, onDone, onCancel }: EntryFormProps) {
  const [typed, setTyped] = useState<Typed>({
    kind: start.kind ?? 'ssh_key',
    value: start.value ?? '',
    person: start.person ?? '',
    shared: start.shared ?? false,
    validFrom: start.validFrom ?? '',
    validTo: start.validTo ?? '',
    note: start.note ?? '',
  });
  const [tried, setTried] = useState(false);
  const change = useDirectoryChange();
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const parsed = directoryEntryInputSchema.safeParse(toEntry(typed));
  const nobody = !typed.shared && typed.person.trim() === '';
  const send = () => {
    setTried(true);
    if (!parsed.success || nobody) return;
    change.mutate({ action: 'add', entry: parsed.data }, { onSuccess: onDone });
  };
  const title = i18n.translate('auditUser.directory.add', { defaultMessage: 'File an entry' });
  return (
    <EuiPanel paddingSize="m" hasShadow={false} hasBorder>
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <EuiTitle size="xs">
          <h2>{title}</h2>
        </EuiTitle>
        <EuiSpacer size="s" />
        <ChangeFailure error={change.error} />
        <EuiFlexGroup wrap gutterSize="m">
          <EuiFlexItem style={{ minWidth: 200 }}>
            <EuiFormRow
              id="auditUserDirectoryKind"
              label={i18n.translate('auditUser.directory.field.kind', { defaultMessage: 'What' })}
            >
              <EuiSelect
                options={DIRECTORY_KINDS.map((kind) => ({ value: kind, text: kindLabel(kind) }))}
                value={typed.kind}
                onChange={({ target }) => set({ kind: target.value as DirectoryKind })}
              />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem style={{ minWidth: 280 }}>
            <EuiFormRow
              id="auditUserDirectoryValue"
              label={i18n.translate('auditUser.directory.field.value', { defaultMessage: 'Value' })}
              helpText={valueHint(typed.kind)}
              isInvalid={tried && typed.value.trim() === ''}
              error={i18n.translate('auditUser.directory.valueMissing', {
                defaultMessage: 'A value is needed',
              })}
            >
              <EuiFieldText
                value={typed.value}
                isInvalid={tried && typed.value.trim() === ''}
                onChange={({ target }) => set({ value: target.value })}
              />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem style={{ minWidth: 240 }}>
            <EuiFormRow
              id="auditUserDirectoryPerson"
              label={i18n.translate('auditUser.directory.field.person', {
                defaultMessage: 'Person',
              })}
              helpText={i18n.translate('auditUser.directory.hint.person', {
                defaultMessage: 'E-mail address, as in the other logs',
              })}
              isInvalid={tried && nobody}
              error={i18n.translate('auditUser.directory.personMissing', {
                defaultMessage: 'Name the person, or say that several hold it',
              })}
            >
              <EuiFieldText
                value={typed.person}
                disabled={typed.shared}
                isInvalid={tried && nobody}
                onChange={({ target }) => set({ person: target.value })}
              />
            </EuiFormRow>
            <EuiSpacer size="s" />
            <EuiCheckbox
              id="auditUserDirectoryShared"
              label={i18n.translate('auditUser.directory.field.shared', {
                defaultMessage: 'Several persons hold it: it names nobody',
              })}
              checked={typed.shared}
              onChange={({ target }) => set({ shared: target.checked })}
            />
          </EuiFlexItem>
          <InstantField
            id="auditUserDirectoryValidFrom"
            label={i18n.translate('auditUser.directory.field.validFrom', {
              defaultMessage: 'Valid from',
            })}
            value={typed.validFrom}
            onChange={(validFrom) => set({ validFrom })}
          />
          <InstantField
            id="auditUserDirectoryValidTo"
            label={i18n.translate('auditUser.directory.field.validTo', {
              defaultMessage: 'Valid until',
            })}
            value={typed.validTo}
            onChange={(validTo) => set({ validTo })}
          />
          <EuiFlexItem style={{ minWidth: 240 }}>
            <EuiFormRow
              id="auditUserDirectoryNote"
              label={i18n.translate('auditUser.directory.field.note', { defaultMessage: 'Note' })}
            >
              <EuiFieldText
                value={typed.note}
                onChange={({ target }) => set({ note: target.value })}
              />
            </EuiFormRow>
          </EuiFlexItem>
        </EuiFlexGroup>
        <EuiSpacer size="m" />
        {tried && !parsed.success && (
          <p role="alert">{`${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`}</p>
        )}
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButton type="submit" fill size="s" isLoading={change.isLoading}>
              {i18n.translate('auditUser.directory.file', { defaultMessage: 'File it' })}
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

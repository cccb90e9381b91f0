/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState, type FormEvent } from 'react';
import {
  EuiButton,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { complaintAboutPurpose, MAX_PURPOSE_LENGTH } from '../../../common/api/access_log';
import type { PurposeStore } from '../../api/purpose_store';
import { useServices } from '../services_context';

const LABEL = () => i18n.translate('auditUser.purpose.label', { defaultMessage: 'Purpose' });

function saying(pseudonymise: boolean, given: boolean): string {
  if (!pseudonymise) {
    return i18n.translate('auditUser.purpose.recorded', {
      defaultMessage: 'It is recorded who looks at what here, and why.',
    });
  }
  return given
    ? i18n.translate('auditUser.purpose.namesShown', {
        defaultMessage:
          'It is recorded who looks at what here. Names are shown for the purpose that you gave.',
      })
    : i18n.translate('auditUser.purpose.namesHidden', {
        defaultMessage:
          'It is recorded who looks at what here. Names of persons are pseudonyms (person-…): give a purpose to see them.',
      });
}

/** Where looking is recorded: says so, and takes the purpose. Elsewhere nothing. */
export function PurposeBar() {
  const { access } = useServices();
  return access ? <Bar purpose={access.purpose} pseudonymise={access.pseudonymise} /> : null;
}

function Bar({ purpose, pseudonymise }: { purpose: PurposeStore; pseudonymise: boolean }) {
  const client = useQueryClient();
  const [given, setGiven] = useState(purpose.get());
  const [text, setText] = useState(given);
  const invalid = complaintAboutPurpose(text) !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invalid || text.trim() === given) return;
    purpose.set(text);
    setGiven(purpose.get());
    setText(purpose.get());
    // What is on the page was asked for another purpose: it is taken away and asked again.
    void client.resetQueries();
  };
  return (
    <EuiPanel paddingSize="s" hasShadow={false} data-test-subj="auditUserPurposeBar">
      <form onSubmit={submit}>
        <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
          <EuiFlexItem>
            <EuiText size="s">
              <p role="status">{saying(pseudonymise, given !== '')}</p>
            </EuiText>
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiFormRow
              label={LABEL()}
              display="columnCompressed"
              isInvalid={invalid}
              error={
                invalid
                  ? i18n.translate('auditUser.purpose.invalid', {
                      defaultMessage: 'At most {max} characters, without control characters.',
                      values: { max: MAX_PURPOSE_LENGTH },
                    })
                  : undefined
              }
            >
              <EuiFieldText
                compressed
                value={text}
                isInvalid={invalid}
                onChange={({ target }) => setText(target.value)}
                placeholder={i18n.translate('auditUser.purpose.placeholder', {
                  defaultMessage: 'Incident, ticket or review',
                })}
              />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton size="s" type="submit" isDisabled={invalid || text.trim() === given}>
              {i18n.translate('auditUser.purpose.give', { defaultMessage: 'Ask for this purpose' })}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </form>
    </EuiPanel>
  );
}

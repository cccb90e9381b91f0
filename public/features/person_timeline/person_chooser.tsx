/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { EuiButton, EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiFormRow } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { personPath, searchForView } from '../../url_state/view_paths';

/** Goes to the timeline of another person. */
export function PersonChooser({ person }: { person: string }) {
  const history = useHistory();
  const { search } = useLocation();
  const [typed, setTyped] = useState(person);
  const go = () => {
    const name = typed.trim();
    if (name === '') return;
    history.push({ pathname: personPath(name), search: searchForView(search) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <EuiFlexGroup gutterSize="s" alignItems="flexEnd" responsive={false}>
        <EuiFlexItem style={{ maxWidth: 420 }}>
          <EuiFormRow
            display="rowCompressed"
            label={i18n.translate('auditUser.person.person', { defaultMessage: 'Person' })}
          >
            <EuiFieldText
              compressed
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton type="submit" size="s">
            {i18n.translate('auditUser.person.show', { defaultMessage: 'Show' })}
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
    </form>
  );
}

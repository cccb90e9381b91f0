/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiCheckableCard,
  EuiFlexGrid,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { EVIDENCE_CONTROLS } from '../../../common/evidence/controls';
import { controlShows } from './evidence_words';

const OWN = 'selection';

export interface ControlChoiceProps {
  /** Id of the chosen control; undefined for a selection of one's own. */
  control?: string;
  onChange: (control: string | undefined) => void;
}

function controlTitle(id: string, iso27019: string | undefined): string {
  return iso27019 === undefined
    ? i18n.translate('auditUser.evidence.controlTitle', {
        defaultMessage: 'Control {id}',
        values: { id },
      })
    : i18n.translate('auditUser.evidence.controlTitle27019', {
        defaultMessage: 'Control {id} [27019: {iso27019}]',
        values: { id, iso27019 },
      });
}

function Label({ title, text }: { title: string; text: string }) {
  return (
    <>
      <strong>{title}</strong>
      <EuiText size="s">
        <p>{text}</p>
      </EuiText>
    </>
  );
}

/** What is to be proved: a control of the standard, or what another view showed. */
export function ControlChoice({ control, onChange }: ControlChoiceProps) {
  const card = (id: string, title: string, text: string, value: string | undefined) => (
    <EuiFlexItem key={id}>
      <EuiCheckableCard
        id={`auditUserControl-${id}`}
        style={{ height: '100%' }}
        name="auditUserControl"
        value={id}
        label={<Label title={title} text={text} />}
        checked={control === value}
        onChange={() => onChange(value)}
      />
    </EuiFlexItem>
  );
  const title = i18n.translate('auditUser.evidence.what', {
    defaultMessage: 'What is to be shown? Controls of ISO/IEC 27002:2022',
  });
  return (
    <section aria-label={title}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiFlexGrid columns={2} gutterSize="s" role="radiogroup" aria-label={title}>
        {EVIDENCE_CONTROLS.map(({ id, iso27019, shows }) =>
          card(id, controlTitle(id, iso27019), controlShows(id, shows), id)
        )}
        {card(
          OWN,
          i18n.translate('auditUser.evidence.own', { defaultMessage: 'A selection of your own' }),
          i18n.translate('auditUser.evidence.ownText', {
            defaultMessage:
              'What another view showed. Set its filters there, then choose “Prove this”.',
          }),
          undefined
        )}
      </EuiFlexGrid>
    </section>
  );
}

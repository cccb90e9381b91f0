/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { SshFilters, SshSessionsResponse } from '../../../../common/api/ssh_sessions';
import { shorten, toVisibleText } from '../../../components/display_text';
import { NothingPrompt } from '../../../components/states/nothing_prompt';
import { isSerious } from '../../../components/states/reason_words';
import { SSH_FILTERS } from '../../../url_state/ssh_state';
import { sshFilterLabel, sshValueLabel } from '../ssh_words';
import { nothingNote, nothingTitle } from './nothing_words';

export interface NoSessionProps {
  filters: SshFilters;
  answer: SshSessionsResponse;
  /** Of all pages that were read. */
  reasons: readonly CompletenessReason[];
  onClear: () => void;
}

function wordsOf(filters: SshFilters): string[] {
  return SSH_FILTERS.flatMap((filter) =>
    (filters[filter] ?? []).map((value) => {
      const shown = toVisibleText(shorten(sshValueLabel(filter, value), 80).shown);
      return `${sshFilterLabel(filter)}: ${shown}`;
    })
  );
}

/** No session: in the period, with these filters, or in what could be read. */
export function NoSession({ filters, answer, reasons, onClear }: NoSessionProps) {
  const words = wordsOf(filters);
  const basis = {
    lines: answer.figures.lines,
    filtered: words.length > 0,
    incomplete: reasons.some(isSerious),
  };
  return (
    <NothingPrompt
      title={nothingTitle(basis)}
      range={answer.range}
      notes={[nothingNote(basis)]}
      filters={words}
      actions={[
        words.length > 0 && (
          <EuiButtonEmpty key="clear" onClick={onClear}>
            {i18n.translate('auditUser.nothing.clear', { defaultMessage: 'Remove all filters' })}
          </EuiButtonEmpty>
        ),
      ]}
    />
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../call_out';
import type { CompletenessReason } from '../../../common/api/completeness';
import { toVisibleText } from '../display_text';
import { CoverageLink } from './coverage_link';
import { incompleteTitle, isSerious, reasonTitle } from './reason_words';

export interface CompletenessCalloutProps {
  reasons: readonly CompletenessReason[];
  /** What else is to be said, as items of a list. */
  children?: ReactNode;
}

/** Says in plain words what the answer does not hold. Above everything else, since it changes what all means. */
export function CompletenessCallout({ reasons, children }: CompletenessCalloutProps) {
  if (reasons.length === 0 && !children) return null;
  const serious = reasons.some(isSerious);
  return (
    <>
      <CallOut
        size="s"
        color={serious ? 'warning' : 'primary'}
        iconType={serious ? 'alert' : 'iInCircle'}
        data-test-subj="auditUserCompleteness"
        title={
          serious
            ? incompleteTitle()
            : i18n.translate('auditUser.completeness.note', {
                defaultMessage: 'About this answer',
              })
        }
      >
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code + reason.message}>
              <strong>{reasonTitle(reason)}.</strong> {toVisibleText(reason.message)}
            </li>
          ))}
          {children}
        </ul>
      </CallOut>
      {/* A link on the background of a note has too little contrast in the dark theme (WCAG 1.4.3). */}
      <CoverageLink reasons={reasons} />
      <EuiSpacer size="m" />
    </>
  );
}

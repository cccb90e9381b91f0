/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiIcon, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { AttributionMark } from '../../../common/attribution/attribution';
import { markLabel } from './mark_words';

/** What an auditor looks at first, with an icon and in words that are never cut; nothing when there is none. */
export function MarkBadges({ marks }: { marks: readonly AttributionMark[] }) {
  if (marks.length === 0) return null;
  return (
    <EuiText size="xs">
      <ul
        style={{ listStyle: 'none', margin: 0 }}
        aria-label={i18n.translate('auditUser.mark.group', { defaultMessage: 'To be looked at' })}
      >
        {marks.map((mark) => (
          <li key={mark}>
            <EuiIcon type="alert" size="s" /> {markLabel(mark)}
          </li>
        ))}
      </ul>
    </EuiText>
  );
}

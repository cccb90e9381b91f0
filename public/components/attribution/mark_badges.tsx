/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { AttributionMark } from '../../../common/attribution/attribution';
import { markLabel } from './mark_words';

/** What an auditor looks at first, with an icon and in words; nothing when there is none. */
export function MarkBadges({ marks }: { marks: readonly AttributionMark[] }) {
  if (marks.length === 0) return null;
  return (
    <EuiFlexGroup
      gutterSize="xs"
      wrap
      responsive={false}
      role="group"
      aria-label={i18n.translate('auditUser.mark.group', { defaultMessage: 'To be looked at' })}
    >
      {marks.map((mark) => (
        <EuiFlexItem grow={false} key={mark}>
          <EuiBadge color="hollow" iconType="alert">
            {markLabel(mark)}
          </EuiBadge>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
}

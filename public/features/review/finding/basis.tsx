/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DisplayText } from '../../../components/display_text';

/** What was looked for, and where the rule comes from. */
export function Basis({ basis, source }: { basis: string; source: string }) {
  return (
    <EuiText size="xs" color="subdued">
      <p>
        <DisplayText text={basis} />{' '}
        {i18n.translate('auditUser.review.source', {
          defaultMessage: 'Source: {source}',
          values: { source },
        })}
      </p>
    </EuiText>
  );
}

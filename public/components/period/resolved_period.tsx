/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ResolvedRange } from '../../../common/api/time_range';
import { formatInstant } from '../format_instant';
import { useDateFormat } from '../use_date_format';

/** The instants that an answer really used, in the user's zone and in UTC. */
export function ResolvedPeriod({ range }: { range: ResolvedRange }) {
  const format = useDateFormat();
  const from = formatInstant(range.from, format);
  const to = formatInstant(range.to, format);
  return (
    <EuiText size="xs" color="subdued" data-test-subj="auditUserPeriod">
      <p>
        {i18n.translate('auditUser.period.local', {
          defaultMessage: 'Period: {from} to {to}',
          values: { from: from.local, to: to.local },
        })}
        <br />
        {i18n.translate('auditUser.period.utc', {
          defaultMessage: 'In UTC: {from} to {to}',
          values: { from: from.utc, to: to.utc },
        })}
      </p>
    </EuiText>
  );
}

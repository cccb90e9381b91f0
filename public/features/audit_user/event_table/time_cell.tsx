/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { formatInstant } from '../../../components/format_instant';

export interface TimeCellProps {
  event: Pick<KubeEvent, 'receivedAt' | 'duplicates'>;
  dateFormat: string;
}

/** When the request was received, with UTC and the log's own text at hand; says when it was logged repeatedly. */
export function TimeCell({ event: { receivedAt, duplicates }, dateFormat }: TimeCellProps) {
  const received = formatInstant(receivedAt, dateFormat);
  return (
    <div>
      <time dateTime={receivedAt} title={`${received.utc}\n${receivedAt}`}>
        {received.local}
      </time>
      {duplicates > 0 && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('auditUser.table.duplicates', {
            defaultMessage:
              '{count, plural, one {# record delivered again} other {# records delivered again}}, counted once',
            values: { count: duplicates },
          })}
        </EuiText>
      )}
    </div>
  );
}

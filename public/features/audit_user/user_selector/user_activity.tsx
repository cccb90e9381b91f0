/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiTextColor } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import type { AuditedUser } from '../../../../common/api/users';
import { formatInstant } from '../../../components/format_instant';

export interface UserActivityProps {
  user: AuditedUser;
  countsApproximate: boolean;
}

function wordsOf({ requests, lastSeen }: AuditedUser, countsApproximate: boolean): string {
  const values = {
    count: requests,
    requests: requests.toLocaleString(),
    ago: moment(lastSeen).fromNow(),
  };
  return countsApproximate
    ? i18n.translate('auditUser.userSelector.activityApproximate', {
        defaultMessage:
          'about {count, plural, one {1 request} other {{requests} requests}}, last {ago}',
        values,
      })
    : i18n.translate('auditUser.userSelector.activity', {
        defaultMessage: '{count, plural, one {1 request} other {{requests} requests}}, last {ago}',
        values,
      });
}

/** How many requests a user made and when the last was; the instant itself is in the title. */
export function UserActivity({ user, countsApproximate }: UserActivityProps) {
  const { local, utc } = formatInstant(user.lastSeen);
  return (
    <EuiTextColor color="subdued">
      <time dateTime={user.lastSeen} title={`${local} (${utc})`}>
        {wordsOf(user, countsApproximate)}
      </time>
    </EuiTextColor>
  );
}

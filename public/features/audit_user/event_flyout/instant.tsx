/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import moment from 'moment';
import { DisplayText } from '../../../components/display_text';

/**
 * An instant in the user's zone and in UTC, with the text of the log as its title: the log has more digits
 * than a browser reads.
 */
export function Instant({ instant }: { instant: string }) {
  const time = moment(instant, moment.ISO_8601, true);
  if (!time.isValid()) return <DisplayText text={instant} />;
  return (
    <time dateTime={time.toISOString()} title={instant}>
      {`${time.format('YYYY-MM-DD HH:mm:ss.SSS Z')} (${time.toISOString()})`}
    </time>
  );
}

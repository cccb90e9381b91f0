/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import moment from 'moment';

/** An instant in the user's zone (the host has set it up in moment) and in UTC. */
export interface FormattedInstant {
  local: string;
  utc: string;
}

/** Date, time and zone; a text that is no instant comes back as it is. */
export function formatInstant(text: string, format = 'YYYY-MM-DD HH:mm:ss.SSS'): FormattedInstant {
  const instant = moment(text, moment.ISO_8601);
  if (!instant.isValid()) return { local: text, utc: text };
  return {
    local: instant.format(format),
    utc: `${instant.clone().utc().format('YYYY-MM-DD HH:mm:ss.SSS')} UTC`,
  };
}

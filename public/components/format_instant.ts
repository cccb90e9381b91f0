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

/** Date and time without doubt about order and zone: for UTC, and where the site has set no format. */
export const PLAIN_FORMAT = 'YYYY-MM-DD HH:mm:ss.SSS';

/** A format that names the offset by itself; what stands in brackets is text. */
const HAS_OFFSET = /Z(?![^[]*\])/;

/** Date, time and offset; a text that is no instant comes back as it is. */
export function formatInstant(text: string, format = PLAIN_FORMAT): FormattedInstant {
  const instant = moment(text, moment.ISO_8601, true);
  if (!instant.isValid()) return { local: text, utc: text };
  return {
    local: instant.format(HAS_OFFSET.test(format) ? format : `${format} Z`),
    utc: `${instant.clone().utc().format(PLAIN_FORMAT)} UTC`,
  };
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { DisplayText } from '../display_text';
import { formatInstant } from '../format_instant';

/**
 * An instant in the user's zone and in UTC, with the text of the log as its title: the log has more digits
 * than a browser reads.
 */
export function Instant({ instant }: { instant: string }) {
  const { local, utc } = formatInstant(instant, 'YYYY-MM-DD HH:mm:ss.SSS Z');
  if (local === utc) return <DisplayText text={instant} />;
  return <span title={instant}>{`${local} (${utc})`}</span>;
}

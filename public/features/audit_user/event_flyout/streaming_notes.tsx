/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { limitsOfLog } from './limits_of_log';

/** Shows {@link limitsOfLog} beside the command, so that nobody reads more into it than there is. */
export function StreamingNotes({ event }: { event: KubeEvent }) {
  const notes = limitsOfLog(event);
  if (notes.length === 0) return null;
  return (
    <EuiText size="s" color="subdued">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </EuiText>
  );
}

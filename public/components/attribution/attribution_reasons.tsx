/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import type { AttributionReason } from '../../../common/attribution/attribution';
import { DisplayText } from '../display_text';

/** Why an attribution is what it is, one sentence each. */
export function AttributionReasons({ reasons }: { reasons: readonly AttributionReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <EuiText size="s">
      <ul>
        {reasons.map(({ code, message }, index) => (
          <li key={`${code} ${index}`}>
            <DisplayText text={message} />
          </li>
        ))}
      </ul>
    </EuiText>
  );
}

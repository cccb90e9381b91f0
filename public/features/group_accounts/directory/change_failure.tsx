/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { CallOut } from '../../../components/call_out';
import { toVisibleText } from '../../../components/display_text';
import { failureWords } from '../../../components/states/failure_words';
import { directoryWords } from './directory_words';

/** Why a change was not made. */
export function ChangeFailure({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const { title, body, iconType } = failureWords(error, directoryWords());
  return (
    <div role="alert">
      <CallOut size="s" color="danger" iconType={iconType} title={title}>
        <p>{toVisibleText(body)}</p>
      </CallOut>
      <EuiSpacer size="s" />
    </div>
  );
}

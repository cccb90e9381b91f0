/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../call_out';
import { shorten, toVisibleText } from '../display_text';
import type { DroppedParameter } from '../../url_state/dropped_parameter';

/** Characters of a parameter's name and value. */
const LONGEST = 80;

/** Parameters that are named; an address can hold thousands. */
const MOST = 10;

function why(reason: DroppedParameter['why']): string {
  switch (reason) {
    case 'invalid':
      return i18n.translate('auditUser.dropped.invalid', { defaultMessage: 'not a valid value' });
    case 'unknown':
      return i18n.translate('auditUser.dropped.unknown', { defaultMessage: 'no such filter' });
    case 'no_period':
      return i18n.translate('auditUser.dropped.noPeriod', {
        defaultMessage: 'no period together with the other end; the usual period is shown instead',
      });
    case 'too_many':
      return i18n.translate('auditUser.dropped.tooMany', {
        defaultMessage: 'more values than a filter takes',
      });
  }
}

const brief = (text: string) => toVisibleText(shorten(text, LONGEST).shown);

/** Names what of the address was not understood: the view asks for more, or for something else, without it. */
export function DroppedNotice({ dropped }: { dropped: readonly DroppedParameter[] }) {
  if (dropped.length === 0) return null;
  return (
    <>
      <CallOut
        size="s"
        color="warning"
        iconType="alert"
        data-test-subj="auditUserDropped"
        title={i18n.translate('auditUser.dropped.title', {
          defaultMessage:
            'A part of this address was not understood and is not applied, so this may not be the view that was meant',
        })}
      >
        <ul>
          {dropped.slice(0, MOST).map(({ name, value, why: reason }, index) => (
            <li key={index}>
              <code>{`${brief(name)}=${brief(value)}`}</code>: {why(reason)}
            </li>
          ))}
          {dropped.length > MOST && (
            <li>
              {i18n.translate('auditUser.dropped.more', {
                defaultMessage: 'and {count} more',
                values: { count: dropped.length - MOST },
              })}
            </li>
          )}
        </ul>
      </CallOut>
      <EuiSpacer size="s" />
    </>
  );
}

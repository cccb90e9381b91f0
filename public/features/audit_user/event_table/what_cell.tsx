/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiCode, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DisplayText, shorten, toVisibleText } from '../../../components/display_text';
import { LINK_TARGET } from '../../../components/link_styles';
import { describeEvent } from '../event_words/describe_event';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** Characters of a command in a row; the event in full has the rest. */
const LONGEST_COMMAND = 200;

/** What was done, in words that open the event, with the verb and the command. */
export function WhatCell({ event, onOpen, onFilter }: RowProps) {
  const { action, object = '', detail } = describeEvent(event);
  const name = i18n.translate('auditUser.table.open', {
    defaultMessage: '{action} {object}: show the event',
    values: { action: toVisibleText(action), object: toVisibleText(shorten(object, 300).shown) },
  });
  return (
    <>
      <EuiLink
        style={LINK_TARGET}
        aria-label={name}
        aria-haspopup="dialog"
        onClick={() => onOpen(event.document)}
      >
        <DisplayText text={action} />
      </EuiLink>
      {detail !== undefined && (
        <div>
          <EuiCode>
            <DisplayText text={detail} max={LONGEST_COMMAND} />
          </EuiCode>
        </div>
      )}
      <EuiText size="xs" color="subdued">
        <FilterValue quiet filter="verbs" value={event.verb} onFilter={onFilter} />
      </EuiText>
    </>
  );
}

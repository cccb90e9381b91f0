/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DisplayText, shorten, toVisibleText } from '../../components/display_text';
import { LIGHT_LINK } from '../../components/link_styles';
import type { SshFilter } from '../../url_state/ssh_state';
import type { FilterFor } from './filter_handler';
import { sshFilterLabel } from './ssh_words';

/** Longest value shown in a row: the session has it whole. */
const MAX_SHOWN = 120;

export interface FilterForValueProps {
  filter: SshFilter;
  value: string;
  onFilter: FilterFor;
}

/** A value of the log that narrows the view down to itself. */
export function FilterForValue({ filter, value, onFilter }: FilterForValueProps) {
  return (
    <EuiLink
      color="text"
      style={LIGHT_LINK}
      onClick={() => onFilter(filter, value)}
      aria-label={i18n.translate('auditUser.ssh.filterFor', {
        defaultMessage: '{value}: show this {filter} only',
        values: {
          value: toVisibleText(shorten(value, MAX_SHOWN).shown),
          filter: sshFilterLabel(filter).toLowerCase(),
        },
      })}
    >
      <DisplayText text={value} max={MAX_SHOWN} />
    </EuiLink>
  );
}

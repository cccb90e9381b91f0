/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiFilterButton, EuiFilterGroup, EuiPopover, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimeRange } from '../../../../common/api/time_range';
import type { UserKind } from '../../../../common/kube_audit/user_kind';
import { shorten, toVisibleText } from '../../../components/display_text';
import { UserList } from './user_list';

export interface UserSelectorProps {
  timeRange: TimeRange;
  /** Clusters and kinds that the list is limited to; absent or empty means all. */
  clusters?: readonly string[];
  kinds?: readonly UserKind[];
  /** Exact user names. */
  selected: readonly string[];
  onChange: (users: string[]) => void;
}

/** Wide enough for a service account's name beside its counts. */
const PANEL_WIDTH = 640;

/** Characters of a name on the button. */
const LONGEST_NAME = 60;

function summaryOf(selected: readonly string[]): string {
  if (selected.length === 0) {
    return i18n.translate('auditUser.userSelector.all', { defaultMessage: 'all' });
  }
  const first = shorten(toVisibleText(selected[0]), LONGEST_NAME);
  const name = first.hidden > 0 ? `${first.shown}…` : first.shown;
  if (selected.length === 1) return name;
  return i18n.translate('auditUser.userSelector.several', {
    defaultMessage: '{first} and {others} more',
    values: { first: name, others: selected.length - 1 },
  });
}

/** Chooses users of the period. It asks the server only once it is opened. */
export function UserSelector({ selected, ...rest }: UserSelectorProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [searchId] = useState(() => htmlIdGenerator('userSearch')());
  const button = (
    <EuiFilterButton
      iconType="arrowDown"
      onClick={() => setIsOpen(!isOpen)}
      isSelected={isOpen}
      hasActiveFilters={selected.length > 0}
      aria-expanded={isOpen}
      title={selected.join(', ')}
    >
      {i18n.translate('auditUser.userSelector.label', {
        defaultMessage: 'Users: {summary}',
        values: { summary: summaryOf(selected) },
      })}
    </EuiFilterButton>
  );
  return (
    <EuiFilterGroup>
      <EuiPopover
        button={button}
        isOpen={isOpen}
        closePopover={() => setIsOpen(false)}
        panelPaddingSize="s"
        anchorPosition="downLeft"
        ownFocus
        initialFocus={`#${searchId}`}
        aria-label={i18n.translate('auditUser.userSelector.dialog', {
          defaultMessage: 'Select users',
        })}
        panelStyle={{ width: PANEL_WIDTH, maxWidth: '90vw' }}
      >
        <UserList searchId={searchId} selected={selected} {...rest} />
      </EuiPopover>
    </EuiFilterGroup>
  );
}

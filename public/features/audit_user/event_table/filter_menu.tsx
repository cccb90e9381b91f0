/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiContextMenuItem, EuiContextMenuPanel, EuiPopover } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { FilterChange, FilterKey } from '../../../url_state/filter_change';

export interface FilterMenuProps {
  filter: FilterKey;
  value: string;
  /** The value as it is shown. */
  words: string;
  isOpen: boolean;
  onClose: () => void;
  onFilter: (change: FilterChange) => void;
}

/** What can be done with a value: filter for it, or leave it out. */
export function FilterMenu({ filter, value, words, isOpen, onClose, onFilter }: FilterMenuProps) {
  const values = { value: words };
  const item = (kind: 'include' | 'exclude', icon: string, text: string) => (
    <EuiContextMenuItem
      key={kind}
      icon={icon}
      onClick={() => {
        onClose();
        onFilter({ kind, key: filter, value });
      }}
    >
      {text}
    </EuiContextMenuItem>
  );
  const items = [
    item(
      'include',
      'plusInCircle',
      i18n.translate('auditUser.filterValue.include', {
        defaultMessage: 'Filter for {value}',
        values,
      })
    ),
    item(
      'exclude',
      'minusInCircle',
      i18n.translate('auditUser.filterValue.exclude', {
        defaultMessage: 'Exclude {value}',
        values,
      })
    ),
  ];
  return (
    <EuiPopover
      button={<span />}
      isOpen={isOpen}
      closePopover={onClose}
      ownFocus
      panelPaddingSize="none"
      anchorPosition="downLeft"
      aria-label={i18n.translate('auditUser.filterValue.menu', {
        defaultMessage: 'Filter by {value}',
        values,
      })}
    >
      {/* Whom a user acted as can be asked for but not left out (contract of the filters). */}
      <EuiContextMenuPanel
        size="s"
        items={filter === 'impersonatedUsers' ? items.slice(0, 1) : items}
      />
    </EuiPopover>
  );
}

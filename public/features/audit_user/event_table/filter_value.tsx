/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useRef, useState, type ReactNode } from 'react';
import { EuiLink, EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DisplayText, shorten, toVisibleText } from '../../../components/display_text';
import { LIGHT_LINK } from '../../../components/link_styles';
import type { FilterChange, FilterKey } from '../../../url_state/filter_change';
import { filterLabel, valueLabel } from '../../../components/kube_filters/filter_labels';
import { FilterMenu } from './filter_menu';

export interface FilterValueProps {
  filter: FilterKey;
  /** The value as the filter wants it. */
  value: string;
  onFilter: (change: FilterChange) => void;
  /** Less important than what stands beside it. */
  quiet?: boolean;
  /** How the value is shown; the value itself when absent. */
  children?: ReactNode;
}

/** Characters of a value in a cell; the event in full has the rest. */
const LONGEST = 120;

/**
 * A value that opens a menu to filter for it or to leave it out. A table has thousands of them, so the menu
 * is made when it is first asked for.
 */
export function FilterValue({ filter, value, quiet, onFilter, children }: FilterValueProps) {
  const [isMade, setIsMade] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const words = shorten(toVisibleText(valueLabel(filter, value)), LONGEST).shown;
  const values = { label: filterLabel(filter), value: words };
  const close = () => {
    setIsOpen(false);
    // Once the menu has let go of the focus, which it does not give back by itself; unless it went elsewhere.
    setTimeout(() => {
      const active = document.activeElement;
      if (active === document.body || active?.closest('.euiPopover__panel')) {
        buttonRef.current?.focus();
      }
    }, 0);
  };
  const button = (
    <EuiLink
      ref={buttonRef}
      color={quiet ? 'subdued' : 'text'}
      style={LIGHT_LINK}
      aria-haspopup="true"
      aria-expanded={isOpen}
      // What is shown in another way is read as it is shown, with the same words after it (WCAG 2.5.3).
      aria-label={
        children
          ? undefined
          : i18n.translate('auditUser.filterValue.button', {
              defaultMessage: '{value} ({label}): filter',
              values,
            })
      }
      title={value.length > LONGEST ? toVisibleText(shorten(value).shown) : undefined}
      onClick={() => {
        setIsMade(true);
        setIsOpen(true);
      }}
    >
      {children ?? <DisplayText text={valueLabel(filter, value)} max={LONGEST} />}
      {children && (
        <EuiScreenReaderOnly>
          <span>
            {i18n.translate('auditUser.filterValue.after', {
              defaultMessage: '({label}): filter',
              values,
            })}
          </span>
        </EuiScreenReaderOnly>
      )}
    </EuiLink>
  );
  return (
    <>
      {/* Beside the button, not around it: the button stays the same element and gets the focus back. */}
      {isMade && (
        <FilterMenu
          filter={filter}
          value={value}
          words={words}
          isOpen={isOpen}
          onClose={close}
          onFilter={onFilter}
        />
      )}
      {button}
    </>
  );
}

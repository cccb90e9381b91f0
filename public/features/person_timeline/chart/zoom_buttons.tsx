/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { movedRange } from './scale';

interface Move {
  label: string;
  iconType: string;
  by: { zoom?: number; shift?: number };
}

const moves = (): Move[] => [
  {
    label: i18n.translate('auditUser.person.earlier', { defaultMessage: 'Earlier' }),
    iconType: 'arrowLeft',
    by: { shift: -0.5 },
  },
  {
    label: i18n.translate('auditUser.person.zoomIn', { defaultMessage: 'Zoom in' }),
    iconType: 'magnifyWithPlus',
    by: { zoom: 0.5 },
  },
  {
    label: i18n.translate('auditUser.person.zoomOut', { defaultMessage: 'Zoom out' }),
    iconType: 'magnifyWithMinus',
    by: { zoom: 2 },
  },
  {
    label: i18n.translate('auditUser.person.later', { defaultMessage: 'Later' }),
    iconType: 'arrowRight',
    by: { shift: 0.5 },
  },
];

export interface ZoomButtonsProps {
  /** The period that is changed. */
  range: ResolvedRange;
  onZoom: (range: ResolvedRange) => void;
}

/** Shows less, more, what was before or after: what dragging does, for the keyboard. Items of a flex group. */
export function ZoomButtons({ range, onZoom }: ZoomButtonsProps) {
  return (
    <>
      {moves().map(({ label, iconType, by }) => (
        <EuiFlexItem grow={false} key={label}>
          <EuiButtonEmpty
            size="xs"
            iconType={iconType}
            onClick={() => onZoom(movedRange(range, by))}
          >
            {label}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ))}
    </>
  );
}

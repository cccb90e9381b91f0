/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Box, Hatching } from './box';
import { EndlessBox } from './endless_box';

function Sample({ children, words }: { children: ReactNode; words: string }) {
  return (
    <EuiFlexItem grow={false}>
      <EuiText size="xs">
        <p>
          <svg width="24" height="10" aria-hidden="true" focusable="false">
            {children}
          </svg>{' '}
          {words}
        </p>
      </EuiText>
    </EuiFlexItem>
  );
}

/** How what is certain, what is possible and what has no known end are drawn. */
export function Legend() {
  return (
    <EuiFlexGroup gutterSize="m" wrap responsive={false}>
      <Sample
        words={i18n.translate('auditUser.person.legendCertain', {
          defaultMessage: 'Filled: certain, nobody else was possible',
        })}
      >
        <Hatching />
        <Box x={1} y={1} width={22} height={8} possible={false} />
      </Sample>
      <Sample
        words={i18n.translate('auditUser.person.legendPossible', {
          defaultMessage: 'Hatched with a dashed outline: possible, somebody else may have done it',
        })}
      >
        <Box x={1} y={1} width={22} height={8} possible />
      </Sample>
      <Sample
        words={i18n.translate('auditUser.person.legendEndless', {
          defaultMessage: 'Dotted: the log does not say when the session began or ended',
        })}
      >
        <EndlessBox x={1} y={1} width={22} height={8} possible={false} />
      </Sample>
    </EuiFlexGroup>
  );
}

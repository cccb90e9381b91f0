/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimeRange } from '../../../common/api/time_range';
import { VIEW_PATHS } from '../../url_state/view_paths';
import { useViewLinks } from '../use_view_links';

export interface ProveButtonProps {
  /** What of the view the package is to hold, as parameters of the address of the evidence page. */
  parameters: ReadonlyArray<readonly [name: string, value: string]>;
  /** Another period than that of the address. */
  period?: TimeRange;
}

/** Leads to a package of what the view shows, for the same period or the one that is given. */
export function ProveButton({ parameters, period }: ProveButtonProps) {
  const linkTo = useViewLinks();
  return (
    <EuiButtonEmpty iconType="exportAction" {...linkTo(VIEW_PATHS.evidence, parameters, period)}>
      {i18n.translate('auditUser.prove', { defaultMessage: 'Prove this' })}
    </EuiButtonEmpty>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiLink } from '@elastic/eui';
import type { TimeRange } from '../../../../common/api/time_range';
import { useViewLinks } from '../../../components/use_view_links';
import type { FindingTarget } from './finding_links';

export interface NewTabLinkProps {
  target: FindingTarget;
  period: TimeRange;
  /** Without the sign of a new tab: for many links in one line. Screen readers say it all the same. */
  quiet?: boolean;
  children: ReactNode;
}

/** Leads to a view beside the review: who reads ten records does not want to find the way back ten times. */
export function NewTabLink({ target, period, quiet = false, children }: NewTabLinkProps) {
  const linkTo = useViewLinks();
  const { href } = linkTo(target.pathname, target.parameters, period);
  return (
    <EuiLink href={href} target="_blank" external={!quiet}>
      {children}
    </EuiLink>
  );
}

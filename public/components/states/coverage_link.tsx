/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessCode, CompletenessReason } from '../../../common/api/completeness';
import { VIEW_PATHS } from '../../url_state/view_paths';
import { LINK_TARGET } from '../link_styles';
import { useViewLinks } from '../use_view_links';

/** Reasons of which the page of coverage says more. */
const TOLD_THERE = new Set<CompletenessCode>([
  'gap_in_source',
  'retention_starts_later',
  'unparsed_lines',
]);

function Link() {
  const linkTo = useViewLinks();
  return (
    <EuiText size="s">
      <EuiLink style={LINK_TARGET} {...linkTo(VIEW_PATHS.coverage)}>
        {i18n.translate('auditUser.completeness.coverage', {
          defaultMessage: 'Coverage of the logs',
        })}
      </EuiLink>
    </EuiText>
  );
}

/** Leads to the coverage of the same period, where an answer is not complete because of its logs. */
export function CoverageLink({ reasons }: { reasons: readonly CompletenessReason[] }) {
  return reasons.some(({ code }) => TOLD_THERE.has(code)) ? <Link /> : null;
}

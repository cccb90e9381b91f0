/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import type { Attribution } from '../../../../common/attribution/attribution';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { AttributionReasons } from '../../../components/attribution/attribution_reasons';
import { Section } from '../../../components/details/section';
import { Candidates } from './candidates';

export interface AttributionSectionProps {
  title: string;
  attribution: Attribution;
  /** The session that is shown. */
  sessionId: string;
  onOpen: (id: string) => void;
}

/** Who it was, why that is said, and who else it may have been. */
export function AttributionSection(props: AttributionSectionProps) {
  const { title, attribution, sessionId, onOpen } = props;
  return (
    <Section title={title}>
      <AttributionBadge attribution={attribution} />
      <EuiSpacer size="s" />
      <AttributionReasons reasons={attribution.reasons} />
      <Candidates attribution={attribution} sessionId={sessionId} onOpen={onOpen} />
    </Section>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEventResponse } from '../../../../common/api/kube_event';
import type { FilterChange } from '../../../url_state/filter_change';
import { CompletenessNotes } from './completeness_notes';
import { DiscoverButton } from './discover_button';
import { LoggedBodySection } from './logged_body_section';
import { RawDocuments } from './raw_documents';
import { SummarySection } from './summary_section';
import { WhatSection } from './what_section';
import { WhenSection } from './when_section';
import { SourceSection, WhereSection } from './where_section';
import { WhoSection } from './who_section';

export interface EventDetailsProps {
  answer: KubeEventResponse;
  onFilter: (change: FilterChange) => void;
}

/** Everything the log holds about one request, question by question. */
export function EventDetails({ answer, onFilter }: EventDetailsProps) {
  const { event, stages, requestObject, responseObject, completeness } = answer;
  const about = { event, onFilter };
  return (
    <>
      <CompletenessNotes completeness={completeness} />
      <SummarySection event={event} />
      <DiscoverButton event={event} />
      <EuiSpacer size="m" />
      <WhoSection {...about} />
      <WhatSection {...about} />
      <WhereSection {...about} />
      <SourceSection {...about} />
      <WhenSection event={event} documents={stages} />
      <LoggedBodySection
        title={i18n.translate('auditUser.eventFlyout.requestBody', {
          defaultMessage: 'Request body',
        })}
        body={requestObject}
      />
      <LoggedBodySection
        title={i18n.translate('auditUser.eventFlyout.responseBody', {
          defaultMessage: 'Response body',
        })}
        body={responseObject}
      />
      <RawDocuments documents={stages} />
    </>
  );
}

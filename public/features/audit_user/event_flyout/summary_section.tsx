/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { DisplayText } from '../../../components/display_text';
import { describeEvent } from '../event_words/describe_event';
import { OutcomeBadge } from '../event_words/outcome_badge';
import { Instant } from '../../../components/details/instant';

function actorOf({ user, impersonatedUser }: KubeEvent): string {
  const actor =
    user ||
    i18n.translate('auditUser.eventFlyout.somebodyUnknown', {
      defaultMessage: 'Somebody who failed to authenticate',
    });
  if (!impersonatedUser) return actor;
  return i18n.translate('auditUser.eventFlyout.actingAs', {
    defaultMessage: '{user}, acting as {impersonated},',
    values: { user: actor, impersonated: impersonatedUser },
  });
}

/** The event in one sentence, with its outcome, its cluster and when it was. */
export function SummarySection({ event }: { event: KubeEvent }) {
  const { action, object } = describeEvent(event);
  return (
    <>
      <EuiText>
        <p>
          <strong>
            <DisplayText text={actorOf(event)} />
          </strong>{' '}
          <DisplayText text={object ? `${action}: ${object}` : action} />
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <OutcomeBadge event={event} />
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        <p>
          <DisplayText text={event.cluster} />
          {', '}
          <Instant instant={event.receivedAt} />
        </p>
      </EuiText>
      <EuiSpacer size="l" />
    </>
  );
}

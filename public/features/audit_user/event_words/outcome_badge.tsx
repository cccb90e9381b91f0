/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import type { Outcome } from '../../../../common/kube_audit/outcome';
import { denialLabel, outcomeLabel } from '../../../components/kube_filters/labels';

export interface OutcomeBadgeProps {
  event: Pick<KubeEvent, 'outcome' | 'denial' | 'code' | 'state'>;
}

/** Colour only repeats what text and icon say. Most rows succeed, so success stays quiet. */
const LOOKS: Readonly<Record<Outcome, { color: string; iconType: string }>> = {
  success: { color: 'hollow', iconType: 'check' },
  forbidden: { color: 'danger', iconType: 'lock' },
  unauthenticated: { color: 'warning', iconType: 'user' },
  client_error: { color: 'default', iconType: 'alert' },
  server_error: { color: 'accent', iconType: 'bug' },
  unknown: { color: 'default', iconType: 'questionInCircle' },
};

/** HTTP: the connection was upgraded. It does not say that the command of an exec ran. */
const SWITCHING_PROTOCOLS = 101;

function labelOf({ outcome, denial, code }: OutcomeBadgeProps['event']): string {
  if (outcome === 'forbidden' && denial) return denialLabel(denial);
  if (code === SWITCHING_PROTOCOLS) {
    return i18n.translate('auditUser.outcome.connected', { defaultMessage: 'Connected' });
  }
  return outcomeLabel(outcome);
}

/** How a request ended, in words, with the status code and who denied it; says so when it is still open. */
export function OutcomeBadge({ event }: OutcomeBadgeProps) {
  const { color, iconType } = LOOKS[event.outcome];
  const label = labelOf(event);
  return (
    <>
      <EuiBadge color={color} iconType={iconType}>
        {event.code === undefined ? label : `${label} (${event.code})`}
      </EuiBadge>
      {event.state === 'open' && (
        <EuiBadge color="hollow" iconType="clock">
          {i18n.translate('auditUser.outcome.open', {
            defaultMessage: 'Still open or end not logged',
          })}
        </EuiBadge>
      )}
    </>
  );
}

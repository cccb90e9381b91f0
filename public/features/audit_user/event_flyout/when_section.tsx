/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { RawDocument } from '../../../../common/api/kube_event';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { formatDuration } from '../../../components/details/format_duration';
import { Instant } from '../../../components/details/instant';
import { Note } from '../../../components/details/note';
import { Section, type Field } from '../../../components/details/section';
import { StagesTable } from './stages_table';

export interface WhenSectionProps {
  event: KubeEvent;
  documents: readonly RawDocument[];
}

function endOf({ state, durationMs }: KubeEvent): string {
  if (state === 'refused_before_authentication') {
    return i18n.translate('auditUser.eventFlyout.refusedAtOnce', {
      defaultMessage: 'Refused at once: the log never holds more of a failed authentication',
    });
  }
  if (state === 'open') {
    return i18n.translate('auditUser.eventFlyout.open', {
      defaultMessage: 'Still open, or its end was not logged',
    });
  }
  return durationMs === undefined
    ? i18n.translate('auditUser.eventFlyout.durationUnknown', { defaultMessage: 'Not known' })
    : formatDuration(durationMs);
}

function fieldsOf(event: KubeEvent): Field[] {
  return [
    {
      title: i18n.translate('auditUser.eventFlyout.received', { defaultMessage: 'Received' }),
      description: <Instant instant={event.receivedAt} />,
    },
    {
      title: i18n.translate('auditUser.eventFlyout.lastStage', {
        defaultMessage: 'Last recorded stage',
      }),
      description: <Instant instant={event.time} />,
    },
    {
      title: i18n.translate('auditUser.eventFlyout.duration', { defaultMessage: 'Duration' }),
      description: endOf(event),
    },
  ];
}

/** When the request came, when it ended, and every stage that the log holds. */
export function WhenSection({ event, documents }: WhenSectionProps) {
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.when', { defaultMessage: 'When' })}
      fields={fieldsOf(event)}
    >
      <StagesTable documents={documents} />
      {event.duplicates > 0 && (
        <Note>
          {i18n.translate('auditUser.eventFlyout.duplicates', {
            defaultMessage:
              '{count, plural, one {1 record was} other {# records were}} delivered again. This is still one request.',
            values: { count: event.duplicates },
          })}
        </Note>
      )}
    </Section>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { DisplayText } from '../../../components/display_text';
import { OutcomeBadge } from '../event_words/outcome_badge';
import { ExecCommand } from './exec_command';
import { FilterableValue } from './filterable_value';
import { Section, type Field } from '../../../components/details/section';
import type { SectionOfEventProps } from './section_of_event';
import { StreamingNotes } from './streaming_notes';

function objectFields({ event, onFilter }: SectionOfEventProps): Field[] {
  const candidates = [
    {
      title: i18n.translate('auditUser.eventFlyout.verb', { defaultMessage: 'Verb' }),
      value: event.verb,
      filter: 'verbs' as const,
    },
    {
      title: i18n.translate('auditUser.eventFlyout.resource', { defaultMessage: 'Resource' }),
      value: event.qualifiedResource,
      filter: 'resources' as const,
    },
    {
      title: i18n.translate('auditUser.eventFlyout.namespace', { defaultMessage: 'Namespace' }),
      value: event.namespace,
      filter: 'namespaces' as const,
    },
    {
      title: i18n.translate('auditUser.eventFlyout.name', { defaultMessage: 'Name' }),
      value: event.name,
      filter: 'names' as const,
    },
  ];
  return candidates.flatMap(({ title, value, filter }) =>
    value
      ? [
          {
            title,
            description: <FilterableValue value={value} filter={filter} onFilter={onFilter} />,
          },
        ]
      : []
  );
}

function outcomeFields({ event, onFilter }: SectionOfEventProps): Field[] {
  const fields: Field[] = [
    {
      title: i18n.translate('auditUser.eventFlyout.outcome', { defaultMessage: 'Outcome' }),
      description: (
        <FilterableValue value={event.outcome} filter="outcomes" onFilter={onFilter}>
          <OutcomeBadge event={event} />
        </FilterableValue>
      ),
    },
  ];
  if (event.message) {
    fields.push({
      title: i18n.translate('auditUser.eventFlyout.message', {
        defaultMessage: 'Message of the API server',
      }),
      description: <DisplayText text={event.message} />,
    });
  }
  return fields;
}

function execFields({ streaming }: KubeEvent): Field[] {
  if (!streaming) return [];
  const { container, tty, stdin } = streaming;
  return [
    {
      title: i18n.translate('auditUser.eventFlyout.container', { defaultMessage: 'Container' }),
      description: container ? (
        <DisplayText text={container} />
      ) : (
        i18n.translate('auditUser.eventFlyout.defaultContainer', {
          defaultMessage: 'Not named: the default one of the pod',
        })
      ),
    },
    {
      title: i18n.translate('auditUser.eventFlyout.terminal', { defaultMessage: 'Terminal' }),
      description: [
        tty
          ? i18n.translate('auditUser.eventFlyout.tty', { defaultMessage: 'with a terminal' })
          : i18n.translate('auditUser.eventFlyout.noTty', { defaultMessage: 'without a terminal' }),
        stdin
          ? i18n.translate('auditUser.eventFlyout.stdin', { defaultMessage: 'with input' })
          : i18n.translate('auditUser.eventFlyout.noStdin', { defaultMessage: 'without input' }),
      ].join(', '),
    },
  ];
}

/** What was asked for and how it ended, with the command of an exec and what the log cannot say. */
export function WhatSection(props: SectionOfEventProps) {
  const { event } = props;
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.what', { defaultMessage: 'What' })}
      fields={[...objectFields(props), ...outcomeFields(props), ...execFields(event)]}
    >
      {event.streaming && event.subresource === 'exec' && (
        <ExecCommand streaming={event.streaming} />
      )}
      <StreamingNotes event={event} />
    </Section>
  );
}

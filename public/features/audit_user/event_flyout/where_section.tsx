/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import { DisplayText } from '../../../components/display_text';
import { CopyButton } from '../../../components/details/copy_button';
import { FilterableValue } from './filterable_value';
import { notLogged } from '../../../components/details/not_logged';
import { Note } from '../../../components/details/note';
import { Section } from '../../../components/details/section';
import type { SectionOfEventProps } from './section_of_event';

/** On which cluster and by which URL. */
export function WhereSection({ event, onFilter }: SectionOfEventProps) {
  const uri = i18n.translate('auditUser.eventFlyout.requestUri', { defaultMessage: 'Request URI' });
  const coreGroup = i18n.translate('auditUser.eventFlyout.coreGroup', {
    defaultMessage: 'the core group',
  });
  const apiGroup = event.apiGroup ? <DisplayText text={event.apiGroup} /> : coreGroup;
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.where', { defaultMessage: 'Where' })}
      fields={[
        {
          title: i18n.translate('auditUser.eventFlyout.cluster', { defaultMessage: 'Cluster' }),
          description: event.cluster ? (
            <FilterableValue value={event.cluster} filter="clusters" onFilter={onFilter} />
          ) : (
            notLogged()
          ),
        },
        ...(event.resource
          ? [
              {
                title: i18n.translate('auditUser.eventFlyout.apiGroup', {
                  defaultMessage: 'API group',
                }),
                description: apiGroup,
              },
            ]
          : []),
        {
          title: uri,
          description: (
            <>
              <DisplayText text={event.requestUri} />
              <CopyButton text={event.requestUri} what={uri} />
            </>
          ),
        },
      ]}
    />
  );
}

/** From which address and with which program, as far as that can be trusted. */
export function SourceSection({ event, onFilter }: SectionOfEventProps) {
  const { sourceIps, userAgent } = event;
  const addresses = (
    <ol>
      {sourceIps.map((address, index) => (
        <li key={index}>
          <FilterableValue value={address} filter="sourceIps" onFilter={onFilter} />
        </li>
      ))}
    </ol>
  );
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.source', { defaultMessage: 'From where' })}
      fields={[
        {
          title: i18n.translate('auditUser.eventFlyout.sourceIps', {
            defaultMessage: 'Source addresses',
          }),
          description: sourceIps.length > 0 ? addresses : notLogged(),
        },
        {
          title: i18n.translate('auditUser.eventFlyout.userAgent', {
            defaultMessage: 'Program, as the client claims',
          }),
          description: userAgent ? <DisplayText text={userAgent} /> : notLogged(),
        },
      ]}
    >
      {sourceIps.length > 0 && (
        <Note>
          {i18n.translate('auditUser.eventFlyout.sourceNote', {
            defaultMessage:
              'Only the last address cannot be forged by the client: it is what the API server saw. It may be a proxy.',
          })}
        </Note>
      )}
    </Section>
  );
}

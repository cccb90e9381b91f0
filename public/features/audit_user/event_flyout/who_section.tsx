/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { DisplayText } from '../../../components/display_text';
import { useViewLinks } from '../../../components/use_view_links';
import { personPath } from '../../../url_state/view_paths';
import { userKindLabel } from '../../../components/kube_filters/labels';
import { FilterableValue } from './filterable_value';
import { notLogged } from '../../../components/details/not_logged';
import { Section, type Field } from '../../../components/details/section';
import type { SectionOfEventProps } from './section_of_event';

function userFields({ event, onFilter }: SectionOfEventProps): Field[] {
  const nobody = i18n.translate('auditUser.eventFlyout.nobody', {
    defaultMessage: 'Nobody: the request failed authentication',
  });
  return [
    {
      title: i18n.translate('auditUser.eventFlyout.user', { defaultMessage: 'User' }),
      description: event.user ? (
        <FilterableValue value={event.user} filter="users" onFilter={onFilter} />
      ) : (
        nobody
      ),
    },
    {
      title: i18n.translate('auditUser.eventFlyout.userKind', { defaultMessage: 'Kind of user' }),
      description: (
        <FilterableValue value={event.userKind} filter="userKinds" onFilter={onFilter}>
          {userKindLabel(event.userKind)}
        </FilterableValue>
      ),
    },
  ];
}

function identityFields({ event, onFilter }: SectionOfEventProps): Field[] {
  const fields: Field[] = [];
  if (event.impersonatedUser) {
    fields.push({
      title: i18n.translate('auditUser.eventFlyout.impersonated', { defaultMessage: 'Acted as' }),
      description: (
        <FilterableValue
          value={event.impersonatedUser}
          filter="impersonatedUsers"
          onFilter={onFilter}
        />
      ),
    });
  }
  if (event.groups.length > 0) {
    fields.push({
      title: i18n.translate('auditUser.eventFlyout.groups', { defaultMessage: 'Groups' }),
      description: <DisplayText text={event.groups.join(', ')} />,
    });
  }
  if (event.credentialId) {
    fields.push({
      title: i18n.translate('auditUser.eventFlyout.credential', {
        defaultMessage: 'Certificate or token used',
      }),
      description: <DisplayText text={event.credentialId} />,
    });
  }
  return fields;
}

function decisionFields({ decision, reason }: KubeEvent): Field[] {
  return [
    {
      title: i18n.translate('auditUser.eventFlyout.decision', {
        defaultMessage: 'Decision of the authorizer',
      }),
      description: decision ? <DisplayText text={decision} /> : notLogged(),
    },
    {
      title: i18n.translate('auditUser.eventFlyout.reason', { defaultMessage: 'Why' }),
      description: reason ? <DisplayText text={reason} /> : notLogged(),
    },
  ];
}

/** Who made the request, as whom, with what, and why it was allowed or not. */
export function WhoSection(props: SectionOfEventProps) {
  const linkTo = useViewLinks();
  const { user, userKind } = props.event;
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.who', { defaultMessage: 'Who' })}
      fields={[...userFields(props), ...identityFields(props), ...decisionFields(props.event)]}
    >
      {userKind === 'person' && (
        <EuiText size="s">
          <EuiLink {...linkTo(personPath(user))}>
            {i18n.translate('auditUser.eventFlyout.timeline', {
              defaultMessage: 'Timeline of this person',
            })}
          </EuiLink>
        </EuiText>
      )}
    </Section>
  );
}

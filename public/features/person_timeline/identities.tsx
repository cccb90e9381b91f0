/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiAccordion, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse } from '../../../common/api/person_timeline';
import { DisplayText } from '../../components/display_text';

function kindWords(kind: string): string {
  switch (kind) {
    case 'kubernetes_user':
      return i18n.translate('auditUser.person.identity.user', {
        defaultMessage: 'Kubernetes user',
      });
    case 'ssh_key':
      return i18n.translate('auditUser.person.identity.key', { defaultMessage: 'SSH key' });
    case 'ssh_certificate_id':
      return i18n.translate('auditUser.person.identity.certificate', {
        defaultMessage: 'SSH certificate id',
      });
    case 'kube_credential':
      return i18n.translate('auditUser.person.identity.credential', {
        defaultMessage: 'Kubernetes credential',
      });
    case 'account':
      return i18n.translate('auditUser.person.identity.account', { defaultMessage: 'Account' });
    default:
      return i18n.translate('auditUser.person.identity.address', {
        defaultMessage: 'Source address',
      });
  }
}

/** By which names, keys and credentials the person was looked for. */
export function Identities({ identities }: Pick<PersonTimelineResponse, 'identities'>) {
  if (identities.length === 0) {
    return (
      <EuiText size="s">
        <p>
          {i18n.translate('auditUser.person.noIdentity', {
            defaultMessage:
              'The directory holds nothing about this person, and no Kubernetes user of the period has this name: only certificates that name the person would be found.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <EuiAccordion
      id="auditUserPersonIdentities"
      buttonContent={i18n.translate('auditUser.person.identities', {
        defaultMessage:
          'Looked for by {count, plural, one {# name or key} other {# names and keys}}',
        values: { count: identities.length },
      })}
    >
      <EuiText size="s">
        <ul>
          {identities.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>
              {`${kindWords(kind)}: `}
              <DisplayText text={value} max={200} />
            </li>
          ))}
        </ul>
      </EuiText>
    </EuiAccordion>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { CopyButton } from '../../../components/details/copy_button';
import { notLogged } from '../../../components/details/not_logged';
import { Note } from '../../../components/details/note';
import { Section, type Field } from '../../../components/details/section';
import { DisplayText } from '../../../components/display_text';
import { FilterForValue } from '../filter_for_value';
import type { FilterFor } from '../filter_handler';
import { methodLabel } from '../ssh_words';

export interface LoginSectionProps {
  session: SshSession;
  onFilter: FilterFor;
}

function certificateFields({ certificate }: SshSession): Field[] {
  if (!certificate) return [];
  const { id, serial, caType, caFingerprint } = certificate;
  const authority = [caType, caFingerprint].filter((part) => part !== undefined).join(' ');
  return [
    {
      title: i18n.translate('auditUser.ssh.flyout.certificateId', {
        defaultMessage: 'Certificate, as its authority names it',
      }),
      description: <DisplayText text={id} />,
    },
    {
      title: i18n.translate('auditUser.ssh.flyout.serial', { defaultMessage: 'Serial number' }),
      description: <DisplayText text={serial} max={80} />,
    },
    {
      title: i18n.translate('auditUser.ssh.flyout.authority', { defaultMessage: 'Authority' }),
      description: authority ? <DisplayText text={authority} max={200} /> : notLogged(),
    },
  ];
}

/** With what and from where somebody logged in. */
export function LoginSection({ session, onFilter }: LoginSectionProps) {
  const { method, keyType, fingerprint, sourceIp, sourcePort, repaired } = session;
  const keyTitle = i18n.translate('auditUser.ssh.flyout.key', { defaultMessage: 'Key' });
  const key: ReactNode = fingerprint && (
    <>
      {keyType !== undefined && <DisplayText text={`${keyType} `} max={40} />}
      <FilterForValue filter="fingerprints" value={fingerprint} onFilter={onFilter} />
      <CopyButton text={fingerprint} what={keyTitle} />
    </>
  );
  return (
    <Section
      title={i18n.translate('auditUser.ssh.flyout.login', { defaultMessage: 'Login' })}
      fields={[
        {
          title: i18n.translate('auditUser.ssh.flyout.method', {
            defaultMessage: 'Logged in with',
          }),
          description: <DisplayText text={methodLabel(method)} max={120} />,
        },
        ...certificateFields(session),
        { title: keyTitle, description: key || notLogged() },
        {
          title: i18n.translate('auditUser.ssh.flyout.source', { defaultMessage: 'From where' }),
          description:
            sourceIp === undefined ? (
              notLogged()
            ) : (
              <>
                <FilterForValue filter="sourceIps" value={sourceIp} onFilter={onFilter} />
                {sourcePort !== undefined &&
                  ` ${i18n.translate('auditUser.ssh.flyout.port', {
                    defaultMessage: 'port {port}',
                    values: { port: String(sourcePort) },
                  })}`}
              </>
            ),
        },
      ]}
    >
      {repaired && (
        <Note>
          {i18n.translate('auditUser.ssh.flyout.repaired', {
            defaultMessage:
              'The collector misread the time stamps of these lines; they were repaired as far as the lines say. Compare them with the lines below.',
          })}
        </Note>
      )}
    </Section>
  );
}

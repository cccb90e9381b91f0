/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshRun, SshSession } from '../../../../common/api/ssh_sessions';
import { DisplayText } from '../../../components/display_text';
import { FilterForValue } from '../filter_for_value';
import type { FilterFor } from '../filter_handler';
import { methodLabel } from '../ssh_words';

export interface KeyCellProps {
  login: Pick<SshSession, 'certificate'> & Pick<SshRun, 'method' | 'keyType' | 'fingerprint'>;
  onFilter: FilterFor;
}

/** With what somebody logged in: certificate, key, or another way. */
export function KeyCell({ login, onFilter }: KeyCellProps) {
  const { method, keyType, fingerprint, certificate } = login;
  return (
    <>
      {certificate && (
        <div>
          {i18n.translate('auditUser.ssh.certificate', { defaultMessage: 'Certificate' })}{' '}
          <DisplayText text={certificate.id} max={120} />
        </div>
      )}
      {fingerprint === undefined ? (
        !certificate && <DisplayText text={methodLabel(method)} max={120} />
      ) : (
        <EuiText size="xs">
          <DisplayText text={keyType ?? methodLabel(method)} max={40} />{' '}
          <FilterForValue filter="fingerprints" value={fingerprint} onFilter={onFilter} />
        </EuiText>
      )}
    </>
  );
}

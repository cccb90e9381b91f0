/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { SshSessionState } from '../../../common/api/ssh_sessions';
import { statusLabel } from '../../components/attribution/attribution_words';
import { ATTRIBUTION_STATUSES } from '../../../common/attribution/attribution';
import type { SshFilter } from '../../url_state/ssh_state';

/** What a filter is about. */
export function sshFilterLabel(filter: SshFilter): string {
  switch (filter) {
    case 'persons':
      return i18n.translate('auditUser.ssh.filter.persons', { defaultMessage: 'Person' });
    case 'accounts':
      return i18n.translate('auditUser.ssh.filter.accounts', { defaultMessage: 'Account' });
    case 'hosts':
      return i18n.translate('auditUser.ssh.filter.hosts', { defaultMessage: 'Node' });
    case 'clusters':
      return i18n.translate('auditUser.ssh.filter.clusters', { defaultMessage: 'Cluster' });
    case 'sourceIps':
      return i18n.translate('auditUser.ssh.filter.sourceIps', { defaultMessage: 'Source address' });
    case 'fingerprints':
      return i18n.translate('auditUser.ssh.filter.fingerprints', { defaultMessage: 'Key' });
    case 'statuses':
      return i18n.translate('auditUser.ssh.filter.statuses', { defaultMessage: 'Attribution' });
  }
}

/** A value of a filter in words, where it has any. */
export function sshValueLabel(filter: SshFilter, value: string): string {
  if (filter !== 'statuses') return value;
  const status = ATTRIBUTION_STATUSES.find((known) => known === value);
  return status ? statusLabel(status) : value;
}

/** How a session stands at the end of what was read. */
export function stateLabel(state: SshSessionState): string {
  switch (state) {
    case 'closed':
      return i18n.translate('auditUser.ssh.state.closed', { defaultMessage: 'Closed' });
    case 'open':
      return i18n.translate('auditUser.ssh.state.open', {
        defaultMessage: 'Open: no line says that it ended',
      });
    case 'end_not_logged':
      return i18n.translate('auditUser.ssh.state.endNotLogged', {
        defaultMessage: 'Ended, but no line says when',
      });
  }
}

/** How somebody logged in. */
export function methodLabel(method: string): string {
  switch (method) {
    case 'publickey':
      return i18n.translate('auditUser.ssh.method.publickey', { defaultMessage: 'Key' });
    case 'password':
      return i18n.translate('auditUser.ssh.method.password', { defaultMessage: 'Password' });
    case 'unknown':
      return i18n.translate('auditUser.ssh.method.unknown', {
        defaultMessage: 'The login is not in the log',
      });
    default:
      return method;
  }
}

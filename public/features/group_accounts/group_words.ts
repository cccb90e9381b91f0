/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { UseOrigin } from '../../../common/api/group_accounts';
import type { AttributionStatus } from '../../../common/attribution/attribution';
import { statusLabel } from '../../components/attribution/attribution_words';
import type { GroupFilter, GroupTab } from '../../url_state/group_accounts_state';

/** A filter by name. */
export function groupFilterLabel(filter: GroupFilter): string {
  switch (filter) {
    case 'accounts':
      return i18n.translate('auditUser.groupAccounts.filter.accounts', {
        defaultMessage: 'Group account',
      });
    case 'persons':
      return i18n.translate('auditUser.groupAccounts.filter.persons', { defaultMessage: 'Person' });
    case 'clusters':
      return i18n.translate('auditUser.groupAccounts.filter.clusters', {
        defaultMessage: 'Cluster',
      });
    case 'hosts':
      return i18n.translate('auditUser.groupAccounts.filter.hosts', { defaultMessage: 'Node' });
    case 'origins':
      return i18n.translate('auditUser.groupAccounts.filter.origins', { defaultMessage: 'Log' });
    case 'statuses':
      return i18n.translate('auditUser.groupAccounts.filter.statuses', {
        defaultMessage: 'Attribution',
      });
  }
}

/** Where a use was logged, in words. */
export function originLabel(origin: UseOrigin): string {
  switch (origin) {
    case 'ssh':
      return i18n.translate('auditUser.groupAccounts.origin.ssh', { defaultMessage: 'SSH login' });
    case 'sudo':
      return i18n.translate('auditUser.groupAccounts.origin.sudo', {
        defaultMessage: 'sudo or su',
      });
    case 'kubernetes':
      return i18n.translate('auditUser.groupAccounts.origin.kubernetes', {
        defaultMessage: 'Kubernetes API',
      });
  }
}

/** A value of a filter in words. */
export function groupValueLabel(filter: GroupFilter, value: string): string {
  if (filter === 'statuses') return statusLabel(value as AttributionStatus);
  if (filter === 'origins') return originLabel(value as UseOrigin);
  return value;
}

/** A tab by name. */
export function groupTabLabel(tab: GroupTab, unknown: string): string {
  switch (tab) {
    case 'uses':
      return i18n.translate('auditUser.groupAccounts.tab.uses', { defaultMessage: 'Uses' });
    case 'unknown':
      return i18n.translate('auditUser.groupAccounts.tab.unknown', {
        defaultMessage: 'Unknown keys ({count})',
        values: { count: unknown },
      });
    case 'directory':
      return i18n.translate('auditUser.groupAccounts.tab.directory', {
        defaultMessage: 'Directory',
      });
    case 'assessment':
      return i18n.translate('auditUser.groupAccounts.tab.assessment', {
        defaultMessage: 'Assessment',
      });
  }
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** Columns of the table, in order. */
export const COLUMNS = [
  {
    id: 'start',
    width: '12%',
    label: () => i18n.translate('auditUser.ssh.column.start', { defaultMessage: 'Start' }),
  },
  {
    id: 'end',
    width: '12%',
    label: () => i18n.translate('auditUser.ssh.column.end', { defaultMessage: 'End' }),
  },
  {
    id: 'where',
    width: '11%',
    label: () => i18n.translate('auditUser.ssh.column.where', { defaultMessage: 'Node, cluster' }),
  },
  {
    id: 'account',
    width: '9%',
    label: () => i18n.translate('auditUser.ssh.column.account', { defaultMessage: 'Account' }),
  },
  {
    id: 'person',
    width: '16%',
    label: () => i18n.translate('auditUser.ssh.column.person', { defaultMessage: 'Person' }),
  },
  {
    id: 'key',
    width: '14%',
    label: () =>
      i18n.translate('auditUser.ssh.column.key', { defaultMessage: 'Key or certificate' }),
  },
  {
    id: 'source',
    width: '10%',
    label: () => i18n.translate('auditUser.ssh.column.source', { defaultMessage: 'From where' }),
  },
  {
    id: 'commands',
    width: '5%',
    label: () => i18n.translate('auditUser.ssh.column.commands', { defaultMessage: 'sudo, su' }),
  },
  {
    id: 'marks',
    width: '11%',
    label: () => i18n.translate('auditUser.ssh.column.marks', { defaultMessage: 'To look at' }),
  },
] as const;

/** What stands in each column of a row. */
export type Cells = Record<(typeof COLUMNS)[number]['id'], React.ReactNode>;

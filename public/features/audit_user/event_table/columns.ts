/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** Columns of the table, in order. The names of the log stay out of them: a reader need not know Kubernetes. */
export const COLUMNS = [
  {
    id: 'time',
    width: '13%',
    label: () => i18n.translate('auditUser.table.time', { defaultMessage: 'Time' }),
  },
  {
    id: 'who',
    width: '18%',
    label: () => i18n.translate('auditUser.table.who', { defaultMessage: 'Who' }),
  },
  {
    id: 'what',
    width: '20%',
    label: () => i18n.translate('auditUser.table.what', { defaultMessage: 'Did what' }),
  },
  {
    id: 'object',
    width: '14%',
    label: () => i18n.translate('auditUser.table.object', { defaultMessage: 'On what' }),
  },
  {
    id: 'where',
    width: '11%',
    label: () => i18n.translate('auditUser.table.where', { defaultMessage: 'Where' }),
  },
  {
    id: 'outcome',
    width: '15%',
    label: () => i18n.translate('auditUser.table.outcome', { defaultMessage: 'Outcome' }),
  },
  {
    id: 'source',
    width: '9%',
    label: () => i18n.translate('auditUser.table.source', { defaultMessage: 'From where' }),
  },
] as const;

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RawDocument } from '../../../../common/api/kube_event';
import { DisplayText } from '../../../components/display_text';
import { Instant } from '../../../components/details/instant';
import { readStage, type StageRow } from './read_stage';

const COLUMNS = (): Array<EuiBasicTableColumn<StageRow>> => [
  {
    field: 'stage',
    name: i18n.translate('auditUser.eventFlyout.stage', { defaultMessage: 'Stage' }),
    render: (stage: string | undefined) => <DisplayText text={stage ?? '–'} />,
  },
  {
    field: 'instant',
    name: i18n.translate('auditUser.eventFlyout.instant', { defaultMessage: 'Instant' }),
    render: (instant: string | undefined) => (instant ? <Instant instant={instant} /> : '–'),
  },
  {
    field: 'code',
    name: i18n.translate('auditUser.eventFlyout.code', { defaultMessage: 'Code' }),
    render: (code: number | undefined) => code ?? '–',
  },
  {
    field: 'id',
    name: i18n.translate('auditUser.eventFlyout.record', { defaultMessage: 'Record' }),
    render: (id: string, { index }: StageRow) => `${index} / ${id}`,
  },
];

/** Every record of the request, repeated deliveries too, earliest first. */
export function StagesTable({ documents }: { documents: readonly RawDocument[] }) {
  return (
    <EuiBasicTable<StageRow>
      tableCaption={i18n.translate('auditUser.eventFlyout.stages', {
        defaultMessage: 'Stages of the request in the log',
      })}
      items={documents.map(readStage)}
      columns={COLUMNS()}
    />
  );
}

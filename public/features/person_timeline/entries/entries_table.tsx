/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { EuiBasicTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimelineEntry } from '../../../../common/api/person_timeline';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { DisplayText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { laneLabel, outcomeWord } from '../timeline_words';
import { CertaintyCell } from './certainty_cell';
import { EntryLink } from './entry_link';

function AllEntries({ entries }: { entries: readonly TimelineEntry[] }) {
  const columns: Array<EuiBasicTableColumn<TimelineEntry>> = [
    {
      name: i18n.translate('auditUser.person.column.time', { defaultMessage: 'Time' }),
      width: '15%',
      render: ({ time, timePrecision }: TimelineEntry) => (
        <LogTime time={time} precision={timePrecision} />
      ),
    },
    {
      name: i18n.translate('auditUser.person.column.lane', { defaultMessage: 'Where' }),
      width: '16%',
      render: ({ lane, host, cluster }: TimelineEntry) => (
        <div>
          {laneLabel(lane)}
          <EuiText size="xs" color="subdued">
            <p>
              <DisplayText text={host === undefined ? cluster : `${host}, ${cluster}`} max={160} />
            </p>
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.person.column.what', { defaultMessage: 'What' }),
      width: '33%',
      render: ({ text, marks }: TimelineEntry) => (
        <div>
          <DisplayText text={text} max={240} />
          <MarkBadges marks={marks} />
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.person.column.outcome', { defaultMessage: 'Outcome' }),
      width: '9%',
      render: ({ outcome }: TimelineEntry) =>
        outcome === 'allowed' ? outcomeWord(outcome) : <strong>{outcomeWord(outcome)}</strong>,
    },
    {
      name: i18n.translate('auditUser.person.column.certainty', { defaultMessage: 'How surely' }),
      width: '18%',
      render: (entry: TimelineEntry) => <CertaintyCell entry={entry} />,
    },
    {
      name: i18n.translate('auditUser.person.column.more', { defaultMessage: 'In full' }),
      width: '9%',
      render: (entry: TimelineEntry) => <EntryLink entry={entry} />,
    },
  ];
  return (
    <EuiBasicTable<TimelineEntry>
      compressed
      tableCaption={i18n.translate('auditUser.person.entriesCaption', {
        defaultMessage: 'Everything on the timeline, newest first',
      })}
      items={[...entries]}
      itemId="id"
      columns={columns}
      data-test-subj="auditUserTimelineEntries"
    />
  );
}

/** Entries of all lanes, newest first. Rows are dear: they are drawn anew only when they change. */
export const EntriesTable = memo(AllEntries);

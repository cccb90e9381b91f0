/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { UnreadableLine } from '../../../../common/api/ssh_sessions';
import { formatCount } from '../../../components/count_words';
import { DisplayText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';

export interface UnreadablePanelProps {
  lines: readonly UnreadableLine[];
  /** Of the whole answer. */
  total: number;
}

const COLUMNS = (): Array<EuiBasicTableColumn<UnreadableLine>> => [
  {
    name: i18n.translate('auditUser.ssh.unreadable.time', { defaultMessage: 'Time, as indexed' }),
    width: '18%',
    render: ({ time }: UnreadableLine) => <LogTime time={time} precision="exact" />,
  },
  {
    name: i18n.translate('auditUser.ssh.unreadable.host', { defaultMessage: 'Node, as indexed' }),
    width: '12%',
    render: ({ host }: UnreadableLine) => <DisplayText text={host || '–'} max={120} />,
  },
  {
    name: i18n.translate('auditUser.ssh.unreadable.message', { defaultMessage: 'Line' }),
    render: ({ message }: UnreadableLine) => (
      <code>
        <DisplayText text={message} max={500} />
      </code>
    ),
  },
  {
    name: i18n.translate('auditUser.ssh.unreadable.why', { defaultMessage: 'Why' }),
    width: '22%',
    render: ({ why }: UnreadableLine) => <DisplayText text={why} max={500} />,
  },
  {
    name: i18n.translate('auditUser.ssh.unreadable.record', { defaultMessage: 'Record' }),
    width: '16%',
    render: ({ document: { index, id } }: UnreadableLine) => (
      <DisplayText text={`${index} / ${id}`} />
    ),
  },
];

/** Lines of which the fields could not be read, as they are: what they say is in no figure above. */
export function UnreadablePanel({ lines, total }: UnreadablePanelProps) {
  return (
    <>
      <EuiText size="s">
        <p>
          {i18n.translate('auditUser.ssh.unreadable.intro', {
            defaultMessage:
              '{total, plural, one {# line} other {# lines}} of this period could not be read, so a login, a command or a failed attempt may be missing above.',
            values: { total },
          })}{' '}
          {total > lines.length &&
            i18n.translate('auditUser.ssh.unreadable.listed', {
              defaultMessage: '{listed} of them are listed.',
              values: { listed: formatCount(lines.length) },
            })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiBasicTable<UnreadableLine>
        compressed
        tableCaption={i18n.translate('auditUser.ssh.unreadable.caption', {
          defaultMessage: 'Lines that could not be read',
        })}
        items={[...lines]}
        itemId={({ document: { index, id } }) => `${index}/${id}`}
        columns={COLUMNS()}
      />
    </>
  );
}

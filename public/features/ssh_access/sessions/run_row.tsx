/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshRun } from '../../../../common/api/ssh_sessions';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { formatCount } from '../../../components/count_words';
import { toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { FilterForValue } from '../filter_for_value';
import { noSource } from '../session_notes';
import { CellRow } from './cell_row';
import { KeyCell } from './key_cell';
import type { RowHandlers } from './row_handlers';

/** Nodes that are named in a row; Ansible visits hundreds. */
const MOST_HOSTS = 3;

export interface RunRowProps extends Pick<RowHandlers, 'onFilter'> {
  run: SshRun;
  isOpen: boolean;
  isNarrow: boolean;
  onToggle: (id: string) => void;
}

function Hosts({ run, onFilter }: Pick<RunRowProps, 'run' | 'onFilter'>) {
  const named = run.hosts.slice(0, MOST_HOSTS);
  const more = run.hosts.length - named.length + (run.hostsLeftOut ?? 0);
  return (
    <>
      {named.map((host) => (
        <div key={host}>
          <FilterForValue filter="hosts" value={host} onFilter={onFilter} />
        </div>
      ))}
      {more > 0 && (
        <div>
          {i18n.translate('auditUser.ssh.run.moreHosts', {
            defaultMessage: 'and {count, plural, one {# more node} other {# more nodes}}',
            values: { count: more },
          })}
        </div>
      )}
      <FilterForValue filter="clusters" value={run.cluster} onFilter={onFilter} />
    </>
  );
}

function Row({ run, isOpen, isNarrow, onToggle, onFilter }: RunRowProps) {
  const { sourceIp } = run;
  return (
    <CellRow
      isOpen={isOpen}
      isNarrow={isNarrow}
      cells={{
        start: (
          <>
            <LogTime time={run.startedAt} precision="exact" />
            <EuiButtonEmpty
              size="xs"
              flush="left"
              iconType={isOpen ? 'arrowDown' : 'arrowRight'}
              aria-expanded={isOpen}
              aria-label={i18n.translate('auditUser.ssh.run.toggleLabel', {
                defaultMessage: '{count, plural, one {# session} other {# sessions}} of {account}',
                values: { count: run.sessions, account: toVisibleText(run.account) },
              })}
              onClick={() => onToggle(run.id)}
            >
              {i18n.translate('auditUser.ssh.run.toggle', {
                defaultMessage: '{count, plural, one {# session} other {# sessions}}',
                values: { count: run.sessions },
              })}
            </EuiButtonEmpty>
          </>
        ),
        end: (
          <>
            <div>
              {i18n.translate('auditUser.ssh.run.folded', {
                defaultMessage: 'Short sessions, one after another, until',
              })}
            </div>
            <EuiText size="xs">
              <LogTime time={run.endedAt} precision="exact" />
            </EuiText>
          </>
        ),
        where: <Hosts run={run} onFilter={onFilter} />,
        account: <FilterForValue filter="accounts" value={run.account} onFilter={onFilter} />,
        person: <AttributionBadge attribution={run.attribution} />,
        key: <KeyCell login={run} onFilter={onFilter} />,
        source:
          sourceIp === undefined ? (
            noSource()
          ) : (
            <FilterForValue filter="sourceIps" value={sourceIp} onFilter={onFilter} />
          ),
        commands: formatCount(run.commands),
        marks: <MarkBadges marks={run.marks} />,
      }}
    />
  );
}

/** Many short sessions of one key from one address, folded into one row. */
export const RunRow = memo(Row);

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { formatCount } from '../../../components/count_words';
import { FilterForValue } from '../filter_for_value';
import { noSource } from '../session_notes';
import { CellRow } from './cell_row';
import { EndCell } from './end_cell';
import { KeyCell } from './key_cell';
import type { RowHandlers } from './row_handlers';
import { StartCell } from './start_cell';

export interface SessionRowProps extends RowHandlers {
  session: SshSession;
  isOpen: boolean;
  isNarrow: boolean;
}

function Row({ session, isOpen, isNarrow, onOpen, onFilter }: SessionRowProps) {
  const { host, cluster, account, sourceIp, commands, commandsLeftOut, attribution } = session;
  return (
    <CellRow
      isOpen={isOpen}
      isNarrow={isNarrow}
      cells={{
        start: <StartCell session={session} onOpen={onOpen} />,
        end: <EndCell session={session} />,
        where: (
          <>
            <FilterForValue filter="hosts" value={host} onFilter={onFilter} />
            <br />
            <FilterForValue filter="clusters" value={cluster} onFilter={onFilter} />
          </>
        ),
        account: <FilterForValue filter="accounts" value={account} onFilter={onFilter} />,
        person: <AttributionBadge attribution={attribution} />,
        key: <KeyCell login={session} onFilter={onFilter} />,
        source:
          sourceIp === undefined ? (
            noSource()
          ) : (
            <FilterForValue filter="sourceIps" value={sourceIp} onFilter={onFilter} />
          ),
        commands: formatCount(commands.length + commandsLeftOut),
        marks: <MarkBadges marks={session.marks} />,
      }}
    />
  );
}

/** One session. It is drawn again only when something of it changes: a thousand rows may be loaded. */
export const SessionRow = memo(Row);

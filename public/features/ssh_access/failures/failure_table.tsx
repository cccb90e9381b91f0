/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiBasicTable,
  EuiButtonIcon,
  EuiIcon,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshFailureGroup } from '../../../../common/api/ssh_failures';
import { formatCount } from '../../../components/count_words';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { FilterForValue } from '../filter_for_value';
import type { FilterFor } from '../filter_handler';
import { AuthlogLines } from '../../../components/authlog_lines/authlog_lines';
import { noSource } from '../session_notes';
import { wayLabel } from './way_words';

export interface FailureTableProps {
  groups: readonly SshFailureGroup[];
  onFilter: FilterFor;
}

const keyOf = ({ cluster, sourceIp, account }: SshFailureGroup) =>
  JSON.stringify([cluster, sourceIp, account]);

/** Words for an account name that is empty: the connection ended before one was given. */
function accountWords(account: string): string {
  return (
    account ||
    i18n.translate('auditUser.ssh.failures.noAccount', { defaultMessage: 'no account named' })
  );
}

function AccountCell({ group, onFilter }: { group: SshFailureGroup; onFilter: FilterFor }) {
  return (
    <div>
      {group.account ? (
        <FilterForValue filter="accounts" value={group.account} onFilter={onFilter} />
      ) : (
        accountWords('')
      )}
      {group.invalidAccount && (
        <EuiText size="xs" color="subdued">
          <p>
            {i18n.translate('auditUser.ssh.failures.invalid', {
              defaultMessage: 'no such account, or it may not log in',
            })}
          </p>
        </EuiText>
      )}
    </div>
  );
}

function SucceededCell({ succeededAfter }: SshFailureGroup) {
  if (!succeededAfter) {
    return (
      <>
        {i18n.translate('auditUser.ssh.failures.notSucceeded', {
          defaultMessage: 'no login within the hour',
        })}
      </>
    );
  }
  return (
    <strong>
      <EuiIcon type="alert" size="s" />{' '}
      {i18n.translate('auditUser.ssh.failures.succeeded', {
        defaultMessage: 'a login followed within the hour',
      })}
    </strong>
  );
}

/** Refused and failed attempts by source and account, each with its lines on demand. */
export function FailureTable({ groups, onFilter }: FailureTableProps) {
  const [open, setOpen] = useState<string>();
  const columns: Array<EuiBasicTableColumn<SshFailureGroup>> = [
    {
      name: i18n.translate('auditUser.ssh.failures.source', { defaultMessage: 'From where' }),
      render: ({ sourceIp }: SshFailureGroup) =>
        sourceIp === undefined ? (
          noSource()
        ) : (
          <FilterForValue filter="sourceIps" value={sourceIp} onFilter={onFilter} />
        ),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.account', { defaultMessage: 'Account tried' }),
      render: (group: SshFailureGroup) => <AccountCell group={group} onFilter={onFilter} />,
    },
    {
      name: i18n.translate('auditUser.ssh.failures.where', { defaultMessage: 'Node, cluster' }),
      render: ({ hosts, cluster }: SshFailureGroup) => (
        <div>
          <DisplayText text={hosts.join(', ')} max={200} />
          <br />
          <DisplayText text={cluster} max={120} />
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.attempts', { defaultMessage: 'Attempts' }),
      align: 'right',
      render: ({ attempts }: SshFailureGroup) => formatCount(attempts),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.connections', {
        defaultMessage: 'Connections',
      }),
      align: 'right',
      render: ({ connections }: SshFailureGroup) => formatCount(connections),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.ways', { defaultMessage: 'How it failed' }),
      render: ({ ways }: SshFailureGroup) => (
        <ul>
          {ways.map(({ way, count }) => (
            <li key={way}>
              <DisplayText text={wayLabel(way)} max={80} /> {`(${formatCount(count)})`}
            </li>
          ))}
        </ul>
      ),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.when', { defaultMessage: 'First and last' }),
      render: ({ firstSeen, lastSeen }: SshFailureGroup) => (
        <div>
          <LogTime time={firstSeen} precision="exact" />
          <br />
          <LogTime time={lastSeen} precision="exact" />
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.ssh.failures.after', { defaultMessage: 'And then' }),
      render: (group: SshFailureGroup) => <SucceededCell {...group} />,
    },
    {
      name: i18n.translate('auditUser.ssh.failures.lines', { defaultMessage: 'Lines' }),
      width: '60px',
      isExpander: true,
      render: (group: SshFailureGroup) => {
        const isOpen = keyOf(group) === open;
        return (
          <EuiButtonIcon
            iconType={isOpen ? 'arrowUp' : 'arrowDown'}
            aria-expanded={isOpen}
            aria-label={i18n.translate('auditUser.ssh.failures.showLines', {
              defaultMessage: 'Lines of {account} from {source}',
              values: {
                account: toVisibleText(accountWords(group.account)),
                source: toVisibleText(group.sourceIp ?? noSource()),
              },
            })}
            onClick={() => setOpen(isOpen ? undefined : keyOf(group))}
          />
        );
      },
    },
  ];
  const shown = groups.find((group) => keyOf(group) === open);
  return (
    <EuiBasicTable<SshFailureGroup>
      compressed
      tableCaption={i18n.translate('auditUser.ssh.failures.caption', {
        defaultMessage: 'Refused and failed attempts to log in, by source and account',
      })}
      items={[...groups]}
      itemId={keyOf}
      itemIdToExpandedRowMap={
        shown ? { [keyOf(shown)]: <AuthlogLines documents={shown.lines} /> } : {}
      }
      isExpandable
      columns={columns}
      data-test-subj="auditUserSshFailures"
    />
  );
}

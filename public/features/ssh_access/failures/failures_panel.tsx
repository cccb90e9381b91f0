/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshFailures } from '../../../../common/api/ssh_failures';
import type { SshFilters } from '../../../../common/api/ssh_sessions';
import { CallOut } from '../../../components/call_out';
import { formatCount } from '../../../components/count_words';
import type { FilterFor } from '../filter_handler';
import { FailureTable } from './failure_table';

export interface FailuresPanelProps {
  /** Absent when the server did not answer them. */
  failures?: SshFailures;
  filters: SshFilters;
  /** Attempts may be missing from the answer. */
  incomplete: boolean;
  onFilter: FilterFor;
}

function nothingWords(incomplete: boolean): string {
  return incomplete
    ? i18n.translate('auditUser.ssh.failures.nothingIncomplete', {
        defaultMessage:
          'No refused or failed attempt was found in the part of the log that could be read; what could not is said above. This is no proof that there was none.',
      })
    : i18n.translate('auditUser.ssh.failures.nothing', {
        defaultMessage: 'No refused or failed attempt in this period with these filters.',
      });
}

/** Attempts that ended without a login. */
export function FailuresPanel({ failures, filters, incomplete, onFilter }: FailuresPanelProps) {
  if (!failures) {
    return (
      <CallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('auditUser.ssh.failures.missing', {
          defaultMessage: 'The answer says nothing about refused and failed attempts',
        })}
      />
    );
  }
  const { groups, groupsLeftOut, attemptsLeftOut } = failures;
  return (
    <>
      {(filters.persons ?? filters.statuses) && (
        <EuiText size="s">
          <p>
            {i18n.translate('auditUser.ssh.failures.noPersons', {
              defaultMessage:
                'An attempt that was refused proves nothing about who made it: the filters by person and attribution do not apply here.',
            })}
          </p>
        </EuiText>
      )}
      {groups.length === 0 ? (
        <EuiText size="s">
          <p>{nothingWords(incomplete)}</p>
        </EuiText>
      ) : (
        <FailureTable groups={groups} onFilter={onFilter} />
      )}
      {groupsLeftOut > 0 && (
        <>
          <EuiSpacer size="s" />
          <CallOut
            size="s"
            color="warning"
            iconType="alert"
            title={i18n.translate('auditUser.ssh.failures.leftOut', {
              defaultMessage:
                '{groups} more pairs of source and account with {attempts} attempts are not listed: narrow the filters or the period to see them',
              values: {
                groups: formatCount(groupsLeftOut),
                attempts: formatCount(attemptsLeftOut),
              },
            })}
          />
        </>
      )}
    </>
  );
}

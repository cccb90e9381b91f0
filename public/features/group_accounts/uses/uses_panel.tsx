/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GroupAccountsResponse } from '../../../../common/api/group_accounts';
import type { TimeRange } from '../../../../common/api/time_range';
import { LoadMore } from '../../../components/paging/load_more';
import { bothLogsWords } from '../../../components/states/both_logs_words';
import { isSerious } from '../../../components/states/reason_words';
import { NothingPrompt } from '../../../components/states/nothing_prompt';
import { GROUP_FILTERS, type GroupState } from '../../../url_state/group_accounts_state';
import { groupFilterLabel, groupValueLabel } from '../group_words';
import type { GroupAnswer } from '../use_group_accounts';
import { AccountTable } from './account_table';
import { UsesOverTime } from './uses_over_time';
import { UsesTable } from './uses_table';

/** Rows of one page that can be chosen; the first is the usual. */
export const USE_PAGE_SIZES: readonly [number, ...number[]] = [200, 500, 1000];

export interface UsesPanelProps {
  state: GroupState;
  answer: GroupAnswer;
  first: GroupAccountsResponse;
  pageSize: number;
  onPageSize: (size: number) => void;
  onNarrow: (timeRange: TimeRange) => void;
  onOpen: (key: string) => void;
  onClear: () => void;
}

function filterTexts({ filters }: GroupState): string[] {
  return GROUP_FILTERS.flatMap((filter) => {
    const values = filters[filter] ?? [];
    if (values.length === 0) return [];
    const words = values.map((value) => groupValueLabel(filter, value)).join(', ');
    return [`${groupFilterLabel(filter)}: ${words}`];
  });
}

function Nothing({ state, answer, first, onClear }: UsesPanelProps) {
  const filters = filterTexts(state);
  const incomplete = answer.reasons.some(isSerious);
  return (
    <NothingPrompt
      title={
        incomplete
          ? i18n.translate('auditUser.groupAccounts.nothingSure', {
              defaultMessage: 'No use of a group account was found, but not everything was read',
            })
          : i18n.translate('auditUser.groupAccounts.nothing', {
              defaultMessage: 'No use of a group account in this period',
            })
      }
      range={first.range}
      notes={[
        incomplete
          ? i18n.translate('auditUser.groupAccounts.nothingIncomplete', {
              defaultMessage:
                'What is said above is missing from this answer: it does not prove that nothing happened.',
            })
          : i18n.translate('auditUser.groupAccounts.nothingAmong', {
              defaultMessage: 'Both logs were read for the whole period.',
            }),
      ]}
      filters={filters}
      actions={[
        filters.length > 0 && (
          <EuiButton onClick={onClear}>
            {i18n.translate('auditUser.pill.clear', { defaultMessage: 'Clear all filters' })}
          </EuiButton>
        ),
      ]}
    />
  );
}

/** Figures, trend and the uses themselves. */
export function UsesPanel(props: UsesPanelProps) {
  const { answer, first, pageSize, onPageSize, onNarrow, onOpen } = props;
  if (first.total.value === 0) return <Nothing {...props} />;
  return (
    <>
      <AccountTable accounts={first.accounts} />
      <EuiSpacer size="m" />
      <UsesOverTime trend={first.trend} onNarrow={onNarrow} />
      <EuiSpacer size="m" />
      <UsesTable uses={answer.uses} onOpen={onOpen} />
      <EuiSpacer size="m" />
      <LoadMore
        paging={answer}
        shown={answer.uses.length}
        total={first.total}
        pageSize={pageSize}
        pageSizes={USE_PAGE_SIZES}
        onPageSize={onPageSize}
        failedTitle={i18n.translate('auditUser.groupAccounts.moreFailed', {
          defaultMessage: 'The next uses could not be loaded; the list ends too early',
        })}
        words={bothLogsWords()}
      />
    </>
  );
}

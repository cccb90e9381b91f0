/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiAccordion, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DirectoryConflict, DirectoryResponse } from '../../../../common/api/directory';
import { CallOut } from '../../../components/call_out';
import { DisplayText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { kindLabel } from './directory_words';

/** Entries that contradict each other: what they are about names nobody until that is settled. */
export function Conflicts({ conflicts }: { conflicts: readonly DirectoryConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <>
      <CallOut
        color="warning"
        iconType="alert"
        data-test-subj="auditUserDirectoryConflicts"
        title={i18n.translate('auditUser.directory.conflicts', {
          defaultMessage:
            '{count, plural, one {# value is} other {# values are}} filed for several persons at one time',
          values: { count: conflicts.length },
        })}
      >
        <ul>
          {conflicts.map(({ kind, value, persons }) => (
            <li key={`${kind} ${value}`}>
              {kindLabel(kind)} <DisplayText text={value} max={120} />
              {': '}
              <DisplayText text={persons.join(', ')} max={400} />
            </li>
          ))}
        </ul>
      </CallOut>
      <EuiSpacer size="m" />
    </>
  );
}

/** Everything ever recorded. */
export function DirectoryHistory({
  history,
  historyLeftOut = 0,
}: Pick<DirectoryResponse, 'history' | 'historyLeftOut'>) {
  if (history.length === 0) return null;
  return (
    <EuiAccordion
      id="auditUserDirectoryHistory"
      buttonContent={i18n.translate('auditUser.directory.history', {
        defaultMessage: 'History: {count, plural, one {# change} other {# changes}}',
        values: { count: history.length + historyLeftOut },
      })}
    >
      <EuiText size="s">
        <ul>
          {history.map(({ id, action, entry, by, at }) => (
            <li key={`${action} ${id} ${at}`}>
              <LogTime time={at} precision="exact" />
              {', '}
              <DisplayText text={by} max={80} />
              {': '}
              {action === 'add'
                ? i18n.translate('auditUser.directory.added', { defaultMessage: 'filed' })
                : i18n.translate('auditUser.directory.ended', {
                    defaultMessage: 'ended the validity of',
                  })}{' '}
              {kindLabel(entry.kind)} <DisplayText text={entry.value} max={120} />
              {entry.person !== undefined && (
                <>
                  {' – '}
                  <DisplayText text={entry.person} max={120} />
                </>
              )}
            </li>
          ))}
          {historyLeftOut > 0 && (
            <li>
              {i18n.translate('auditUser.directory.historyLeftOut', {
                defaultMessage:
                  '{count, plural, one {# older change is} other {# older changes are}} not listed here',
                values: { count: historyLeftOut },
              })}
            </li>
          )}
        </ul>
      </EuiText>
    </EuiAccordion>
  );
}

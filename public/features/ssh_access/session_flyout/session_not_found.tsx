/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiEmptyPrompt, EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { AnswerFailure } from '../../../components/states/answer_failure';
import { authlogWords } from '../../../components/states/authlog_words';
import { CompletenessCallout } from '../../../components/states/completeness_callout';
import { isSerious } from '../../../components/states/reason_words';
import type { LinkedSession } from '../use_linked_session';

export interface SessionNotFoundProps {
  /** An answer that may hold the session is on its way. */
  loading: boolean;
  /** The answer to the question for this session alone. */
  linked: LinkedSession;
}

function titleWords(incomplete: boolean): string {
  return incomplete
    ? i18n.translate('auditUser.ssh.flyout.notFoundSure', {
        defaultMessage: 'This session was not found, but not everything was read',
      })
    : i18n.translate('auditUser.ssh.flyout.notFoundTitle', {
        defaultMessage: 'This session is not in the log of this period',
      });
}

/** The address names a session that is not among the rows: it was asked for by itself, and this came of it. */
export function SessionNotFound({ loading, linked }: SessionNotFoundProps) {
  if (linked.isError) {
    return (
      <AnswerFailure
        error={linked.error}
        words={authlogWords()}
        onRetry={() => void linked.refetch()}
      />
    );
  }
  if (loading || !linked.data) return <EuiLoadingContent lines={10} />;
  const { reasons } = linked.data.completeness;
  return (
    <div role="alert">
      <CompletenessCallout reasons={reasons} />
      <EuiEmptyPrompt
        iconType="search"
        title={<h3>{titleWords(reasons.some(isSerious))}</h3>}
        body={
          <p>
            {i18n.translate('auditUser.ssh.flyout.notFoundBody', {
              defaultMessage:
                'It was looked for in the whole period, whatever the filters. It may be outside of the period, or its lines are no longer kept or not shown to you.',
            })}
          </p>
        }
      />
    </div>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiButton, EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DocumentRef } from '../../../common/api/kube_events';
import { CallOut } from '../call_out';
import { formatCount } from '../count_words';
import { MaskedNotice } from '../details/masked_notice';
import { toVisibleText } from '../display_text';
import { authlogWords } from '../states/authlog_words';
import { CompletenessCallout } from '../states/completeness_callout';
import { failureWords } from '../states/failure_words';
import { AuthlogLine } from './authlog_line';
import { useAuthlogLines } from './use_authlog_lines';

export interface AuthlogLinesProps {
  documents: readonly DocumentRef[];
  /** Lines that there are, where more than these are known of. */
  total?: number;
}

function LinesFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, body, iconType } = failureWords(error, authlogWords());
  return (
    <div role="alert">
      <CallOut size="s" color="danger" iconType={iconType} title={title}>
        <p>{toVisibleText(body)}</p>
        <EuiButton size="s" onClick={onRetry}>
          {i18n.translate('auditUser.failure.retry', { defaultMessage: 'Try again' })}
        </EuiButton>
      </CallOut>
    </div>
  );
}

/** Lines as OpenSearch keeps them, and which of them are gone. Likely secrets are asked for only on demand. */
export function AuthlogLines({ documents, total = documents.length }: AuthlogLinesProps) {
  const [unmask, setUnmask] = useState(false);
  const masked = useAuthlogLines(documents);
  // While nothing is unmasked this is the same query, not a second request.
  const shown = useAuthlogLines(documents, unmask);
  if (masked.isError) {
    return <LinesFailure error={masked.error} onRetry={() => void masked.refetch()} />;
  }
  if (!masked.data) return <EuiLoadingContent lines={3} />;
  const { lines, missing, completeness } = shown.data ?? masked.data;
  const left = total - documents.length;
  return (
    <div data-test-subj="auditUserAuthlogLines" style={{ width: '100%' }}>
      {unmask && shown.isError && (
        <LinesFailure error={shown.error} onRetry={() => void shown.refetch()} />
      )}
      {masked.data.lines.some((line) => line.masked) && (
        <MaskedNotice
          unmasked={unmask && shown.data !== undefined}
          unmaskAllowed={masked.data.canUnmask}
          onChange={setUnmask}
        />
      )}
      <CompletenessCallout reasons={completeness.reasons} />
      {missing.length > 0 && (
        <CallOut
          size="s"
          color="warning"
          iconType="clock"
          title={i18n.translate('auditUser.authlogLines.missing', {
            defaultMessage:
              '{count, plural, one {# line is} other {# lines are}} no longer there, or hidden from you',
            values: { count: missing.length },
          })}
        />
      )}
      <ol style={{ listStyle: 'none', margin: 0 }}>
        {lines.map((line) => (
          <AuthlogLine key={`${line.document.index}/${line.document.id}`} line={line} />
        ))}
      </ol>
      {left > 0 && (
        <EuiText size="s">
          <p>
            {i18n.translate('auditUser.authlogLines.more', {
              defaultMessage: '{count} more lines belong to it and are not shown here.',
              values: { count: formatCount(left) },
            })}
          </p>
        </EuiText>
      )}
    </div>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../../../components/call_out';
import { formatCount } from '../../../components/count_words';
import { toVisibleText } from '../../../components/display_text';
import { figureWords } from '../review_words';
import { signFailureWords } from './sign_failure_words';

export interface SignFailureProps {
  error: unknown;
  busy: boolean;
  onPrepare: () => void;
  /** Sends the same once more. */
  onSignAgain: () => void;
}

/** Why nothing was signed, or that it is not known; and the way on. */
export function SignFailure({ error, busy, onPrepare, onSignAgain }: SignFailureProps) {
  if (error === null || error === undefined) return null;
  const { title, body, color, iconType, next, conflict } = signFailureWords(error);
  const { differences = [], differencesLeftOut = 0 } = conflict ?? {};
  return (
    <div role="alert" data-test-subj="auditUserSignFailure">
      <CallOut color={color} iconType={iconType} title={title}>
        <p>{toVisibleText(body)}</p>
        {differences.length > 0 && (
          <ul>
            {differences.map(({ id, title: name, was, now }) => (
              <li key={id}>
                {i18n.translate('auditUser.review.sign.difference', {
                  defaultMessage: '{name}: {was} when you looked, {now} now',
                  values: { name, was: figureWords(was), now: figureWords(now) },
                })}
              </li>
            ))}
            {differencesLeftOut > 0 && (
              <li>
                {i18n.translate('auditUser.review.chain.more', {
                  defaultMessage: 'and {count} more',
                  values: { count: formatCount(differencesLeftOut) },
                })}
              </li>
            )}
          </ul>
        )}
        {next === 'prepare' && (
          <EuiButton size="s" iconType="refresh" isLoading={busy} onClick={onPrepare}>
            {i18n.translate('auditUser.review.prepareAgain', {
              defaultMessage: 'Prepare it again',
            })}
          </EuiButton>
        )}
        {next === 'sign_again' && (
          <EuiButton size="s" iconType="refresh" isLoading={busy} onClick={onSignAgain}>
            {i18n.translate('auditUser.review.signAgain', { defaultMessage: 'Sign again' })}
          </EuiButton>
        )}
      </CallOut>
      <EuiSpacer size="m" />
    </div>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiCode, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ChainProblem, ReviewChain } from '../../../common/api/review';
import { CallOut } from '../../components/call_out';
import { formatCount } from '../../components/count_words';
import { CopyButton } from '../../components/details/copy_button';
import { toVisibleText } from '../../components/display_text';

/** What is wrong with records, each in the server's words. */
export function ChainProblems({
  problems,
  leftOut = 0,
}: {
  problems: readonly ChainProblem[];
  leftOut?: number;
}) {
  return (
    <ul>
      {problems.map(({ code, sequence, documentId, message }) => (
        <li key={`${code} ${sequence ?? ''} ${documentId ?? ''}`}>
          {sequence !== undefined && (
            <strong>
              {i18n.translate('auditUser.review.chain.record', {
                defaultMessage: 'Record {sequence}: ',
                values: { sequence },
              })}
            </strong>
          )}
          {toVisibleText(message)}
        </li>
      ))}
      {leftOut > 0 && (
        <li>
          {i18n.translate('auditUser.review.chain.more', {
            defaultMessage: 'and {count} more',
            values: { count: formatCount(leftOut) },
          })}
        </li>
      )}
    </ul>
  );
}

function Head({ chain }: { chain: ReviewChain }) {
  return (
    <p>
      {i18n.translate('auditUser.review.chain.head', {
        defaultMessage: 'Newest hash (SHA-256): ',
      })}
      <EuiCode style={{ overflowWrap: 'anywhere' }}>{chain.headHash}</EuiCode>{' '}
      <CopyButton
        text={chain.headHash}
        what={i18n.translate('auditUser.review.chain.theHash', {
          defaultMessage: 'the newest hash',
        })}
      />
    </p>
  );
}

/** Whether what was signed is still what is there. A broken chain is the loudest thing on the page. */
export function ChainNotice({ chain }: { chain: ReviewChain }) {
  if (chain.state === 'forbidden') {
    return (
      <div role="alert" data-test-subj="auditUserChain">
        <CallOut
          color="warning"
          iconType="lock"
          title={i18n.translate('auditUser.review.chain.forbidden', {
            defaultMessage: 'You are not allowed to read signed reviews',
          })}
        >
          <p>
            {i18n.translate('auditUser.review.chain.forbiddenBody', {
              defaultMessage:
                'Which periods were reviewed, and by whom, cannot be shown to you: the role review_reader is missing (review_signer to sign as well). Both are in docs/security.md of Audit User; an administrator can give them to you.',
            })}
          </p>
        </CallOut>
        <EuiSpacer size="m" />
      </div>
    );
  }
  if (chain.state === 'missing') {
    return (
      <div data-test-subj="auditUserChain">
        <CallOut
          size="s"
          iconType="iInCircle"
          title={i18n.translate('auditUser.review.chain.missing', {
            defaultMessage:
              'No review was ever signed here, or none that you may see. The first signature begins the chain of records.',
          })}
        />
        <EuiSpacer size="m" />
      </div>
    );
  }
  if (!chain.intact) {
    const broken = chain.problems.length > 0;
    return (
      <div role="alert" data-test-subj="auditUserChain">
        <CallOut
          color="danger"
          iconType="alert"
          title={
            broken
              ? i18n.translate('auditUser.review.chain.broken', {
                  defaultMessage:
                    'THE CHAIN OF SIGNED REVIEWS IS BROKEN: records were changed, removed or added around this application',
                })
              : i18n.translate('auditUser.review.chain.notWhole', {
                  defaultMessage:
                    'The chain of signed reviews could not be read to its end: whether it is intact is not known',
                })
          }
        >
          {broken && (
            <>
              <p>
                {i18n.translate('auditUser.review.chain.brokenBody', {
                  defaultMessage:
                    'Records that cannot be tied to the chain do not count in the calendar. Tell whoever is responsible for the audit logs, and compare with hashes that were kept elsewhere, such as in evidence packages.',
                })}
              </p>
              <ChainProblems problems={chain.problems} leftOut={chain.problemsLeftOut} />
            </>
          )}
        </CallOut>
        <EuiSpacer size="m" />
      </div>
    );
  }
  return (
    <div data-test-subj="auditUserChain">
      <CallOut
        size="s"
        color="success"
        iconType="check"
        title={i18n.translate('auditUser.review.chain.intact', {
          defaultMessage:
            'The chain of signed reviews was verified just now: {records, plural, one {# record is} other {all # records are}} unchanged and in place',
          values: { records: chain.records },
        })}
      >
        <Head chain={chain} />
      </CallOut>
      <EuiSpacer size="m" />
    </div>
  );
}

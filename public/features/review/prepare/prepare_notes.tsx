/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewPrepareResponse } from '../../../../common/api/review';
import { CallOut } from '../../../components/call_out';
import { toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { useViewLinks } from '../../../components/use_view_links';
import { reviewPath } from '../../../url_state/view_paths';
import { ChainNotice } from '../chain_notice';
import { OwnActivityNotice } from '../own_activity_notice';
import { periodWords } from '../period_words';
import { signerWords } from '../review_words';

function Previous({ prepared }: { prepared: ReviewPrepareResponse }) {
  const linkTo = useViewLinks();
  const format = useDateFormat();
  const { previous, previousMissing } = prepared;
  return (
    <EuiText size="s">
      <p>
        {previous ? (
          <>
            {i18n.translate('auditUser.review.comparedWith', {
              defaultMessage: 'Figures are compared, by day, with ',
            })}
            <EuiLink {...linkTo(reviewPath(previous.sequence), [], previous.range)}>
              {i18n.translate('auditUser.review.recordLink', {
                defaultMessage: 'Record {sequence}',
                values: { sequence: previous.sequence },
              })}
            </EuiLink>
            {i18n.translate('auditUser.review.previousOf', {
              defaultMessage: ' of {period}, signed by {signer} on {time}.',
              values: {
                period: periodWords(previous.range),
                signer: signerWords(previous.signer),
                time: formatInstant(previous.signedAt, format).local,
              },
            })}
          </>
        ) : (
          i18n.translate('auditUser.review.notCompared', {
            defaultMessage: 'Figures are not compared with an earlier review: {why}',
            values: { why: toVisibleText(previousMissing ?? '') },
          })
        )}
      </p>
    </EuiText>
  );
}

/** What must be known before anything is decided. */
export function PrepareNotes({ prepared }: { prepared: ReviewPrepareResponse }) {
  const { chain, notYet, ownActivity, signer } = prepared;
  return (
    <>
      {!(chain.state === 'readable' && chain.intact) && <ChainNotice chain={chain} />}
      {notYet !== undefined && (
        <>
          <CallOut
            size="s"
            color="warning"
            iconType="clock"
            data-test-subj="auditUserNotYet"
            title={i18n.translate('auditUser.review.notYet', {
              defaultMessage: 'You can look, but this period cannot be signed yet',
            })}
          >
            <p>{toVisibleText(notYet)}</p>
          </CallOut>
          <EuiSpacer size="s" />
        </>
      )}
      {!signer.authenticated && (
        <>
          <CallOut
            size="s"
            color="warning"
            iconType="user"
            title={i18n.translate('auditUser.review.noSecurity', {
              defaultMessage:
                'OpenSearch runs without its security plugin: a signature would name nobody',
            })}
          />
          <EuiSpacer size="s" />
        </>
      )}
      <OwnActivityNotice own={ownActivity} />
      <Previous prepared={prepared} />
      <EuiSpacer size="m" />
    </>
  );
}

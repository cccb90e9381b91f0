/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiCode, EuiDescriptionList, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewReadResponse } from '../../../../common/api/review';
import { formatCount } from '../../../components/count_words';
import { CopyButton } from '../../../components/details/copy_button';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { reasonTitle } from '../../../components/states/reason_words';
import { useDateFormat } from '../../../components/use_date_format';
import { OwnActivityNotice } from '../own_activity_notice';
import { periodWords } from '../period_words';
import { patternLabel, signerWords } from '../review_words';
import { RecordStanding } from './record_standing';
import { SignedFindings } from './signed_findings';

/** Only the record is printed: no navigation, no buttons, no host around it. */
const PRINT = `
@media print {
  body * { visibility: hidden; }
  #auditUserReviewRecord, #auditUserReviewRecord * { visibility: visible; color: black !important; }
  #auditUserReviewRecord { position: absolute; left: 0; top: 0; width: 100%; background: white; }
  #auditUserReviewRecord button { display: none; }
}`;

const notTold = () =>
  i18n.translate('auditUser.review.record.versionNotTold', {
    defaultMessage: '(version not told to the signer)',
  });

function Hash({ text, what }: { text: string; what: string }) {
  return (
    <>
      <EuiCode style={{ overflowWrap: 'anywhere' }}>{toVisibleText(text)}</EuiCode>{' '}
      <CopyButton text={text} what={what} />
    </>
  );
}

function Head({ answer }: { answer: ReviewReadResponse }) {
  const format = useDateFormat();
  const { record } = answer;
  const { period, signer, signedAt, versions, chainBefore } = record;
  const signed = formatInstant(signedAt, format);
  const from = formatInstant(period.from, format);
  const to = formatInstant(period.to, format);
  const items = [
    {
      title: i18n.translate('auditUser.review.sign.log', { defaultMessage: 'Log' }),
      description: (
        <>
          {patternLabel(record.pattern)}: <DisplayText text={record.indexPattern} max={300} />
        </>
      ),
    },
    {
      title: i18n.translate('auditUser.review.sign.period', { defaultMessage: 'Period' }),
      description: `${periodWords(period)} – ${from.local} … ${to.local}`,
    },
    {
      title: i18n.translate('auditUser.review.record.signedBy', { defaultMessage: 'Signed by' }),
      description: <strong>{signerWords(signer)}</strong>,
    },
    {
      title: i18n.translate('auditUser.review.record.signedAt', { defaultMessage: 'Signed at' }),
      description: `${signed.local} (${signed.utc})`,
    },
    {
      title: i18n.translate('auditUser.review.record.hash', { defaultMessage: 'Hash (SHA-256)' }),
      description: (
        <Hash
          text={record.hash}
          what={i18n.translate('auditUser.review.record.theHash', {
            defaultMessage: 'the hash of the record',
          })}
        />
      ),
    },
    {
      title: i18n.translate('auditUser.review.record.previousHash', {
        defaultMessage: 'Hash of the record before',
      }),
      description:
        record.sequence === 1 ? (
          i18n.translate('auditUser.review.sign.first', {
            defaultMessage: 'None: this is the first record',
          })
        ) : (
          <Hash
            text={record.previousHash}
            what={i18n.translate('auditUser.review.record.thePreviousHash', {
              defaultMessage: 'the hash of the record before',
            })}
          />
        ),
    },
    {
      title: i18n.translate('auditUser.review.record.chainBefore', {
        defaultMessage: 'Chain when it was signed',
      }),
      description: chainBefore.intact
        ? i18n.translate('auditUser.review.record.chainIntact', { defaultMessage: 'Intact' })
        : i18n.translate('auditUser.review.record.chainBroken', {
            defaultMessage:
              'Not intact: {count, plural, one {# problem} other {# problems}} were known',
            values: { count: chainBefore.problems },
          }),
    },
    {
      title: i18n.translate('auditUser.review.record.versions', { defaultMessage: 'Versions' }),
      description: i18n.translate('auditUser.review.record.versionsOf', {
        defaultMessage: 'Audit User {plugin}, Dashboards {dashboards}, OpenSearch {opensearch}',
        values: {
          plugin: toVisibleText(versions.plugin),
          dashboards: toVisibleText(versions.dashboards),
          opensearch: toVisibleText(versions.opensearch ?? notTold()),
        },
      }),
    },
  ];
  return <EuiDescriptionList type="responsiveColumn" compressed listItems={items} />;
}

function Completeness({ answer }: { answer: ReviewReadResponse }) {
  const { reasons } = answer.record.completeness;
  return (
    <EuiText size="s">
      <h3>
        {i18n.translate('auditUser.review.record.completeness', {
          defaultMessage: 'How complete the log was',
        })}
      </h3>
      {reasons.length === 0 ? (
        <p>
          {i18n.translate('auditUser.review.sign.isComplete', {
            defaultMessage: 'Nothing is known to be missing',
          })}
        </p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code + reason.message}>
              {`${reasonTitle(reason)}. ${toVisibleText(reason.message)}`}
            </li>
          ))}
        </ul>
      )}
    </EuiText>
  );
}

/** A signed review, to read and to print. */
export function RecordDocument({ answer }: { answer: ReviewReadResponse }) {
  const { record } = answer;
  return (
    <div id="auditUserReviewRecord" data-test-subj="auditUserReviewRecord">
      <style>{PRINT}</style>
      <EuiText>
        <h2>
          {i18n.translate('auditUser.review.record.title', {
            defaultMessage: 'Signed log review, record {sequence}',
            values: { sequence: formatCount(record.sequence) },
          })}
        </h2>
      </EuiText>
      <EuiSpacer size="s" />
      <RecordStanding answer={answer} />
      <Head answer={answer} />
      <EuiSpacer size="m" />
      <EuiText>
        <h3>
          {i18n.translate('auditUser.review.sign.conclusion', { defaultMessage: 'Conclusion' })}
        </h3>
        <p style={{ whiteSpace: 'pre-wrap' }}>
          {record.conclusion.split('\n').map((line, i) => (
            <React.Fragment key={i}>
              {i > 0 && '\n'}
              <DisplayText text={line} max={10000} />
            </React.Fragment>
          ))}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <OwnActivityNotice own={record.ownActivity} />
      <Completeness answer={answer} />
      <EuiSpacer size="m" />
      <SignedFindings record={record} />
    </div>
  );
}

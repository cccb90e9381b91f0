/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import moment from 'moment';
import { EuiButton, EuiFieldText, EuiFormRow, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { GroupAccountsResponse } from '../../../../common/api/group_accounts';
import { formatCount } from '../../../components/count_words';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { reasonTitle } from '../../../components/states/reason_words';
import { useDateFormat } from '../../../components/use_date_format';
import { originLabel } from '../group_words';
import { toAssessmentFigures } from './assessment_figures';
import { FiguresTable } from './figures_table';
import { limitsOfAttribution } from './limits_of_attribution';

/** Only the assessment is printed: no navigation, no filters, no host around it. */
const PRINT = `
@media print {
  body * { visibility: hidden; }
  #auditUserAssessment, #auditUserAssessment * { visibility: visible; color: black !important; }
  #auditUserAssessment { position: absolute; left: 0; top: 0; width: 100%; background: white; }
  #auditUserAssessment .auditUserNoPrint { display: none; }
}`;

export interface AssessmentPanelProps {
  answer: GroupAccountsResponse;
  reasons: readonly CompletenessReason[];
  filtered: boolean;
}

function WhyNot({ answer }: { answer: GroupAccountsResponse }) {
  const { whyNot } = toAssessmentFigures(answer);
  if (whyNot.length === 0) return null;
  return (
    <>
      <h3>
        {i18n.translate('auditUser.assessment.whyNot', {
          defaultMessage: 'Why uses could not be attributed to one person',
        })}
      </h3>
      <ul>
        {whyNot.map(({ words, uses }) => (
          <li key={words}>{`${words}: ${formatCount(uses)}`}</li>
        ))}
      </ul>
    </>
  );
}

/** The assessment of group accounts with the figures of the period, to be signed and printed. */
export function AssessmentPanel({ answer, reasons, filtered }: AssessmentPanelProps) {
  const format = useDateFormat();
  const from = formatInstant(answer.range.from, format);
  const to = formatInstant(answer.range.to, format);
  const now = formatInstant(moment().toISOString(), format);
  return (
    <div id="auditUserAssessment" data-test-subj="auditUserAssessment">
      <style>{PRINT}</style>
      <div className="auditUserNoPrint">
        <EuiButton size="s" iconType="document" fill onClick={() => window.print()}>
          {i18n.translate('auditUser.assessment.print', { defaultMessage: 'Print' })}
        </EuiButton>
        <EuiSpacer size="m" />
      </div>
      <EuiText>
        <h2>
          {i18n.translate('auditUser.assessment.title', {
            defaultMessage: 'Assessment of the use of group accounts',
          })}
        </h2>
        <p>
          {i18n.translate('auditUser.assessment.period', {
            defaultMessage:
              'Period: {from} to {to} ({fromUtc} to {toUtc}), both ends included. Drawn up: {now} ({nowUtc}).',
            values: {
              from: from.local,
              to: to.local,
              fromUtc: from.utc,
              toUtc: to.utc,
              now: now.local,
              nowUtc: now.utc,
            },
          })}
        </p>
        {filtered && (
          <p>
            <strong>
              {i18n.translate('auditUser.assessment.filtered', {
                defaultMessage:
                  'Filters are set: the figures are of a part of the uses only. Clear them for an assessment of all.',
              })}
            </strong>
          </p>
        )}
        <p>
          {i18n.translate('auditUser.assessment.purpose', {
            defaultMessage:
              'Accounts that several persons use are kept for specified exceptional operations only. The risk is acceptable while each use can be traced to one person: by the SSH certificate or key, the credential, the address and the time. Controls: ISO/IEC 27002:2022 5.16 [27019 9.2.1], 5.17 [9.3.1], 8.2.',
          })}
        </p>
        <h3>{i18n.translate('auditUser.assessment.accounts', { defaultMessage: 'Accounts' })}</h3>
        <ul>
          {answer.accounts.map(({ account, origin, uses, identified }) => (
            <li key={`${origin} ${account}`}>
              <DisplayText text={account} max={120} />
              {i18n.translate('auditUser.assessment.account', {
                defaultMessage: ' ({origin}): {uses} uses, {identified} by one identified person',
                values: {
                  origin: originLabel(origin),
                  uses: formatCount(uses),
                  identified: formatCount(identified),
                },
              })}
            </li>
          ))}
        </ul>
        <h3>{i18n.translate('auditUser.assessment.figures', { defaultMessage: 'Figures' })}</h3>
        <FiguresTable answer={answer} />
        <EuiSpacer size="m" />
        <WhyNot answer={answer} />
        <h3>
          {i18n.translate('auditUser.assessment.completeness', {
            defaultMessage: 'How complete the logs are',
          })}
        </h3>
        {reasons.length === 0 ? (
          <p>
            {i18n.translate('auditUser.assessment.complete', {
              defaultMessage:
                'Both logs were read for the whole period, and nothing that was read is missing from the figures.',
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
        <h3>
          {i18n.translate('auditUser.assessment.limits', {
            defaultMessage: 'What an attribution cannot know',
          })}
        </h3>
        <ul>
          {limitsOfAttribution().map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <h3>
          {i18n.translate('auditUser.assessment.conclusion', { defaultMessage: 'Conclusion' })}
        </h3>
        <EuiFormRow
          fullWidth
          label={i18n.translate('auditUser.assessment.acceptable', {
            defaultMessage: 'The risk is acceptable / not acceptable, because',
          })}
        >
          <EuiFieldText fullWidth />
        </EuiFormRow>
        <EuiSpacer size="xl" />
        <p>
          {i18n.translate('auditUser.assessment.signature', {
            defaultMessage:
              'Place, date: ______________________  Name: ______________________  Signature: ______________________',
          })}
        </p>
      </EuiText>
    </div>
  );
}

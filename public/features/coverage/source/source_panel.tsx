/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiDescriptionList, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageResponse, CoverageSource } from '../../../../common/api/coverage';
import { CallOut } from '../../../components/call_out';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { useDateFormat } from '../../../components/use_date_format';
import { sourceLabel } from '../coverage_words';
import { HeatMap } from '../heat_map/heat_map';
import { boundsWords } from './bounds_words';
import { sourceFacts } from './source_facts';

export interface SourcePanelProps {
  source: CoverageSource;
  answer: CoverageResponse;
  /** When the answer arrived, milliseconds. */
  readAtMs: number;
}

/** A log that has no figures, and why. */
function Unread({ source }: { source: CoverageSource }) {
  return (
    <CallOut
      size="s"
      color="warning"
      iconType={source.state === 'forbidden' ? 'lock' : 'alert'}
      title={i18n.translate('auditUser.coverage.unread.title', {
        defaultMessage: 'This log was not looked at',
      })}
    >
      {source.findings.map(({ message }) => (
        <p key={message}>{toVisibleText(message)}</p>
      ))}
      <p>
        {i18n.translate('auditUser.coverage.unread.body', {
          defaultMessage: 'Whether it has gaps is not known.',
        })}
      </p>
    </CallOut>
  );
}

/** Nothing was found where there is nothing: that says little. */
function Empty() {
  return (
    <p>
      {i18n.translate('auditUser.coverage.nothing.empty', {
        defaultMessage:
          'This log has no records in the period, and too little is known to say whether that is usual.',
      })}
    </p>
  );
}

/** Nothing was found, and what that means. */
function Nothing() {
  return (
    <p>
      <strong>
        {i18n.translate('auditUser.coverage.nothing.title', {
          defaultMessage: 'No shortcomings of this log were found.',
        })}
      </strong>{' '}
      {i18n.translate('auditUser.coverage.nothing.body', {
        defaultMessage:
          'Looked for were silences of clusters and nodes, a beginning after that of the period, records that cannot be read, misread time stamps, records delivered twice and late ones, as far as the figures above and the bounds below say.',
      })}
    </p>
  );
}

function Bounds({ source }: { source: CoverageSource }) {
  const clean =
    source.findings.length === 0 && source.lines.every(({ findings }) => findings.length === 0);
  return (
    <EuiText size="s" data-test-subj="auditUserCoverageBounds">
      {clean && (source.records === 0 ? <Empty /> : <Nothing />)}
      <ul>
        {boundsWords(source).map((words) => (
          <li key={words}>
            <DisplayText text={words} />
          </li>
        ))}
      </ul>
    </EuiText>
  );
}

/** Everything about one log. */
export function SourcePanel({ source, answer, readAtMs }: SourcePanelProps) {
  const format = useDateFormat();
  const title = sourceLabel(source.source);
  return (
    <section aria-label={title} data-test-subj={`auditUserCoverage-${source.source}`}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {source.state !== 'read' && <Unread source={source} />}
      {source.state === 'read' && (
        <>
          <EuiDescriptionList
            type="column"
            compressed
            style={{ maxWidth: 900 }}
            listItems={sourceFacts(source, format).map(({ title: name, description }) => ({
              title: name,
              description: <DisplayText text={description} />,
            }))}
          />
          <EuiSpacer size="m" />
          <HeatMap source={source} answer={answer} nowMs={readAtMs} />
          <Bounds source={source} />
        </>
      )}
      <EuiSpacer size="l" />
    </section>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo, useState } from 'react';
import { EuiBasicTable, EuiButtonEmpty, EuiLink, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageFinding } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { LINK_TARGET } from '../../../components/link_styles';
import { useDateFormat } from '../../../components/use_date_format';
import { useViewLinks } from '../../../components/use_view_links';
import { kindLabel, sourceLabel } from '../coverage_words';
import { findingTarget } from './finding_target';

/** Findings shown at first: three hundred nodes can have one each. */
const SHOWN = 50;

/** Beginning and end of a finding, as far as it has them. */
function periodWords({ from, to, ongoing }: CoverageFinding, format: string): string {
  if (from === undefined) return '';
  const begin = formatInstant(from, format).local;
  if (to === undefined || ongoing) {
    return i18n.translate('auditUser.coverage.findings.since', {
      defaultMessage: 'since {begin}',
      values: { begin },
    });
  }
  return i18n.translate('auditUser.coverage.findings.period', {
    defaultMessage: '{begin} to {end}',
    values: { begin, end: formatInstant(to, format).local },
  });
}

function subjectWords({ cluster, host }: CoverageFinding): string {
  if (cluster === undefined && host === undefined) {
    return i18n.translate('auditUser.coverage.findings.whole', { defaultMessage: 'the whole log' });
  }
  const named =
    cluster === '' || cluster === undefined
      ? i18n.translate('auditUser.coverage.noCluster', { defaultMessage: '(no cluster named)' })
      : cluster;
  return host === undefined ? named : `${named} / ${host}`;
}

function TargetLink({ finding }: { finding: CoverageFinding }) {
  const linkTo = useViewLinks();
  const target = findingTarget(finding);
  if (!target) return null;
  const words =
    finding.source === 'authlog'
      ? i18n.translate('auditUser.coverage.findings.ssh', { defaultMessage: 'SSH access' })
      : i18n.translate('auditUser.coverage.findings.requests', { defaultMessage: 'Requests' });
  return (
    <EuiLink
      style={LINK_TARGET}
      aria-label={i18n.translate('auditUser.coverage.findings.linkLabel', {
        defaultMessage: '{words} of {subject} in this time',
        values: { words, subject: toVisibleText(subjectWords(finding)) },
      })}
      {...linkTo(target.pathname, target.filters, target.period)}
    >
      {words}
    </EuiLink>
  );
}

const toColumns = (format: string): Array<EuiBasicTableColumn<CoverageFinding>> => [
  {
    name: i18n.translate('auditUser.coverage.findings.kind', { defaultMessage: 'What' }),
    render: ({ kind }: CoverageFinding) => kindLabel(kind),
    width: '14%',
  },
  {
    name: i18n.translate('auditUser.coverage.findings.source', { defaultMessage: 'Log' }),
    render: ({ source }: CoverageFinding) => sourceLabel(source),
    width: '14%',
  },
  {
    name: i18n.translate('auditUser.coverage.findings.where', {
      defaultMessage: 'Cluster and node',
    }),
    render: (finding: CoverageFinding) => <DisplayText text={subjectWords(finding)} max={200} />,
    width: '14%',
  },
  {
    name: i18n.translate('auditUser.coverage.findings.when', { defaultMessage: 'When' }),
    render: (finding: CoverageFinding) => periodWords(finding, format),
    width: '18%',
  },
  {
    name: i18n.translate('auditUser.coverage.findings.message', { defaultMessage: 'Found' }),
    render: ({ message }: CoverageFinding) => <DisplayText text={message} />,
  },
  {
    name: i18n.translate('auditUser.coverage.findings.show', { defaultMessage: 'Show' }),
    render: (finding: CoverageFinding) => <TargetLink finding={finding} />,
    width: '100px',
  },
];

/** All findings in words, in the order given. */
export function FindingsTable({ findings }: { findings: readonly CoverageFinding[] }) {
  const format = useDateFormat();
  const columns = useMemo(() => toColumns(format), [format]);
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, SHOWN);
  return (
    <div data-test-subj="auditUserCoverageFindings">
      <EuiBasicTable
        tableLayout="auto"
        tableCaption={i18n.translate('auditUser.coverage.findings.caption', {
          defaultMessage: 'Shortcomings, most serious first',
        })}
        items={[...shown]}
        columns={columns}
      />
      {shown.length < findings.length && (
        <EuiButtonEmpty onClick={() => setAll(true)}>
          {i18n.translate('auditUser.coverage.findings.all', {
            defaultMessage: '{shown} of {total} shown: show all',
            values: { shown: formatCount(shown.length), total: formatCount(findings.length) },
          })}
        </EuiButtonEmpty>
      )}
    </div>
  );
}

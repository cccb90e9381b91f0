/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiCheckboxGroup, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimeRange } from '../../../common/api/time_range';
import { EVIDENCE_CONTROLS, type EvidenceParts } from '../../../common/evidence/controls';
import { FilterPills } from '../../components/kube_filters/filter_pills';
import { toPills } from '../../components/kube_filters/to_pills';
import {
  EVIDENCE_SOURCES,
  type EvidenceSource,
  type EvidenceState,
} from '../../url_state/evidence_state';

export interface PackageContentsProps {
  state: EvidenceState;
  parts: EvidenceParts;
  onChange: (change: Partial<EvidenceState>) => void;
}

function sourceLabel(source: EvidenceSource): string {
  switch (source) {
    case 'kube':
      return i18n.translate('auditUser.evidence.source.kube', {
        defaultMessage: 'Requests to the Kubernetes API',
      });
    case 'ssh':
      return i18n.translate('auditUser.evidence.source.ssh', {
        defaultMessage: 'SSH, sudo and the persons behind group accounts',
      });
    case 'reviews':
      return i18n.translate('auditUser.evidence.source.reviews', {
        defaultMessage: 'Signed log reviews that touch the period',
      });
  }
}

/** Which requests a control takes, in the words of the filters: few enough to be read. */
function requestsOf(control: string | undefined, timeRange: TimeRange): string | undefined {
  const kube = EVIDENCE_CONTROLS.find(({ id }) => id === control)?.parts.kube;
  if (!kube) return undefined;
  const pills = toPills({ timeRange, include: kube, exclude: {}, system: true });
  return i18n.translate('auditUser.evidence.requests', {
    defaultMessage: 'Requests of this control: {filters}.',
    values: { filters: pills.map(({ text }) => text).join(', ') },
  });
}

/** The files in words. */
function filesOf(parts: EvidenceParts): string[] {
  const files: string[] = [];
  if (parts.kube) {
    files.push(
      i18n.translate('auditUser.evidence.file.kube', {
        defaultMessage:
          'Kubernetes: every audit record as OpenSearch holds it (events.ndjson), a table to read with one row a request (events.csv), and the sample (sample.csv).',
      })
    );
  }
  if (parts.ssh) {
    files.push(
      i18n.translate('auditUser.evidence.file.ssh', {
        defaultMessage:
          'SSH: every line of authlog of the period (authlog.ndjson), sessions, refused and failed logins, each use of a group account with its person or candidates and the reasons, and the directory as it was. These are whole, whatever the filters: an attribution needs all lines.',
      })
    );
  }
  if (!parts.kube && !parts.ssh) {
    files.push(
      i18n.translate('auditUser.evidence.file.counts', {
        defaultMessage:
          'What each log holds of the period, by day, cluster and index, without the records themselves.',
      })
    );
  }
  if (parts.reviews) {
    files.push(
      i18n.translate('auditUser.evidence.file.reviews', {
        defaultMessage:
          'Reviews: the signed records of log reviews that touch the period, and whether their chain holds (reviews.json).',
      })
    );
  }
  files.push(
    i18n.translate('auditUser.evidence.file.always', {
      defaultMessage:
        'Always: how complete the logs were, by cluster, node and hour or day (coverage.csv), a summary to print, what is missing in words, the manifest with who took it, the query and the counts before and after, checksums, and how to check them without our software.',
    })
  );
  return files;
}

/** What the package will hold, and the filters that narrow it. */
export function PackageContents({ state, parts, onChange }: PackageContentsProps) {
  const { control, sources, kube } = state;
  const title = i18n.translate('auditUser.evidence.contents', { defaultMessage: 'What goes in' });
  const requests = requestsOf(control, state.timeRange);
  const chosen = Object.fromEntries(sources.map((source) => [source, true]));
  return (
    <section aria-label={title}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {control === undefined && (
        <>
          <EuiCheckboxGroup
            options={EVIDENCE_SOURCES.map((id) => ({ id, label: sourceLabel(id) }))}
            idToSelectedMap={chosen}
            onChange={(id) =>
              onChange({
                sources: EVIDENCE_SOURCES.filter(
                  (each) => (each === id) !== sources.includes(each)
                ),
              })
            }
          />
          <EuiSpacer size="s" />
        </>
      )}
      {parts.kube && (
        <FilterPills
          // A control is of everybody: that system traffic is left out is not so there.
          state={control === undefined ? kube : { ...kube, system: true }}
          onChange={(next) => onChange({ kube: next })}
        />
      )}
      {(control !== undefined || sources.length > 0) && (
        <EuiText size="s">
          <ul>
            {filesOf(parts).map((words) => (
              <li key={words}>{words}</li>
            ))}
            {requests !== undefined && <li>{requests}</li>}
          </ul>
        </EuiText>
      )}
    </section>
  );
}

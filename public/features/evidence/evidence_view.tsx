/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButton,
  EuiPage,
  EuiPageBody,
  EuiPageContent,
  EuiScreenReaderOnly,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Note } from '../../components/details/note';
import { ViewHeader } from '../../components/period/view_header';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { usePageTitle } from '../../components/use_page_title';
import { useTimeZone } from '../../components/use_time_zone';
import { toEvidenceParts, type EvidenceState } from '../../url_state/evidence_state';
import { resolveRange } from '../../url_state/resolve_range';
import { useEvidenceState } from '../../url_state/use_evidence_state';
import { ControlChoice } from './control_choice';
import { PackageContents } from './package_contents';
import { complaintsAbout, PackageOptions, type Options } from './package_options';
import { PackageProgress } from './package_progress';
import { randomSeed } from './random_id';
import { usePackage, type PackageQuestion } from './use_package';

/** As many as an auditor reads in an afternoon. */
const USUAL_SAMPLE = '25';

const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function toQuestion(state: EvidenceState, options: Options, timeZone: string): PackageQuestion {
  const parts = toEvidenceParts(state);
  const size = Number(options.sampleSize);
  const purpose = options.purpose.trim();
  return {
    // The address holds no period that cannot be resolved.
    timeRange: resolveRange(state.timeRange) ?? state.timeRange,
    parts,
    redaction: options.redaction,
    timeZone: timeZone === 'local' ? browserZone() : timeZone,
    ...(state.control === undefined ? {} : { control: state.control }),
    ...(purpose === '' ? {} : { purpose }),
    ...(parts.kube && size > 0 ? { sample: { size, seed: Number(options.seed) } } : {}),
  };
}

function spokenWords(step: string): string {
  switch (step) {
    case 'making':
      return i18n.translate('auditUser.evidence.spoken.making', {
        defaultMessage: 'The package is being made.',
      });
    case 'saved':
      return i18n.translate('auditUser.evidence.spoken.saved', {
        defaultMessage: 'The package arrived whole.',
      });
    default:
      return '';
  }
}

/** Takes what the logs hold, for a control or a selection, as a file that a third party can check. */
export function EvidenceView() {
  const title = i18n.translate('auditUser.evidence.title', { defaultMessage: 'Evidence packages' });
  usePageTitle(title);
  const zone = useTimeZone();
  const { state, dropped, change } = useEvidenceState();
  const [options, setOptions] = useState<Options>(() => ({
    redaction: 'secrets',
    sampleSize: USUAL_SAMPLE,
    seed: String(randomSeed()),
    purpose: '',
  }));
  const evidence = usePackage();
  const merge = (part: Partial<EvidenceState>) => change({ ...state, ...part });
  const parts = toEvidenceParts(state);
  const nothingChosen = state.control === undefined && state.sources.length === 0;
  const making = evidence.state.step === 'making';
  const wrong = Object.keys(complaintsAbout(options)).length > 0;
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            loading={false}
            onChange={(timeRange) => merge({ timeRange })}
          />
          <DroppedNotice dropped={dropped} />
          <Note>
            {i18n.translate('auditUser.evidence.intro', {
              defaultMessage:
                'A package is a ZIP file with the records, tables to read, and what it takes for somebody else to check that nothing is missing or changed, without this software. It holds what you may read, and says what you may not.',
            })}
          </Note>
          <EuiSpacer size="m" />
          <ControlChoice control={state.control} onChange={(control) => merge({ control })} />
          <EuiSpacer size="l" />
          <PackageContents state={state} parts={parts} onChange={merge} />
          <EuiSpacer size="l" />
          <PackageOptions
            options={options}
            hasRequests={parts.kube !== undefined}
            onChange={(part) => setOptions({ ...options, ...part })}
          />
          <EuiSpacer size="l" />
          <EuiButton
            fill
            iconType="exportAction"
            isDisabled={making || nothingChosen || wrong}
            isLoading={making}
            onClick={() => evidence.make(toQuestion(state, options, zone))}
          >
            {i18n.translate('auditUser.evidence.make', { defaultMessage: 'Make the package' })}
          </EuiButton>
          {nothingChosen && (
            <>
              <EuiSpacer size="s" />
              <Note>
                {i18n.translate('auditUser.evidence.nothingChosen', {
                  defaultMessage: 'Choose a control, or at least one log.',
                })}
              </Note>
            </>
          )}
          <EuiSpacer size="m" />
          <EuiScreenReaderOnly>
            <div role="status" aria-live="polite">
              {spokenWords(evidence.state.step)}
            </div>
          </EuiScreenReaderOnly>
          <PackageProgress state={evidence.state} onGiveUp={evidence.giveUp} />
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiFormRow, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_SAMPLE, REDACTIONS, type Redaction } from '../../../common/api/evidence';
import { redactionLabel } from './evidence_words';

/** Largest seed of the API. */
const MAX_SEED = 2 ** 31;

/** How a package is made. */
export interface Options {
  redaction: Redaction;
  /** Events to read; as typed. */
  sampleSize: string;
  seed: string;
  purpose: string;
}

const isWhole = (text: string, from: number, to: number) =>
  /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to;

/** What is wrong with the options; all undefined where nothing is. */
export function complaintsAbout({ sampleSize, seed }: Options): { size?: string; seed?: string } {
  return {
    ...(isWhole(sampleSize, 0, MAX_SAMPLE)
      ? {}
      : {
          size: i18n.translate('auditUser.evidence.sampleSizeWrong', {
            defaultMessage: 'A number from 0 (no sample) to {max}',
            values: { max: MAX_SAMPLE },
          }),
        }),
    ...(isWhole(seed, 0, MAX_SEED)
      ? {}
      : {
          seed: i18n.translate('auditUser.evidence.seedWrong', {
            defaultMessage: 'A whole number from 0 to {max}',
            values: { max: MAX_SEED },
          }),
        }),
  };
}

export interface PackageOptionsProps {
  options: Options;
  /** Whether requests are in it, of which a sample can be drawn. */
  hasRequests: boolean;
  onChange: (change: Partial<Options>) => void;
}

/** Redaction, sample and purpose. */
export function PackageOptions({ options, hasRequests, onChange }: PackageOptionsProps) {
  const complaints = complaintsAbout(options);
  return (
    <EuiFlexGroup wrap gutterSize="m">
      <EuiFlexItem style={{ minWidth: 280 }}>
        <EuiFormRow
          id="auditUserEvidenceRedaction"
          fullWidth
          label={i18n.translate('auditUser.evidence.redaction', { defaultMessage: 'Redaction' })}
          helpText={i18n.translate('auditUser.evidence.redactionHelp', {
            defaultMessage:
              'A record in which something was masked says so; all others are to the letter.',
          })}
        >
          <EuiSelect
            fullWidth
            options={REDACTIONS.map((value) => ({ value, text: redactionLabel(value) }))}
            value={options.redaction}
            onChange={({ target }) => {
              const redaction = REDACTIONS.find((each) => each === target.value);
              if (redaction) onChange({ redaction });
            }}
          />
        </EuiFormRow>
      </EuiFlexItem>
      {hasRequests && (
        <>
          <EuiFlexItem style={{ minWidth: 150 }}>
            <EuiFormRow
              id="auditUserEvidenceSample"
              label={i18n.translate('auditUser.evidence.sampleSize', {
                defaultMessage: 'Requests in the sample',
              })}
              isInvalid={complaints.size !== undefined}
              error={complaints.size}
            >
              <EuiFieldText
                inputMode="numeric"
                value={options.sampleSize}
                isInvalid={complaints.size !== undefined}
                onChange={({ target }) => onChange({ sampleSize: target.value })}
              />
            </EuiFormRow>
          </EuiFlexItem>
          <EuiFlexItem style={{ minWidth: 180 }}>
            <EuiFormRow
              id="auditUserEvidenceSeed"
              label={i18n.translate('auditUser.evidence.seed', { defaultMessage: 'Seed' })}
              helpText={i18n.translate('auditUser.evidence.seedHelp', {
                defaultMessage: 'The same seed draws the same sample again. This one is random.',
              })}
              isInvalid={complaints.seed !== undefined}
              error={complaints.seed}
            >
              <EuiFieldText
                inputMode="numeric"
                value={options.seed}
                isInvalid={complaints.seed !== undefined}
                onChange={({ target }) => onChange({ seed: target.value })}
              />
            </EuiFormRow>
          </EuiFlexItem>
        </>
      )}
      <EuiFlexItem style={{ minWidth: 280 }}>
        <EuiFormRow
          id="auditUserEvidencePurpose"
          fullWidth
          label={i18n.translate('auditUser.evidence.purpose', { defaultMessage: 'Purpose' })}
          helpText={i18n.translate('auditUser.evidence.purposeHelp', {
            defaultMessage:
              'Stands in the manifest and the summary, such as the name of the audit.',
          })}
        >
          <EuiFieldText
            fullWidth
            maxLength={500}
            value={options.purpose}
            onChange={({ target }) => onChange({ purpose: target.value })}
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

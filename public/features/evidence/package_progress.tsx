/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiCode, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { EvidenceProgress } from '../../../common/api/evidence';
import { errorMessage } from '../../api/audit_client';
import { CallOut } from '../../components/call_out';
import { formatCount } from '../../components/count_words';
import { CopyButton } from '../../components/details/copy_button';
import { toVisibleText } from '../../components/display_text';
import { failureWords } from '../../components/states/failure_words';
import { packageWords } from './evidence_words';
import { saveFile } from './save_file';
import type { PackageState } from './use_package';

const MEGABYTE = 1000000;

function formatBytes(bytes: number): string {
  return i18n.translate('auditUser.evidence.megabytes', {
    defaultMessage: '{size} MB',
    values: { size: (bytes / MEGABYTE).toLocaleString(i18n.getLocale(), MEGABYTE_DIGITS) },
  });
}

const MEGABYTE_DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

function progressWords(progress: EvidenceProgress | undefined, bytes: number): string {
  const received = formatBytes(bytes);
  switch (progress?.state) {
    case 'counting':
      return i18n.translate('auditUser.evidence.counting', {
        defaultMessage: 'Counting what matches …',
      });
    case 'reading':
      return i18n.translate('auditUser.evidence.reading', {
        defaultMessage: '{records} of {expected} records written, {received} received',
        values: {
          records: formatCount(progress.records),
          expected: formatCount(progress.expected),
          received,
        },
      });
    case 'finishing':
    case 'done':
      return i18n.translate('auditUser.evidence.finishing', {
        defaultMessage:
          'All {records} records are written; tables, manifest and checksums follow. {received} received',
        values: { records: formatCount(progress.records), received },
      });
    default:
      return i18n.translate('auditUser.evidence.underWay', {
        defaultMessage: 'The package is being made, {received} received',
        values: { received },
      });
  }
}

function Making({
  progress,
  bytes,
  onGiveUp,
}: {
  progress?: EvidenceProgress;
  bytes: number;
  onGiveUp: () => void;
}) {
  const words = progressWords(progress, bytes);
  const known = progress !== undefined && progress.expected > 0;
  return (
    <div data-test-subj="auditUserPackageMaking">
      <EuiProgress
        size="m"
        color="primary"
        aria-label={i18n.translate('auditUser.evidence.progress', {
          defaultMessage: 'Progress of the package',
        })}
        {...(known ? { value: progress.records, max: progress.expected } : {})}
      />
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>{words}</p>
        <p>
          {i18n.translate('auditUser.evidence.stay', {
            defaultMessage:
              'Stay on this page until the file is saved: leaving it gives the package up.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiButton size="s" onClick={onGiveUp}>
        {i18n.translate('auditUser.evidence.giveUp', { defaultMessage: 'Cancel' })}
      </EuiButton>
    </div>
  );
}

function limitsWords(limits: number): string {
  return limits === 0
    ? i18n.translate('auditUser.evidence.complete', {
        defaultMessage:
          'The package is complete: everything that was asked for is in it, and all counts agree.',
      })
    : i18n.translate('auditUser.evidence.withLimits', {
        defaultMessage:
          'The package has limits: {limits, plural, one {# is} other {# are}} named in summary.html and manifest.json. Read them before you hand it over.',
        values: { limits },
      });
}

function Saved({ file, sha256, limits }: Extract<PackageState, { step: 'saved' }>) {
  return (
    <CallOut
      color={limits === 0 ? 'success' : 'primary'}
      iconType={limits === 0 ? 'check' : 'iInCircle'}
      data-test-subj="auditUserPackageSaved"
      title={i18n.translate('auditUser.evidence.saved', {
        defaultMessage: '{name} arrived whole ({size}) and was handed to your browser to save',
        values: { name: file.name, size: formatBytes(file.blob.size) },
      })}
    >
      {limits !== undefined && <p>{limitsWords(limits)}</p>}
      {sha256 === undefined ? (
        <p>
          {i18n.translate('auditUser.evidence.noHash', {
            defaultMessage:
              'Your browser could not compute its SHA-256 here. Compute it (sha256sum) and hand it over by another way than the file.',
          })}
        </p>
      ) : (
        <>
          <p>
            {i18n.translate('auditUser.evidence.hash', {
              defaultMessage:
                'SHA-256 of the file. Note it, and hand it over by another way than the file:',
            })}
          </p>
          <p>
            <EuiCode style={{ overflowWrap: 'anywhere' }}>{sha256}</EuiCode>{' '}
            <CopyButton
              text={sha256}
              what={i18n.translate('auditUser.evidence.theHash', { defaultMessage: 'the SHA-256' })}
            />
          </p>
        </>
      )}
      <p>
        {i18n.translate('auditUser.evidence.check', {
          defaultMessage:
            'To check it, unpack it and run there: sha256sum -c SHA256SUMS. VERIFY.md in it says more. Whether it is complete, and what is missing, stands at the top of summary.html.',
        })}
      </p>
      <EuiButtonEmpty size="s" flush="left" onClick={() => saveFile(file.blob, file.name)}>
        {i18n.translate('auditUser.evidence.again', { defaultMessage: 'Save it again' })}
      </EuiButtonEmpty>
    </CallOut>
  );
}

/** How the package under way is, or how the last one ended. */
export function PackageProgress({
  state,
  onGiveUp,
}: {
  state: PackageState;
  onGiveUp: () => void;
}) {
  switch (state.step) {
    case 'none':
      return null;
    case 'making':
      return <Making {...state} onGiveUp={onGiveUp} />;
    case 'saved':
      return <Saved {...state} />;
    case 'given_up':
      return (
        <CallOut
          iconType="cross"
          title={i18n.translate('auditUser.evidence.givenUp', {
            defaultMessage: 'The package was given up. No file was saved.',
          })}
        />
      );
    case 'failed': {
      const { title, body } = failureWords(state.error, packageWords());
      const said = errorMessage(state.error);
      const why = state.progress?.message ?? (body.includes(said) ? body : `${said}. ${body}`);
      return (
        <div role="alert" data-test-subj="auditUserPackageFailed">
          <CallOut color="danger" iconType="alert" title={title}>
            <p>{toVisibleText(why)}</p>
            <p>
              {i18n.translate('auditUser.evidence.nothingSaved', {
                defaultMessage:
                  'No file was saved, not even a part of one. Making the package again starts from the beginning and gives the same records.',
              })}
            </p>
          </CallOut>
        </div>
      );
    }
  }
}

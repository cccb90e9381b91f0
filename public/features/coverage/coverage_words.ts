/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { CoverageFindingKind, CoverageSourceName } from '../../../common/api/coverage';

/** Name of a log for people, with the name that the configuration gives it. */
export function sourceLabel(source: CoverageSourceName): string {
  switch (source) {
    case 'kubeaudit':
      return i18n.translate('auditUser.coverage.source.kubeaudit', {
        defaultMessage: 'Kubernetes audit log (kubeaudit)',
      });
    case 'authlog':
      return i18n.translate('auditUser.coverage.source.authlog', {
        defaultMessage: 'Log of SSH, sudo and su (authlog)',
      });
  }
}

/** What was found, in a few words. */
export function kindLabel(kind: CoverageFindingKind): string {
  switch (kind) {
    case 'not_allowed':
      return i18n.translate('auditUser.coverage.kind.notAllowed', {
        defaultMessage: 'Not allowed to look',
      });
    case 'missing':
      return i18n.translate('auditUser.coverage.kind.missing', { defaultMessage: 'Not there' });
    case 'failed':
      return i18n.translate('auditUser.coverage.kind.failed', {
        defaultMessage: 'Could not be asked',
      });
    case 'failed_shards':
      return i18n.translate('auditUser.coverage.kind.failedShards', {
        defaultMessage: 'A part did not answer',
      });
    case 'silence':
      return i18n.translate('auditUser.coverage.kind.silence', { defaultMessage: 'Silence' });
    case 'stopped_reporting':
      return i18n.translate('auditUser.coverage.kind.stopped', {
        defaultMessage: 'Stopped reporting',
      });
    case 'started_late':
      return i18n.translate('auditUser.coverage.kind.startedLate', {
        defaultMessage: 'Started late',
      });
    case 'retention_starts_later':
      return i18n.translate('auditUser.coverage.kind.retention', {
        defaultMessage: 'Does not reach back this far',
      });
    case 'unparsed':
      return i18n.translate('auditUser.coverage.kind.unparsed', { defaultMessage: 'Not readable' });
    case 'repaired':
      return i18n.translate('auditUser.coverage.kind.repaired', {
        defaultMessage: 'Misread time stamps',
      });
    case 'duplicates':
      return i18n.translate('auditUser.coverage.kind.duplicates', {
        defaultMessage: 'Delivered more than once',
      });
    case 'late_arrivals':
      return i18n.translate('auditUser.coverage.kind.late', { defaultMessage: 'Arrived late' });
    case 'fields':
      return i18n.translate('auditUser.coverage.kind.fields', {
        defaultMessage: 'Fields hidden or stored in another way',
      });
    case 'not_listed':
      return i18n.translate('auditUser.coverage.kind.notListed', {
        defaultMessage: 'More than is listed',
      });
  }
}

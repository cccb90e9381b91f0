/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Certainty, TimelineEntry, TimelineLaneId } from '../../../common/api/person_timeline';

/** A lane by name. */
export function laneLabel(lane: TimelineLaneId): string {
  switch (lane) {
    case 'ssh':
      return i18n.translate('auditUser.person.lane.ssh', { defaultMessage: 'SSH sessions' });
    case 'sudo':
      return i18n.translate('auditUser.person.lane.sudo', { defaultMessage: 'sudo and su' });
    case 'kubernetes':
      return i18n.translate('auditUser.person.lane.kubernetes', {
        defaultMessage: 'Kubernetes, own name',
      });
    case 'kubernetes_impersonated':
      return i18n.translate('auditUser.person.lane.impersonated', {
        defaultMessage: 'Kubernetes, as somebody else',
      });
    case 'kubernetes_group_account':
      return i18n.translate('auditUser.person.lane.group', {
        defaultMessage: 'Kubernetes, group account',
      });
  }
}

/** How surely it was the person, in a word. */
export function certaintyLabel(certainty: Certainty): string {
  return certainty === 'certain'
    ? i18n.translate('auditUser.person.certain', { defaultMessage: 'Certain' })
    : i18n.translate('auditUser.person.possible', { defaultMessage: 'Possible' });
}

/** How it ended, in a word. */
export function outcomeWord(outcome: TimelineEntry['outcome']): string {
  switch (outcome) {
    case 'allowed':
      return i18n.translate('auditUser.person.allowed', { defaultMessage: 'Allowed' });
    case 'denied':
      return i18n.translate('auditUser.person.denied', { defaultMessage: 'Denied' });
    case 'failed':
      return i18n.translate('auditUser.person.failed', { defaultMessage: 'Failed' });
    case 'unknown':
      return i18n.translate('auditUser.person.unknownOutcome', { defaultMessage: 'Not logged' });
  }
}

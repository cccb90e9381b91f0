/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Denial, Outcome } from '../../../common/kube_audit/outcome';
import type { UserKind } from '../../../common/kube_audit/user_kind';

const USER_KIND_LABELS: Readonly<Record<UserKind, () => string>> = {
  person: () => i18n.translate('auditUser.userKind.person', { defaultMessage: 'Person' }),
  group_account: () =>
    i18n.translate('auditUser.userKind.groupAccount', { defaultMessage: 'Group account' }),
  service_account: () =>
    i18n.translate('auditUser.userKind.serviceAccount', { defaultMessage: 'Service account' }),
  node: () => i18n.translate('auditUser.userKind.node', { defaultMessage: 'Node' }),
  system_component: () =>
    i18n.translate('auditUser.userKind.systemComponent', { defaultMessage: 'System component' }),
  unauthenticated: () =>
    i18n.translate('auditUser.userKind.unauthenticated', { defaultMessage: 'Not authenticated' }),
};

/** Name of a kind of user. */
export function userKindLabel(kind: UserKind): string {
  return USER_KIND_LABELS[kind]();
}

const OUTCOME_LABELS: Readonly<Record<Outcome, () => string>> = {
  success: () => i18n.translate('auditUser.outcome.success', { defaultMessage: 'Succeeded' }),
  forbidden: () => i18n.translate('auditUser.outcome.forbidden', { defaultMessage: 'Denied' }),
  unauthenticated: () =>
    i18n.translate('auditUser.outcome.unauthenticated', { defaultMessage: 'Not authenticated' }),
  client_error: () =>
    i18n.translate('auditUser.outcome.clientError', { defaultMessage: 'Failed: request error' }),
  server_error: () =>
    i18n.translate('auditUser.outcome.serverError', { defaultMessage: 'Failed: server error' }),
  unknown: () =>
    i18n.translate('auditUser.outcome.unknown', { defaultMessage: 'Outcome not logged' }),
};

/** Name of an outcome. */
export function outcomeLabel(outcome: Outcome): string {
  return OUTCOME_LABELS[outcome]();
}

const DENIAL_LABELS: Readonly<Record<Denial, () => string>> = {
  authorization: () =>
    i18n.translate('auditUser.denial.authorization', { defaultMessage: 'Denied by authorization' }),
  admission: () =>
    i18n.translate('auditUser.denial.admission', { defaultMessage: 'Denied by admission' }),
};

/** Which stage refused a request. */
export function denialLabel(denial: Denial): string {
  return DENIAL_LABELS[denial]();
}

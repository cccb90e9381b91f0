/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { DENIALS, OUTCOMES, type Denial, type Outcome } from '../../../common/kube_audit/outcome';
import { USER_KINDS, type UserKind } from '../../../common/kube_audit/user_kind';
import type { FilterKey } from '../../url_state/filter_change';
import { denialLabel, outcomeLabel, userKindLabel } from './labels';

/** What a filter is about. */
export function filterLabel(key: FilterKey): string {
  switch (key) {
    case 'users':
      return i18n.translate('auditUser.filter.users', { defaultMessage: 'User' });
    case 'userKinds':
      return i18n.translate('auditUser.filter.userKinds', { defaultMessage: 'Kind of user' });
    case 'clusters':
      return i18n.translate('auditUser.filter.clusters', { defaultMessage: 'Cluster' });
    case 'verbs':
      return i18n.translate('auditUser.filter.verbs', { defaultMessage: 'Verb' });
    case 'resources':
      return i18n.translate('auditUser.filter.resources', { defaultMessage: 'Resource' });
    case 'namespaces':
      return i18n.translate('auditUser.filter.namespaces', { defaultMessage: 'Namespace' });
    case 'names':
      return i18n.translate('auditUser.filter.names', { defaultMessage: 'Object name' });
    case 'outcomes':
      return i18n.translate('auditUser.filter.outcomes', { defaultMessage: 'Outcome' });
    case 'denials':
      return i18n.translate('auditUser.filter.denials', { defaultMessage: 'Denied by' });
    case 'sourceIps':
      return i18n.translate('auditUser.filter.sourceIps', { defaultMessage: 'Source address' });
    case 'impersonatedUsers':
      return i18n.translate('auditUser.filter.impersonated', { defaultMessage: 'Acting as' });
  }
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** A value of a filter in words, where it has any. */
export function valueLabel(key: FilterKey, value: string): string {
  if (key === 'userKinds' && isOneOf<UserKind>(USER_KINDS, value)) return userKindLabel(value);
  if (key === 'outcomes' && isOneOf<Outcome>(OUTCOMES, value)) return outcomeLabel(value);
  if (key === 'denials' && isOneOf<Denial>(DENIALS, value)) return denialLabel(value);
  return value;
}

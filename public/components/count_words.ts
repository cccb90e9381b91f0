/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { EventCount } from '../../common/api/kube_events';

/** A number as people of this language write it. */
export function formatCount(count: number): string {
  return count.toLocaleString(i18n.getLocale());
}

/** A number of events in words that do not promise more than is known. */
export function countWords({ value, relation, approximate }: EventCount): string {
  if (relation === 'eq') return formatCount(value);
  if (approximate === undefined || approximate <= value) {
    return i18n.translate('auditUser.count.atLeast', {
      defaultMessage: 'at least {value}',
      values: { value: formatCount(value) },
    });
  }
  return i18n.translate('auditUser.count.atLeastAbout', {
    defaultMessage: 'at least {value} (about {approximate})',
    values: { value: formatCount(value), approximate: formatCount(approximate) },
  });
}

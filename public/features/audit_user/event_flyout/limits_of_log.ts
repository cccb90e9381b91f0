/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';

const SHELL_NOTE = () =>
  i18n.translate('auditUser.eventFlyout.shellNote', {
    defaultMessage: 'What is typed inside a shell is not in this log, nor is any output.',
  });

const PORT_NOTE = () =>
  i18n.translate('auditUser.eventFlyout.portNote', {
    defaultMessage: 'The log does not hold which port was forwarded, nor what went through it.',
  });

const UPGRADE_NOTE = () =>
  i18n.translate('auditUser.eventFlyout.upgradeNote', {
    defaultMessage:
      'Code 101 means that the connection was upgraded, not that the command ran: a node that refuses later is 101 too.',
  });

/** What the log cannot say about this event, in sentences. Pods only; a custom resource may do anything. */
export function limitsOfLog({ resource, subresource, apiGroup, code }: KubeEvent): string[] {
  if (resource !== 'pods' || apiGroup) return [];
  const notes: string[] = [];
  if (subresource === 'exec' || subresource === 'attach') notes.push(SHELL_NOTE());
  if (subresource === 'portforward') notes.push(PORT_NOTE());
  if (notes.length > 0 && code === 101) notes.push(UPGRADE_NOTE());
  return notes;
}

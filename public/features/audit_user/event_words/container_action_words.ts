/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';

/** Words of what is done to pods and their containers. */
export const CONTAINER_ACTION_WORDS = {
  open_shell: {
    did: () =>
      i18n.translate('auditUser.eventWords.openShell.did', {
        defaultMessage: 'opened a shell in a container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.openShell.infinitive', {
        defaultMessage: 'open a shell in a container',
      }),
  },
  send_to_shell: {
    did: () =>
      i18n.translate('auditUser.eventWords.sendToShell.did', {
        defaultMessage: 'sent input to a shell in a container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.sendToShell.infinitive', {
        defaultMessage: 'send input to a shell in a container',
      }),
  },
  run_command: {
    did: () =>
      i18n.translate('auditUser.eventWords.runCommand.did', {
        defaultMessage: 'ran a command in a container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.runCommand.infinitive', {
        defaultMessage: 'run a command in a container',
      }),
  },
  run_unknown_command: {
    did: () =>
      i18n.translate('auditUser.eventWords.runUnknownCommand.did', {
        defaultMessage: 'ran a command that the log does not hold in a container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.runUnknownCommand.infinitive', {
        defaultMessage: 'run a command that the log does not hold in a container',
      }),
  },
  copy_from: {
    did: () =>
      i18n.translate('auditUser.eventWords.copyFrom.did', {
        defaultMessage: 'copied files from a container (kubectl cp)',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.copyFrom.infinitive', {
        defaultMessage: 'copy files from a container (kubectl cp)',
      }),
  },
  copy_to: {
    did: () =>
      i18n.translate('auditUser.eventWords.copyTo.did', {
        defaultMessage: 'copied files to a container (kubectl cp)',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.copyTo.infinitive', {
        defaultMessage: 'copy files to a container (kubectl cp)',
      }),
  },
  attach: {
    did: () =>
      i18n.translate('auditUser.eventWords.attach.did', {
        defaultMessage: 'attached to a running container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.attach.infinitive', {
        defaultMessage: 'attach to a running container',
      }),
  },
  forward_port: {
    did: () =>
      i18n.translate('auditUser.eventWords.forwardPort.did', {
        defaultMessage: 'forwarded a port to',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.forwardPort.infinitive', {
        defaultMessage: 'forward a port to',
      }),
  },
  proxy: {
    did: () =>
      i18n.translate('auditUser.eventWords.proxy.did', {
        defaultMessage: 'sent a request through the cluster to',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.proxy.infinitive', {
        defaultMessage: 'send a request through the cluster to',
      }),
  },
  add_debug_container: {
    did: () =>
      i18n.translate('auditUser.eventWords.addDebugContainer.did', {
        defaultMessage: 'added a debug container',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.addDebugContainer.infinitive', {
        defaultMessage: 'add a debug container',
      }),
  },
  read_logs: {
    did: () =>
      i18n.translate('auditUser.eventWords.readLogs.did', { defaultMessage: 'read the logs of' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.readLogs.infinitive', {
        defaultMessage: 'read the logs of',
      }),
  },
  evict: {
    did: () => i18n.translate('auditUser.eventWords.evict.did', { defaultMessage: 'evicted' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.evict.infinitive', { defaultMessage: 'evict' }),
  },
  bind_to_node: {
    did: () =>
      i18n.translate('auditUser.eventWords.bindToNode.did', {
        defaultMessage: 'assigned to a node',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.bindToNode.infinitive', {
        defaultMessage: 'assign to a node',
      }),
  },
};

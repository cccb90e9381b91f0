/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Action } from './action';

/**
 * The two forms of an action: what somebody did, and the infinitive that follows "tried to". Each is a
 * message of its own, so that a translator meets no grammar of ours.
 */
export interface ActionForms {
  did: () => string;
  infinitive: () => string;
}

/** Words of every action that has its own; the object of the action follows them. */
export const ACTION_WORDS: Readonly<Record<Exclude<Action, 'other'>, ActionForms>> = {
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
  mint_token: {
    did: () =>
      i18n.translate('auditUser.eventWords.mintToken.did', {
        defaultMessage: 'minted a token for',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.mintToken.infinitive', {
        defaultMessage: 'mint a token for',
      }),
  },
  scale: {
    did: () => i18n.translate('auditUser.eventWords.scale.did', { defaultMessage: 'scaled' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.scale.infinitive', { defaultMessage: 'scale' }),
  },
  decide_certificate: {
    did: () =>
      i18n.translate('auditUser.eventWords.decideCertificate.did', {
        defaultMessage: 'approved or denied a certificate request',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.decideCertificate.infinitive', {
        defaultMessage: 'approve or deny a certificate request',
      }),
  },
  ask_allowed_self: {
    did: () =>
      i18n.translate('auditUser.eventWords.askAllowedSelf.did', {
        defaultMessage: 'asked what they are allowed to do',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.askAllowedSelf.infinitive', {
        defaultMessage: 'ask what they are allowed to do',
      }),
  },
  ask_allowed_other: {
    did: () =>
      i18n.translate('auditUser.eventWords.askAllowedOther.did', {
        defaultMessage: 'asked what somebody is allowed to do',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.askAllowedOther.infinitive', {
        defaultMessage: 'ask what somebody is allowed to do',
      }),
  },
  ask_identity: {
    did: () =>
      i18n.translate('auditUser.eventWords.askIdentity.did', {
        defaultMessage: 'asked who they are logged in as',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.askIdentity.infinitive', {
        defaultMessage: 'ask who they are logged in as',
      }),
  },
  check_token: {
    did: () =>
      i18n.translate('auditUser.eventWords.checkToken.did', {
        defaultMessage: 'checked whose token it is',
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.checkToken.infinitive', {
        defaultMessage: 'check whose token it is',
      }),
  },
  read: {
    did: () => i18n.translate('auditUser.eventWords.read.did', { defaultMessage: 'read' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.read.infinitive', { defaultMessage: 'read' }),
  },
  list: {
    did: () => i18n.translate('auditUser.eventWords.list.did', { defaultMessage: 'listed' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.list.infinitive', { defaultMessage: 'list' }),
  },
  watch: {
    did: () => i18n.translate('auditUser.eventWords.watch.did', { defaultMessage: 'watched' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.watch.infinitive', { defaultMessage: 'watch' }),
  },
  create: {
    did: () => i18n.translate('auditUser.eventWords.create.did', { defaultMessage: 'created' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.create.infinitive', { defaultMessage: 'create' }),
  },
  change: {
    did: () => i18n.translate('auditUser.eventWords.change.did', { defaultMessage: 'changed' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.change.infinitive', { defaultMessage: 'change' }),
  },
  replace: {
    did: () => i18n.translate('auditUser.eventWords.replace.did', { defaultMessage: 'replaced' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.replace.infinitive', { defaultMessage: 'replace' }),
  },
  delete: {
    did: () => i18n.translate('auditUser.eventWords.delete.did', { defaultMessage: 'deleted' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.delete.infinitive', { defaultMessage: 'delete' }),
  },
  delete_many: {
    did: () =>
      i18n.translate('auditUser.eventWords.deleteMany.did', { defaultMessage: 'deleted many' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.deleteMany.infinitive', {
        defaultMessage: 'delete many',
      }),
  },
  call: {
    did: () => i18n.translate('auditUser.eventWords.call.did', { defaultMessage: 'called' }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.call.infinitive', { defaultMessage: 'call' }),
  },
};

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { Action } from './action';
import type { ActionForms } from './action_forms';
import { CONTAINER_ACTION_WORDS } from './container_action_words';

/** Words of every action that has its own; the object of the action follows them. */
export const ACTION_WORDS: Readonly<Record<Exclude<Action, 'other'>, ActionForms>> = {
  ...CONTAINER_ACTION_WORDS,
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

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { toAction, type Action } from './action';
import type { ActionForms } from './action_forms';
import { ACTION_WORDS } from './action_words';
import { toMood, type Mood } from './mood';
import { describeObject } from './describe_object';
import { quoteArguments } from './quote_arguments';

/** An event in words. Values of the log are in it as they are: whoever shows it escapes them. */
export interface EventDescription {
  /** "opened a shell in a container", "tried to delete" */
  action: string;
  /** "pods web-0 in production"; absent when the log names nothing. */
  object?: string;
  /** The command of an exec on one line. */
  detail?: string;
}

function formsOf(action: Action, verb: string): ActionForms {
  if (action !== 'other') return ACTION_WORDS[action];
  return {
    did: () =>
      i18n.translate('auditUser.eventWords.other.did', {
        defaultMessage: 'sent a request with the verb “{verb}” for',
        values: { verb },
      }),
    infinitive: () =>
      i18n.translate('auditUser.eventWords.other.infinitive', {
        defaultMessage: 'send a request with the verb “{verb}” for',
        values: { verb },
      }),
  };
}

function inMood(mood: Mood, forms: ActionForms): string {
  switch (mood) {
    case 'did':
      return forms.did();
    case 'tried':
      return i18n.translate('auditUser.eventWords.tried', {
        defaultMessage: 'tried to {action}',
        values: { action: forms.infinitive() },
      });
    case 'asked':
      return i18n.translate('auditUser.eventWords.asked', {
        defaultMessage: 'asked to {action}',
        values: { action: forms.infinitive() },
      });
    case 'rehearsed':
      return i18n.translate('auditUser.eventWords.rehearsed', {
        defaultMessage: 'did a dry run, which changes nothing, to {action}',
        values: { action: forms.infinitive() },
      });
  }
}

/**
 * Says what a request did, for a reader who does not know Kubernetes. What was refused or failed is an
 * attempt, and what has no logged response was only asked for.
 */
export function describeEvent(event: KubeEvent): EventDescription {
  const action = toAction(event);
  const command = event.streaming?.command ?? [];
  return {
    action: inMood(toMood(event), formsOf(action, event.verb)),
    object: describeObject(event, action),
    detail: command.length > 0 ? quoteArguments(command) : undefined,
  };
}

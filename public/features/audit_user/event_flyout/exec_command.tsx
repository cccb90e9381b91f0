/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiCode } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { StreamingRequest } from '../../../../common/api/kube_events';
import { DisplayText } from '../../../components/display_text';
import { quoteArguments } from '../event_words/quote_arguments';
import { CopyButton } from '../../../components/details/copy_button';
import { Note } from '../../../components/details/note';

/** The command of an exec, one argument a line, so that no quoting has to be read. */
export function ExecCommand({ streaming }: { streaming: StreamingRequest }) {
  const { command } = streaming;
  if (command.length === 0) {
    return (
      <Note>
        {i18n.translate('auditUser.eventFlyout.noCommand', {
          defaultMessage: 'The log holds no command.',
        })}
      </Note>
    );
  }
  const label = i18n.translate('auditUser.eventFlyout.command', {
    defaultMessage: 'Command, one argument a line',
  });
  return (
    <>
      <ol aria-label={label}>
        {command.map((argument, index) => (
          <li key={index}>
            <EuiCode transparentBackground>
              <DisplayText text={argument} />
            </EuiCode>
          </li>
        ))}
      </ol>
      <CopyButton
        text={quoteArguments(command)}
        what={i18n.translate('auditUser.eventFlyout.theCommand', { defaultMessage: 'the command' })}
      />
    </>
  );
}

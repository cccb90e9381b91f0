/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { LoggedBody } from '../../../../common/api/kube_event';
import { LargeText } from '../../../components/details/large_text';
import { Note } from '../../../components/details/note';
import { Section } from '../../../components/details/section';

export interface LoggedBodySectionProps {
  title: string;
  /** Absent when the log holds none. */
  body?: LoggedBody;
}

function TruncationNote({ body }: { body: LoggedBody }) {
  return (
    <Note>
      {i18n.translate('auditUser.eventFlyout.truncatedBody', {
        defaultMessage:
          'Cut off here: the logged text is {length} characters long. Discover shows all of it.',
        values: { length: body.length.toLocaleString() },
      })}
    </Note>
  );
}

/** The body of a request or a response as logged, or that none was. */
export function LoggedBodySection({ title, body }: LoggedBodySectionProps) {
  return (
    <Section title={title}>
      {body ? (
        <>
          {body.truncated && <TruncationNote body={body} />}
          <LargeText text={body.text} what={title} json={body.json} />
        </>
      ) : (
        <Note>
          {i18n.translate('auditUser.eventFlyout.noBody', {
            defaultMessage: 'None in the log: the audit policy leaves it out, or there was none.',
          })}
        </Note>
      )}
    </Section>
  );
}

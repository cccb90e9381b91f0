/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo } from 'react';
import { i18n } from '@osd/i18n';
import type { TimelineEntry } from '../../../../common/api/person_timeline';
import { shorten, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { certaintyLabel } from '../timeline_words';
import { Box } from './box';
import { Dots, EndlessBox } from './endless_box';
import type { PlacedSession } from './place_sessions';

/** Height of a row of sessions with the gap below it. */
export const SESSION_ROW = 9;

const BAR = 7;

function titleOf(entry: TimelineEntry, format: string): string {
  const { text, time, endTime, certainty, loginNotLogged } = entry;
  const seen = formatInstant(time, format).local;
  return i18n.translate('auditUser.person.sessionTitle', {
    defaultMessage: '{text}; {from} to {to}; {certainty}',
    values: {
      text: toVisibleText(shorten(text, 200).shown),
      from: loginNotLogged
        ? i18n.translate('auditUser.person.startUnknown', {
            defaultMessage: 'a beginning not known, first seen {seen},',
            values: { seen },
          })
        : seen,
      to:
        endTime === undefined
          ? i18n.translate('auditUser.person.endUnknown', { defaultMessage: 'an end not known' })
          : formatInstant(endTime, format).local,
      certainty: certaintyLabel(certainty),
    },
  });
}

function AllSessionBars({
  placed,
  dateFormat,
}: {
  placed: readonly PlacedSession[];
  dateFormat: string;
}) {
  // What is only possible is drawn last: it must not hide behind what is certain.
  const inOrder = [...placed].sort((a, b) =>
    a.session.certainty.localeCompare(b.session.certainty, 'en')
  );
  return (
    <>
      {inOrder.map(({ session, x, width, row, endless, unseen }) => {
        const Shape = endless ? EndlessBox : Box;
        return (
          <g key={session.id}>
            <title>{titleOf(session, dateFormat)}</title>
            {unseen > 0 && <Dots x={x} y={2 + row * SESSION_ROW} width={unseen} height={BAR} />}
            <Shape
              x={x + unseen}
              y={2 + row * SESSION_ROW}
              width={width - unseen}
              height={BAR}
              possible={session.certainty === 'possible'}
            />
          </g>
        );
      })}
    </>
  );
}

/** SSH sessions as bars from login to end. */
export const SessionBars = memo(AllSessionBars);

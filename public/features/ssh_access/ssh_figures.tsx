/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSessionsResponse } from '../../../common/api/ssh_sessions';
import { countWords, formatCount } from '../../components/count_words';
import { Figures } from '../../components/figures';

/** The answer in a few figures, and on how many lines it rests. */
export function SshFigures({ answer }: { answer: SshSessionsResponse }) {
  const { figures, facets, failures, total } = answer;
  // Figures of a log that was not read whole are no totals.
  const figure = (value: number) => `${total.relation === 'gte' ? '≈ ' : ''}${formatCount(value)}`;
  const headline = [
    {
      title: countWords({ value: figures.sessions, relation: total.relation }),
      text: i18n.translate('auditUser.ssh.figure.sessions', { defaultMessage: 'sessions' }),
    },
    {
      title: figure(facets.persons.length),
      text: i18n.translate('auditUser.ssh.figure.persons', {
        defaultMessage: 'persons, certain or possible',
      }),
    },
    {
      title: figure(figures.ambiguous),
      text: i18n.translate('auditUser.ssh.figure.ambiguous', {
        defaultMessage: 'sessions of one of several persons',
      }),
    },
    {
      title: figure(figures.unidentified),
      text: i18n.translate('auditUser.ssh.figure.unidentified', {
        defaultMessage: 'sessions of nobody identified',
      }),
    },
    {
      title: figure(figures.commands),
      text: i18n.translate('auditUser.ssh.figure.commands', {
        defaultMessage: 'commands of sudo and su',
      }),
    },
    {
      title: failures ? figure(failures.attempts) : '–',
      text: i18n.translate('auditUser.ssh.figure.failures', {
        defaultMessage: 'refused and failed attempts',
      }),
    },
  ];
  return (
    <>
      <Figures figures={headline} />
      <EuiText size="xs" color="subdued" data-test-subj="auditUserSshLines">
        <p>
          {i18n.translate('auditUser.ssh.figure.lines', {
            defaultMessage:
              'Read for this answer: {lines, plural, one {# line} other {# lines}} of authlog. Time stamps repaired: {repaired}. Not readable: {unreadable}.',
            values: {
              lines: figures.lines,
              repaired: formatCount(figures.repaired),
              unreadable: formatCount(figures.unreadable),
            },
          })}
        </p>
      </EuiText>
    </>
  );
}

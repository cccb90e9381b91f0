/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { EventCount } from '../../../common/api/kube_events';
import type { KubeSummary } from '../../../common/api/kube_summary';
import { countWords, formatCount } from '../../components/count_words';
import { Figures } from '../../components/figures';

/** The question in a few figures. */
export function HeadlineFigures({ summary, total }: { summary: KubeSummary; total: EventCount }) {
  const { headline, approximate } = summary;
  const figure = (value: number) => `${approximate ? '≈ ' : ''}${formatCount(value)}`;
  const { authorization = 0, admission = 0 } = headline.denied;
  const figures = [
    {
      title: countWords(total),
      text: i18n.translate('auditUser.figure.requests', { defaultMessage: 'requests' }),
    },
    {
      title: figure(headline.users),
      text: i18n.translate('auditUser.figure.users', { defaultMessage: 'users' }),
    },
    {
      title: figure(headline.writes),
      text: i18n.translate('auditUser.figure.writes', { defaultMessage: 'changes' }),
    },
    {
      title: figure(headline.streaming),
      text: i18n.translate('auditUser.figure.streaming', {
        defaultMessage: 'exec, attach, port-forward',
      }),
    },
    {
      title: figure(headline.denied.total),
      text: i18n.translate('auditUser.figure.denied', {
        defaultMessage: 'denied ({authorization} by authorization, {admission} by admission)',
        values: {
          authorization: formatCount(authorization),
          admission: formatCount(admission),
        },
      }),
    },
    {
      title: figure(headline.unauthenticated),
      text: i18n.translate('auditUser.figure.unauthenticated', {
        defaultMessage: 'failed authentications',
      }),
    },
    {
      title: figure(headline.errors),
      text: i18n.translate('auditUser.figure.errors', { defaultMessage: 'server errors' }),
    },
    {
      title: figure(headline.impersonated),
      text: i18n.translate('auditUser.figure.impersonated', {
        defaultMessage: 'as somebody else',
      }),
    },
  ];
  return <Figures figures={figures} />;
}

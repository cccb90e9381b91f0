/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimelineEntry } from '../../../../common/api/person_timeline';
import { useViewLinks } from '../../../components/use_view_links';
import { VIEW_PATHS } from '../../../url_state/view_paths';

/** Leads to where an entry is shown in full. */
export function EntryLink({ entry }: { entry: TimelineEntry }) {
  const linkTo = useViewLinks();
  const { lane, sessionId, document, account } = entry;
  if (lane === 'ssh' || lane === 'sudo') {
    if (sessionId === undefined) return null;
    return (
      <EuiLink {...linkTo(VIEW_PATHS.ssh, [['session', sessionId]])}>
        {i18n.translate('auditUser.person.toSession', { defaultMessage: 'SSH session' })}
      </EuiLink>
    );
  }
  if (!document) return null;
  const target: ReadonlyArray<readonly [string, string]> = [
    ['users', account],
    ['event', `${document.index}/${document.id}`],
  ];
  return (
    <EuiLink {...linkTo(VIEW_PATHS.auditUser, target)}>
      {i18n.translate('auditUser.person.toEvent', { defaultMessage: 'Request' })}
    </EuiLink>
  );
}

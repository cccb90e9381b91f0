/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { useServices } from '../../../components/services_context';
import { DISCOVER_APP, toDiscoverPath } from './discover_link';
import { useIndexPatternId } from './use_index_pattern_id';

/** Opens the records of the event in Discover, where the host has it and the user may use it. */
export function DiscoverButton({ event }: { event: KubeEvent }) {
  const { core } = useServices();
  const offered = Boolean(core.application.capabilities.discover?.show);
  const indexPatternId = useIndexPatternId(event.document.index, offered);
  if (!offered) return null;
  const path = toDiscoverPath(event, indexPatternId);
  return (
    <EuiButtonEmpty
      iconType="discoverApp"
      href={core.application.getUrlForApp(DISCOVER_APP, { path })}
      target="_blank"
      rel="noopener"
    >
      {i18n.translate('auditUser.eventFlyout.discover', { defaultMessage: 'Open in Discover' })}
    </EuiButtonEmpty>
  );
}

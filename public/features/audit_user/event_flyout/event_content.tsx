/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import type { DocumentRef } from '../../../../common/api/kube_events';
import type { FilterChange } from '../../../url_state/filter_change';
import { EventDetails } from './event_details';
import { EventFailure, EventLoading } from './flyout_state';
import { MaskedNotice } from '../../../components/details/masked_notice';
import { useKubeEvent } from './use_kube_event';

export interface EventContentProps {
  document: DocumentRef;
  onFilter: (change: FilterChange) => void;
}

/** Loads one event and shows it, or why it cannot. Likely secrets are asked for only on demand. */
export function EventContent({ document, onFilter }: EventContentProps) {
  const [unmask, setUnmask] = useState(false);
  const masked = useKubeEvent(document);
  // While nothing is unmasked this is the same query, not a second request.
  const shown = useKubeEvent(document, unmask);
  if (masked.isLoading) return <EventLoading />;
  if (masked.isError)
    return <EventFailure error={masked.error} onRetry={() => void masked.refetch()} />;
  const showsSecrets = unmask && shown.data !== undefined;
  return (
    <>
      {unmask && shown.isError && (
        <EventFailure error={shown.error} onRetry={() => void shown.refetch()} />
      )}
      {masked.data.masked && (
        <MaskedNotice
          unmasked={showsSecrets}
          unmaskAllowed={masked.data.unmaskAllowed}
          onChange={setUnmask}
        />
      )}
      <EventDetails answer={shown.data ?? masked.data} onFilter={onFilter} />
    </>
  );
}

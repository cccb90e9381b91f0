/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import type { DocumentRef } from '../../../../common/api/kube_events';
import type { FilterChange } from '../../../url_state/filter_change';
import { EventDetails } from './event_details';
import { EventFailure, EventLoading } from './flyout_state';
import { MaskedNotice } from './masked_notice';
import { useKubeEvent } from './use_kube_event';

export interface EventContentProps {
  document: DocumentRef;
  onFilter: (change: FilterChange) => void;
}

/** Loads one event and shows it, or why it cannot. Likely secrets are asked for only on demand. */
export function EventContent({ document, onFilter }: EventContentProps) {
  const [unmask, setUnmask] = useState(false);
  const masked = useKubeEvent(document);
  const unmasked = useKubeEvent(document, { unmask: true, enabled: unmask });
  if (masked.isLoading) return <EventLoading />;
  if (masked.isError)
    return <EventFailure error={masked.error} onRetry={() => void masked.refetch()} />;
  const showsSecrets = unmask && unmasked.data !== undefined;
  const answer = showsSecrets ? unmasked.data : masked.data;
  return (
    <>
      {unmask && unmasked.isError && (
        <EventFailure error={unmasked.error} onRetry={() => void unmasked.refetch()} />
      )}
      {masked.data.masked && (
        <MaskedNotice
          unmasked={showsSecrets}
          unmaskAllowed={masked.data.unmaskAllowed}
          onChange={setUnmask}
        />
      )}
      <EventDetails answer={answer} onFilter={onFilter} />
    </>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useRef } from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageResponse } from '../../../common/api/coverage';
import { ValueComboBox } from '../../components/filters/value_combo_box';

export interface ClusterFilterProps {
  /** Clusters are offered from the answers; absent while there is none. */
  data?: CoverageResponse;
  chosen: readonly string[];
  onChange: (clusters: string[]) => void;
}

/** Chooses the clusters of which the coverage is shown. Those of earlier answers stay on offer. */
export function ClusterFilter({ data, chosen, onChange }: ClusterFilterProps) {
  const seen = useRef(new Set<string>());
  for (const { lines } of data?.sources ?? []) {
    for (const { cluster } of lines)
      if (cluster !== undefined && cluster !== '') seen.current.add(cluster);
  }
  return (
    <>
      <div style={{ maxWidth: 360 }}>
        <ValueComboBox
          label={i18n.translate('auditUser.coverage.clusters', { defaultMessage: 'Cluster' })}
          offered={[...seen.current].sort().map((value) => ({ value }))}
          chosen={chosen}
          onChange={onChange}
        />
      </div>
      {chosen.length > 0 && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('auditUser.coverage.onlyClusters', {
            defaultMessage:
              'Only what names these clusters is shown and counted. Other clusters, and records that name none, may have gaps of their own.',
          })}
        </EuiText>
      )}
    </>
  );
}

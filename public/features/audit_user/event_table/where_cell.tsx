/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** Cluster and namespace. */
export function WhereCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  const { cluster, namespace } = event;
  return (
    <>
      {cluster !== '' && <FilterValue filter="clusters" value={cluster} onFilter={onFilter} />}
      {namespace !== undefined && namespace !== '' && (
        <div>
          <FilterValue filter="namespaces" value={namespace} onFilter={onFilter} />
        </div>
      )}
    </>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { DisplayText } from '../../../components/display_text';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** Characters of a path in a row. */
const LONGEST_PATH = 120;

/** What it was done on: kind and name, or the path of a request about no resource. */
export function ObjectCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  const { qualifiedResource, name, requestUri } = event;
  if (qualifiedResource === undefined) {
    return <DisplayText text={requestUri.split('?')[0]} max={LONGEST_PATH} />;
  }
  return (
    <>
      <FilterValue filter="resources" value={qualifiedResource} onFilter={onFilter} />
      {name !== undefined && name !== '' && (
        <div>
          <FilterValue filter="names" value={name} onFilter={onFilter} />
        </div>
      )}
    </>
  );
}

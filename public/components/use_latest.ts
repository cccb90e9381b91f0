/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useLayoutEffect, useRef, type MutableRefObject } from 'react';

/** What was drawn last, for functions that must stay the same from drawing to drawing. */
export function useLatest<T>(value: T): Readonly<MutableRefObject<T>> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}

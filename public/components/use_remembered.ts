/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useState } from 'react';

/** Choices of how something is shown, by name. What is asked is in the address instead, so that it can be shared. */
export type RememberedChoice =
  'charts' | 'rows.auditUser' | 'rows.groupAccounts' | 'rows.person' | 'rows.ssh';

const keyOf = (choice: RememberedChoice): string => `auditUser.${choice}`;

function read(choice: RememberedChoice): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(choice));
  } catch {
    // A browser may forbid it: then nothing is remembered.
    return null;
  }
}

/**
 * State that survives a reload, in this tab only.
 *
 * @param allowed values; the first is the usual one, also in place of anything else that is stored
 */
export function useRemembered<Value extends string | number>(
  choice: RememberedChoice,
  allowed: readonly [Value, ...Value[]]
): [Value, (next: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const stored = read(choice);
    return allowed.find((each) => String(each) === stored) ?? allowed[0];
  });
  const remember = (next: Value) => {
    setValue(next);
    try {
      window.sessionStorage.setItem(keyOf(choice), String(next));
    } catch {
      // It holds until the page is left.
    }
  };
  return [value, remember];
}

/** Whether charts are shown as tables, in all views: who cannot use the one needs the other everywhere. */
export function useChartsAsTables(): [boolean, (asTable: boolean) => void] {
  const [shape, setShape] = useRemembered('charts', ['chart', 'table']);
  return [shape === 'table', (asTable) => setShape(asTable ? 'table' : 'chart')];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useEffect, useState } from 'react';
import type { Decision, Draft } from './draft';
import { readDraft, writeDraft } from './draft_store';

/** What the reviewer wrote, and how to write more. */
export interface DraftControl {
  draft: Draft;
  /** False where the browser keeps nothing: a reload loses the draft. */
  kept: boolean;
  decide: (id: string, decision: Decision) => void;
  conclude: (conclusion: string) => void;
}

/** The draft of one review by one signer; every change is kept in the browser at once. */
export function useDraft(key: string, signer: string, seed: number): DraftControl {
  const [draft, setDraft] = useState<Draft>(() => readDraft(key, signer));
  const [kept, setKept] = useState(true);
  useEffect(() => {
    setKept(writeDraft(key, signer, seed, draft));
  }, [key, signer, seed, draft]);
  const decide = useCallback(
    (id: string, decision: Decision) =>
      setDraft((before) => ({ ...before, decisions: { ...before.decisions, [id]: decision } })),
    []
  );
  const conclude = useCallback(
    (conclusion: string) => setDraft((before) => ({ ...before, conclusion })),
    []
  );
  return { draft, kept, decide, conclude };
}

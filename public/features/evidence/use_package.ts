/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvidenceProgress, EvidenceRequest } from '../../../common/api/evidence';
import type { FetchedFile } from '../../api/fetch_file';
import { useServices } from '../../components/services_context';
import { randomUuid } from './random_id';
import { saveFile } from './save_file';
import { sha256Of } from './sha256_of';

/** How far a package is. A file exists only in `saved`: until then nothing was written to disk. */
export type PackageState =
  | { step: 'none' }
  | { step: 'making'; bytes: number; progress?: EvidenceProgress }
  /** `limits`: how many its manifest names, where the server could still tell. */
  | { step: 'saved'; file: FetchedFile; sha256?: string; limits?: number }
  /** `progress`: what the server said of it, where it did. */
  | { step: 'failed'; error: unknown; progress?: EvidenceProgress }
  | { step: 'given_up' };

/** Everything but the id, which is made for each try. */
export type PackageQuestion = Omit<EvidenceRequest, 'exportId'>;

/** How often the server is asked how far it is. */
const ASK_EVERY_MS = 1000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Makes packages, one at a time. Who leaves the page gives up the one under way. */
export function usePackage(): {
  state: PackageState;
  make: (question: PackageQuestion) => void;
  giveUp: () => void;
} {
  const { auditClient } = useServices();
  const [state, setState] = useState<PackageState>({ step: 'none' });
  const running = useRef<AbortController>();

  useEffect(() => () => running.current?.abort(), []);

  const make = useCallback(
    (question: PackageQuestion) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const exportId = randomUuid();
      let ended = false;
      /** What a page that was left, or a newer package, no longer wants to hear is not said. */
      const show = (next: PackageState | ((before: PackageState) => PackageState)) => {
        if (running.current === controller) setState(next);
      };
      const during = (change: { bytes?: number; progress?: EvidenceProgress }) =>
        show((before) => (before.step === 'making' ? { ...before, ...change } : before));

      const watch = async () => {
        for (;;) {
          await wait(ASK_EVERY_MS);
          if (ended || signal.aborted) return;
          try {
            const progress = await auditClient.evidenceProgress({ exportId }, signal);
            if (!ended) during({ progress });
          } catch {
            // How far it is cannot be told at the moment; whether it arrives is seen by the file itself.
            if (!ended) during({ progress: undefined });
          }
        }
      };
      const run = async () => {
        try {
          const onBytes = (bytes: number) => during({ bytes });
          const file = await auditClient.evidence({ ...question, exportId }, { signal, onBytes });
          ended = true;
          const sha256 = await sha256Of(file.blob);
          const { limits } = (await lastProgress()) ?? {};
          if (signal.aborted) return;
          saveFile(file.blob, file.name);
          show({ step: 'saved', file, sha256, limits });
        } catch (error) {
          ended = true;
          if (signal.aborted) return;
          const progress = await lastProgress();
          show({ step: 'failed', error, ...(progress?.state === 'failed' ? { progress } : {}) });
        }
      };
      /** A connection that breaks says nothing; the server that broke it off knows why, if it can be asked. */
      const lastProgress = async (): Promise<EvidenceProgress | undefined> => {
        try {
          return await auditClient.evidenceProgress({ exportId }, signal);
        } catch {
          return undefined;
        }
      };
      setState({ step: 'making', bytes: 0 });
      void run();
      void watch();
    },
    [auditClient]
  );

  const giveUp = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ step: 'given_up' });
  }, []);

  return { state, make, giveUp };
}

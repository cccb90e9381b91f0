/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { NodeProcess } from './node_process';

interface Instance {
  readonly node: NodeProcess;
  readonly stop: () => Promise<void>;
  readonly remove: () => void;
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const running = new Set<Instance>();

const onExit = () => {
  // Nothing can be awaited here.
  for (const { node, remove } of running) {
    node.kill();
    remove();
  }
};

const onSignal = (signal: NodeJS.Signals) => {
  const instances = [...running];
  void Promise.all(instances.map(({ stop }) => stop())).then(() => {
    // Without a listener of the program's own, the signal ends it, as it would have without ours,
    // which went with the last instance.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  });
};

const listen = () => {
  process.on('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
};

const unlisten = () => {
  process.off('exit', onExit);
  for (const signal of SIGNALS) process.off(signal, onSignal);
};

/**
 * Sees to it that an instance stops when this process ends or is told to end. A program that wants to
 * do more on SIGINT or SIGTERM listens too, with `on`: it is then not ended by the signal.
 *
 * @param node - the process of the instance.
 * @param remove - removes what the instance leaves.
 * @returns stops the instance and removes what it leaves; later calls wait for the first.
 */
export function stopWithThisProcess(node: NodeProcess, remove: () => void): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= node.stop().then(() => {
      remove();
      running.delete(instance);
      if (running.size === 0) unlisten();
    });
    return stopping;
  };
  const instance: Instance = { node, stop, remove };
  if (running.size === 0) listen();
  running.add(instance);
  return stop;
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MINUTE, SECOND } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { breakGlassSessions } from './break_glass_sessions';
import { either, shell, type SshScene } from './ssh_scene';
import { SSH_ANNA, SSH_BJORN, SSH_DIANA, SSH_ERIK } from './ssh_users';

/** Two on a node that logs terminals (LogLevel VERBOSE): the terminal tells them apart. */
function toldApart(period: SamplePeriod): SshScene {
  const at = clock(period.workday(0.3), '15:10:00');
  const first = shell('prod-wc-worker-1', SSH_ANNA, at, 35, [
    { after: 12 * MINUTE, command: '/usr/bin/crictl rmi --prune' },
    { after: 21 * MINUTE, command: '/usr/bin/systemctl restart containerd' },
  ]);
  const second = shell('prod-wc-worker-1', SSH_BJORN, at + 8 * MINUTE, 32, [
    { after: 6 * MINUTE, command: '/usr/bin/cat /var/lib/kubelet/config.yaml' },
    { after: 14 * MINUTE, command: '/usr/bin/systemctl restart kubelet' },
  ]);
  return { name: 'two on a VERBOSE node', sessions: [first, { ...second, terminal: 'pts/1' }] };
}

/**
 * One leaves a script running in the background and logs out; it calls sudo while another is logged in. Until
 * systemd-logind removes the first session, each of them may be behind each command.
 */
function background(period: SamplePeriod): SshScene {
  const at = clock(period.workday(0.36), '13:00:00');
  const both = { verdict: either(SSH_ERIK, SSH_DIANA) };
  const first = shell('prod-wc-control-plane-1', SSH_ERIK, at, 20, [
    { after: 3 * MINUTE, command: '/usr/bin/kubeadm certs check-expiration' },
    {
      after: 45 * MINUTE,
      command: '/usr/bin/etcdctl snapshot save /var/backups/etcd.db',
      terminal: 'none',
      ...both,
    },
  ]);
  const second = shell('prod-wc-control-plane-1', SSH_DIANA, at + 30 * MINUTE, 40, [
    { after: 20 * MINUTE, command: '/usr/bin/crictl ps -a', ...both },
    { after: 37 * MINUTE, command: '/usr/bin/journalctl -u kubelet -n 500' },
  ]);
  return {
    name: 'a background command outlives its session',
    sessions: [{ ...first, lingers: 45 * MINUTE + 3 * SECOND }, second],
  };
}

/** Several people on one node at once, and what is left of them. */
export function scenesTogether(period: SamplePeriod): SshScene[] {
  return [
    { name: 'two on a node without VERBOSE', sessions: [...breakGlassSessions(period)] },
    toldApart(period),
    background(period),
  ];
}

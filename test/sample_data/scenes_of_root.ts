/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MINUTE, SECOND } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { either, shell, type SshScene } from './ssh_scene';
import type { SshSession } from './ssh_session';
import { SSH_ANNA, SSH_BJORN, SSH_CARL, SSH_ERIK, SSH_SARA } from './ssh_users';

const KUBECTL = '/usr/bin/kubectl --kubeconfig /etc/kubernetes/admin.conf';

/** A certificate whose id holds blanks and brackets, and `su` to root. */
function suToRoot(period: SamplePeriod): SshSession {
  const at = clock(period.workday(0.36), '19:38:20');
  return shell('prod-sc-control-plane-0', SSH_SARA, at, 12, [
    { after: 60 * SECOND, command: `${KUBECTL} get nodes` },
    { after: 150 * SECOND, command: '', su: true },
    {
      after: 190 * SECOND,
      command: '/usr/bin/psql -c \\dt',
      account: 'root',
      runAs: 'postgres',
    },
  ]);
}

/** `sudo -i`, and sudo by root in that shell: use_pty gives it a terminal of its own. */
function rootShell(period: SamplePeriod): SshSession {
  const at = clock(period.workday(0.26), '15:20:00');
  const asRoot = { account: 'root', terminal: 'pts/1' };
  return shell('prod-sc-control-plane-0', SSH_BJORN, at, 30, [
    { after: 60 * SECOND, command: '/bin/bash', login: true, lasts: 20 * MINUTE },
    { after: 140 * SECOND, command: '/usr/bin/crictl rmi --prune', ...asRoot },
    { after: 260 * SECOND, command: '/usr/bin/etcdctl defrag', ...asRoot },
  ]);
}

/** Two root shells on a node without VERBOSE: of what root does then, either may be the author. */
function twoRootShells(period: SamplePeriod): SshSession[] {
  const at = clock(period.workday(0.24), '08:10:00');
  const both = { verdict: either(SSH_CARL, SSH_ANNA) };
  const bash = { command: '/bin/bash', login: true };
  return [
    shell('prod-sc-worker-1', SSH_CARL, at, 30, [
      { after: MINUTE, ...bash, lasts: 26 * MINUTE },
      { after: 4 * MINUTE, command: '/usr/bin/crictl ps', account: 'root', terminal: 'pts/1' },
      {
        after: 20 * MINUTE,
        command: '/usr/bin/rm -rf /var/lib/kubelet/pods/old',
        account: 'root',
        terminal: 'pts/1',
        ...both,
      },
    ]),
    {
      ...shell('prod-sc-worker-1', SSH_ANNA, at + 10 * MINUTE, 15, [
        { after: 2 * MINUTE, ...bash, lasts: 12 * MINUTE, ...both },
        {
          after: 7 * MINUTE,
          command: '/usr/bin/systemctl restart kubelet',
          account: 'root',
          terminal: 'pts/3',
          ...both,
        },
      ]),
      terminal: 'pts/2',
    },
  ];
}

/** Refusals of every kind, somebody else than root, and a command too long for one line. */
function refusedSudo(period: SamplePeriod): SshSession {
  const numbers = Array.from({ length: 260 }, (_, i) => i + 1000).join(' ');
  const at = clock(period.workday(0.5), '13:20:00');
  return shell('prod-sc-worker-1', SSH_ERIK, at, 20, [
    { after: 30 * SECOND, command: '/usr/bin/vim /etc/shadow', refused: 'command not allowed' },
    { after: 60 * SECOND, command: '/usr/bin/id', refused: '3 incorrect password attempts' },
    { after: 90 * SECOND, command: '', su: true, refused: 'wrong password' },
    {
      after: 120 * SECOND,
      command: "/usr/bin/psql -c 'select 1 ; select 2'",
      runAs: 'postgres',
      directory: '/tmp',
    },
    {
      after: 180 * SECOND,
      command: `/usr/bin/bash -c 'for i in ${numbers}; do echo $i; done'`,
    },
  ]);
}

/** Ways to become somebody else on a node, and ways to fail. */
export function scenesOfRoot(period: SamplePeriod): SshScene[] {
  return [
    { name: 'a certificate, and su', sessions: [suToRoot(period)] },
    { name: 'a root shell', sessions: [rootShell(period)] },
    { name: 'two root shells', sessions: twoRootShells(period) },
    { name: 'refused sudo', sessions: [refusedSudo(period)] },
  ];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toNode } from './clusters';
import { DAY, MINUTE, SECOND, type Micros } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { shell, toWriter, type SshScene } from './ssh_scene';
import { SSH_ANNA, SSH_BJORN, SSH_CARL, SSH_FREDRIK } from './ssh_users';

/** A process id that two sessions on one node have, one after the other. */
const USED_TWICE = 73_031;

/** It began before midnight, and so before the days of the story that one is likely to ask for. */
function beganBefore(period: SamplePeriod): SshScene {
  const midnight = period.storyDay - DAY;
  const session = shell('prod-wc-control-plane-1', SSH_BJORN, midnight - 20 * MINUTE, 70, [
    { after: 40 * MINUTE, command: '/usr/bin/kubeadm upgrade plan' },
  ]);
  return { name: 'a session that began before the days of the story', sessions: [session] };
}

/**
 * A node is restarted, then loses power with somebody logged in: no end is logged, and after the second restart
 * process ids and systemd-logind's numbers are used again.
 */
function powerLoss(period: SamplePeriod): SshScene {
  const day = period.workday(0.53);
  const name = 'prod-wc-worker-0';
  const node = toNode(name);
  const restart = (at: Micros) => {
    const write = toWriter(node, at);
    return [
      write(0, 'systemd-logind', 'New seat seat0.', 611),
      write(2 * SECOND, 'sshd', 'Server listening on 0.0.0.0 port 22.', 877),
    ];
  };
  const first = shell(name, SSH_CARL, clock(day, '10:35:00'), 5, [
    { after: 30 * SECOND, command: '/usr/bin/systemctl status kubelet' },
  ]);
  const lost = shell(name, SSH_ANNA, clock(day, '11:00:00'), 0, [
    { after: 4 * MINUTE, command: '/usr/bin/apt-get dist-upgrade -y' },
  ]);
  const next = shell(name, SSH_FREDRIK, clock(day, '12:30:00'), 15, [
    { after: 6 * MINUTE, command: '/usr/bin/journalctl -b -1 -n 100' },
  ]);
  return {
    name: 'an end that is not logged',
    sessions: [
      { ...first, number: 1 },
      { ...lost, to: undefined, pid: USED_TWICE, number: 2 },
      { ...next, pid: USED_TWICE, number: 1 },
    ],
    lines: [...restart(clock(day, '10:31:07')), ...restart(clock(day, '12:21:40'))],
    alone: [{ node, from: clock(day, '10:20:00'), to: clock(day, '12:50:00') }],
  };
}

/** Somebody is logged in when the data ends. */
function openNow(period: SamplePeriod): SshScene {
  const session = shell('prod-wc-control-plane-0', SSH_ANNA, period.now - 40 * MINUTE, 0);
  return { name: 'a session that is open', sessions: [{ ...session, to: undefined }] };
}

/** Sessions of which the beginning or the end is somewhere else than one looks, or nowhere. */
export function scenesOfEnds(period: SamplePeriod): SshScene[] {
  return [beganBefore(period), powerLoss(period), openNow(period)];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toNode, type ClusterNode } from './clusters';
import { SECOND, withMicros, type Micros } from './instants';
import { ERIK } from './persons';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import type { SshScene } from './ssh_scene';
import type { SshSession } from './ssh_session';
import { SSH_ANSIBLE } from './ssh_users';

/** A task of Ansible: a session of a second or two, without a terminal, with one long command. */
export function ansibleTask(random: Random, node: ClusterNode, at: Micros): SshSession {
  const from = withMicros(at);
  const key = random.hex(32);
  const file = `/home/ubuntu/.ansible/tmp/ansible-tmp-${Math.floor(from / SECOND)}.${random.int(1, 9_999_999)}-${random.int(100_000, 999_999)}-${random.int(1e12, 9e12)}/AnsiballZ_apt.py`;
  const command = `/bin/sh -c 'echo BECOME-SUCCESS-${key} ; http_proxy=http://proxy.example.com:3128 https_proxy=http://proxy.example.com:3128 no_proxy=localhost,10.0.0.0/8,.example.com LANG=C.UTF-8 LC_ALL=C.UTF-8 LC_MESSAGES=C.UTF-8 /usr/bin/python3 ${file}'`;
  return {
    node,
    user: SSH_ANSIBLE,
    from,
    to: from + random.int(700_000, 2_500_000),
    commands: [{ after: 180_000, command }],
  };
}

const NODES = [
  'prod-wc-worker-0',
  'prod-wc-worker-1',
  'prod-wc-control-plane-1',
  'prod-sc-worker-1',
];
const TASKS = 6;

/** A run by hand, in the evening: 24 sessions on four nodes. The key is shared, so nothing names who started it. */
export function ansibleRun(period: SamplePeriod): SshScene {
  const random = createRandom(period.seed, 'ansible run');
  const start = clock(period.workday(0.22), '20:30:00');
  const user = { ...SSH_ANSIBLE, person: ERIK.email };
  const sessions = Array.from({ length: TASKS }, (_, task) =>
    NODES.map((name, i) => ({
      ...ansibleTask(random, toNode(name), start + (task * NODES.length + i) * 2 * SECOND),
      user,
    }))
  );
  return { name: 'a run of Ansible', sessions: sessions.flat() };
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import { toNode } from './clusters';
import { MINUTE, SECOND } from './instants';
import { createRandom } from './random';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { sshSessionLines, type SshSession } from './ssh_session';
import {
  SSH_ANNA,
  SSH_CARL,
  SSH_DIANA,
  SSH_ERIK,
  SSH_FORMER,
  SSH_FREDRIK,
  SSH_GRETA,
  SSH_SARA,
  SSH_UNKNOWN,
} from './ssh_users';
import { BREAK_GLASS_LOGINS, BREAK_GLASS_NODE } from './story_surroundings';

const KUBECTL = '/usr/bin/kubectl --kubeconfig /etc/kubernetes/admin.conf';

/** A process id that two sessions on one node have, one after the other. */
const USED_TWICE = 73_031;

/** The two administrators who were logged in as `ubuntu` on one control-plane node at once. */
export function breakGlassSessions(period: SamplePeriod): [first: SshSession, second: SshSession] {
  const { first, second } = BREAK_GLASS_LOGINS;
  const day = period.storyDay;
  const node = toNode(BREAK_GLASS_NODE);
  const after = (time: string, login: string) => clock(day, time) - clock(day, login);
  return [
    {
      node,
      user: SSH_CARL,
      from: clock(day, first.from),
      to: clock(day, first.to),
      terminal: 'pts/0',
      commands: [
        { after: after('18:04:58', first.from), command: `${KUBECTL} get pods -n payments` },
        {
          after: after('18:25:30', first.from),
          command: `${KUBECTL} edit validatingwebhookconfiguration gatekeeper-validating-webhook-configuration`,
        },
        {
          after: after('18:49:27', first.from),
          command: `${KUBECTL} delete pvc payments-scratch -n payments`,
        },
      ],
    },
    {
      node,
      user: SSH_DIANA,
      from: clock(day, second.from),
      to: clock(day, second.to),
      terminal: 'pts/1',
      commands: [
        {
          after: after('18:31:16', second.from),
          command: `${KUBECTL} scale deployment payments-worker -n payments --replicas=0`,
        },
        {
          after: after('18:38:06', second.from),
          command: `${KUBECTL} get secret payments-db-credentials -n payments -o yaml`,
        },
        {
          after: after('19:01:06', second.from),
          command: `${KUBECTL} edit validatingwebhookconfiguration gatekeeper-validating-webhook-configuration`,
        },
      ],
    },
  ];
}

/** When the former colleague's access ended, and how long before the end of the data he was back. */
export const FORMER_LEFT = 0.7;
const FORMER_BACK = 0.4;

function scriptedSessions(period: SamplePeriod): SshSession[] {
  const at = (share: number, time: string) => clock(period.workday(share), time);
  const shell = (
    node: string,
    user: SshSession['user'],
    from: number,
    minutes: number
  ): SshSession => ({
    node: toNode(node),
    user,
    from,
    to: from + minutes * MINUTE,
    terminal: 'pts/0',
  });
  return [
    ...breakGlassSessions(period),
    shell('prod-wc-worker-0', SSH_FORMER, at(FORMER_BACK, '21:14:08'), 9),
    {
      ...shell('prod-wc-control-plane-1', SSH_UNKNOWN, at(0.33, '04:51:30'), 4),
      commands: [{ after: 40 * SECOND, command: '/usr/bin/cat /etc/kubernetes/admin.conf' }],
    },
    shell('prod-wc-worker-1', SSH_UNKNOWN, at(0.28, '05:02:11'), 2),
    {
      ...shell('prod-wc-worker-1', SSH_GRETA, at(0.41, '09:05:00'), 6),
      commands: [{ after: 20 * SECOND, command: '/usr/bin/crictl ps' }],
    },
    {
      ...shell('prod-sc-control-plane-0', SSH_SARA, at(0.36, '19:38:20'), 12),
      commands: [
        { after: 60 * SECOND, command: `${KUBECTL} get nodes` },
        { after: 150 * SECOND, command: '', su: true },
      ],
    },
    {
      ...shell('prod-sc-worker-1', SSH_ERIK, at(0.5, '13:20:00'), 20),
      commands: [
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
          command: `/usr/bin/bash -c 'for i in ${Array.from({ length: 260 }, (_, i) => i + 1000).join(' ')}; do echo $i; done'`,
        },
      ],
    },
    {
      ...shell('prod-sc-worker-0', SSH_FREDRIK, at(0.62, '10:00:00'), 3),
      account: 'deploy',
      method: 'password',
      commands: [{ after: 25 * SECOND, command: '/usr/bin/id', refused: 'user NOT in sudoers' }],
    },
    // The node lost power: no end is logged, and after the restart the process id is used again.
    {
      ...shell('prod-wc-worker-0', SSH_ANNA, at(0.53, '11:00:00'), 0),
      to: undefined,
      pid: USED_TWICE,
    },
    { ...shell('prod-wc-worker-0', SSH_FREDRIK, at(0.53, '12:30:00'), 15), pid: USED_TWICE },
    { ...shell('prod-wc-control-plane-0', SSH_ANNA, period.now - 40 * MINUTE, 0), to: undefined },
    {
      ...shell('prod-wc-worker-2', SSH_CARL, at(0.46, '14:02:33'), 11),
      commands: [{ after: 45 * SECOND, command: '/usr/bin/systemctl restart kubelet' }],
    },
  ];
}

/** Refusals that name no key, or a certificate that is not good any more. */
function refusals(period: SamplePeriod): AuthlogLine[] {
  const node = toNode('prod-wc-control-plane-0');
  const at = clock(period.workday(0.38), '21:10:00');
  const { sourceIp } = SSH_FORMER;
  const write = (after: number, pid: number, message: string): AuthlogLine => ({
    node,
    at: at + after * SECOND,
    ident: 'sshd',
    pid,
    message,
  });
  return [
    write(
      0,
      90_113,
      `Connection closed by authenticating user ubuntu ${sourceIp} port 50522 [preauth]`
    ),
    write(14, 90_130, 'error: Certificate invalid: expired'),
    write(
      15,
      90_130,
      `Connection closed by authenticating user ubuntu ${sourceIp} port 50530 [preauth]`
    ),
    write(40, 90_151, `User backup from ${sourceIp} not allowed because not listed in AllowUsers`),
    write(41, 90_151, `Connection closed by invalid user backup ${sourceIp} port 50561 [preauth]`),
    write(90, 877, 'Received signal 15; terminating.'),
    write(92, 90_202, 'Server listening on 0.0.0.0 port 22.'),
  ];
}

/** Every auth.log line that is written by hand, in no order. */
export function scriptedLines(period: SamplePeriod): AuthlogLine[] {
  const random = createRandom(period.seed, 'scripted ssh');
  const sessions = scriptedSessions(period).flatMap((session) => sshSessionLines(session, random));
  return [...sessions, ...refusals(period)];
}

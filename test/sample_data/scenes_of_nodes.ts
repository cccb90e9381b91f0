/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toNode } from './clusters';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  toMidnight,
  toStageText,
  toWeekday,
  type Micros,
} from './instants';
import { toOlderCollector } from './log_conditions';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { shell, toWriter, type SshScene } from './ssh_scene';
import { SSH_ANNA, SSH_CARL, SSH_DIANA } from './ssh_users';

/** The scene that nobody can read. */
export const OLDER_COLLECTOR_SCENE = 'an older collector';

/** Monday, Tuesday, Thursday, Friday: not the day of the weekly run of Ansible. */
const QUIET_WEEKDAYS = [1, 2, 4, 5];

/** The last such day of the period whose number has one digit, or two; there may be none. */
function lastDay(period: SamplePeriod, digits: 1 | 2): Micros | undefined {
  for (let day = toMidnight(period.now) - DAY; day >= period.start; day -= DAY) {
    const ofMonth = Number(toStageText(day).slice(8, 10));
    const fits = digits === 1 ? ofMonth < 10 : ofMonth >= 10;
    if (fits && QUIET_WEEKDAYS.includes(toWeekday(day))) return day;
  }
  return undefined;
}

/**
 * On a node with traditional time stamps the collector takes the day for the host and the hour for the program,
 * and of a day with one digit it loses the hour: nobody else is on the node that day, so that the day is enough.
 */
function traditional(period: SamplePeriod): SshScene[] {
  const node = 'prod-wc-worker-2';
  const twoDigits = lastDay(period, 2);
  const oneDigit = lastDay(period, 1);
  const scenes: SshScene[] = [];
  if (twoDigits !== undefined) {
    const session = shell(node, SSH_CARL, clock(twoDigits, '14:02:33'), 11, [
      { after: 45 * SECOND, command: '/usr/bin/systemctl restart kubelet' },
    ]);
    scenes.push({ name: 'traditional time stamps, a day of two digits', sessions: [session] });
  }
  if (oneDigit !== undefined) {
    const session = shell(node, SSH_DIANA, clock(oneDigit, '11:17:05'), 16, [
      { after: 6 * MINUTE, command: '/usr/bin/crictl images' },
    ]);
    scenes.push({
      name: 'traditional time stamps, a day of one digit',
      sessions: [session],
      alone: [{ node: toNode(node), from: oneDigit, to: oneDigit + DAY }],
    });
  }
  return scenes;
}

/**
 * OpenSSH 10 logs as sshd-session, and what comes before the login may come from sshd-auth; sudo is sudo-rs, which
 * words its lines differently and logs no refusal.
 */
function newNode(period: SamplePeriod): SshScene {
  const name = 'prod-wc-control-plane-2';
  const at = clock(period.workday(0.34), '10:10:00');
  const write = toWriter(toNode(name), at - 3 * MINUTE);
  const port = '198.51.100.7 port 40122';
  return {
    name: 'OpenSSH 10 and sudo-rs',
    sessions: [
      shell(name, SSH_ANNA, at, 30, [
        { after: 70 * SECOND, command: '/usr/bin/id' },
        {
          after: 3 * MINUTE,
          command: '/usr/bin/grep -c \'Normalbetrieb "läuft"\' /var/log/syslog',
        },
        { after: 8 * MINUTE, command: '/usr/bin/crictl ps', terminal: 'none' },
        { after: 9 * MINUTE, command: '/usr/bin/cat /etc/shadow', refused: 'not allowed' },
        { after: 11 * MINUTE, command: '/usr/bin/psql -l', runAs: 'postgres', directory: '/tmp' },
      ]),
    ],
    lines: [
      write(
        0,
        'sshd-session',
        `Connection closed by authenticating user ubuntu ${port} [preauth]`,
        90_417
      ),
      write(9 * SECOND, 'sshd-auth', 'Invalid user ana from 198.51.100.7 port 40130', 90_433),
      write(
        11 * SECOND,
        'sshd-auth',
        'Connection closed by invalid user ana 198.51.100.7 port 40130 [preauth]',
        90_433
      ),
    ],
  };
}

/** A login that an older collector took apart: its account, address and host are lost. */
function olderCollector(period: SamplePeriod): SshScene {
  const { node, from } = toOlderCollector(period);
  const session = shell(node.name, SSH_CARL, from + 10 * MINUTE, 12, [
    { after: 2 * MINUTE, command: '/usr/bin/systemctl reload rsyslog' },
  ]);
  return {
    name: OLDER_COLLECTOR_SCENE,
    sessions: [session],
    alone: [{ node, from: from - HOUR, to: from + 2 * HOUR }],
  };
}

/** Nodes whose lines look different, or arrive so. */
export function scenesOfNodes(period: SamplePeriod): SshScene[] {
  return [...traditional(period), newNode(period), olderCollector(period)];
}

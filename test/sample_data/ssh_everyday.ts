/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toAuthlogRecord, type AuthlogLine } from './authlog_line';
import { CLUSTERS, type ClusterNode } from './clusters';
import type { SampleRecord } from './delivery';
import { HOUR, MINUTE, SECOND, toWeekday, type Micros } from './instants';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import { FIRST_COMMAND, sshSessionLines } from './ssh_session';
import { SSH_ADMINISTRATORS, SSH_ANSIBLE, SSH_GRETA } from './ssh_users';
import type { SudoCommand } from './sudo_lines';

/** Writes the lines of the hour, in no order. */
export type HourlyLines = (hour: Micros, write: (line: AuthlogLine) => void) => void;

const WEDNESDAY = 3;
const ANSIBLE_HOUR = 2;

/** Shares of the lines of an ordinary month; scripted sessions and sudo come on top. */
const CRON_SHARE = 0.62;
const SESSION_SHARE = 0.12;
const ANSIBLE_SHARE = 0.13;

const LINES_OF_A_CRON_JOB = 2;
const LINES_OF_A_SESSION = 17;
const LINES_OF_AN_ANSIBLE_TASK = 12;

const COMMANDS = [
  '/usr/bin/systemctl status kubelet',
  '/usr/bin/journalctl -u containerd -n 200 --no-pager',
  '/usr/bin/crictl ps -a',
  '/usr/bin/apt-get update',
  '/usr/bin/cat /var/log/syslog',
  '/usr/bin/kubeadm certs check-expiration',
  '/usr/bin/etcdctl endpoint health',
  '/usr/bin/du -sh /var/lib/containerd',
  '/usr/bin/systemctl restart kubelet',
  '/usr/bin/bash',
];

const NODES: readonly ClusterNode[] = CLUSTERS.flatMap((cluster) => cluster.nodes).filter(
  (node) => node.authlog !== 'none'
);

/** Those who are seldom on nodes are not drawn. */
const REGULARS = SSH_ADMINISTRATORS.filter((user) => user !== SSH_GRETA);

function cronLines(node: ClusterNode, at: Micros, pid: number): AuthlogLine[] {
  const session = 'pam_unix(cron:session): session';
  return [
    {
      node,
      at,
      ident: 'CRON',
      pid,
      message: `${session} opened for user root(uid=0) by root(uid=0)`,
    },
    { node, at: at + 31_000, ident: 'CRON', pid, message: `${session} closed for user root` },
  ];
}

function drawCommands(random: Random, length: Micros): SudoCommand[] {
  return Array.from({ length: random.int(0, 4) }, () => ({
    after: FIRST_COMMAND + random.int(0, Math.max(0, length - FIRST_COMMAND - SECOND)),
    command: random.pick(COMMANDS),
  })).sort((a, b) => a.after - b.after);
}

function sessionOf(random: Random, hour: Micros): AuthlogLine[] {
  const length = random.int(40, 2_400) * SECOND;
  const from = hour + random.int(0, HOUR - 1);
  const commands = drawCommands(random, length);
  const user = random.pick(REGULARS);
  const terminal = `pts/${random.int(0, 3)}`;
  return sshSessionLines(
    { node: random.pick(NODES), user, from, to: from + length, terminal, commands },
    random
  );
}

/** A task of Ansible: a session of a second or two, without a terminal, with one long command. */
function ansibleTask(random: Random, node: ClusterNode, from: Micros): AuthlogLine[] {
  const key = random.hex(32);
  const file = `/home/ubuntu/.ansible/tmp/ansible-tmp-${Math.floor(from / SECOND)}.${random.int(1, 9_999_999)}-${random.int(100_000, 999_999)}-${random.int(1e12, 9e12)}/AnsiballZ_apt.py`;
  const command = `/bin/sh -c 'echo BECOME-SUCCESS-${key} ; http_proxy=http://proxy.example.com:3128 https_proxy=http://proxy.example.com:3128 no_proxy=localhost,10.0.0.0/8,.example.com LANG=C.UTF-8 LC_ALL=C.UTF-8 LC_MESSAGES=C.UTF-8 /usr/bin/python3 ${file}'`;
  const session = { node, user: SSH_ANSIBLE, from, to: from + random.int(700_000, 2_500_000) };
  return sshSessionLines({ ...session, commands: [{ after: 180_000, command }] }, random);
}

/**
 * The lines of an ordinary month: cron, administrators at work, and a weekly run of Ansible.
 *
 * @param lines about how many lines in the whole period
 */
export function everydayLines(period: SamplePeriod, lines: number): HourlyLines {
  const random = createRandom(period.seed, 'everyday ssh');
  const hours = period.days * 24;
  const cronPerHour = (lines * CRON_SHARE) / (LINES_OF_A_CRON_JOB * hours * NODES.length);
  const weeks = period.days / 7;
  const sessionsPerWorkingHour = (lines * SESSION_SHARE) / (LINES_OF_A_SESSION * weeks * 5 * 9);
  const tasksPerNode = (lines * ANSIBLE_SHARE) / (LINES_OF_AN_ANSIBLE_TASK * weeks * NODES.length);

  return (hour, write) => {
    const hourOfDay = Math.floor(hour / HOUR) % 24;
    const weekday = toWeekday(hour);
    for (const node of NODES) {
      for (let i = random.about(cronPerHour); i > 0; i -= 1) {
        const at = hour + 17 * MINUTE + i * 2 * MINUTE + random.int(0, 900_000);
        cronLines(node, at, random.int(1_000, 4_000_000)).forEach(write);
      }
      if (weekday !== WEDNESDAY || hourOfDay !== ANSIBLE_HOUR) continue;
      const tasks = Math.max(2, random.about(tasksPerNode));
      for (let i = 0; i < tasks; i += 1) {
        ansibleTask(random, node, hour + 5 * MINUTE + i * 4 * SECOND).forEach(write);
      }
    }
    const working = weekday > 0 && weekday < 6 && hourOfDay >= 7 && hourOfDay < 16;
    for (let i = working ? random.about(sessionsPerWorkingHour) : 0; i > 0; i -= 1) {
      sessionOf(random, hour).forEach(write);
    }
  };
}

/** Hands a line on as the record that the collector makes of it. */
export function toLineWriter(add: (record: SampleRecord) => void): (line: AuthlogLine) => void {
  return (line) => {
    const record = toAuthlogRecord(line);
    if (record) add(record);
  };
}

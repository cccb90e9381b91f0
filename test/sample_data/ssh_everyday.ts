/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ansibleTask } from './ansible_run';
import { toAuthlogRecord, type AuthlogLine } from './authlog_line';
import { CLUSTERS, type ClusterNode } from './clusters';
import type { SampleRecord } from './delivery';
import { HOUR, MINUTE, SECOND, toWeekday, type Micros } from './instants';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import type { NodeStretch } from './ssh_scene';
import { FIRST_COMMAND, sshSessionLines, type SshSession } from './ssh_session';
import { SSH_ADMINISTRATORS, SSH_GRETA } from './ssh_users';
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

function drawSession(random: Random, hour: Micros): SshSession {
  const length = random.int(40, 2_400) * SECOND;
  const from = hour + random.int(0, HOUR - 1);
  const commands = drawCommands(random, length);
  const user = random.pick(REGULARS);
  return { node: random.pick(NODES), user, from, to: from + length, commands };
}

const end = ({ from, to = from }: SshSession): Micros => to;
const overlap = (session: SshSession, from: Micros, to: Micros): boolean =>
  session.from < to && end(session) >= from;

/** Gives each session the first terminal that is free on its node; what it gave is forgotten in time. */
function createTerminals(): (session: SshSession, hour: Micros) => string {
  let held: SshSession[] = [];
  return (session, hour) => {
    held = held.filter((other) => end(other) >= hour);
    const taken = held
      .filter(({ node }) => node === session.node)
      .filter((other) => overlap(other, session.from, end(session)))
      .map(({ terminal }) => terminal);
    let number = 0;
    while (taken.includes(`pts/${number}`)) number += 1;
    const terminal = `pts/${number}`;
    held.push({ ...session, terminal });
    return terminal;
  };
}

/**
 * The lines of an ordinary month: cron, administrators at work, and a weekly run of Ansible.
 *
 * @param lines about how many lines in the whole period
 * @param reserved where and when nobody logs in, since a scene is played there
 */
export function everydayLines(
  period: SamplePeriod,
  lines: number,
  reserved: readonly NodeStretch[]
): HourlyLines {
  const cron = createRandom(period.seed, 'cron');
  const random = createRandom(period.seed, 'everyday ssh');
  const terminals = createTerminals();
  const hours = period.days * 24;
  const cronPerHour = (lines * CRON_SHARE) / (LINES_OF_A_CRON_JOB * hours * NODES.length);
  const weeks = period.days / 7;
  const sessionsPerWorkingHour = (lines * SESSION_SHARE) / (LINES_OF_A_SESSION * weeks * 5 * 9);
  const tasksPerNode = (lines * ANSIBLE_SHARE) / (LINES_OF_AN_ANSIBLE_TASK * weeks * NODES.length);
  const isReserved = (session: SshSession) =>
    reserved.some(({ node, from, to }) => node === session.node && overlap(session, from, to));

  return (hour, write) => {
    const hourOfDay = Math.floor(hour / HOUR) % 24;
    const weekday = toWeekday(hour);
    const writeSession = (session: SshSession) => {
      if (!isReserved(session)) sshSessionLines(session, random, period.start).forEach(write);
    };
    for (const node of NODES) {
      for (let i = cron.about(cronPerHour); i > 0; i -= 1) {
        const at = hour + 17 * MINUTE + i * 2 * MINUTE + cron.int(0, 900_000);
        cronLines(node, at, cron.int(1_000, 4_000_000)).forEach(write);
      }
      if (weekday !== WEDNESDAY || hourOfDay !== ANSIBLE_HOUR) continue;
      const tasks = Math.max(2, random.about(tasksPerNode));
      for (let i = 0; i < tasks; i += 1) {
        writeSession(ansibleTask(random, node, hour + 5 * MINUTE + i * 4 * SECOND));
      }
    }
    const working = weekday > 0 && weekday < 6 && hourOfDay >= 7 && hourOfDay < 16;
    for (let i = working ? random.about(sessionsPerWorkingHour) : 0; i > 0; i -= 1) {
      const session = drawSession(random, hour);
      writeSession({ ...session, terminal: terminals(session, hour) });
    }
  };
}

/** Hands a line on as the record that the collector of its node and time makes of it. */
export function toLineWriter(
  older: NodeStretch,
  add: (record: SampleRecord) => void
): (line: AuthlogLine) => void {
  return (line) => {
    const { node, at } = line;
    const isOlder = node === older.node && at >= older.from && at < older.to;
    const record = toAuthlogRecord(line, isOlder ? 'older' : 'present');
    if (record) add(record);
  };
}

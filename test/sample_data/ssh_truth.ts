/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimePrecision } from '../../common/api/ssh_sessions';
import { bruteForce } from './brute_force';
import { toSecondText, toStageText, type Micros } from './instants';
import { trueRequests, type TrueRequest } from './kubernetes_truth';
import { toSamplePeriod, type SampleOptions } from './sample_period';
import { OLDER_COLLECTOR_SCENE } from './scenes_of_nodes';
import { loginVerdict, type SshScene } from './ssh_scene';
import { sshScenes } from './ssh_script';
import type { SshSession } from './ssh_session';
import type { SudoCommand, Verdict } from './sudo_lines';

/** What every true thing of a node says. Instants are as in `@timestamp`, where that can be read. */
interface OnNode {
  /** Which scene it belongs to. */
  scene: string;
  cluster: string;
  host: string;
  /**
   * What the log holds of its time: all of it, or, of a node with traditional time stamps, no fraction of the
   * second, or not even the hour.
   */
  precision: TimePrecision;
}

/** An SSH session of a scene, and what can be said of who logged in. */
export interface TrueSession extends OnNode, Verdict {
  account: string;
  /** The line `Accepted …`. */
  from: string;
  /** The line `Received disconnect …`; absent when no end is logged. */
  to?: string;
  /** Who it really was; absent when nobody knows. */
  person?: string;
  fingerprint?: string;
  certificateId?: string;
  method: 'publickey' | 'password';
}

/** A line of sudo or su of a scene, and what can be said of who ran it. */
export interface TrueCommand extends OnNode, Verdict {
  time: string;
  program: 'sudo' | 'su';
  account: string;
  runAs: string;
  /** As typed; absent for su, which logs none. */
  command?: string;
  /** Why it was refused. */
  refused?: string;
  person?: string;
}

/** Failed tries of one account from one address. */
export interface TrueFailures {
  cluster: string;
  host: string;
  sourceIp: string;
  account: string;
  invalidAccount: boolean;
  /** A line `message repeated 2 times` counts twice. */
  attempts: number;
}

/** A login of which the collector lost account, address and host. */
export interface LostLogin {
  cluster: string;
  /** Where it was, which the document does not say. */
  host: string;
  fingerprint: string;
  person?: string;
  from: string;
}

/** The truth of the SSH side of the story, to check answers against. */
export interface SshTruth {
  sessions: TrueSession[];
  commands: TrueCommand[];
  /** Commands of which there is no line: sudo-rs logs no refusal. */
  unlogged: TrueCommand[];
  kubernetes: TrueRequest[];
  failures: TrueFailures[];
  lostLogins: LostLogin[];
}

const PRECISION: Record<TimePrecision, (at: Micros) => string> = {
  exact: toStageText,
  second: toSecondText,
  hour_unknown: toSecondText,
};

function toPrecision({ node }: SshSession, at: Micros): TimePrecision {
  if (node.authlog !== 'traditional') return 'exact';
  return Number(toStageText(at).slice(8, 10)) < 10 ? 'hour_unknown' : 'second';
}

function toOnNode(scene: SshScene, session: SshSession): OnNode {
  const { cluster, name } = session.node;
  return { scene: scene.name, cluster, host: name, precision: toPrecision(session, session.from) };
}

function toTrueSession(scene: SshScene, session: SshSession): TrueSession {
  const { user, from, to, account = 'ubuntu', method = 'publickey' } = session;
  const place = toOnNode(scene, session);
  const write = PRECISION[place.precision];
  return {
    ...place,
    account,
    from: write(from),
    to: to === undefined ? undefined : write(to),
    person: user.person,
    fingerprint: method === 'publickey' ? user.key.fingerprint : undefined,
    certificateId: method === 'publickey' ? user.certificate?.id : undefined,
    method,
    ...loginVerdict(session),
  };
}

function toTrueCommand(scene: SshScene, session: SshSession, command: SudoCommand): TrueCommand {
  const place = toOnNode(scene, session);
  const { account = session.account ?? 'ubuntu', runAs = 'root', su, refused } = command;
  return {
    ...place,
    time: PRECISION[place.precision](session.from + command.after),
    program: su ? 'su' : 'sudo',
    account,
    runAs,
    command: su ? undefined : command.command,
    refused,
    person: session.user.person,
    ...(command.verdict ?? loginVerdict(session)),
  };
}

function toLostLogin({ node, user, from }: SshSession): LostLogin {
  const { fingerprint } = user.key;
  const { cluster, name } = node;
  return { cluster, host: name, fingerprint, person: user.person, from: toStageText(from) };
}

/** sudo-rs logs no refusal. */
const isLogged = ({ node }: SshSession, { refused }: SudoCommand): boolean =>
  node.sudo !== 'sudo-rs' || refused === undefined;

const byTime = (a: TrueCommand, b: TrueCommand) => (a.time < b.time ? -1 : 1);

/**
 * Tells who was on the nodes in the sample data of the same options, from the same scenes that write it: what
 * really happened, and what a careful reader of both logs and the directory can conclude. Sessions of the everyday,
 * which are drawn, are not in it.
 *
 * @throws RangeError when an option is out of bounds
 */
export function sshTruth(options: SampleOptions): SshTruth {
  const period = toSamplePeriod(options);
  const scenes = sshScenes(period);
  const readable = scenes
    .filter(({ name }) => name !== OLDER_COLLECTOR_SCENE)
    .flatMap((scene) => scene.sessions.map((session) => ({ scene, session })));
  const commands = readable.flatMap(({ scene, session }) =>
    (session.commands ?? []).map((command) => ({
      logged: isLogged(session, command),
      told: toTrueCommand(scene, session, command),
    }))
  );
  const all = (logged: boolean) =>
    commands
      .filter((command) => command.logged === logged)
      .map(({ told }) => told)
      .sort(byTime);
  return {
    sessions: readable
      .map(({ scene, session }) => toTrueSession(scene, session))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    commands: all(true),
    unlogged: all(false),
    kubernetes: trueRequests(period),
    failures: bruteForce(period).map((each) => ({
      cluster: each.cluster,
      host: each.node,
      sourceIp: each.sourceIp,
      account: each.account,
      invalidAccount: each.invalidAccount,
      attempts: each.attempts,
    })),
    lostLogins: scenes
      .filter(({ name }) => name === OLDER_COLLECTOR_SCENE)
      .flatMap(({ sessions }) => sessions.map(toLostLogin)),
  };
}

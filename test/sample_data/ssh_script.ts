/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ansibleRun } from './ansible_run';
import type { AuthlogLine } from './authlog_line';
import { bruteForce } from './brute_force';
import { toNode } from './clusters';
import { SECOND } from './instants';
import { createRandom } from './random';
import type { SamplePeriod } from './sample_period';
import { scenesOfEnds } from './scenes_of_ends';
import { scenesOfLogins } from './scenes_of_logins';
import { scenesOfNodes } from './scenes_of_nodes';
import { scenesOfRoot } from './scenes_of_root';
import { scenesTogether } from './scenes_together';
import { clock } from './script';
import { isWhole, toWriter, type SshScene } from './ssh_scene';
import { sshSessionLines } from './ssh_session';
import { SSH_FORMER } from './ssh_users';

/** Refusals that name no key, or a certificate that is not good any more. */
function refusals(period: SamplePeriod): AuthlogLine[] {
  const node = toNode('prod-wc-control-plane-0');
  const write = toWriter(node, clock(period.workday(0.38), '21:10:00'));
  const { sourceIp } = SSH_FORMER;
  const closed = `Connection closed by authenticating user ubuntu ${sourceIp}`;
  return [
    write(0, 'sshd', `${closed} port 50522 [preauth]`, 90_113),
    write(14 * SECOND, 'sshd', 'error: Certificate invalid: expired', 90_130),
    write(15 * SECOND, 'sshd', `${closed} port 50530 [preauth]`, 90_130),
    write(
      40 * SECOND,
      'sshd',
      `User backup from ${sourceIp} not allowed because not listed in AllowUsers`,
      90_151
    ),
    write(
      41 * SECOND,
      'sshd',
      `Connection closed by invalid user backup ${sourceIp} port 50561 [preauth]`,
      90_151
    ),
    write(90 * SECOND, 'sshd', 'Received signal 15; terminating.', 877),
    write(92 * SECOND, 'sshd', 'Server listening on 0.0.0.0 port 22.', 90_202),
  ];
}

/** Every scene that the period has room for. */
export function sshScenes(period: SamplePeriod): SshScene[] {
  return [
    ...scenesTogether(period),
    ...scenesOfLogins(period),
    ...scenesOfRoot(period),
    ...scenesOfEnds(period),
    ...scenesOfNodes(period),
    ansibleRun(period),
    { name: 'refusals', sessions: [], lines: refusals(period) },
    { name: 'brute force', sessions: [], lines: bruteForce(period).flatMap(({ lines }) => lines) },
  ].filter((scene) => isWhole(scene, period));
}

/** Every auth.log line that is written by hand, in no order. */
export function scriptedLines(period: SamplePeriod, scenes: readonly SshScene[]): AuthlogLine[] {
  return scenes.flatMap(({ name, sessions, lines = [] }) => {
    const random = createRandom(period.seed, `scene ${name}`);
    return [
      ...sessions.flatMap((session) => sshSessionLines(session, random, period.start)),
      ...lines,
    ];
  });
}

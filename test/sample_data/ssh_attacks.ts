/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import { toNode } from './clusters';
import { MINUTE, SECOND, type Micros } from './instants';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import type { HourlyLines } from './ssh_everyday';

/** The nodes that can be reached from outside. */
const EXPOSED = ['prod-sc-worker-0', 'prod-wc-control-plane-1'].map(toNode);

const INVALID = ['admin', 'oracle', 'test', 'git', 'pi', 'minecraft', 'user1', 'postgres'];
const LINES_OF_AN_ATTEMPT = 5;
const ATTEMPTS_OF_A_WAVE = 22;

/** One try of one name, as sshd words it; the same failure again is only counted. */
function attempt(
  random: Random,
  at: Micros,
  sourceIp: string,
  node: AuthlogLine['node']
): AuthlogLine[] {
  const pid = random.int(1_000, 4_000_000);
  const port = random.int(32_768, 60_999);
  const known = random.chance(0.25);
  const name = known ? random.pick(['root', 'ubuntu']) : random.pick(INVALID);
  const place = `from ${sourceIp} port ${port}`;
  const write = (after: Micros, message: string): AuthlogLine => ({
    node,
    at: at + after,
    ident: node.sshdIdent,
    pid,
    message,
  });
  const failed = `Failed password for ${known ? '' : 'invalid user '}${name} ${place} ssh2`;
  const lines = known ? [] : [write(0, `Invalid user ${name} ${place}`)];
  const account = known ? `  user=${name}` : '';
  lines.push(
    write(
      800,
      `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${sourceIp}${account}`
    ),
    write(2 * SECOND, failed)
  );
  if (random.chance(0.3)) {
    lines.push(write(7 * SECOND, `message repeated ${random.int(2, 5)} times: [ ${failed}]`));
  }
  const who = known ? `authenticating user ${name}` : `invalid user ${name}`;
  const endings = [
    `Connection closed by ${who} ${sourceIp} port ${port} [preauth]`,
    `Connection reset by ${who} ${sourceIp} port ${port} [preauth]`,
    `error: maximum authentication attempts exceeded for ${known ? '' : 'invalid user '}${name} ${place} ssh2 [preauth]`,
    `Disconnected from ${who} ${sourceIp} port ${port} [preauth]`,
  ];
  lines.push(write(8 * SECOND, random.pick(endings)));
  return lines;
}

/**
 * Guessing of names and passwords from outside, in waves.
 *
 * @param lines about how many lines in the whole period
 */
export function attackLines(period: SamplePeriod, lines: number): HourlyLines {
  const random = createRandom(period.seed, 'attacks');
  const wavesPerHour = lines / (LINES_OF_AN_ATTEMPT * ATTEMPTS_OF_A_WAVE * period.days * 24);
  return (hour, write) => {
    for (let wave = random.about(wavesPerHour); wave > 0; wave -= 1) {
      const node = random.pick(EXPOSED);
      const sourceIp = `192.0.2.${random.int(100, 250)}`;
      const start = hour + random.int(0, 40 * MINUTE);
      for (let i = 0; i < ATTEMPTS_OF_A_WAVE; i += 1) {
        attempt(random, start + i * 11 * SECOND, sourceIp, node).forEach(write);
      }
    }
  };
}

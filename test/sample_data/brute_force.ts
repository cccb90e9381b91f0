/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import { toNode } from './clusters';
import { SECOND } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { toWriter } from './ssh_scene';

/** Tries of one account from one address. `message repeated 2 times` counts twice. */
export interface BruteForce {
  cluster: string;
  node: string;
  sourceIp: string;
  account: string;
  invalidAccount: boolean;
  attempts: number;
  lines: AuthlogLine[];
}

const NODE = 'prod-wc-control-plane-1';
/** No wave of the everyday's attacks comes from here. */
const SOURCE_IP = '192.0.2.66';

function tries(
  period: SamplePeriod,
  time: string,
  account: string,
  invalidAccount: boolean,
  pid: number
): BruteForce {
  const write = toWriter(toNode(NODE), clock(period.workday(0.45), time));
  const place = `from ${SOURCE_IP} port ${40_000 + (pid % 1_000)}`;
  const name = `${invalidAccount ? 'invalid user ' : ''}${account}`;
  const failed = `Failed password for ${name} ${place} ssh2`;
  const pam = `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${SOURCE_IP}`;
  const exceeded = `error: maximum authentication attempts exceeded for ${name} ${place} ssh2 [preauth]`;
  return {
    cluster: toNode(NODE).cluster,
    node: NODE,
    sourceIp: SOURCE_IP,
    account,
    invalidAccount,
    attempts: 6,
    lines: [
      ...(invalidAccount ? [write(0, 'sshd', `Invalid user ${account} ${place}`, pid)] : []),
      write(SECOND, 'sshd', invalidAccount ? pam : `${pam}  user=${account}`, pid),
      write(3 * SECOND, 'sshd', failed, pid),
      write(11 * SECOND, 'sshd', `message repeated 2 times: [ ${failed}]`, pid),
      write(15 * SECOND, 'sshd', failed, pid),
      write(23 * SECOND, 'sshd', `message repeated 2 times: [ ${failed}]`, pid),
      write(23 * SECOND + 90, 'sshd', exceeded, pid),
    ],
  };
}

/** Somebody guesses passwords, of an account that there is and of one that there is not. */
export function bruteForce(period: SamplePeriod): BruteForce[] {
  return [
    tries(period, '22:41:10', 'root', false, 1_204_417),
    tries(period, '22:41:52', 'oracle', true, 1_204_433),
  ];
}

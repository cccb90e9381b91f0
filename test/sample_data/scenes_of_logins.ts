/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { SECOND } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { shell, type SshScene } from './ssh_scene';
import {
  SSH_ANSIBLE,
  SSH_BJORN,
  SSH_DIANA,
  SSH_FORMER,
  SSH_FREDRIK,
  SSH_GRETA,
  SSH_UNKNOWN,
} from './ssh_users';

/** When the former colleague's access ended, and how long before the end of the data he was back. */
export const FORMER_LEFT = 0.7;
const FORMER_BACK = 0.4;

/** Logins by which an auditor stops: of each, what proves the person is missing, or should not be there. */
export function scenesOfLogins(period: SamplePeriod): SshScene[] {
  const at = (share: number, time: string) => clock(period.workday(share), time);
  const one = (name: string, session: SshScene['sessions'][0]): SshScene => ({
    name,
    sessions: [session],
  });
  return [
    one(
      'a key that nobody has claimed',
      shell('prod-wc-control-plane-1', SSH_UNKNOWN, at(0.33, '04:51:30'), 4, [
        { after: 40 * SECOND, command: '/usr/bin/cat /etc/kubernetes/admin.conf' },
      ])
    ),
    one(
      'a key that nobody has claimed, again',
      shell('prod-wc-worker-1', SSH_UNKNOWN, at(0.28, '05:02:11'), 2)
    ),
    one(
      'the key of somebody who had left',
      shell('prod-wc-worker-0', SSH_FORMER, at(FORMER_BACK, '21:14:08'), 9, [
        { after: 75 * SECOND, command: '/usr/bin/tar czf /tmp/etc.tgz /etc' },
      ])
    ),
    one(
      'an administrator who is seldom there',
      shell('prod-wc-worker-1', SSH_GRETA, at(0.41, '09:05:00'), 6, [
        { after: 20 * SECOND, command: '/usr/bin/crictl ps' },
      ])
    ),
    one('a password as somebody without rights', {
      ...shell('prod-sc-worker-0', SSH_FREDRIK, at(0.62, '10:00:00'), 3, [
        { after: 25 * SECOND, command: '/usr/bin/id', refused: 'user NOT in sudoers' },
      ]),
      account: 'deploy',
      method: 'password',
    }),
    one('a password as ubuntu', {
      ...shell('prod-sc-worker-0', SSH_FREDRIK, at(0.44, '16:20:30'), 8, [
        { after: 50 * SECOND, command: '/usr/bin/apt-get install -y tcpdump' },
      ]),
      method: 'password',
    }),
    one('root with a key', {
      ...shell('prod-sc-worker-1', SSH_BJORN, at(0.31, '17:05:12'), 10, [
        { after: 90 * SECOND, command: '/usr/bin/psql -l', runAs: 'postgres', directory: '/root' },
      ]),
      account: 'root',
    }),
    one(
      'a shared key, typed at',
      shell(
        'prod-sc-worker-0',
        { ...SSH_ANSIBLE, person: SSH_DIANA.person, sourceIp: SSH_DIANA.sourceIp },
        at(0.25, '17:20:45'),
        10,
        [{ after: 65 * SECOND, command: '/usr/bin/visudo -f /etc/sudoers.d/90-ansible' }]
      )
    ),
  ];
}

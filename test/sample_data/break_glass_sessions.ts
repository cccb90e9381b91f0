/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toNode } from './clusters';
import { withMicros } from './instants';
import type { SamplePeriod } from './sample_period';
import { clock } from './script';
import { either } from './ssh_scene';
import type { SshSession } from './ssh_session';
import { SSH_CARL, SSH_DIANA } from './ssh_users';
import { BREAK_GLASS_LOGINS, BREAK_GLASS_NODE } from './story_surroundings';

const KUBECTL = '/usr/bin/kubectl --kubeconfig /etc/kubernetes/admin.conf';

/**
 * The two administrators who were logged in as `ubuntu` on one control-plane node at once. The node does not
 * log which terminal belongs to which login.
 */
export function breakGlassSessions(period: SamplePeriod): [first: SshSession, second: SshSession] {
  const { first, second } = BREAK_GLASS_LOGINS;
  const day = period.storyDay;
  const node = toNode(BREAK_GLASS_NODE);
  const typed = (login: string) => (time: string, command: string, together: boolean) => ({
    after: clock(day, time) - clock(day, login),
    command: `${KUBECTL} ${command}`,
    ...(together ? { verdict: either(SSH_CARL, SSH_DIANA) } : {}),
  });
  const carl = typed(first.from);
  const diana = typed(second.from);
  const webhook = 'edit validatingwebhookconfiguration gatekeeper-validating-webhook-configuration';
  return [
    {
      node,
      user: SSH_CARL,
      from: withMicros(clock(day, first.from)),
      to: withMicros(clock(day, first.to)),
      terminal: 'pts/0',
      commands: [
        carl('18:04:58', 'get pods -n payments', false),
        carl('18:25:30', webhook, true),
        carl('18:49:27', 'delete pvc payments-scratch -n payments', true),
      ],
    },
    {
      node,
      user: SSH_DIANA,
      from: withMicros(clock(day, second.from)),
      to: withMicros(clock(day, second.to)),
      terminal: 'pts/1',
      commands: [
        diana('18:31:16', 'scale deployment payments-worker -n payments --replicas=0', true),
        diana('18:38:06', 'get secret payments-db-credentials -n payments -o yaml', true),
        diana('19:01:06', webhook, false),
      ],
    },
  ];
}

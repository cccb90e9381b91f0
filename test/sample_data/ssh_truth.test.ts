/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { collectSample } from './collect_sample';
import { sampleDirectory } from './sample_directory';
import { sampleStory } from './sample_story';
import { sshTruth } from './ssh_truth';
import { SSH_ANSIBLE, SSH_FORMER, SSH_UNKNOWN } from './ssh_users';

const OPTIONS = { now: new Date('2026-01-27T10:20:30.456Z'), events: 20_000 };
const truth = sshTruth(OPTIONS);
const { audit, authlog } = collectSample(OPTIONS);
const directory = sampleDirectory(OPTIONS);
const of = <Told extends { scene: string }>(told: Told[], name: string) =>
  told.filter(({ scene }) => scene === name);

describe('sshTruth', () => {
  it('is the same for the same options, and another for other days', () => {
    expect(sshTruth({ ...OPTIONS })).toEqual(truth);
    const later = new Date(OPTIONS.now.getTime() + 86_400_000);
    expect(sshTruth({ ...OPTIONS, now: later })).not.toEqual(truth);
  });

  it('has the login line of each session at its instant, and the line of its end', () => {
    for (const { host, from, to, fingerprint = '', account } of truth.sessions) {
      if (host === 'prod-wc-worker-2') continue;
      const at = (time: string) =>
        authlog.filter((each) => each.host === host && each['@timestamp'] === time);
      const login = at(from).find((each) => each.message.startsWith('Accepted '));
      expect(login?.message).toContain(` for ${account} from `);
      expect(login?.message).toContain(fingerprint);
      if (to === undefined) continue;
      expect(at(to).map((each) => each.message)).toContainEqual(
        expect.stringMatching(/^Received disconnect from .*:11: disconnected by user$/)
      );
    }
  });

  it('has the line of each command at its instant', () => {
    for (const { host, time, program, account } of truth.commands) {
      if (host === 'prod-wc-worker-2') continue;
      const lines = authlog.filter(
        (each) => each.host === host && each['@timestamp'] === time && each.ident === program
      );
      expect(lines.map((each) => each.message)).toContainEqual(
        expect.stringMatching(program === 'su' ? `${account} on pts/0$` : `^${account} : `)
      );
    }
  });

  it('has lines of the traditional node on a day of one digit and on one of two', () => {
    const oneDigit = { host: '', ident: '9', '@timestamp': '2026-01-01T00:00:00.000000000+00:00' };
    expect(authlog).toContainEqual(
      expect.objectContaining({
        ...oneDigit,
        message:
          '23:05 prod-wc-worker-2 sudo:   ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/crictl images',
      })
    );
    expect(authlog).toContainEqual(
      expect.objectContaining({
        host: '26',
        ident: '14',
        message:
          '03:18 prod-wc-worker-2 sudo:   ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/systemctl restart kubelet',
      })
    );
    expect(
      truth.sessions.filter(({ host }) => host === 'prod-wc-worker-2').map((told) => told.precision)
    ).toEqual(['hour_unknown', 'second']);
  });

  it('has two administrators at once: told apart where the node logs terminals, else not', () => {
    const verdicts = (name: string) => of(truth.commands, name).map(({ expected }) => expected);
    expect(verdicts('two on a VERBOSE node')).toEqual(Array(4).fill('identified'));
    expect(verdicts('two on a node without VERBOSE')).toEqual([
      'identified',
      'ambiguous',
      'ambiguous',
      'ambiguous',
      'ambiguous',
      'identified',
    ]);
  });

  it('has logins that prove nobody: unclaimed, expired and shared keys, and passwords', () => {
    const unproven = truth.sessions.filter(({ expected }) => expected === 'unidentified');
    expect(new Set(unproven.map(({ fingerprint }) => fingerprint))).toEqual(
      new Set([
        SSH_UNKNOWN.key.fingerprint,
        SSH_FORMER.key.fingerprint,
        SSH_ANSIBLE.key.fingerprint,
        undefined,
      ])
    );
    expect(unproven.filter(({ method }) => method === 'password')).toHaveLength(2);
  });

  it('has a run of Ansible: many short sessions, one address, one key, long commands', () => {
    const sessions = of(truth.sessions, 'a run of Ansible');
    expect(sessions).toHaveLength(24);
    expect(new Set(sessions.map(({ host }) => host)).size).toBe(4);
    const lines = authlog.filter(
      (each) =>
        each.ident === 'sudo' &&
        of(truth.commands, 'a run of Ansible').some(({ time }) => time === each['@timestamp'])
    );
    expect(lines).toHaveLength(24);
    for (const { message } of lines) expect(message.length).toBeGreaterThan(256);
  });

  it('has a command that outlives its session, while somebody else is logged in', () => {
    const [first, second] = of(truth.sessions, 'a background command outlives its session');
    const [, background] = of(truth.commands, 'a background command outlives its session');
    expect(background.time > (first.to ?? '') && background.time > second.from).toBe(true);
    expect(background).toMatchObject({
      person: first.person,
      expected: 'ambiguous',
      candidates: [second.person, first.person],
    });
    const ends = authlog.filter(
      (each) =>
        each.host === first.host &&
        each['@timestamp'] > (first.to ?? '') &&
        each['@timestamp'] < (second.to ?? '') &&
        each.ident === 'systemd-logind'
    );
    expect(ends.map((each) => each.message.replace(/\d+/, 'N'))).toEqual([
      'Session N logged out. Waiting for processes to exit.',
      'New session N of user ubuntu.',
      'Removed session N.',
    ]);
  });

  it('has a session that began before the days of the story, and one without an end', () => {
    const { range } = sampleStory(OPTIONS);
    const [began] = of(truth.sessions, 'a session that began before the days of the story');
    expect(Date.parse(began.from)).toBeLessThan(Date.parse(range.from));
    expect(Date.parse(began.to ?? '')).toBeGreaterThan(Date.parse(range.from));
    const [, lost, next] = of(truth.sessions, 'an end that is not logged');
    expect(lost.to).toBeUndefined();
    const pidOf = ({ from }: { from: string }) =>
      authlog.find((each) => each['@timestamp'] === from && each.ident === 'sshd')?.pid;
    expect(pidOf(lost)).toBe(pidOf(next));
  });

  it('knows the refusal that sudo-rs does not log', () => {
    expect(truth.unlogged.map(({ host, command }) => [host, command])).toEqual([
      ['prod-wc-control-plane-2', '/usr/bin/cat /etc/shadow'],
    ]);
    expect(
      authlog.some(
        (each) => each.host === 'prod-wc-control-plane-2' && each.message.includes('/etc/shadow')
      )
    ).toBe(false);
  });

  it('has every request as kubernetes-admin, and the kubelet that tells whose address it is', () => {
    const requests = audit.filter((each) => each.user.username === 'kubernetes-admin');
    expect(new Set(requests.map((each) => each.auditID))).toEqual(
      new Set(truth.kubernetes.map(({ auditId }) => auditId))
    );
    expect(truth.kubernetes.map(({ expected }) => expected).sort()).toEqual([
      ...Array(6).fill('ambiguous'),
      ...Array(7).fill('identified'),
    ]);
    for (const { host, sourceIp, cluster } of truth.kubernetes) {
      if (host === undefined) continue;
      const kubelet = audit.find((each) => each.user.username === `system:node:${host}`);
      expect(kubelet).toMatchObject({ sourceIPs: [sourceIp], 'cluster.name': cluster });
    }
  });

  it('has a credential of kubernetes-admin that is one person’s in the directory', () => {
    const own = truth.kubernetes.filter(({ host }) => host === undefined);
    expect(own).toHaveLength(2);
    for (const { credentialId, person } of own) {
      expect(directory.entries).toContainEqual(
        expect.objectContaining({
          kind: 'kube_credential',
          value: credentialId,
          person,
          shared: false,
        })
      );
    }
  });

  it('counts failed passwords by what their lines say, repetitions included', () => {
    for (const { host, sourceIp, account, attempts } of truth.failures) {
      const lines = authlog.filter(
        (each) => each.host === host && each.message.includes(`${account} from ${sourceIp} `)
      );
      const counted = new Set(lines.map((each) => `${each['@timestamp']} ${each.message}`));
      const sum = [...counted].reduce((total, line) => {
        if (!line.includes('Failed password')) return total;
        return total + Number(/message repeated (\d+) times/.exec(line)?.[1] ?? 1);
      }, 0);
      expect(sum).toBe(attempts);
    }
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A document of authlog as the collector ships it. */
export interface BenchmarkDocument {
  host: string;
  ident: string;
  pid?: string;
  message: string;
  'cluster.name': string;
  '@timestamp': string;
  tag: string;
}

const HOSTS = 20;
const PERSONS = 12;

/** Lines of one session with three commands. */
const LINES_OF_SESSION = 19;

/**
 * Sessions of administrators as `ubuntu` on twenty nodes, with sudo, systemd-logind and some refused logins;
 * in order of time over a month, the same for the same number of lines.
 */
export function* benchmarkLines(count: number, endMs: number): Generator<BenchmarkDocument> {
  const sessions = Math.ceil(count / LINES_OF_SESSION);
  const step = Math.floor((30 * 86_400_000) / sessions);
  let written = 0;
  for (let i = 0; i < sessions && written < count; i += 1) {
    const host = `node-${i % HOSTS}`;
    const person = i % PERSONS;
    const pid = 1000 + ((i * 7) % 4_000_000);
    const port = 32_768 + (i % 28_000);
    const address = `198.51.100.${person + 1}`;
    const key = `SHA256:${String(person).padStart(2, '0')}yTQ1dSgxk2kX1i8Qm3WqPz0Jf6b9aVhUeRtLcOnM4`;
    let at = endMs - 30 * 86_400_000 + i * step;
    const line = (ident: string, message: string, ofPid?: number): BenchmarkDocument => {
      at += 7;
      written += 1;
      return {
        host,
        ident,
        ...(ofPid === undefined ? {} : { pid: String(ofPid) }),
        message,
        'cluster.name': 'bench',
        '@timestamp': new Date(at).toISOString().replace('Z', '123+00:00'),
        tag: 'authlog.var.log.auth.log',
      };
    };
    yield line(
      'sshd',
      `Connection closed by authenticating user root 203.0.113.9 port ${port} [preauth]`,
      pid + 9
    );
    yield line(
      'sshd',
      `Accepted publickey for ubuntu from ${address} port ${port} ssh2: ED25519 ${key}`,
      pid
    );
    yield line(
      'sshd',
      'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
      pid
    );
    yield line('systemd-logind', `New session ${i} of user ubuntu.`, 611);
    for (let k = 0; k < 3; k += 1) {
      yield line(
        'sudo',
        `ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/systemctl status unit-${k}`
      );
      yield line(
        'sudo',
        'pam_unix(sudo:session): session opened for user root(uid=0) by ubuntu(uid=1000)'
      );
      yield line('sudo', 'pam_unix(sudo:session): session closed for user root');
    }
    yield line(
      'sshd',
      `Received disconnect from ${address} port ${port}:11: disconnected by user`,
      pid + 61
    );
    yield line('sshd', `Disconnected from user ubuntu ${address} port ${port}`, pid + 61);
    yield line('sshd', 'pam_unix(sshd:session): session closed for user ubuntu', pid);
    yield line('systemd-logind', `Session ${i} logged out. Waiting for processes to exit.`, 611);
    yield line('systemd-logind', `Removed session ${i}.`, 611);
    yield line(
      'sshd',
      'pam_env(sshd:session): deprecated reading of user environment enabled',
      pid
    );
  }
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { hostKey } from './authlog_histories';
import {
  attributionsOf,
  directoryOf,
  historiesOf,
  loginsOf,
  recordedDocuments,
  recordedTruth,
} from './recorded_history.test_support';

const truth = recordedTruth();

/** What an organisation's directory holds about the recorded keys; certificates name persons by themselves. */
const DIRECTORY = directoryOf({
  'SHA256:KRhY/EXEXw4wuX6jIZfKO+MXUtFmH5f4OvntUTB9ecg': 'alice.andersson@example.com',
  'SHA256:iC2F2ktv3qGUtCpmq+BzuJRQ3TAoy49U720pe4U1K1E': 'bob.berg@example.com',
  'SHA256:oGG8zZJfULe5EKeHyegu2qzA7hPge4dQsq7pjTzQ45U': 'dan.dahl@example.com',
  'SHA256:8R7wq8Z6T5cpRUI/FewECJvnbduzxqpQLtZqA4c4mJc': 'asa.oberg@example.com',
  carol: 'carol@example.com',
  dave: 'dave@example.com',
});

const HOSTS = [...new Set(truth.sessions.map(({ host }) => host))];

describe.each(['authlog.ndjson', 'authlog-misparsed.ndjson'])('the recorded %s', (name) => {
  const histories = historiesOf(recordedDocuments(name));
  const exact = name === 'authlog.ndjson';
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
  const last = Math.max(
    ...recordedDocuments('authlog.ndjson')
      .slice(0, 120)
      .map((document) => seconds(String(document['@timestamp'])))
  );

  it.each(HOSTS)('gives the sessions of %s as they were driven', (host) => {
    const history = histories.get(hostKey('welkin-wc', host));
    const expected = truth.sessions.filter(
      (session) =>
        session.host === host && (exact || (host === HOSTS[0] && seconds(session.opened) <= last))
    );
    if (!history) {
      expect(expected).toEqual([]);
      return;
    }
    const logins = loginsOf(history, DIRECTORY);
    const found = history.sessions.filter(({ account }) => account !== 'dave');
    expect(
      found.map((session) => ({
        pid: session.pid,
        user: session.account,
        ip: session.sourceIp,
        port: session.sourcePort,
        method: session.method,
        keytype: session.key?.type ?? null,
        fp: session.key?.fingerprint ?? null,
        cert: session.certificate?.id ?? null,
        person: logins.get(session)?.attribution.person,
        opened: Math.floor(session.earliestMs / 1000),
      }))
    ).toEqual(
      expected.map((session) => ({
        pid: session.sshd_pid,
        user: session.user,
        ip: session.ip,
        port: session.port,
        method: session.method,
        keytype: session.keytype,
        fp: session.fp,
        cert: session.cert_id,
        person: session.person,
        opened: seconds(session.opened),
      }))
    );
    found.forEach((session, i) => {
      if (seconds(expected[i].closed) >= last && !exact) return;
      expect([session.state, Math.floor((session.endMs ?? 0) / 1000)]).toEqual([
        'closed',
        seconds(expected[i].closed),
      ]);
    });
  });

  it('names the person behind each command, and nobody where two were possible', () => {
    const found = [...histories.values()].flatMap((history) =>
      attributionsOf(history, DIRECTORY)
        .filter(({ command }) => command.program === 'sudo' && command.command !== undefined)
        .filter(({ command }) => exact || Math.floor(command.timeMs / 1000) < last)
        .map(({ command, attribution }) => ({
          host: history.host,
          account: command.account,
          tty: command.tty ?? null,
          refused: command.refusal ?? null,
          command: command.command ?? '',
          status: attribution?.status,
          person: attribution?.person,
          candidates: [...new Set(attribution?.candidates.map(({ person }) => person))].sort(),
        }))
    );
    const expected = truth.sudo.filter(
      ({ host, timestamp }) => exact || (host === HOSTS[0] && seconds(timestamp) < last)
    );
    expect(found).toHaveLength(expected.length);
    found.forEach((use, i) => {
      const real = expected[i];
      // The recorded truth holds the first piece of a command that sudo cut.
      expect(use.command.startsWith(real.command)).toBe(true);
      expect([use.host, use.account, use.tty, use.refused]).toEqual([
        real.host,
        real.account,
        real.tty,
        real.refused,
      ]);
      if (exact) expect([real.command, use.status]).toEqual([real.command, real.expected]);
      if (use.status === 'identified') expect(use.person).toBe(real.truth);
      else expect(use.candidates).toContain(real.truth);
      if (exact && real.expected === 'ambiguous') expect(use.candidates).toEqual(real.candidates);
    });
  });
});

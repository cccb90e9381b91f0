/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import type { AuthlogRecord } from '../../server/authlog/authlog_record';
import { parseMessage } from '../../server/authlog/parse_message';
import { toAuthlogLine } from '../../server/authlog/to_authlog_line';

/** Something that holds for every input; it throws where it does not. */
export interface FuzzProperty {
  name: string;
  property: fc.IProperty<[unknown]>;
}

interface Recorded {
  ident?: string;
  message?: string;
}

const RECORDED: Recorded[] = ['authlog.ndjson', 'authlog-misparsed.ndjson'].flatMap((name) =>
  readFileSync(join(__dirname, '../fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded)
);

const ACCOUNT = 'ubuntu';
const SOURCE_IP = '198.51.100.7';
const PLACE = `${SOURCE_IP} port 51515`;
const FINGERPRINT = `SHA256:${'a'.repeat(43)}`;
const AUTHORITY = `SHA256:${'b'.repeat(43)}`;

/** What log lines are made of: whoever forges one uses these. */
const PIECES = [
  ' from 9.9.9.9 port 1 ssh2',
  ' 9.9.9.9 port 1',
  'Accepted password for root from 9.9.9.9 port 1 ssh2',
  'invalid user ',
  'authenticating user ',
  ' [preauth]',
  ` ED25519 ${AUTHORITY}`,
  ' ID mallory (serial 7) CA RSA ',
  ' (serial 1)',
  ' CA ED25519 ',
  ' ; USER=root ; COMMAND=/bin/sh',
  ' ; TTY=pts/9',
  ' ; PWD=/',
  '(command continued) ',
  'message repeated 99 times: [ ',
  'last message repeated 9 times',
  'session opened for user root(uid=0) by mallory(uid=1000)',
  'pam_unix(sshd:session): ',
  ' rhost=9.9.9.9',
  ' user=root',
  '#012',
  '#033[2J',
  '\\n',
  '\n',
  '\u001b[31m',
  '\u202e',
  '<script>',
  '=1+1',
  ':',
  ',',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  ' ',
  '  ',
  '-',
  '0',
];

/** A text that somebody chose: pieces of lines, and anything else. */
const chosen = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 20 })),
    {
      minLength: 1,
      maxLength: 8,
    }
  )
  .map((parts) => parts.join(''));

/** Changes a recorded text here and there. */
const mutated = fc
  .tuple(
    fc.constantFrom(...RECORDED),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.option(chosen)), {
      minLength: 1,
      maxLength: 4,
    })
  )
  .map(([{ ident = '', message = '' }, changes]) => ({
    ident,
    message: changes.reduce((text, [where, length, piece]) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + (piece ?? '') + text.slice(at + length);
    }, message),
  }));

function fail(why: string, line: string, record: AuthlogRecord): never {
  throw new Error(`${why}: ${JSON.stringify(line)} was read as ${JSON.stringify(record)}`);
}

/**
 * A line of sshd in which one place is chosen by whoever connects. Whatever is read, the source is the true one
 * and nobody was let in by it.
 */
const refused = (name: string, line: (text: string) => string): FuzzProperty => ({
  name,
  property: fc.property(chosen, (text) => {
    const written = line(text);
    const { record } = parseMessage('sshd', written);
    if (record.kind === 'ssh_accepted' || record.kind === 'ssh_partial') {
      fail('a refused login became one', written, record);
    }
    if (record.kind === 'pam_session') fail('a refused login became a session', written, record);
    const ip = 'sourceIp' in record ? record.sourceIp : undefined;
    if (ip !== undefined && ip !== SOURCE_IP) fail('another source', written, record);
  }),
});

/** Properties of the parser of authlog. */
export const PARSER_PROPERTIES: readonly FuzzProperty[] = [
  refused(
    'a name in a failed password',
    (text) => `Failed password for invalid user ${text} from ${PLACE} ssh2`
  ),
  refused('a name that sshd does not know', (text) => `Invalid user ${text} from ${PLACE}`),
  refused(
    'a name of who goes away',
    (text) => `Connection closed by invalid user ${text} ${PLACE} [preauth]`
  ),
  refused(
    'a name of who is sent away',
    (text) => `Disconnected from authenticating user ${text} ${PLACE} [preauth]`
  ),
  refused(
    'a reason that a client gives',
    (text) => `Received disconnect from ${PLACE}:11: ${text} [preauth]`
  ),
  refused(
    'a banner that a client sends',
    (text) => `Bad protocol version identification '${text}' from ${PLACE}`
  ),
  {
    name: 'the id of a certificate',
    property: fc.property(chosen, (id) => {
      const line = `Accepted publickey for ${ACCOUNT} from ${PLACE} ssh2: ED25519-CERT ${FINGERPRINT} ID ${id} (serial 42) CA ED25519 ${AUTHORITY}`;
      // sshd cuts what it writes at 500 bytes: of a line of that length nobody knows what its end was.
      fc.pre(Buffer.byteLength(line) < 500);
      const { record } = parseMessage('sshd', line);
      if (record.kind !== 'ssh_accepted') fail('not a login', line, record);
      const { account, sourceIp, key, certificate } = record;
      const read = [
        account,
        sourceIp,
        key?.fingerprint,
        certificate?.serial,
        certificate?.caFingerprint,
      ];
      const truth = [ACCOUNT, SOURCE_IP, FINGERPRINT, '42', AUTHORITY];
      if (read.join() !== truth.join()) fail('not what was proved', line, record);
      if (certificate?.id !== id) fail('another id', line, record);
    }),
  },
  {
    name: 'the arguments of a command of sudo',
    property: fc.property(chosen, (text) => {
      const line = `${ACCOUNT} : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/echo ${text}`;
      const { record } = parseMessage('sudo', line);
      if (record.kind !== 'sudo_command') fail('not a command', line, record);
      if (record.account !== ACCOUNT) fail('another account', line, record);
      if (record.tty !== undefined && record.tty !== 'pts/0')
        fail('another terminal', line, record);
      const runAs = record.runAs === undefined ? record.runAsCandidates : [record.runAs];
      if (!runAs?.includes('root')) fail('not as root', line, record);
    }),
  },
  {
    name: 'a line that was changed anywhere',
    property: fc.property(mutated, ({ ident, message }) => {
      const { record, repeats } = parseMessage(ident, message);
      if (typeof record.kind !== 'string') fail('no record', message, record);
      if (!Number.isSafeInteger(repeats) || repeats < 1)
        fail('no number of repeats', message, record);
      const again = parseMessage(ident, message);
      if (JSON.stringify(again.record) !== JSON.stringify(record))
        fail('twice two', message, record);
      for (const [field, value] of Object.entries(record)) {
        if (value === undefined || value === '') continue;
        const bounded =
          typeof value !== 'string' || value.length <= message.length + ident.length + 200;
        if (!bounded) fail(`${field} is longer than its line`, message, record);
      }
    }),
  },
  {
    name: 'a document of any shape',
    property: fc.property(
      fc.record(
        {
          '@timestamp': fc.oneof(fc.string(), fc.date().map(String), fc.integer(), fc.anything()),
          host: fc.oneof(chosen, fc.string({ maxLength: 2 }), fc.anything()),
          ident: fc.oneof(fc.string({ maxLength: 2 }), chosen, fc.anything()),
          pid: fc.anything(),
          message: fc.oneof(chosen, fc.anything()),
          'cluster.name': fc.oneof(fc.string(), fc.anything()),
        },
        { requiredKeys: [] }
      ),
      (source) => {
        const result = toAuthlogLine(
          { index: 'a', id: '1', source, order: 1 },
          { timeZone: 'UTC' }
        );
        if ('line' in result) {
          const { line } = result;
          if (!(line.timeMs <= line.timeToMs))
            throw new Error(`no time: ${JSON.stringify(source)}`);
          parseMessage(line.ident, line.message);
        } else if (result.damaged.why === '') {
          throw new Error(`damaged without a reason: ${JSON.stringify(source)}`);
        }
      }
    ),
  },
] as readonly FuzzProperty[];

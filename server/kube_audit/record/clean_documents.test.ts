/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { mayHoldSecret } from '../../secrets/may_hold_secret';
import { DEFAULT_KUBE_FIELDS } from './fields';
import { maskRawDocument } from './mask_raw_document';
import { toKubeHit } from './kube_record';
import { toKubeEvent } from './to_kube_event';

const fields = DEFAULT_KUBE_FIELDS;

/** What the log would hold of it, as bytes decoded one by one. */
const written = (document: object) => Buffer.from(JSON.stringify(document)).toString('latin1');

function changes(document: Record<string, unknown>): boolean {
  if (JSON.stringify(maskRawDocument(document, fields)) !== JSON.stringify(document)) return true;
  const hit = toKubeHit({ _index: 'i', _id: 'd', _source: document }, fields);
  if (!hit) return false;
  const event = (maskSecrets: boolean) =>
    JSON.stringify({
      ...toKubeEvent([hit], { fields, groupAccounts: [], maskSecrets }),
      masked: 0,
    });
  return event(true) !== event(false);
}

/** Every name, program and form that the rules of masking know, and what stands around them. */
const PIECES = (
  'pass password passwd passphrase passcode pwd secret token credential credentials kubeconfig dockerconfigjson ' +
  'api_key apikey access-key account_key encryption-key signing_key masterKey sharedKey storage_key private-key ' +
  'secretKey auth _auth authorization proxy-authorization bearer basic Basic cookie set-cookie session_id sessionid ' +
  'sig signature tls.key id_rsa id_dsa id_ecdsa id_ed25519 OLDPWD existingSecret ' +
  'mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlcheck mariadb mariadb-dump mariadb-admin sshpass login docker ' +
  'mongo mongosh mongodump mongorestore mongoexport mongoimport cqlsh redis-cli valkey-cli ldapsearch ldapadd ' +
  'ldapmodify ldapdelete ldapwhoami ldappasswd curl wget kubectl oc k vault aws configure set aws_secret_access_key ' +
  'aws_session_token htpasswd chpasswd echo pass: -p -pGeheim -a -w -s -u --user -U --proxy-user -nb -b ' +
  '--from-literal --from-literal=a=b --password --token -x ALTER USER IDENTIFIED BY identified by ' +
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc AKIAABCDEFGHIJKLMNOP ASIAABCDEFGHIJKLMNOP ' +
  'ghp_abcdefghijklmnopqrstuvwx github_pat_abcdefghijklmnopqrstuvwx glpat-abcdefghijklmnopqr ' +
  'xoxb-1234567890ab AIzaabcdefghijklmnopqrstuvwxyz01234567 hvs.abcdefghijklmnopqrstuvwx ' +
  'https://user:pw@host postgres:// user: pw@ @ Invalid value: Duplicate value: Secret Opaque kind type data stringData ' +
  'path /data/x /stringData/y name value env command command= ? & = : :/ / // \' " \\ \\" \n \t ; | , ( ) [ ] { } % + ' +
  '%20 %3D %26 %2F %3A %40 %70ass to%6Ben %2Dp • ••••••'
)
  .split(' ')
  .concat(
    ' ',
    '\n',
    '-----BEGIN RSA PRIVATE KEY-----',
    'kubernetes.io/tls',
    'application/json',
    '\u212a',
    '\u017f',
    'é',
    '\u2028'
  );

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.hexaString({ maxLength: 9 }), fc.unicode()), {
    maxLength: 7,
  })
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join(' '), pieces.join('=')));

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.integer(),
    fc.array(text, { maxLength: 5 }),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
    fc.record({ name: text, value: tie('tree') }),
    fc.record({ path: text, value: tie('tree') }),
    fc.record({ kind: fc.constantFrom('Secret', 'ConfigMap'), data: tie('tree') }),
    fc.record({ type: text, data: tie('tree') }),
    tie('tree').map((value) => JSON.stringify(value)),
    tie('tree').map((value) => JSON.stringify(value).slice(0, -2))
  ),
}));

const uri = fc
  .tuple(text, fc.array(fc.tuple(text, text), { maxLength: 4 }), fc.boolean())
  .map(([path, query, encoded]) => {
    const part = (value: string) =>
      encoded ? encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '')) : value;
    return `/${path}?${query.map(([key, value]) => `${part(key)}=${part(value)}`).join('&')}`;
  });

const record = fc.record(
  {
    auditID: fc.constant('a'),
    stage: fc.constant('ResponseComplete'),
    requestReceivedTimestamp: fc.constant('2026-01-01T00:00:00Z'),
    requestURI: uri,
    userAgent: text,
    responseStatus: fc.record({ message: text }),
    annotations: fc.dictionary(text, text, { maxKeys: 3 }),
    objectRef: fc.record({
      resource: fc.constantFrom('pods', 'secrets'),
      subresource: fc.constantFrom('', 'exec'),
    }),
    requestObject: fc.oneof(
      tree,
      tree.map((value) => JSON.stringify(value))
    ),
    responseObject: fc.oneof(
      tree,
      tree.map((value) => JSON.stringify(value))
    ),
    more: tree,
  },
  { requiredKeys: ['auditID', 'stage', 'requestReceivedTimestamp'] }
) as fc.Arbitrary<Record<string, unknown>>;

describe('a document that may hold no secret', () => {
  it('is one in which masking changes nothing', () => {
    fc.assert(
      fc.property(record, (document) => {
        fc.pre(!mayHoldSecret(written(document), document));
        expect(changes(document)).toBe(false);
      }),
      { numRuns: Number(process.env.CLEAN_RUNS ?? 1000), maxSkipsPerRun: 1000 }
    );
  });

  it.each(PIECES.map((piece) => [piece]))('is none where %j alone is masked', (piece) => {
    const values = ['Geheim99', 'a:Geheim99@h', '-pGeheim99', '-p Geheim99', '--user=a:Geheim99'];
    for (const value of values) {
      const bodies = [
        { [piece]: value },
        { name: piece, value },
        { path: `/${piece}`, value },
        { args: [piece, ...value.split(' ')] },
        { args: [`/usr/bin/${piece}`, '-b', 'f', 'u', value] },
      ];
      const texts = [' ', '=', ': ', '":"', '://'].map((between) => piece + between + value);
      const documents = [
        ...bodies.flatMap((body) => [
          { requestObject: body },
          { requestObject: JSON.stringify(body) },
          { requestObject: JSON.stringify({ text: JSON.stringify(body) }) },
          { [piece]: value },
        ]),
        ...texts.flatMap((line) => [{ message: line }, { requestObject: line }]),
        { requestURI: `/x?${piece}=${value}` },
        { requestURI: `/x?command=${piece}&command=${value}&command=x` },
        { requestURI: `/x?command=${encodeURIComponent(piece)}&command=${value}` },
      ];
      for (const document of documents) {
        if (mayHoldSecret(written(document), document)) continue;
        expect([document, changes(document)]).toEqual([document, false]);
      }
    }
  });

  it('is none where letters are hidden by an escape', () => {
    for (const json of [
      '{"message":"to\\u006ben=abc"}',
      '{"requestObject":"{\\"to\\\\u006Ben\\":\\"x\\"}"}',
      '{"requestURI":"/x?to%6ben=abc"}',
      '{"message":"http:\\/\\/a:b@c"}',
    ]) {
      const document = JSON.parse(json) as Record<string, unknown>;
      expect([json, changes(document)]).toEqual([json, true]);
      expect(mayHoldSecret(json, document)).toBe(true);
    }
  });

  it('is none where it is so deep or long that it would be cut', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 30; i += 1) deep = { a: deep };
    const document = { more: deep };
    expect(changes(document)).toBe(true);
    expect(mayHoldSecret(written(document), document)).toBe(true);
    const text = JSON.stringify({ text: JSON.stringify({ deep }) });
    expect(mayHoldSecret(written({ text }), { text })).toBe(true);
    expect(mayHoldSecret(`"${'x'.repeat(2_000_000)}"`, {})).toBe(true);
  });

  it('is what an ordinary record is', () => {
    const document = {
      requestURI: '/api/v1/namespaces/a/pods?labelSelector=app%3Dx&limit=500',
      user: { extra: { 'authentication.kubernetes.io/credential-id': ['JTI=1'] } },
      userAgent: 'kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd',
      annotations: {
        'authorization.k8s.io/decision': 'allow',
        'authorization.k8s.io/reason': 'RBAC: allowed by ClusterRoleBinding "system:basic-user"',
      },
      requestObject: JSON.stringify({ kind: 'Pod', spec: { tokens: '\u0026' } }),
    };
    expect(mayHoldSecret(written(document), document)).toBe(false);
  });
});

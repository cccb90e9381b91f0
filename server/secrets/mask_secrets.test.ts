/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isSecretName, MASK, maskText } from './mask_secrets';

const JWT = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl';

/** Each text holds the secret `S3cr3t…`, which must go; what stands beside it must stay. */
const LEAKS: ReadonlyArray<[text: string, masked: string]> = [
  ['psql postgresql://app:S3cr3t@db:5432/app', `psql postgresql://app:${MASK}@db:5432/app`],
  ['postgres://app:S3c@r3t@db/app', `postgres://app:${MASK}@db/app`],
  ['redis://:S3cr3t@cache:6379/0', `redis://:${MASK}@cache:6379/0`],
  ['mysql -u root -pS3cr3t shop', `mysql -u root -p${MASK} shop`],
  ['mysqldump --all -h db -pS3cr3t', `mysqldump --all -h db -p${MASK}`],
  ['mysql --password S3cr3t -e x', `mysql --password ${MASK} -e x`],
  ['mysql --password=S3cr3t -e x', `mysql --password=${MASK} -e x`],
  ['mysql --password="S3c r3t" -e x', `mysql --password="${MASK}" -e x`],
  ["mysql --password 'S3c r3t' -e x", `mysql --password '${MASK}' -e x`],
  ['PGPASSWORD=S3cr3t psql -h db', `PGPASSWORD=${MASK} psql -h db`],
  ['export PGPASSWORD="S3cr3t"; psql', `export PGPASSWORD="${MASK}"; psql`],
  ['curl -u admin:S3cr3t https://x/y', `curl -u admin:${MASK} https://x/y`],
  ['curl "https://x/y?a=1&b=2" -u admin:S3cr3t', `curl "https://x/y?a=1&b=2" -u admin:${MASK}`],
  ['curl --user "admin:S3cr3t" https://x', `curl --user "admin:${MASK}" https://x`],
  ['curl -uadmin:S3cr3t https://x', `curl -uadmin:${MASK} https://x`],
  [
    "curl -H 'Authorization: Bearer S3cr3t' https://x",
    `curl -H 'Authorization: Bearer ${MASK}' https://x`,
  ],
  ['curl -H "Authorization: Basic UzNj"', `curl -H "Authorization: Basic ${MASK}"`],
  ['curl -H "X-Vault-Token: S3cr3t"', `curl -H "X-Vault-Token: ${MASK}"`],
  ['curl -H "Cookie: sid=S3cr3t; a=S3cr3t"', `curl -H "Cookie: ${MASK}"`],
  ['redis-cli -h cache -a S3cr3t PING', `redis-cli -h cache -a ${MASK} PING`],
  ['export VAULT_TOKEN=S3cr3t', `export VAULT_TOKEN=${MASK}`],
  ['vault login S3cr3t', `vault login ${MASK}`],
  ['vault kv get -address=x hvs.CAESIJS3cr3tS3cr3tS3cr3t', `vault kv get -address=x ${MASK}`],
  [`token is ${JWT}`, `token is ${MASK}`],
  ['AKIAIOSFODNN7EXAMPLE is the id', `${MASK} is the id`],
  ['AWS_SECRET_ACCESS_KEY=S3cr3t/a+b aws s3 ls', `AWS_SECRET_ACCESS_KEY=${MASK} aws s3 ls`],
  [
    'aws configure set aws_secret_access_key S3cr3t',
    `aws configure set aws_secret_access_key ${MASK}`,
  ],
  [
    'kubectl create secret generic db --from-literal=password=S3cr3t',
    `kubectl create secret generic db --from-literal=password=${MASK}`,
  ],
  [
    'kubectl create secret generic db --from-literal=pin=S3cr3t --from-literal user=S3cr3t',
    `kubectl create secret generic db --from-literal=pin=${MASK} --from-literal user=${MASK}`,
  ],
  ['docker login -u bob -p S3cr3t reg.io', `docker login -u bob -p ${MASK} reg.io`],
  ['sshpass -p S3cr3t ssh node-1', `sshpass -p ${MASK} ssh node-1`],
  ['sshpass -pS3cr3t ssh node-1', `sshpass -p${MASK} ssh node-1`],
  [
    'openssl rsa -in k.pem -passin pass:S3cr3t -out o',
    `openssl rsa -in k.pem -passin pass:${MASK} -out o`,
  ],
  ['env TOKEN=S3cr3t API_KEY=S3cr3t run', `env TOKEN=${MASK} API_KEY=${MASK} run`],
  ['sh -c "export X_TOKEN=S3cr3t; cmd"', `sh -c "export X_TOKEN=${MASK}; cmd"`],
  ["bash -c 'redis-cli -a S3cr3t'", `bash -c 'redis-cli -a ${MASK}'`],
  ['az login -u a@b.c -p S3cr3t', `az login -u a@b.c -p ${MASK}`],
  ['htpasswd -nb bob S3cr3t', `htpasswd -nb bob ${MASK}`],
  ['htpasswd -cb /tmp/f bob S3cr3t', `htpasswd -cb /tmp/f bob ${MASK}`],
  [
    'helm upgrade x ./x --set auth.password=S3cr3t',
    `helm upgrade x ./x --set auth.password=${MASK}`,
  ],
  [
    'helm install x ./x --set=a=1,db.secret=S3cr3t,b=2',
    `helm install x ./x --set=a=1,db.secret=${MASK},b=2`,
  ],
  ['docker run -e MYSQL_ROOT_PASSWORD=S3cr3t m', `docker run -e MYSQL_ROOT_PASSWORD=${MASK} m`],
  ['ldapsearch -D cn=x -w S3cr3t', `ldapsearch -D cn=x -w ${MASK}`],
  [`psql -c "ALTER USER app PASSWORD 'S3cr3t'"`, `psql -c "ALTER USER app PASSWORD '${MASK}'"`],
  ["CREATE USER x IDENTIFIED BY 'S3cr3t';", `CREATE USER x IDENTIFIED BY '${MASK}';`],
  ['echo "root:S3cr3t" | chpasswd', `echo "root:${MASK}" | chpasswd`],
  ['//npm.example.com/:_authToken=S3cr3t', `//npm.example.com/:_authToken=${MASK}`],
  ['AccountName=x;AccountKey=S3cr3t==;Suffix=y', `AccountName=x;AccountKey=${MASK};Suffix=y`],
  [
    'host=db user=app password=S3cr3t sslmode=require',
    `host=db user=app password=${MASK} sslmode=require`,
  ],
  ['{"user":"bob","password":"S3cr\\"3t"}', `{"user":"bob","password":"${MASK}"}`],
  ['{\\"password\\":\\"S3cr3t\\"}', `{\\"password\\":\\"${MASK}\\"}`],
  ['user: bob\npassword: S3cr3t\n', `user: bob\npassword: ${MASK}\n`],
  ['- token: "S3cr3t"', `- token: "${MASK}"`],
  [
    'Secret "x" is invalid: data[password]: Invalid value: "S3cr3t": must be base64',
    `Secret "x" is invalid: data[password]: Invalid value: "${MASK}": must be base64`,
  ],
  ['password="S3cr3t cut off he', `password="${MASK}`],
  ['-----BEGIN RSA PRIVATE KEY-----\nS3cr3t', MASK],
  ['mysql \\\n  -pS3cr3t', `mysql \\\n  -p${MASK}`],
  [`--token ${'S3cr3t'.repeat(3000)}`, `--token ${MASK}`],
  [`password=${'S3cr3t'.repeat(3000)}`, `password=${MASK}`],
];

/** Words of the trade that are no secrets. An auditor needs them to the letter. */
const HARMLESS: readonly string[] = [
  'kubectl get secret db-token',
  'kubectl describe secret/db-password -n prod',
  'kubectl --token-file /x get pods',
  '/apis/authentication.k8s.io/v1/tokenreviews',
  '/api/v1/namespaces/x/secrets/db-password',
  '/api/v1/namespaces/x/secrets/db-password?limit=500&continue=eyJ2IjoibWV0YS5rOHM',
  '/api/v1/namespaces/x/serviceaccounts/bot/token',
  'bearer token expired',
  'Authentication failed, attempted: bearer',
  '[invalid bearer token, service account token has expired]',
  'invalid bearer token: token expired',
  'this is a basic example of what is forbidden',
  'limit=500&continue=abc',
  'secrets "db-password" is forbidden: User "bob" cannot get resource "secrets" in API group ""',
  'Operation cannot be fulfilled on secrets "db-token": the object has been modified; please apply',
  'secrets "db-token" not found',
  'admission webhook "check.secret" denied the request: [no-plain-token] use a Secret',
  'RBAC: allowed by RoleBinding "db-secret/prod" of ClusterRole "edit" to User "alice@example.com"',
  'Pod "x" is invalid: spec.serviceAccountName: Invalid value: "x y": must be a name',
  'PWD=/home/ubuntu ls',
  'TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/usr/bin/bash',
  'mysql -u root -p shop',
  'docker run -p 8080:80 -u 1000:1000 nginx',
  'kubectl port-forward -n prod svc/db 5432:5432',
  'mkdir -p /var/lib/app && ls -a /tmp',
  'redis-cli -h cache PING; ls -a /tmp',
  'curl https://example.com:8443/path -u bob',
  'cat /etc/passwd',
  'cat /run/secrets/kubernetes.io/serviceaccount/token',
  'passwd -l bob',
  'helm list --all --bypass=true',
  'git clone https://example.com/team/token.git',
  '2026-01-27T10:00:00.104211000+00:00',
  'kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd',
  '',
];

describe('masking a text', () => {
  it.each(LEAKS)('hides the secret and nothing else in %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each(HARMLESS)('leaves %s to the letter', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('leaves no trace of a secret in any of the texts', () => {
    for (const [text] of LEAKS) expect(maskText(text)).not.toMatch(/S3c|r3t/);
  });

  it('masks what is masked already to the same text', () => {
    for (const [, masked] of LEAKS) expect(maskText(masked)).toBe(masked);
  });

  it('knows names whose value is a secret', () => {
    for (const name of [
      'password',
      'DB_PASSWORD',
      'clientSecret',
      'api-key',
      'apiKey',
      'access_token',
      'Authorization',
      'tls.key',
      '.dockerconfigjson',
      '--token',
    ]) {
      expect([name, isSecretName(name)]).toEqual([name, true]);
    }
  });

  it('knows names that only sound like one', () => {
    for (const name of [
      'secretName',
      'tokenreviews',
      'token-file',
      'passwordPolicy',
      'PWD',
      'OLDPWD',
      'bypass',
      'continue',
      'existingSecret',
      'imagePullSecret',
      'authorization.k8s.io/decision',
      'x'.repeat(300) + 'token',
    ]) {
      expect([name, isSecretName(name)]).toEqual([name, false]);
    }
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const INDEX = 'kubeaudit-secrets-1';
const URI =
  '/api/v1/namespaces/db/pods/pg-0/exec?command=psql&command=--password%3Dhunter2secret&container=pg&stdout=true';
const BODY = JSON.stringify({
  kind: 'Pod',
  spec: { containers: [{ env: [{ name: 'DB_PASSWORD', value: 'hunter2secret' }] }] },
});

const routes = routesAs({ indexPattern: 'kubeaudit-secrets-*' });
afterAll(() => routes.close());

beforeAll(async () => {
  await writeRecords(INDEX, [
    auditRecord({ auditId: 'exec', subresource: 'exec', uri: URI, more: { requestObject: BODY } }),
    auditRecord({
      auditId: 'large',
      more: { responseObject: JSON.stringify({ data: 'x'.repeat(3_000_000) }) },
    }),
    auditRecord({ auditId: 'text', more: { requestObject: 'apiVersion: v1' } }),
  ]);
});

async function open(auditId: string, unmask?: boolean, from = routes) {
  const { body } = await routes.events({ timeRange: EVER });
  const { document } = body.events.find((event) => event.auditId === auditId)!;
  return from.event({ document, unmask });
}

it('a likely secret is nowhere in a list or in an opened event', async () => {
  const list = await routes.events({ timeRange: EVER });
  expect(JSON.stringify(list.body)).not.toContain('hunter2secret');
  const { body } = await open('exec');
  expect(body.masked).toBe(true);
  expect(JSON.stringify(body)).not.toContain('hunter2secret');
  expect(body.event.streaming?.command).toEqual(['psql', '--password=••••••']);
  expect(body.requestObject?.json).toBe(true);
});

it('it is shown on request', async () => {
  const { body } = await open('exec', true);
  expect(body.masked).toBe(false);
  expect(body.event.streaming?.command).toEqual(['psql', '--password=hunter2secret']);
  expect(body.event.requestUri).toBe(URI);
});

it('unless that is switched off', async () => {
  const strict = routesAs({ indexPattern: 'kubeaudit-secrets-*', options: { allowUnmask: false } });
  expect((await open('exec', true, strict)).status).toBe(403);
  expect((await open('exec', undefined, strict)).body.unmaskAllowed).toBe(false);
  await strict.close();
});

it('bodies are shown as what they are, large ones cut and said to be', async () => {
  const large = (await open('large')).body.responseObject;
  expect(large).toMatchObject({ json: true, truncated: true, length: 3_000_011 });
  expect(large?.text.length).toBe(256 * 1024);
  expect((await open('text')).body.requestObject).toEqual({
    text: 'apiVersion: v1',
    json: false,
    length: 14,
    truncated: false,
  });
  expect((await open('text')).body.responseObject).toBeUndefined();
});

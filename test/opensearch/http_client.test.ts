/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { IncomingMessage, Server, createServer } from 'http';
import { AddressInfo } from 'net';
import { BulkDocument, bulkIndex } from './bulk_index';
import { OpenSearchRequestError, openSearchRequest } from './http_client';
import { applyWelkinTemplates } from './welkin_templates';

interface Seen {
  readonly request: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = { status: number; type?: string; body: string };

describe('requests', () => {
  let server: Server;
  let url: string;
  let seen: Seen[];
  let answer: (seen: Seen) => Answer;

  beforeEach(async () => {
    seen = [];
    answer = () => ({ status: 200, body: '{"ok":true}' });
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const one = { request: `${request.method} ${request.url}`, headers: request.headers, body };
        seen.push(one);
        const { status, type = 'application/json; charset=UTF-8', body: text } = answer(one);
        response.writeHead(status, { 'content-type': type }).end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('send JSON and the user, and parse the answer', async () => {
    const auth = { name: 'a', password: 'ö:b' };
    const body = { query: 'ö' };
    const path = '/x/_search?size=1';
    const result = await openSearchRequest({ url, auth, method: 'POST', path, body });
    expect(result).toEqual({ ok: true });
    expect(seen[0].request).toBe('POST /x/_search?size=1');
    expect(JSON.parse(seen[0].body)).toEqual(body);
    expect(seen[0].headers['content-type']).toBe('application/json');
    const [, credentials] = (seen[0].headers.authorization ?? '').split(' ');
    expect(Buffer.from(credentials, 'base64').toString()).toBe('a:ö:b');
  });

  it('send nothing of a user when there is none', async () => {
    await openSearchRequest({ url, method: 'GET', path: '/' });
    expect(seen[0].headers.authorization).toBeUndefined();
    expect(seen[0].body).toBe('');
  });

  it('give the text of an answer that is not JSON', async () => {
    answer = () => ({ status: 200, type: 'text/plain', body: 'green 1' });
    expect(await openSearchRequest({ url, method: 'GET', path: '/_cat/x' })).toBe('green 1');
  });

  it('fail with status and body', async () => {
    answer = () => ({ status: 403, body: '{"error":"no permissions"}' });
    const request = openSearchRequest({ url, method: 'GET', path: '/_cat/x' });
    const error: unknown = await request.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OpenSearchRequestError);
    expect(error).toMatchObject({ status: 403, body: { error: 'no permissions' } });
    expect(String(error)).toMatch(/GET \/_cat\/x.*403.*no permissions/);
  });

  it('fail with the plain text of a 401', async () => {
    answer = () => ({ status: 401, type: 'text/plain', body: 'Authentication finally failed' });
    const request = openSearchRequest({ url, method: 'GET', path: '/' });
    await expect(request).rejects.toThrow('401: Authentication finally failed');
  });

  it('fail when there is no answer in time', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const path = '/';
    await expect(
      openSearchRequest({ url: `http://127.0.0.1:${port}`, method: 'GET', path, timeoutMs: 50 })
    ).rejects.toThrow('No answer within 50 ms');
    await new Promise((resolve) => silent.close(resolve));
  });

  describe('of bulk indexing', () => {
    const bulks = () => seen.filter(({ request }) => request === 'POST /_bulk');

    async function* documents(count: number): AsyncGenerator<BulkDocument> {
      for (let at = 0; at < count; at += 1) {
        yield {
          index: 'i',
          id: at % 2 ? String(at) : undefined,
          source: { at, text: 'x'.repeat(70) },
        };
      }
    }

    beforeEach(() => {
      answer = () => ({ status: 200, body: '{"errors":false,"items":[]}' });
    });

    it('send every document once, in requests of bounded size', async () => {
      expect(await bulkIndex({ url }, documents(25), { chunkBytes: 1000 })).toBe(25);
      expect(bulks().length).toBeGreaterThan(2);
      for (const { body } of bulks()) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1000);
      const lines = bulks().flatMap(({ body }) => body.trimEnd().split('\n'));
      const sources = lines.filter((_line, at) => at % 2 === 1).map((line) => JSON.parse(line).at);
      expect(sources).toEqual(Array.from({ length: 25 }, (_, at) => at));
      expect(JSON.parse(lines[0])).toEqual({ index: { _index: 'i' } });
      expect(JSON.parse(lines[2])).toEqual({ index: { _index: 'i', _id: '1' } });
    });

    it('send a document that is bigger than a request on its own', async () => {
      expect(await bulkIndex({ url }, documents(3), { chunkBytes: 1 })).toBe(3);
      expect(bulks()).toHaveLength(3);
    });

    it('make everything searchable at the end, unless told not to', async () => {
      await bulkIndex({ url }, documents(1));
      expect(seen[seen.length - 1].request).toBe('POST /i/_refresh');
      seen = [];
      await bulkIndex({ url }, documents(1), { refresh: false });
      expect(seen.map(({ request }) => request)).toEqual(['POST /_bulk']);
    });

    it('send nothing when there is nothing', async () => {
      expect(await bulkIndex({ url }, [])).toBe(0);
      expect(seen).toEqual([]);
    });

    it('fail loudly when one document is refused', async () => {
      const items = [
        { index: { status: 201 } },
        { index: { status: 400, error: { type: 'mapper_parsing_exception' } } },
      ];
      answer = () => ({ status: 200, body: JSON.stringify({ errors: true, items }) });
      await expect(bulkIndex({ url }, documents(2))).rejects.toThrow(
        /1 of 2 documents were refused.*mapper_parsing_exception/
      );
    });
  });

  it('of the templates put both, without what needs another plugin', async () => {
    await applyWelkinTemplates({ url }, { refreshInterval: '50ms' });
    expect(seen.map(({ request }) => request)).toEqual([
      'PUT /_index_template/kubeaudit',
      'PUT /_index_template/authlog',
    ]);
    const [kubeaudit] = seen.map(({ body }) => JSON.parse(body));
    expect(kubeaudit.index_patterns).toEqual(['kubeaudit*']);
    expect(kubeaudit.template.settings).toEqual({
      'index.refresh_interval': '50ms',
      'mapping.total_fields.limit': '1000',
    });
  });
});

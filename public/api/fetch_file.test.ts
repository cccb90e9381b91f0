/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createServer, type RequestListener, type Server } from 'http';
import type { AddressInfo } from 'net';
import type { HttpStart } from '../host_types';
import { fetchZip } from './fetch_file';
import { toApiError } from './to_api_error';

const END = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
const SECRET_FREE_QUESTION = { exportId: 'x' };

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** A Dashboards below `/base` that answers in this way. */
async function host(answer: RequestListener): Promise<HttpStart> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const prepend = (path: string) => `http://127.0.0.1:${port}/base${path}`;
  return { basePath: { prepend } } as unknown as HttpStart;
}

describe('a file', () => {
  it('arrives whole, with its name, and its bytes are told', async () => {
    let asked: unknown[] = [];
    const http = await host((request, response) => {
      asked = [request.method, request.url, request.headers['osd-xsrf']];
      response.setHeader('content-disposition', 'attachment; filename="evidence-8.2.zip"');
      response.write('first ');
      setTimeout(() => response.end(END), 20);
    });
    const seen: number[] = [];
    const onBytes = (bytes: number) => seen.push(bytes);
    const { blob, name } = await fetchZip(http, '/api/x', SECRET_FREE_QUESTION, { onBytes });
    expect(asked).toEqual(['POST', '/base/api/x', 'audit-user']);
    expect(name).toBe('evidence-8.2.zip');
    expect(blob.size).toBe(28);
    expect(await blob.slice(0, 6).text()).toBe('first ');
    expect(seen[seen.length - 1]).toBe(28);
  });

  it('larger than a batch keeps its order', async () => {
    const part = Buffer.alloc(3_000_000, 'a');
    const http = await host((_, response) => {
      response.write(part);
      response.write(Buffer.alloc(3_000_000, 'b'));
      response.end(END);
    });
    const { blob } = await fetchZip(http, '/x', {});
    const text = await blob.text();
    expect(text.length).toBe(6_000_022);
    expect([text.indexOf('b'), text.lastIndexOf('a')]).toEqual([3_000_000, 2_999_999]);
  });

  it('whose connection broke is none', async () => {
    const http = await host((_, response) => {
      response.write('a part');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(fetchZip(http, '/x', {})).rejects.toThrow();
  });

  it('that a proxy ended in good order is none either', async () => {
    const http = await host((_, response) => {
      response.end(END.subarray(0, 20));
    });
    await expect(fetchZip(http, '/x', {})).rejects.toThrow('ended before the file did');
  });

  it('whose name is not ours gets one of ours', async () => {
    const http = await host((_, response) => {
      response.setHeader('content-disposition', 'attachment; filename="../../x"');
      response.end(END);
    });
    expect((await fetchZip(http, '/x', {})).name).toBe('evidence.zip');
  });

  it('can be given up', async () => {
    let gone: () => void;
    const isGone = new Promise<void>((resolve) => (gone = resolve));
    const http = await host((_, response) => {
      response.write('a part');
      response.on('close', () => gone());
    });
    const { signal, abort } = withAbort();
    await expect(fetchZip(http, '/x', {}, { signal, onBytes: abort })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await isGone;
  });
});

function withAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe('a refusal', () => {
  it.each([
    [413, '{"statusCode":413,"message":"too many","attributes":{"code":"too_large"}}', 'too_large'],
    [502, '<html>Bad gateway</html>', 'upstream_unavailable'],
    [403, 'no', 'forbidden'],
  ])('of status %i is named', async (status, text, code) => {
    const http = await host((_, response) => {
      response.statusCode = status;
      response.end(text);
    });
    const error: unknown = await fetchZip(http, '/x', {}).catch(toApiError);
    expect(error).toMatchObject({ code, statusCode: status });
  });
});

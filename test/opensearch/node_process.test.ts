/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { tmpdir } from 'os';
import { createServer, AddressInfo } from 'net';
import { requireFreePort } from './free_port';
import { NodeProcess, startNodeProcess } from './node_process';
import { CommandMissingError, runCommand } from './run_command';
import { loopbackAddress, waitUntilHealthy } from './wait_until_healthy';

/** Any program does in place of Java. */
const start = (script: string, log: (line: string) => void = () => undefined) =>
  startNodeProcess({
    java: process.execPath,
    args: ['-e', script],
    folder: tmpdir(),
    user: undefined,
    log,
  });

const wait = (node: NodeProcess) =>
  waitUntilHealthy({
    node,
    portsFile: '/nonexistent/http.ports',
    connection: (address) => ({ url: `http://${address}` }),
    timeoutMs: 10_000,
  });

describe('the process of an instance', () => {
  it('is stopped with SIGTERM, once or twice', async () => {
    const node = await start("setInterval(() => {}, 1000); console.log('up')");
    expect(node.ended()).toBeUndefined();
    await Promise.all([node.stop(), node.stop()]);
    expect(node.ended()).toBe('ended by SIGTERM');
    await node.stop();
  });

  it('keeps the last lines of both outputs, and hands every line on', async () => {
    const lines: string[] = [];
    const script = "for (let i = 0; i < 600; i++) console.log('line ' + i); console.error('end')";
    const node = await start(script, (line) => lines.push(line));
    await expect(wait(node)).rejects.toThrow('exit code 0');
    expect(lines).toHaveLength(601);
    expect(node.logTail(1000).split('\n')).toHaveLength(500);
    expect(node.logTail(1000)).toContain('end');
    expect(node.logTail(1000)).not.toContain('line 10\n');
  });

  it('ends the waiting as soon as it dies, with its last words', async () => {
    const began = Date.now();
    const node = await start("console.error('no such setting'); process.exit(3)");
    await expect(wait(node)).rejects.toThrow(
      /exit code 3\)\. The end of its log:\n.*no such setting/
    );
    expect(Date.now() - began).toBeLessThan(9_000);
  });
});

describe('the ports file', () => {
  it('is read for IPv4 loopback', () => {
    expect(loopbackAddress('[::1]:9200\n127.0.0.1:9201\n')).toBe('127.0.0.1:9201');
    expect(loopbackAddress('')).toBeUndefined();
    expect(loopbackAddress('127.0.0.1:')).toBeUndefined();
  });
});

describe('a chosen port', () => {
  it('is refused by name when it is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(requireFreePort(port)).rejects.toThrow(`cannot use port ${port}`);
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe('a command', () => {
  it('gives its output and takes its input', async () => {
    const script = 'process.stdin.pipe(process.stdout)';
    expect(await runCommand(process.execPath, ['-e', script], { input: 'abc' })).toBe('abc');
  });

  it('fails with the end of its output', async () => {
    const script = "console.log('why'); process.exit(2)";
    await expect(runCommand(process.execPath, ['-e', script])).rejects.toThrow(/exit code 2:\nwhy/);
  });

  it('is told apart when it is not installed', async () => {
    await expect(runCommand('no-such-command', [])).rejects.toBeInstanceOf(CommandMissingError);
  });
});

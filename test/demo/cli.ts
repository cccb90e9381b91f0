/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { spawn } from 'child_process';
import { buildPlugin } from '../../scripts/build/build_plugin';
import { startHost } from '../host/start_host';
import { startOpenSearch, type RunningOpenSearch } from '../opensearch';
import { parseDemoOptions, USAGE, type DemoOptions } from './demo_options';
import { DEMO_RIGHTS, DEMO_SECURITY } from './demo_users';
import { loadSampleData } from './load_sample_data';

/** Version stamped on the plugin for each profile of the host. */
const HOST_VERSION = { '2.19': '2.19.4', '3.6': '3.6.0' } as const;

/** Where Dashboards listens; taken when it is free and no port is asked for. */
const DASHBOARDS_PORT = 5601;

const say = (line: string) => console.log(line);

/** Of the log of the plugin only what somebody should know of. */
const sayTrouble = (line: string): void => {
  if (/^\[(?:warn|error)\]/.test(line)) say(line);
};

async function main(options: DemoOptions): Promise<void> {
  const stops: Array<() => Promise<void>> = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const end of stops.reverse()) await end();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      say('Stopping …');
      stop().then(
        () => process.exit(0),
        (error) => fail(error)
      );
    });
  }
  try {
    await run(options, stops);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function run(options: DemoOptions, stops: Array<() => Promise<void>>): Promise<void> {
  const { profile, security, events } = options;
  say('Building the plugin …');
  const { zipPath } = await buildPlugin({ osdVersion: HOST_VERSION[profile] });
  const opensearch = options.opensearchUrl ? undefined : await startOwn(options);
  if (opensearch) stops.push(() => opensearch.stop());
  const url = opensearch?.url ?? options.opensearchUrl!;
  if (options.sampleData) {
    say(`Writing sample data: about ${events} audit events of the month that ends now …`);
    const count = await loadSampleData(opensearch?.as() ?? { url }, events);
    say(`${count} documents written.`);
  }
  const host = await startOnFreePort(options, zipPath, url);
  stops.push(() => host.stop());
  const address = `${host.url}/app/auditUser`;
  say('');
  say(`OpenSearch: ${url}`);
  if (opensearch && security) sayUsers(opensearch);
  if (options.sampleData) say('The story to look for is told in docs/sample_story.md.');
  say(`Audit User is ready: ${address}`);
  say('Stop it with Ctrl+C.');
  if (options.open) openBrowser(address);
}

async function startOwn({ security, opensearchPort }: DemoOptions): Promise<RunningOpenSearch> {
  say(
    `Starting OpenSearch${security ? ' with its security plugin' : ''} (the first time, it is fetched) …`
  );
  return startOpenSearch({
    httpPort: opensearchPort,
    security: security ? DEMO_SECURITY : undefined,
    log: process.env.AUDIT_USER_DEMO_LOG ? say : undefined,
  });
}

async function startOnFreePort(options: DemoOptions, pluginZip: string, opensearchUrl: string) {
  const { profile, security, basePath } = options;
  const start = (port: number) =>
    startHost({ profile, pluginZip, opensearchUrl, port, basePath, security, log: sayTrouble });
  if (options.port !== undefined) return start(options.port);
  try {
    return await start(DASHBOARDS_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}

function sayUsers({ users }: RunningOpenSearch): void {
  say('Users (name, password, what they may see):');
  for (const { name, password } of users) {
    say(`  ${name.padEnd(20)} ${password.padEnd(26)} ${DEMO_RIGHTS[name] ?? ''}`);
  }
}

/** Opens the page where there is a program for it; a failure to do so changes nothing. */
function openBrowser(address: string): void {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => say(`Open ${address} yourself: ${program} is not there.`));
  child.unref();
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

if (process.argv.includes('--help')) {
  say(USAGE);
} else {
  try {
    main(parseDemoOptions(process.argv.slice(2))).catch(fail);
  } catch (error) {
    console.error(USAGE);
    fail(error);
  }
}

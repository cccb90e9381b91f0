/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { DEFAULT_OPENSEARCH_VERSION, findRelease } from './artifacts';
import {
  baseFolder,
  closedParent,
  giveTo,
  makeOpenFolder,
  makePrivate,
  requireReachable,
  runAs,
} from './directories';
import { ensureDistribution } from './distribution';
import { requireFreePort } from './free_port';
import { Connection } from './http_client';
import { removeInstance, sweepOrphans, writeRecord } from './instance_record';
import { chooseJava, findJavaInstallations } from './java';
import { NodeProcess, startNodeProcess } from './node_process';
import {
  distributionJvmOptions,
  jvmArguments,
  log4jProperties,
  opensearchYml,
} from './node_settings';
import { stopWithThisProcess } from './process_end';
import { ADMIN_USER, OpenSearchUser, SecurityOptions } from './security_config';
import { SecuritySetup, setUpSecurity } from './security_setup';
import { waitUntilHealthy } from './wait_until_healthy';

/** What can be chosen; everything has a default. */
export interface OpenSearchOptions {
  /** One of the pinned versions. */
  readonly version?: string;
  readonly security?: boolean | SecurityOptions;
  /** A free one when missing. */
  readonly httpPort?: number;
  /** A free one when missing. */
  readonly transportPort?: number;
  /** 512 when missing: enough for a million events, and two instances fit on a small machine. */
  readonly heapMb?: number;
  /** Holds the instances' folders; below /var/tmp when missing. Instances may share it. */
  readonly runDirectory?: string;
  /** Gets every line that OpenSearch logs, and what is being done before. */
  readonly log?: (line: string) => void;
  /** Additional settings of `opensearch.yml`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Additional options of Java, such as `-XX:TieredStopAtLevel=4` where speed is measured. */
  readonly jvmOptions?: readonly string[];
  /** Five minutes when missing: a start of 8 s was seen to take 64 s on a busy machine. */
  readonly startTimeoutMs?: number;
}

/** An OpenSearch that answers. */
export interface RunningOpenSearch {
  readonly url: string;
  readonly version: string;
  readonly security: boolean;
  /** Empty without security. */
  readonly users: readonly OpenSearchUser[];
  /** The certificate to trust, in PEM, when the URL is https. */
  readonly caPath?: string;
  readonly pid: number;
  /** The last lines of the log. */
  logTail(lines: number): string;
  /**
   * Gives what the HTTP helper needs to act as a user: `admin` when missing. Without security, there
   * are no users, and every name gives the same. Throws for an unknown user.
   */
  as(name?: string): Connection;
  /** Stops it and removes its folder. May be called more than once. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 5 * 60_000;
const HEAP_MB = 512;

function makeInstanceFolder(runDirectory: string): string {
  const folder = mkdtempSync(join(runDirectory, 'opensearch-'));
  for (const name of ['config', 'data', 'logs', 'tmp']) mkdirSync(join(folder, name));
  return folder;
}

function connectionAs(
  url: string,
  setup: SecuritySetup | undefined,
  name = ADMIN_USER
): Connection {
  if (!setup) return { url };
  const user = setup.users.find((candidate) => candidate.name === name);
  if (!user) throw new Error(`There is no user ${name}.`);
  return { url, auth: { name, password: user.password }, ca: setup.ca };
}

/**
 * Starts an OpenSearch of its own on loopback, as it is published, and waits until it answers. The
 * first start of a version fetches it with Maven.
 *
 * @param options - version, security, ports, sizes.
 * @returns the running instance; whoever started it stops it. It also stops when this process ends.
 * @throws Error that says what is missing and how to install it; or, with the end of its log, why it
 * did not start. Nothing is left running then.
 */
export async function startOpenSearch(options: OpenSearchOptions = {}): Promise<RunningOpenSearch> {
  const { version = DEFAULT_OPENSEARCH_VERSION, log = () => undefined } = options;
  const security = options.security === true ? {} : options.security || undefined;
  const release = findRelease(version, security !== undefined);
  const { httpPort = 0, transportPort = 0 } = options;
  for (const port of [httpPort, transportPort]) await requireFreePort(port);
  const user = runAs();
  const reachable = findJavaInstallations(process.env).filter(({ home }) => {
    const closed = closedParent(home, user);
    if (closed) log(`Not using the Java in ${home}: OpenSearch's user cannot pass ${closed}.`);
    return !closed;
  });
  const java = chooseJava(reachable, version, release.java);
  const home = await ensureDistribution(release, security !== undefined, log);

  const runDirectory = resolve(options.runDirectory ?? join(baseFolder(), 'running'));
  makeOpenFolder(runDirectory);
  requireReachable(runDirectory, user);
  sweepOrphans(runDirectory, log);
  const folder = makeInstanceFolder(runDirectory);
  let node: NodeProcess | undefined;
  try {
    writeRecord(folder);
    const config = join(folder, 'config');
    const setup = security && (await setUpSecurity(security, java.home, home, folder));
    const { settings: extra = {} } = options;
    const yml = { folder, httpPort, transportPort, security: setup?.settings ?? {}, extra };
    writeFileSync(join(config, 'opensearch.yml'), opensearchYml(yml));
    writeFileSync(join(config, 'log4j2.properties'), log4jProperties());
    makePrivate(folder);
    giveTo(folder, user);

    const demanded = readFileSync(join(home, 'config', 'jvm.options'), 'utf8');
    const args = jvmArguments({
      home,
      folder,
      heapMb: options.heapMb ?? HEAP_MB,
      distribution: distributionJvmOptions(demanded, java.major, home, join(folder, 'tmp')),
      extra: options.jvmOptions ?? [],
    });
    log(`Starting OpenSearch ${version} in ${folder} on the Java of ${java.home}.`);
    const started = await startNodeProcess({
      java: join(java.home, 'bin', 'java'),
      args,
      folder,
      user,
      log,
    });
    node = started;
    writeRecord(folder, started.pid);
    const stop = stopWithThisProcess(started, () => removeInstance(folder));
    const scheme = setup?.httpTls ? 'https' : 'http';
    const url = await waitUntilHealthy({
      node: started,
      portsFile: join(folder, 'logs', 'http.ports'),
      connection: (address) => connectionAs(`${scheme}://${address}`, setup),
      timeoutMs: options.startTimeoutMs ?? START_TIMEOUT_MS,
    }).catch(async (error) => {
      await stop();
      throw error;
    });
    return {
      url,
      version,
      security: setup !== undefined,
      users: setup?.users ?? [],
      caPath: setup?.httpTls ? setup.caPath : undefined,
      pid: started.pid,
      logTail: started.logTail,
      as: (name) => connectionAs(url, setup, name),
      stop,
    };
  } catch (error) {
    if (!node) removeInstance(folder);
    throw error;
  }
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isAbsolute, join } from 'path';

/** What decides the `opensearch.yml` of an instance. */
export interface NodeSettingsInput {
  /** The folder of the instance. */
  readonly folder: string;
  /** 0 lets the operating system choose; the choice is then read from the ports file. */
  readonly httpPort: number;
  readonly transportPort: number;
  /** Settings of the security plugin; none without it. */
  readonly security: Readonly<Record<string, string | boolean>>;
  /** The caller's, which win. */
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * Builds the `opensearch.yml` of an instance.
 *
 * @param input - its folder, ports and settings.
 * @returns the text; it is JSON, which is YAML too and needs no quoting rules.
 */
export function opensearchYml(input: NodeSettingsInput): string {
  const settings = {
    'cluster.name': 'audit-user-test',
    'node.name': 'audit-user-test',
    'path.data': join(input.folder, 'data'),
    'path.logs': join(input.folder, 'logs'),
    // Loopback only: without the security plugin anybody who reaches it may do anything.
    'network.host': '127.0.0.1',
    'http.port': String(input.httpPort),
    'transport.port': String(input.transportPort),
    'node.portsfile': 'true',
    'discovery.type': 'single-node',
    // A full disk of a developer's machine must not turn the indices read-only.
    'cluster.routing.allocation.disk.threshold_enabled': 'false',
    ...input.security,
    ...input.extra,
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * Logs to the console alone: the starting process keeps the end of it, and nothing has to be rotated.
 *
 * @returns the text of a `log4j2.properties`.
 */
export function log4jProperties(): string {
  return [
    'status = error',
    'appender.console.type = Console',
    'appender.console.name = console',
    'appender.console.layout.type = PatternLayout',
    'appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n',
    'rootLogger.level = info',
    'rootLogger.appenderRef.console.ref = console',
    '',
  ].join('\n');
}

/** Options of the distribution that an instance replaces: heap size, logs and heap dumps. */
const REPLACED = [/^-Xm[sx]/, /^-Xlog/, /^-Xloggc/, /^-XX:ErrorFile=/, /HeapDump/];

const appliesTo = (line: string, major: number): string | undefined => {
  const match = /^(?:(\d+)(-)?(\d+)?:)?(-.*)$/.exec(line.trim());
  if (!match) return undefined;
  const [, from, open, to, option] = match;
  if (from === undefined) return option;
  const last = to !== undefined ? Number(to) : open ? Infinity : Number(from);
  return major >= Number(from) && major <= last ? option : undefined;
};

/**
 * Reads the options that a distribution demands from its `config/jvm.options`.
 *
 * @param text - the file. A line may begin with the Java versions that it is for: `8:`, `8-10:`,
 * `21-:`.
 * @param major - the Java version that is going to run it.
 * @param home - the home folder of OpenSearch, in which relative agent jars are.
 * @param temporary - what to use for temporary files.
 * @returns the options in their order, without those that every instance sets itself.
 */
export function distributionJvmOptions(
  text: string,
  major: number,
  home: string,
  temporary: string
): string[] {
  return text
    .split('\n')
    .map((line) => appliesTo(line, major))
    .filter((option): option is string => option !== undefined)
    .filter((option) => !REPLACED.some((pattern) => pattern.test(option)))
    .map((option) => option.replace('${OPENSEARCH_TMPDIR}', temporary))
    .map((option) => {
      const agent = /^-javaagent:(.*)$/.exec(option)?.[1];
      return agent && !isAbsolute(agent) ? `-javaagent:${join(home, agent)}` : option;
    });
}

/** What decides the command line of an instance. */
export interface JvmArgumentsInput {
  readonly home: string;
  readonly folder: string;
  readonly heapMb: number;
  /** As {@link distributionJvmOptions} gives it. */
  readonly distribution: readonly string[];
  /** The caller's, which win. */
  readonly extra: readonly string[];
}

/**
 * Builds the arguments with which Java starts OpenSearch: what the distribution's start script and
 * its launcher would pass, without their shell and their extra Java processes.
 *
 * @param input - folders, heap size and options.
 * @returns the arguments after `java`.
 */
export function jvmArguments(input: JvmArgumentsInput): string[] {
  return [
    '-Xshare:auto',
    // Both the same, as OpenSearch wants it: the heap does not grow while tests run.
    `-Xms${input.heapMb}m`,
    `-Xmx${input.heapMb}m`,
    '-Xss1m',
    // The quick compiler only: halves the work of starting, at the cost of peak speed.
    '-XX:TieredStopAtLevel=1',
    '-XX:+ExitOnOutOfMemoryError',
    `-XX:ErrorFile=${join(input.folder, 'logs', 'hs_err_pid%p.log')}`,
    // Netty and log4j as the launcher of the distribution sets them.
    '-Djava.awt.headless=true',
    '-Dfile.encoding=UTF-8',
    '-Djna.nosys=true',
    `-Djna.tmpdir=${join(input.folder, 'tmp')}`,
    '-Dio.netty.noUnsafe=true',
    '-Dio.netty.noKeySetOptimization=true',
    '-Dio.netty.recycler.maxCapacityPerThread=0',
    '-Dio.netty.allocator.numDirectArenas=0',
    '-Dlog4j.shutdownHookEnabled=false',
    '-Dlog4j2.disable.jmx=true',
    '-XX:-OmitStackTraceInFastThrow',
    ...input.distribution,
    `-XX:MaxDirectMemorySize=${Math.ceil(input.heapMb / 2)}m`,
    ...input.extra,
    `-Dopensearch.path.home=${input.home}`,
    `-Dopensearch.path.conf=${join(input.folder, 'config')}`,
    '-Dopensearch.distribution.type=zip',
    '-Dopensearch.bundled_jdk=false',
    '-cp',
    join(input.home, 'lib', '*'),
    'org.opensearch.bootstrap.OpenSearch',
  ];
}

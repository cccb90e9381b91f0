/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  distributionJvmOptions,
  jvmArguments,
  log4jProperties,
  opensearchYml,
} from './node_settings';

const settingsOf = (extra: Record<string, string> = {}, security = {}) =>
  JSON.parse(
    opensearchYml({ folder: '/run/x', httpPort: 9333, transportPort: 0, security, extra })
  ) as Record<string, unknown>;

describe('opensearch.yml', () => {
  it('listens on loopback only, on the chosen ports', () => {
    expect(settingsOf()).toMatchObject({
      'network.host': '127.0.0.1',
      'http.port': '9333',
      'transport.port': '0',
    });
  });

  it('keeps data and logs in the folder of the instance', () => {
    expect(settingsOf()).toMatchObject({ 'path.data': '/run/x/data', 'path.logs': '/run/x/logs' });
  });

  it("lets the caller's settings win", () => {
    expect(settingsOf({ 'cluster.name': 'other' }, { 'cluster.name': 'plugin' })).toMatchObject({
      'cluster.name': 'other',
    });
  });

  it('has the settings of the security plugin', () => {
    const security = { 'plugins.security.ssl.http.enabled': false };
    expect(settingsOf({}, security)).toMatchObject(security);
  });

  it('takes any character of a path', () => {
    const folder = '/run/a "b": #c';
    const text = opensearchYml({ folder, httpPort: 0, transportPort: 0, security: {}, extra: {} });
    expect(JSON.parse(text)).toMatchObject({ 'path.data': `${folder}/data` });
  });
});

describe('log4j2.properties', () => {
  it('writes to the console and to no file', () => {
    expect(log4jProperties()).toContain('type = Console');
    expect(log4jProperties()).not.toMatch(/file/i);
  });
});

describe('the options that a distribution demands', () => {
  const options = (text: string, major: number) =>
    distributionJvmOptions(text, major, '/home/os', '/run/tmp');

  it.each([
    ['-Da=b', 17, true],
    ['8:-XX:+Old', 8, true],
    ['8:-XX:+Old', 9, false],
    ['8-10:-XX:+Range', 10, true],
    ['8-10:-XX:+Range', 11, false],
    ['18-:-Djava.security.manager=allow', 17, false],
    ['18-:-Djava.security.manager=allow', 18, true],
    ['18-:-Djava.security.manager=allow', 25, true],
  ])('reads %j for Java %i', (line, major, applies) => {
    expect(options(line, major)).toEqual(applies ? [line.replace(/^[\d-]+:/, '')] : []);
  });

  it('skips comments and empty lines, and keeps the order', () => {
    expect(options('## -Dno\n\n-Da\n# 8:-Db\n-Dc\n', 17)).toEqual(['-Da', '-Dc']);
  });

  it('leaves out what an instance sets itself', () => {
    const text = '-Xms1g\n-Xmx1g\n9-:-Xlog:gc*:file=logs/gc.log\n-XX:HeapDumpPath=data\n-Dkept';
    expect(options(text, 17)).toEqual(['-Dkept']);
  });

  it('finds the agent in the home folder', () => {
    expect(options('21-:-javaagent:agent/opensearch-agent.jar', 25)).toEqual([
      '-javaagent:/home/os/agent/opensearch-agent.jar',
    ]);
  });

  it('puts temporary files into the folder of the instance', () => {
    expect(options('-Djava.io.tmpdir=${OPENSEARCH_TMPDIR}', 17)).toEqual([
      '-Djava.io.tmpdir=/run/tmp',
    ]);
  });
});

describe('the command line', () => {
  const args = jvmArguments({
    home: '/home/os',
    folder: '/run/x',
    heapMb: 300,
    distribution: ['-Ddemanded'],
    extra: ['-XX:TieredStopAtLevel=4'],
  });

  it('bounds the heap', () => {
    expect(args).toEqual(expect.arrayContaining(['-Xms300m', '-Xmx300m']));
  });

  it("has the caller's options after the own, since Java takes the last", () => {
    expect(args.indexOf('-XX:TieredStopAtLevel=4')).toBeGreaterThan(
      args.indexOf('-XX:TieredStopAtLevel=1')
    );
    expect(args.indexOf('-XX:TieredStopAtLevel=1')).toBeGreaterThanOrEqual(0);
    expect(args).toContain('-Ddemanded');
  });

  it('reads the configuration of the instance, and ends with the class to run', () => {
    expect(args).toContain('-Dopensearch.path.conf=/run/x/config');
    expect(args[args.length - 1]).toBe('org.opensearch.bootstrap.OpenSearch');
  });
});

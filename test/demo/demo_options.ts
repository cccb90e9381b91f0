/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseArgs } from 'util';

/** Options of `npm run demo`. */
export interface DemoOptions {
  /** Port of the development host; 5601 like Dashboards, or the next free one when it is not given. */
  port?: number;
  opensearchPort?: number;
  /** Use this running OpenSearch instead of starting one. */
  opensearchUrl?: string;
  sampleData: boolean;
  events: number;
  profile: '2.19' | '3.6';
  security: boolean;
  open: boolean;
  basePath?: string;
}

/** How to use it. */
export const USAGE = `npm run demo -- [options]
  --port <n>               port of the development host (default: 5601 or a free one)
  --opensearch-port <n>    port of OpenSearch (default: a free one)
  --opensearch-url <url>   use a running OpenSearch; nothing is written to it without --sample-data
  --no-sample-data         start with empty indices
  --sample-data            load the sample data (default, unless --opensearch-url is given)
  --events <n>             audit events of the sample data (default: 200000)
  --profile 2.19|3.6       Dashboards version to resemble (default: 2.19)
  --security               with the security plugin and users of different rights, which are printed
  --base-path </path>      serve below a path, as behind a proxy
  --open                   open the browser
`;

function toPort(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 0 && port < 65536) return port;
  throw new Error(`--${name}: "${text}" is no port`);
}

/**
 * Reads the arguments of the demo.
 *
 * @throws Error that names the argument that is wrong
 */
export function parseDemoOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      port: { type: 'string' },
      'opensearch-port': { type: 'string' },
      'opensearch-url': { type: 'string' },
      'sample-data': { type: 'boolean' },
      'no-sample-data': { type: 'boolean' },
      events: { type: 'string' },
      profile: { type: 'string' },
      security: { type: 'boolean' },
      'base-path': { type: 'string' },
      open: { type: 'boolean' },
    },
  });
  const profile = values.profile ?? '2.19';
  if (profile !== '2.19' && profile !== '3.6') {
    throw new Error(`--profile: "${profile}" is neither 2.19 nor 3.6`);
  }
  const events = Number(values.events ?? '200000');
  if (!Number.isInteger(events) || events < 1000) {
    throw new Error(`--events: "${values.events}" is no whole number of at least 1000`);
  }
  const opensearchUrl = values['opensearch-url'];
  if (opensearchUrl !== undefined && !/^https?:\/\/[^/]+/.test(opensearchUrl)) {
    throw new Error(`--opensearch-url: "${opensearchUrl}" is no http or https address`);
  }
  const basePath = values['base-path'];
  if (basePath !== undefined && !/^(\/[\w-]+)+$/.test(basePath)) {
    throw new Error(`--base-path: "${basePath}" is not of the form /path`);
  }
  return {
    port: toPort('port', values.port),
    opensearchPort: toPort('opensearch-port', values['opensearch-port']),
    opensearchUrl,
    // A running OpenSearch is somebody's: nothing is written to it unless asked for.
    sampleData: values['no-sample-data']
      ? false
      : (values['sample-data'] ?? opensearchUrl === undefined),
    events,
    profile,
    security: values.security ?? false,
    basePath,
    open: values.open ?? false,
  };
}

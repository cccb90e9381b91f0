/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseArgs } from 'util';
import { startHost } from './start_host';

/** Starts the host by itself, for a zip and an OpenSearch that are there. */
const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: '2.19' },
    port: { type: 'string', default: '5601' },
    'opensearch-url': { type: 'string', default: 'http://127.0.0.1:9200' },
    zip: { type: 'string' },
    'base-path': { type: 'string' },
    dark: { type: 'boolean', default: false },
    security: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const profile = values.profile === '3.6' ? '3.6' : '2.19';
  if (!values.zip) throw new Error('--zip <file> is needed: npm run build');
  const host = await startHost({
    profile,
    pluginZip: values.zip,
    opensearchUrl: values['opensearch-url']!,
    port: Number(values.port),
    basePath: values['base-path'],
    darkMode: values.dark,
    security: values.security,
    log: console.log,
  });
  console.log(host.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void host.stop().then(() => process.exit(0)));
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

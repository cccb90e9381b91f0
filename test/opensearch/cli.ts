/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseArgs } from 'util';
import { DEFAULT_OPENSEARCH_VERSION, RELEASES } from './artifacts';
import { AUDIT_READER_ROLE } from './security_config';
import { startOpenSearch } from './start_opensearch';

const HELP = `Runs an OpenSearch on loopback until it is interrupted.

  --version <v>  ${RELEASES.map(({ version }) => version).join(', ')} (${DEFAULT_OPENSEARCH_VERSION} when missing)
  --security     with the security plugin, and a user audit_reader besides admin
  --port <n>     the HTTP port; a free one when missing
  --dir <path>   where instances have their folders
  --log          shows its log
`;

/**
 * Runs an OpenSearch until SIGINT or SIGTERM, and shows its address and users.
 *
 * @param args - the command line after the name of the script.
 * @throws Error for an unknown option, or when OpenSearch does not start.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      version: { type: 'string' },
      security: { type: 'boolean' },
      port: { type: 'string' },
      dir: { type: 'string' },
      log: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port ${values.port} is not a port.`);
  }
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const starting = startOpenSearch({
    version: values.version,
    security: values.security && {
      roles: { audit_reader: AUDIT_READER_ROLE },
      users: [{ name: 'audit_reader', roles: ['audit_reader'] }],
    },
    httpPort: port,
    runDirectory: values.dir,
    log: values.log ? (line) => console.error(line) : undefined,
  });
  const running = await starting;
  console.log(`OpenSearch ${running.version} answers at ${running.url} (process ${running.pid})`);
  for (const { name, password, roles } of running.users) {
    console.log(`  user ${name}, password ${password}, roles ${roles.join(', ')}`);
  }
  await interrupted;
  console.log('Stopping.');
  await running.stop();
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

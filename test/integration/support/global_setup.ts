/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { applyWelkinTemplates, startOpenSearch, type RunningOpenSearch } from '../../opensearch';
import { TEST_SECURITY } from './test_users';

declare global {
  // eslint-disable-next-line no-var -- what the teardown finds again
  var auditUserOpenSearch: RunningOpenSearch | undefined;
}

/** Name of the variable that carries url and users to the test files. */
export const CONNECTIONS_VARIABLE = 'AUDIT_USER_TEST_CONNECTIONS';

/** Starts one OpenSearch with its security plugin for all integration tests. */
export async function startForAllTests(): Promise<void> {
  const opensearch = await startOpenSearch({ security: TEST_SECURITY });
  globalThis.auditUserOpenSearch = opensearch;
  await applyWelkinTemplates(opensearch.as(), { refreshInterval: '100ms' });
  process.env[CONNECTIONS_VARIABLE] = JSON.stringify({
    url: opensearch.url,
    users: Object.fromEntries(opensearch.users.map(({ name, password }) => [name, password])),
  });
}

// eslint-disable-next-line import/no-default-export -- jest asks for it
export default startForAllTests;

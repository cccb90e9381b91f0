/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Connection } from '../../opensearch';
import { CONNECTIONS_VARIABLE } from './global_setup';

function known(): { url: string; users: Record<string, string> } {
  const text = process.env[CONNECTIONS_VARIABLE];
  if (!text) throw new Error('Integration tests need their global setup');
  return JSON.parse(text) as { url: string; users: Record<string, string> };
}

/** Address of the OpenSearch of this run, and the header by which this user is known. */
export function connectionOf(
  name: string,
  password?: string
): { url: string; authorization: string } {
  const { url, users } = known();
  const secret = password ?? users[name];
  if (secret === undefined) throw new Error(`There is no user ${name}`);
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  return { url, authorization };
}

/** The administrator's connection, to write what tests read. */
export function adminConnection(): Connection {
  const { url, users } = known();
  return { url, auth: { name: 'admin', password: users.admin } };
}

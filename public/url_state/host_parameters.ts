/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Parameters that belong to Dashboards or its security plugin: kept in the address and otherwise left alone. */
export const HOST_PARAMETERS = ['security_tenant', 'embed', '_g', '_a', '_q'] as const;

/** The search part with the host's parameters of the address before. */
export function keepHostParameters(before: string, next: string): string {
  const old = new URLSearchParams(before);
  const search = new URLSearchParams(next);
  for (const name of HOST_PARAMETERS) {
    for (const value of old.getAll(name)) search.append(name, value);
  }
  return `?${search.toString()}`;
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import './global_setup';

/** Stops what the setup started, the last one first. */
export async function stopSite(): Promise<void> {
  for (const stop of (globalThis.auditUserSiteStops ?? []).reverse()) await stop();
}

// eslint-disable-next-line import/no-default-export -- jest asks for it
export default stopSite;

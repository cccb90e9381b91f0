/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import './global_setup';

/** Stops what the setup started. */
export async function stopAfterAllTests(): Promise<void> {
  await globalThis.auditUserOpenSearch?.stop();
}

// eslint-disable-next-line import/no-default-export -- jest asks for it
export default stopAfterAllTests;

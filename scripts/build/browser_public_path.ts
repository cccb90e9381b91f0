/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Set before any chunk is asked for: the host knows base path and build number, the bundle does not. */
// eslint-disable-next-line prefer-const, @typescript-eslint/no-unused-vars -- the bundler reads the assignment
declare let __webpack_public_path__: string;

declare const window: { __osdPublicPath__: Record<string, string> };

// eslint-disable-next-line prefer-const, @typescript-eslint/no-unused-vars -- the bundler reads it
__webpack_public_path__ = window.__osdPublicPath__.auditUser;

export {};

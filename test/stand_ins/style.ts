/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Stand-in for style sheets, which tests do not need. */
export {};

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

declare module 'host_theme_dark.json' {
  const vars: Record<string, unknown>;
  export = vars;
}
declare module 'host_theme_light.json' {
  const vars: Record<string, unknown>;
  export = vars;
}

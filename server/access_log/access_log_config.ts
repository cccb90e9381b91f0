/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { schema } from '@osd/config-schema';

/** Configuration below `auditUser.accessLog`. */
export const accessLogConfig = schema.object({
  /** Record each look, and show nothing that could not be recorded. */
  enabled: schema.boolean({ defaultValue: false }),
  /** Where looks are kept. */
  index: schema.string({
    defaultValue: 'audit-user-access',
    maxLength: 200,
    validate: (name) =>
      /^[a-z0-9.][a-z0-9._-]*$/.test(name) ? undefined : 'must be the name of one index',
  }),
  /** Show pseudonyms for names until a purpose is given. Only with `enabled`. */
  pseudonymise: schema.boolean({ defaultValue: false }),
});

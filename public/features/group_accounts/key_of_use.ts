/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupAccountUse } from '../../../common/api/group_accounts';

/** What tells one use from every other: its first line, and the account (one line can name two). */
export function keyOfUse({ lines, account, time }: GroupAccountUse): string {
  const [line] = lines;
  return line ? `${line.index}/${line.id}/${account}` : `${time}/${account}`;
}

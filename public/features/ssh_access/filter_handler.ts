/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFilter } from '../../url_state/ssh_state';

/** Asks for one value of a filter only. */
export type FilterFor = (filter: SshFilter, value: string) => void;

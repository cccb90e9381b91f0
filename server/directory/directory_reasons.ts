/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';

const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

/** The user may not read the directory. */
export function forbiddenReason(index: string): CompletenessReason {
  return {
    code: 'sources_forbidden',
    source: 'directory',
    message: `You may not read the directory of keys and persons (${index}): nobody can be identified by it.`,
  };
}

/** There is, or may be, more than is read. */
export function limitReason(max: number): CompletenessReason {
  return {
    code: 'scan_limit_reached',
    source: 'directory',
    count: max,
    message: `The directory holds ${max} changes or more: no more are read, and nobody is identified by it, since what was not read might name somebody else.`,
  };
}

/** Documents in the index that are not what this plugin writes. */
export function damagedReason(count: number): CompletenessReason[] {
  if (count === 0) return [];
  return [
    {
      code: 'unparsed_lines',
      source: 'directory',
      count,
      message: `${changes(count)} of the directory could not be read: what they are about names nobody.`,
    },
  ];
}

/** Documents that were written over: the plugin never does. */
export function alteredReason(count: number): CompletenessReason[] {
  if (count === 0) return [];
  return [
    {
      code: 'unparsed_lines',
      source: 'directory',
      count,
      message: `${changes(count)} of the directory were overwritten after they were recorded, not by Audit User: what they said before is lost.`,
    },
  ];
}

/** Ends without the entry that they end. */
export function withoutEntryReason(count: number): CompletenessReason[] {
  if (count === 0) return [];
  return [
    {
      code: 'unparsed_lines',
      source: 'directory',
      count,
      message: `${changes(count)} of the directory end an entry that is not there: it was deleted, or you may not see it.`,
    },
  ];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageFinding } from '../../common/api/coverage';
import type { FieldCapabilities } from '../search/scoped_search';
import type { AskableSource } from './askable_sources';

/** Text fields that every index maps as keywords themselves: they are aggregated by their own name. */
export function keywordsAsMapped(
  texts: readonly string[],
  capabilities: FieldCapabilities | undefined
): string[] {
  if (capabilities === undefined) return [];
  return texts.filter(
    (field) =>
      capabilities[field]?.keyword !== undefined && capabilities[`${field}.keyword`] === undefined
  );
}

/** Fields that are hidden from this user, or that some indices map so that figures by them leave records out. */
export function fieldFindings(
  { source, time, texts, inspected }: AskableSource,
  capabilities: FieldCapabilities | undefined,
  keywords: readonly string[]
): CoverageFinding[] {
  if (capabilities === undefined) return [];
  const findings: CoverageFinding[] = [];
  const say = (message: string, indices: readonly string[] = []) =>
    findings.push({
      kind: 'fields',
      source,
      ...(indices.length > 0 ? { indices: indices.slice(0, 10) } : {}),
      message,
    });
  const plain = inspected.filter((field) => !field.endsWith('.keyword'));
  const absent = plain.filter((field) => capabilities[field] === undefined);
  if (absent.length > 0) {
    say(
      `Hidden from you or not in the log: ${absent.join(', ')}. Figures that rest on ${absent.length > 1 ? 'these fields' : 'this field'} show nothing, whatever was written.`
    );
  }
  const wrongly = Object.entries(capabilities[time] ?? {}).filter(([type]) => type !== 'date');
  for (const [type, { indices }] of wrongly) {
    say(
      `The field ${time} is mapped as ${type} in some indices: their records are in no bar.`,
      indices
    );
  }
  for (const field of texts) {
    const types = Object.keys(capabilities[field] ?? {}).filter((type) => type !== 'unmapped');
    const subfield = capabilities[`${field}.keyword`]?.keyword !== undefined;
    if (types.length === 0 || keywords.includes(field)) continue;
    if (types.some((type) => type !== 'text') || !subfield) {
      const indices = types
        .filter((type) => type !== 'text')
        .flatMap((type) => capabilities[field][type].indices ?? []);
      say(
        `The field ${field} is mapped as ${types.join(' and ')}${subfield ? '' : ' without a keyword subfield'}: records of some indices may be counted as of no cluster or host.`,
        indices
      );
    }
  }
  return findings;
}

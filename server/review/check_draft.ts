/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewConflict, ReviewDraft, ReviewFinding } from '../../common/api/review';
import type { SignedFinding } from '../../common/api/review_record';
import { AuditError } from '../errors/audit_error';
import { canonicalJson } from './canonical_json';

/** Findings named in one complaint. */
const MAX_NAMED = 20;

/** Differences told one by one; figures of many would be megabytes. */
const MAX_DIFFERENCES = 20;

const named = (ids: readonly string[]) =>
  `${ids.slice(0, MAX_NAMED).join(', ')}${ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : ''}`;

/**
 * What is signed: the findings as the server computed them just now, with the verdicts of the draft.
 *
 * @throws AuditError `invalid_request` where a finding has no verdict, or is none; `conflict` where a draft was
 *   made from other figures
 */
export function toSignedFindings(
  draft: ReviewDraft,
  computed: readonly ReviewFinding[]
): SignedFinding[] {
  const drafted = new Map(draft.findings.map((finding) => [finding.id, finding]));
  if (drafted.size !== draft.findings.length) {
    throw new AuditError('invalid_request', 'findings: one is there twice');
  }
  const ids = new Set(computed.map(({ id }) => id));
  const strange = draft.findings.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  if (strange.length > 0) {
    throw new AuditError('invalid_request', `findings: ${named(strange)} are none of this review`);
  }
  assertSameFigures(drafted, computed);
  const without = computed
    .filter(({ id, needsVerdict }) => needsVerdict && drafted.get(id)?.verdict === undefined)
    .map(({ id }) => id);
  if (without.length > 0) {
    throw new AuditError('invalid_request', `findings: no verdict for ${named(without)}`, {
      withoutVerdict: without,
    });
  }
  return computed.map((finding): SignedFinding => {
    const { id, kind, title, basis, source, figures, sample, change } = finding;
    const { verdict = 'nothing_found', because, reference } = drafted.get(id) ?? {};
    return {
      id,
      kind,
      title,
      basis,
      source,
      figures,
      sample: sample.map(({ document }) => document),
      ...(change ? { change } : {}),
      verdict,
      ...(because === undefined ? {} : { because }),
      ...(reference === undefined ? {} : { reference }),
    };
  });
}

function assertSameFigures(
  drafted: ReadonlyMap<string, ReviewDraft['findings'][number]>,
  computed: readonly ReviewFinding[]
): void {
  const differences = computed.flatMap(({ id, title, figures: now }) => {
    const was = drafted.get(id)?.figures;
    return was === undefined || canonicalJson(was) === canonicalJson(now)
      ? []
      : [{ id, title, was, now }];
  });
  if (differences.length === 0) return;
  const details: ReviewConflict = {
    conflict: 'figures_differ',
    differences: differences.slice(0, MAX_DIFFERENCES),
    differencesLeftOut: Math.max(0, differences.length - MAX_DIFFERENCES),
  };
  throw new AuditError(
    'conflict',
    `The log answers otherwise than when this review was prepared (${named(differences.map(({ id }) => id))}): prepare it again and look at what changed. Nothing was signed`,
    { ...details }
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { ReviewPeriod } from '../../../common/api/review';
import type {
  ReviewFigures,
  ReviewKind,
  ReviewPattern,
  ReviewSigner,
  ReviewUnit,
  ReviewVerdict,
} from '../../../common/api/review_record';
import { formatCount } from '../../components/count_words';
import { toVisibleText } from '../../components/display_text';

/** What is reviewed. */
export function patternLabel(pattern: ReviewPattern): string {
  return pattern === 'kubeaudit'
    ? i18n.translate('auditUser.review.pattern.kubeaudit', {
        defaultMessage: 'Kubernetes (kubeaudit)',
      })
    : i18n.translate('auditUser.review.pattern.authlog', {
        defaultMessage: 'SSH, sudo, su (authlog)',
      });
}

/** Heading of a group of findings. */
export function kindLabel(kind: ReviewKind): string {
  switch (kind) {
    case 'search':
      return i18n.translate('auditUser.review.kind.search', {
        defaultMessage: 'Documented searches',
      });
    case 'risk':
      return i18n.translate('auditUser.review.kind.risk', {
        defaultMessage: 'High-risk operations',
      });
    case 'first_seen':
      return i18n.translate('auditUser.review.kind.firstSeen', {
        defaultMessage: 'Seen for the first time',
      });
    case 'login':
      return i18n.translate('auditUser.review.kind.login', { defaultMessage: 'Logins' });
    case 'group_account':
      return i18n.translate('auditUser.review.kind.groupAccount', {
        defaultMessage: 'Group accounts and unknown keys',
      });
    case 'coverage':
      return i18n.translate('auditUser.review.kind.coverage', {
        defaultMessage: 'Gaps in the log',
      });
    case 'totals':
      return i18n.translate('auditUser.review.kind.totals', { defaultMessage: 'Totals' });
  }
}

/** A count with what it counts: "1 record", "2,300 records". */
function unitWords(unit: ReviewUnit, count: number, shown: string): string {
  const values = { count, shown };
  switch (unit) {
    case 'records':
      return i18n.translate('auditUser.review.unit.records', {
        defaultMessage: '{shown} {count, plural, one {record} other {records}}',
        values,
      });
    case 'attempts':
      return i18n.translate('auditUser.review.unit.attempts', {
        defaultMessage: '{shown} {count, plural, one {attempt} other {attempts}}',
        values,
      });
    case 'uses':
      return i18n.translate('auditUser.review.unit.uses', {
        defaultMessage: '{shown} {count, plural, one {use} other {uses}}',
        values,
      });
    case 'keys':
      return i18n.translate('auditUser.review.unit.keys', {
        defaultMessage: '{shown} {count, plural, one {key} other {keys}}',
        values,
      });
    case 'values':
      return i18n.translate('auditUser.review.unit.values', {
        defaultMessage: '{shown} {count, plural, one {value} other {values}}',
        values,
      });
    case 'gaps':
      return i18n.translate('auditUser.review.unit.gaps', {
        defaultMessage: '{shown} {count, plural, one {gap} other {gaps}}',
        values,
      });
  }
}

/** What a finding counted, promising no more than is known. */
export function figureWords({
  count,
  requests,
  relation,
  unit,
  looked,
}: Pick<ReviewFigures, 'count' | 'requests' | 'relation' | 'unit' | 'looked'>): string {
  if (looked === 'not') {
    return i18n.translate('auditUser.review.notLooked', { defaultMessage: 'Not looked at' });
  }
  const words = unitWords(unit, count, formatCount(count));
  if (count === 0 && relation === 'gte') {
    return i18n.translate('auditUser.review.noneOfWhatWasSeen', {
      defaultMessage: '{words} in what could be looked at',
      values: { words },
    });
  }
  const atLeast =
    relation === 'eq'
      ? words
      : i18n.translate('auditUser.review.atLeast', {
          defaultMessage: 'at least {words}',
          values: { words },
        });
  if (requests === undefined) return atLeast;
  return i18n.translate('auditUser.review.ofRequests', {
    defaultMessage: '{words} ({requests, plural, one {# request} other {# requests}} ended)',
    values: { words: atLeast, requests },
  });
}

/** What was decided of a finding. */
export function verdictLabel(verdict: ReviewVerdict | 'nothing_found'): string {
  switch (verdict) {
    case 'reviewed':
      return i18n.translate('auditUser.review.verdict.reviewed', { defaultMessage: 'Reviewed' });
    case 'harmless':
      return i18n.translate('auditUser.review.verdict.harmless', {
        defaultMessage: 'Harmless because …',
      });
    case 'escalated':
      return i18n.translate('auditUser.review.verdict.escalated', {
        defaultMessage: 'Escalated as …',
      });
    case 'nothing_found':
      return i18n.translate('auditUser.review.verdict.nothingFound', {
        defaultMessage: 'Nothing found',
      });
  }
}

/** How a period of the calendar stands: the server's state, and whether an open one has ended. */
export type PeriodStanding = ReviewPeriod['state'] | 'due';

/**
 * Where a period stands at an instant.
 *
 * @param nowMs milliseconds since 1970
 */
export function standingOf({ state, range }: ReviewPeriod, nowMs: number): PeriodStanding {
  return state === 'open' && Date.parse(range.to) < nowMs ? 'due' : state;
}

/** The standing of a period in a word. */
export function standingLabel(standing: PeriodStanding): string {
  switch (standing) {
    case 'reviewed':
      return i18n.translate('auditUser.review.state.reviewed', { defaultMessage: 'Reviewed' });
    case 'due':
      return i18n.translate('auditUser.review.state.due', { defaultMessage: 'Due' });
    case 'open':
      return i18n.translate('auditUser.review.state.open', { defaultMessage: 'Still running' });
    case 'missed':
      return i18n.translate('auditUser.review.state.missed', { defaultMessage: 'Missed' });
    case 'unknown':
      return i18n.translate('auditUser.review.state.unknown', { defaultMessage: 'Not known' });
  }
}

/** A signer's name, and whether anybody vouches for it. */
export function signerWords({ name, authenticated }: ReviewSigner): string {
  return authenticated
    ? toVisibleText(name)
    : i18n.translate('auditUser.review.nobody', {
        defaultMessage: 'somebody not known (OpenSearch runs without its security plugin)',
      });
}

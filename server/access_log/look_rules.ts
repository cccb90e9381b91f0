/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLinesRequest } from '../../common/api/authlog_lines';
import type { DirectoryRequest } from '../../common/api/directory';
import type { EvidenceRequest } from '../../common/api/evidence';
import type { KubeEventRequest } from '../../common/api/kube_event';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { PersonTimelineRequest } from '../../common/api/person_timeline';
import type { ReviewRequest } from '../../common/api/review';
import type { SshFilters } from '../../common/api/ssh_sessions';
import type { ResolvedRange, TimeRange } from '../../common/api/time_range';
import type { UsersRequest } from '../../common/api/users';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import type { Look } from './access_documents';

/** What a route's questions look at. */
export interface LookRule<Question> {
  /** @throws AuditError `invalid_request` for a period that is none */
  of(question: Question, now: Date): Look;
  /** It changes something, or sends a file: it begins only when the look is recorded. */
  before?: boolean;
  /** Why it is never answered without a purpose where names are pseudonyms; undefined where it is. */
  needsPurpose?(question: Question): string | undefined;
}

const rangeOf = (timeRange: TimeRange, now: Date): ResolvedRange =>
  toResolvedRange(resolveTimeRange(timeRange, now));

/** Users whom filters name; those that they exclude are not looked at. */
function usersOf({ users = [], impersonated }: KubeFilters = {}): string[] {
  return [...users, ...(Array.isArray(impersonated) ? impersonated : [])];
}

/** Questions over Kubernetes requests. */
export const KUBE_LOOK: LookRule<{ timeRange: TimeRange; filters?: KubeFilters }> = {
  of: (question, now) => ({
    kind: 'search',
    persons: usersOf(question.filters),
    range: rangeOf(question.timeRange, now),
    question,
  }),
};

/** The list of users. */
export const USERS_LOOK: LookRule<UsersRequest> = {
  of: (question, now) => ({
    kind: 'search',
    persons: question.search ? [question.search] : [],
    range: rangeOf(question.timeRange, now),
    question,
  }),
};

/** Questions over SSH sessions, failed logins and group accounts. */
export const SESSIONS_LOOK: LookRule<{
  timeRange: TimeRange;
  filters?: Pick<SshFilters, 'persons' | 'accounts'>;
}> = {
  of: (question, now) => ({
    kind: 'search',
    persons: [...(question.filters?.persons ?? []), ...(question.filters?.accounts ?? [])],
    range: rangeOf(question.timeRange, now),
    question,
  }),
};

/** Single records of a log. */
export const RECORD_LOOK: LookRule<KubeEventRequest | AuthlogLinesRequest> = {
  of: (question) => ({ kind: 'record', persons: [], question }),
};

/** The timeline of one person. */
export const PERSON_LOOK: LookRule<PersonTimelineRequest> = {
  of: (question, now) => ({
    kind: 'person',
    persons: [question.person],
    range: rangeOf(question.timeRange, now),
    question,
  }),
};

/** An evidence package. */
export const EXPORT_LOOK: LookRule<EvidenceRequest> = {
  of: (question, now) => ({
    kind: 'export',
    persons: usersOf(question.parts.kube),
    range: rangeOf(question.timeRange, now),
    question,
  }),
  before: true,
  needsPurpose: () => 'An evidence package holds names',
};

/** Reading the directory of keys and persons. */
export const DIRECTORY_LOOK: LookRule<undefined> = {
  of: () => ({ kind: 'directory', persons: [], question: { action: 'read' } }),
};

/** Changing the directory: the answer shows persons, and what was changed is in the directory itself. */
export const DIRECTORY_CHANGE_LOOK: LookRule<DirectoryRequest> = {
  of: (question) => ({
    kind: 'directory',
    persons:
      question.action === 'add' && question.entry.person !== undefined
        ? [question.entry.person]
        : [],
    question:
      question.action === 'import'
        ? { ...question, text: `${question.text.length} characters` }
        : question,
  }),
  before: true,
  needsPurpose: () => 'Changes of the directory name persons',
};

function reviewRange(question: ReviewRequest, now: Date): { range?: ResolvedRange } {
  switch (question.action) {
    case 'list':
    case 'prepare':
      return { range: rangeOf(question.timeRange, now) };
    case 'sign':
      return { range: rangeOf(question.draft.period, now) };
    case 'read':
      return {};
  }
}

/** Log reviews. */
export const REVIEW_LOOK: LookRule<ReviewRequest> = {
  of: (question, now) => ({
    kind: 'review',
    persons: [],
    ...reviewRange(question, now),
    question,
  }),
  before: true,
  needsPurpose: ({ action }) =>
    action === 'list' ? undefined : 'Who reviews logs must see the names in them',
};

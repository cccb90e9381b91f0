/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { schema } from '@osd/config-schema';
import { OUTCOMES, type Outcome } from '../../common/kube_audit/outcome';
import { USER_KINDS, type UserKind } from '../../common/kube_audit/user_kind';
import { DEFAULT_RISKS } from './default_risks';
import { DEFAULT_SEARCHES } from './default_searches';
import type { DocumentedSearch, RiskClass, RiskMatch } from './review_rules';

const id = () =>
  schema.string({
    maxLength: 60,
    validate: (value) =>
      /^[a-z0-9][a-z0-9_-]*$/.test(value)
        ? undefined
        : 'must be of lower-case letters, digits, _ and -',
  });

const whole = (days: number) => (Number.isInteger(days) ? undefined : 'must be whole days');

const words = () => schema.string({ minLength: 1, maxLength: 300 });
const value = () => schema.string({ minLength: 1, maxLength: 256 });
const source = () => schema.string({ defaultValue: 'Configuration of this site.', maxLength: 500 });
/** An empty list means all. */
const values = () => schema.arrayOf(value(), { defaultValue: [], maxSize: 60 });

const oneOf = (names: readonly string[]) =>
  schema.arrayOf(
    schema.string({
      validate: (name) => (names.includes(name) ? undefined : `must be one of ${names.join(', ')}`),
    }),
    { defaultValue: [], maxSize: 20 }
  );

const uniqueIds = (list: ReadonlyArray<{ id: string }>): string | undefined =>
  new Set(list.map((each) => each.id)).size === list.length ? undefined : 'ids must differ';

/** A match without any condition would be every request. */
const isEmpty = ({ impersonated, ...lists }: MatchConfig): boolean =>
  impersonated === undefined && Object.values(lists).every((list) => list.length === 0);

const match = schema.object({
  users: values(),
  userKinds: oneOf(USER_KINDS),
  verbs: values(),
  /** As `kubectl` writes them: `pods/exec`, `deployments.apps`. */
  resources: values(),
  namespaces: values(),
  outcomes: oneOf(OUTCOMES),
  impersonated: schema.maybe(schema.boolean()),
});

interface MatchConfig {
  users: string[];
  userKinds: string[];
  verbs: string[];
  resources: string[];
  namespaces: string[];
  outcomes: string[];
  impersonated: boolean | undefined;
}

interface RiskConfig {
  id: string;
  title: string;
  anyOf: MatchConfig[];
  atLeastAnHour: number | undefined;
  source: string;
}

interface SearchConfig {
  id: string;
  title: string;
  words: string[];
  codes: { from: number; to: number } | undefined;
  source: string;
}

const toMatchConfig = (each: RiskMatch): MatchConfig => ({
  users: [...(each.users ?? [])],
  userKinds: [...(each.userKinds ?? [])],
  verbs: [...(each.verbs ?? [])],
  resources: [...(each.resources ?? [])],
  namespaces: [...(each.namespaces ?? [])],
  outcomes: [...(each.outcomes ?? [])],
  impersonated: each.impersonated === true ? true : undefined,
});

/** Configuration below `auditUser.review`. */
export const reviewConfig = schema.object({
  /** Where signed reviews are kept. */
  index: schema.string({
    defaultValue: 'audit-user-reviews',
    maxLength: 200,
    validate: (name) =>
      /^[a-z0-9.][a-z0-9._-]*$/.test(name) ? undefined : 'must be the name of one index',
  }),
  /** Days of a period of the calendar. HIPAA and MSBFS 2020:7 ask for regular reviews without a number. */
  everyDays: schema.number({ defaultValue: 7, min: 1, max: 92, validate: whole }),
  /** What was not seen for so many days is said to be seen for the first time. */
  firstSeenDays: schema.number({ defaultValue: 30, min: 1, max: 366, validate: whole }),
  searches: schema.arrayOf(
    schema.object({
      id: id(),
      title: words(),
      words: schema.arrayOf(words(), { minSize: 1, maxSize: 20 }),
      codes: schema.maybe(
        schema.object({
          from: schema.number({ min: 0, max: 999 }),
          to: schema.number({ min: 0, max: 999 }),
        })
      ),
      source: source(),
    }),
    {
      defaultValue: DEFAULT_SEARCHES.map((each): SearchConfig => ({
        ...each,
        words: [...each.words],
        codes: each.codes,
      })),
      maxSize: 60,
      validate: uniqueIds,
    }
  ),
  highRisk: schema.arrayOf(
    schema.object({
      id: id(),
      title: words(),
      anyOf: schema.arrayOf(match, { minSize: 1, maxSize: 10 }),
      atLeastAnHour: schema.maybe(schema.number({ min: 2, max: 1_000_000 })),
      source: source(),
    }),
    {
      defaultValue: DEFAULT_RISKS.map((each): RiskConfig => ({
        ...each,
        anyOf: each.anyOf.map(toMatchConfig),
        atLeastAnHour: each.atLeastAnHour,
      })),
      maxSize: 60,
      validate: (list) =>
        uniqueIds(list) ??
        (list.some(({ anyOf }) => anyOf.some(isEmpty)) ? 'a match needs a condition' : undefined),
    }
  ),
});

const some = <Key extends string, Value>(key: Key, list: readonly Value[]) =>
  (list.length === 0 ? {} : { [key]: [...list] }) as { [K in Key]?: Value[] };

function toMatch(each: MatchConfig): RiskMatch {
  return {
    ...some('users', each.users),
    ...some('userKinds', each.userKinds as UserKind[]),
    ...some('verbs', each.verbs),
    ...some('resources', each.resources),
    ...some('namespaces', each.namespaces),
    ...some('outcomes', each.outcomes as Outcome[]),
    ...(each.impersonated === undefined ? {} : { impersonated: each.impersonated }),
  };
}

/** Risk classes as the queries take them. */
export function toRiskClasses(list: readonly RiskConfig[]): RiskClass[] {
  return list.map(({ anyOf, atLeastAnHour, ...rest }) => ({
    ...rest,
    anyOf: anyOf.map(toMatch),
    ...(atLeastAnHour === undefined ? {} : { atLeastAnHour }),
  }));
}

/** Searches as the queries take them. */
export function toSearches(list: readonly SearchConfig[]): DocumentedSearch[] {
  return list.map(({ codes, ...rest }) => ({ ...rest, ...(codes ? { codes } : {}) }));
}

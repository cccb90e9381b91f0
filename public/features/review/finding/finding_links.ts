/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewFinding } from '../../../../common/api/review';
import { VIEW_PATHS } from '../../../url_state/view_paths';

/** A view with its filters. */
export interface FindingTarget {
  pathname: string;
  parameters: Array<[name: string, value: string]>;
}

type Linked = Pick<ReviewFinding, 'id' | 'filters'>;

/** Filters as the address of the view of Kubernetes requests has them. */
function kubeParameters({ filters = {} }: Linked): Array<[string, string]> {
  const parameters: Array<[string, string]> = [];
  for (const [name, value] of Object.entries(filters)) {
    if (typeof value === 'boolean') parameters.push([name, String(value)]);
    else if (Array.isArray(value)) {
      for (const each of value) if (typeof each === 'string') parameters.push([name, each]);
    }
  }
  return parameters;
}

/** Without it, controllers and nodes would be left out there and not here. */
const ALL: [string, string] = ['system', 'true'];

/** The view that shows what a finding counted; undefined where none does. */
export function targetOfFinding(finding: Linked): FindingTarget | undefined {
  if (finding.filters) {
    return { pathname: VIEW_PATHS.auditUser, parameters: [...kubeParameters(finding), ALL] };
  }
  switch (finding.id) {
    case 'login:failed':
      return { pathname: VIEW_PATHS.ssh, parameters: [['tab', 'failures']] };
    case 'login:without_key':
    case 'login:sudo_refused':
      return { pathname: VIEW_PATHS.ssh, parameters: [] };
    case 'group_account:ambiguous':
    case 'group_account:unidentified':
      return {
        pathname: VIEW_PATHS.groupAccounts,
        parameters: [['statuses', finding.id.slice('group_account:'.length)]],
      };
    case 'group_account:unknown_keys':
      return { pathname: VIEW_PATHS.groupAccounts, parameters: [['tab', 'unknown']] };
    case 'coverage:gaps':
      return { pathname: VIEW_PATHS.coverage, parameters: [] };
    default:
      return undefined;
  }
}

/** What the subject of a fact is called in the views, by the id of the finding. */
const KUBE_FILTERS: Readonly<Record<string, string>> = {
  'first_seen:user': 'users',
  'first_seen:source': 'sourceIps',
  'first_seen:cluster': 'clusters',
  'risk:bursts': 'users',
};

const SSH_FILTERS: Readonly<Record<string, string>> = {
  'first_seen:account': 'accounts',
  'first_seen:source': 'sourceIps',
  'first_seen:host': 'hosts',
  'first_seen:cluster': 'clusters',
};

/** A name that was cut short finds nothing. */
const isWhole = (text: string) => text !== '' && !text.endsWith('…');

/** The view of what a fact is about; undefined where none shows it. */
export function targetOfFact(
  pattern: 'kubeaudit' | 'authlog',
  id: string,
  subject: string
): FindingTarget | undefined {
  const filter = (pattern === 'kubeaudit' ? KUBE_FILTERS : SSH_FILTERS)[id];
  if (filter === undefined || !isWhole(subject)) return undefined;
  return pattern === 'kubeaudit'
    ? { pathname: VIEW_PATHS.auditUser, parameters: [[filter, subject], ALL] }
    : { pathname: VIEW_PATHS.ssh, parameters: [[filter, subject]] };
}

/** The view of what one user or account did of a finding; undefined where none shows it. */
export function targetOfUser(
  pattern: 'kubeaudit' | 'authlog',
  finding: Linked,
  name: string
): FindingTarget | undefined {
  if (!isWhole(name)) return undefined;
  if (pattern === 'authlog') return undefined;
  if (finding.id.startsWith('group_account:')) {
    return { pathname: VIEW_PATHS.groupAccounts, parameters: [['accounts', name]] };
  }
  const rest = kubeParameters(finding).filter(([filter]) => filter !== 'users');
  return { pathname: VIEW_PATHS.auditUser, parameters: [['users', name], ...rest, ALL] };
}

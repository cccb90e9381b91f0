/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReactNode } from 'react';
import type { EuiSelectableOption } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { AuditedUser } from '../../../../common/api/users';
import type { UserKind } from '../../../../common/kube_audit/user_kind';

/** People first: they are what an audit is about. Nobody is listed by a name that is empty. */
const GROUPS: ReadonlyArray<{ kind: UserKind; label: () => string }> = [
  {
    kind: 'person',
    label: () => i18n.translate('auditUser.userSelector.persons', { defaultMessage: 'Persons' }),
  },
  {
    kind: 'group_account',
    label: () =>
      i18n.translate('auditUser.userSelector.groupAccounts', { defaultMessage: 'Group accounts' }),
  },
  {
    kind: 'service_account',
    label: () =>
      i18n.translate('auditUser.userSelector.serviceAccounts', {
        defaultMessage: 'Service accounts',
      }),
  },
  {
    kind: 'node',
    label: () => i18n.translate('auditUser.userSelector.nodes', { defaultMessage: 'Nodes' }),
  },
  {
    kind: 'system_component',
    label: () =>
      i18n.translate('auditUser.userSelector.systemComponents', {
        defaultMessage: 'System components',
      }),
  },
];

interface Entry {
  name: string;
  append?: ReactNode;
}

function toGroup(label: string, entries: Entry[], selected: ReadonlySet<string>) {
  if (entries.length === 0) return [];
  const heading: EuiSelectableOption = { key: `group ${label}`, label, isGroupLabel: true };
  const options = entries.map(
    // Two users may differ in case only, and the list would otherwise take its key from the lower case.
    ({ name, append }): EuiSelectableOption => ({
      key: `user ${name}`,
      label: name,
      append,
      checked: selected.has(name) ? 'on' : undefined,
    })
  );
  return [heading, ...options];
}

/** OUI numbers options as if every heading came before them, which begins below 1. */
function numbered(options: EuiSelectableOption[]): EuiSelectableOption[] {
  const size = options.filter(({ isGroupLabel }) => !isGroupLabel).length;
  let position = 0;
  return options.map((option) => {
    if (option.isGroupLabel) return option;
    position += 1;
    return { ...option, 'aria-posinset': position, 'aria-setsize': size };
  });
}

/**
 * Options of the list: what is selected but not listed, then the users by kind, in the order given.
 *
 * No option is ever disabled: OUI's list loops for ever on an arrow key when every option is.
 *
 * @param describe what stands at the end of a user's line
 */
export function toOptions(
  users: readonly AuditedUser[],
  selected: readonly string[],
  describe: (user: AuditedUser) => ReactNode
): EuiSelectableOption[] {
  const chosen = new Set(selected);
  const listed = new Set(users.map(({ name }) => name));
  const unlisted = selected.filter((name) => !listed.has(name)).map((name) => ({ name }));
  const heading = i18n.translate('auditUser.userSelector.selectedElsewhere', {
    defaultMessage: 'Selected, not in this list',
  });
  return numbered([
    ...toGroup(heading, unlisted, chosen),
    ...GROUPS.flatMap(({ kind, label }) => {
      const entries = users
        .filter((user) => user.kind === kind)
        .map((user) => ({ name: user.name, append: describe(user) }));
      return toGroup(label(), entries, chosen);
    }),
  ]);
}

/** Selected names after a click, in the order in which they were chosen. */
export function toSelected(
  options: readonly EuiSelectableOption[],
  before: readonly string[]
): string[] {
  const checked = options
    .filter((option) => !option.isGroupLabel && option.checked === 'on')
    .map(({ label }) => label);
  const now = new Set(checked);
  const known = new Set(before);
  return [...before.filter((name) => now.has(name)), ...checked.filter((name) => !known.has(name))];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { EuiFieldSearch, EuiSelectable, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_FILTER_VALUES } from '../../../../common/api/kube_filters';
import { DisplayText } from '../../../components/display_text';
import { ChosenUsers } from './chosen_users';
import { toOptions, toSelected } from './to_options';
import { useDebouncedValue } from './use_debounced_value';
import { useListedUsers, type UsersQuestion } from './use_listed_users';
import { UserActivity } from './user_activity';
import { UsersStatus } from './users_status';

export interface UserListProps extends Omit<UsersQuestion, 'search'> {
  /** Id of the search field, which the owner may want to focus. */
  searchId: string;
  selected: readonly string[];
  onChange: (users: string[]) => void;
}

/** Long enough for a typist to go on, short enough to seem at once. */
const DEBOUNCE_MS = 250;

/** Longest search that the server takes. */
const MAX_SEARCH_LENGTH = 256;

const LIST_HEIGHT = 320;

/** Search field and list of users. It asks the server as soon as it is there. */
export function UserList({ searchId, selected, onChange, ...scope }: UserListProps) {
  const [search, setSearch] = useState('');
  const settled = useDebouncedValue(search.trim(), DEBOUNCE_MS);
  const question = { ...scope, search: settled };
  const state = useListedUsers(question);
  const { listed } = state;
  const root = useRef<HTMLDivElement>(null);

  const options = useMemo(() => {
    const countsApproximate = listed?.countsApproximate ?? false;
    return toOptions(listed?.users ?? [], selected, (user) => (
      <UserActivity user={user} countsApproximate={countsApproximate} />
    ));
  }, [listed, selected]);

  const choose = (users: string[]) => {
    if (users.length <= MAX_FILTER_VALUES) onChange(users);
  };

  const moveToList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  };
  const label = i18n.translate('auditUser.userSelector.search', {
    defaultMessage: 'Search users by part of the name',
  });

  return (
    <div ref={root}>
      <EuiFieldSearch
        id={searchId}
        fullWidth
        aria-label={label}
        placeholder={label}
        maxLength={MAX_SEARCH_LENGTH}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={moveToList}
      />
      <EuiSpacer size="s" />
      {options.length > 0 && (
        <EuiSelectable
          aria-label={i18n.translate('auditUser.userSelector.list', { defaultMessage: 'Users' })}
          options={options}
          onChange={(changed) => choose(toSelected(changed, selected))}
          height={LIST_HEIGHT}
          renderOption={({ label: name }) => <DisplayText text={name} />}
        >
          {(list) => list}
        </EuiSelectable>
      )}
      <EuiSpacer size="s" />
      <UsersStatus question={question} state={state} />
      <ChosenUsers
        typed={search.trim()}
        listed={listed?.users ?? []}
        selected={selected}
        onChange={onChange}
      />
    </div>
  );
}

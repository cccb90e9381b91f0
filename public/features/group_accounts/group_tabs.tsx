/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import type { GroupAccountsResponse } from '../../../common/api/group_accounts';
import { formatCount } from '../../components/count_words';
import { GROUP_TABS, type GroupTab } from '../../url_state/group_accounts_state';
import { groupTabLabel } from './group_words';

export interface GroupTabsProps {
  tab: GroupTab;
  answer?: GroupAccountsResponse;
  onChange: (tab: GroupTab) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
}

const tabId = (tab: GroupTab) => `auditUserGroupTab-${tab}`;

/** A page holds one group of tabs, so one id will do. */
const PANEL_ID = 'auditUserGroupPanel';

/** The parts of the view. */
export function GroupTabs({ tab, answer, onChange, children }: GroupTabsProps) {
  const unknown = answer
    ? formatCount(answer.unknownCredentials.length + (answer.unknownLeftOut ?? 0))
    : '–';
  return (
    <>
      <EuiTabs size="s">
        {GROUP_TABS.map((name) => (
          <EuiTab
            key={name}
            id={tabId(name)}
            isSelected={name === tab}
            aria-controls={PANEL_ID}
            onClick={() => onChange(name)}
          >
            {groupTabLabel(name, unknown)}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="s" />
      <div role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(tab)}>
        {children}
      </div>
    </>
  );
}

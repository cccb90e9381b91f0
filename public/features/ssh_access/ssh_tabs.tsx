/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SshSessionsResponse } from '../../../common/api/ssh_sessions';
import { countWords, formatCount } from '../../components/count_words';
import { SSH_TABS, type SshTab } from '../../url_state/ssh_state';

export interface SshTabsProps {
  tab: SshTab;
  answer: SshSessionsResponse;
  onChange: (tab: SshTab) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
}

const tabId = (tab: SshTab) => `auditUserSshTab-${tab}`;

/** A page holds one group of tabs, so one id will do. */
const PANEL_ID = 'auditUserSshPanel';

function labelOf(tab: SshTab, { total, figures, failures }: SshSessionsResponse): string {
  switch (tab) {
    case 'sessions':
      return i18n.translate('auditUser.ssh.tab.sessions', {
        defaultMessage: 'Sessions ({count})',
        values: { count: countWords(total) },
      });
    case 'failures':
      return i18n.translate('auditUser.ssh.tab.failures', {
        defaultMessage: 'Refused and failed attempts ({count})',
        values: { count: failures ? formatCount(failures.attempts) : '–' },
      });
    case 'unreadable':
      return i18n.translate('auditUser.ssh.tab.unreadable', {
        defaultMessage: 'Unreadable lines ({count})',
        values: { count: formatCount(figures.unreadable) },
      });
  }
}

/** The parts of the answer. Unreadable lines have one while there are any, or while it is asked for. */
export function SshTabs({ tab, answer, onChange, children }: SshTabsProps) {
  const shown = SSH_TABS.filter(
    (name) => name !== 'unreadable' || name === tab || answer.figures.unreadable > 0
  );
  return (
    <>
      <EuiTabs size="s">
        {shown.map((name) => (
          <EuiTab
            key={name}
            id={tabId(name)}
            isSelected={name === tab}
            aria-controls={PANEL_ID}
            onClick={() => onChange(name)}
          >
            {labelOf(name, answer)}
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

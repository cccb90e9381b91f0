/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { Component, type ReactNode } from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';

export interface ErrorBoundaryProps {
  children: ReactNode;
}

/**
 * Stands in for a view that cannot be drawn. Without it React would leave an empty page, and an empty page is
 * easily taken for "nothing happened".
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <EuiEmptyPrompt
          iconType="bug"
          iconColor="danger"
          title={
            <h1>
              {i18n.translate('auditUser.crash.title', {
                defaultMessage: 'This view cannot be shown',
              })}
            </h1>
          }
          body={
            <p>
              {i18n.translate('auditUser.crash.body', {
                defaultMessage:
                  'Audit User has failed, and this says nothing about what happened on your clusters. The address still holds your question.',
              })}
            </p>
          }
          actions={
            <EuiButton iconType="refresh" onClick={() => this.setState({ failed: false })}>
              {i18n.translate('auditUser.crash.retry', { defaultMessage: 'Show it again' })}
            </EuiButton>
          }
        />
      </div>
    );
  }
}

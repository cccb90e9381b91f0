/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CallOut } from '../call_out';

export interface MaskedNoticeProps {
  unmasked: boolean;
  unmaskAllowed: boolean;
  onChange: (unmask: boolean) => void;
}

/** Says that likely secrets are hidden, and shows them where configuration allows it and somebody asks. */
export function MaskedNotice({ unmasked, unmaskAllowed, onChange }: MaskedNoticeProps) {
  const title = unmasked
    ? i18n.translate('auditUser.details.unmaskedTitle', {
        defaultMessage: 'Likely secrets are shown',
      })
    : i18n.translate('auditUser.details.maskedTitle', {
        defaultMessage: 'Likely secrets are masked',
      });
  return (
    <>
      <CallOut size="s" color={unmasked ? 'warning' : 'primary'} iconType="lock" title={title}>
        {unmaskAllowed ? (
          <EuiButton size="s" onClick={() => onChange(!unmasked)}>
            {unmasked
              ? i18n.translate('auditUser.details.maskAgain', { defaultMessage: 'Mask again' })
              : i18n.translate('auditUser.details.unmask', {
                  defaultMessage: 'Show masked values',
                })}
          </EuiButton>
        ) : (
          <p>
            {i18n.translate('auditUser.details.unmaskForbidden', {
              defaultMessage: 'The configuration does not let this application show them.',
            })}
          </p>
        )}
      </CallOut>
      <EuiSpacer size="m" />
    </>
  );
}

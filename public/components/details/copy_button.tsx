/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonIcon, EuiCopy } from '@elastic/eui';
import { i18n } from '@osd/i18n';

export interface CopyButtonProps {
  text: string;
  /** What is copied: "the command". */
  what: string;
}

/** Copies the text to the letter; OUI's own copy of a code block takes what is rendered. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const label = i18n.translate('auditUser.details.copy', {
    defaultMessage: 'Copy {what}',
    values: { what },
  });
  return (
    <EuiCopy textToCopy={text}>
      {(copy) => (
        <EuiButtonIcon
          iconType="copyClipboard"
          size="s"
          color="text"
          aria-label={label}
          onClick={copy}
        />
      )}
    </EuiCopy>
  );
}

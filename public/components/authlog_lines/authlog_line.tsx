/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiAccordion, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RawAuthlogLine } from '../../../common/api/authlog_lines';
import { LargeText } from '../details/large_text';
import { LINK_TARGET } from '../link_styles';
import { DisplayText, shorten, toVisibleText } from '../display_text';

/** A field of a document as text: a forged one may hold anything. */
function fieldOf(source: Record<string, unknown>, name: string): string {
  const value = source[name];
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

/** One line: when it was indexed, where from, and what it says; folded below it the whole document. */
export function AuthlogLine({ line: { document, source } }: { line: RawAuthlogLine }) {
  const [id] = useState(() => htmlIdGenerator('authlogLine')());
  const [isOpen, setIsOpen] = useState(false);
  const ident = fieldOf(source, 'ident');
  const pid = fieldOf(source, 'pid');
  const head = [
    fieldOf(source, '@timestamp'),
    fieldOf(source, 'host'),
    pid === '' ? ident : `${ident}[${pid}]`,
  ];
  const name = i18n.translate('auditUser.authlogLines.document', {
    defaultMessage: 'Document {index} / {id}',
    values: {
      index: toVisibleText(shorten(document.index, 120).shown),
      id: toVisibleText(shorten(document.id, 120).shown),
    },
  });
  return (
    <li style={{ marginBottom: 8 }}>
      <code>
        <DisplayText text={`${head.join(' ')}:`} max={300} />{' '}
        <DisplayText text={fieldOf(source, 'message')} />
      </code>
      <EuiAccordion
        id={id}
        buttonProps={{ style: LINK_TARGET }}
        buttonContent={name}
        paddingSize="s"
        onToggle={setIsOpen}
      >
        {isOpen && <LargeText text={JSON.stringify(source, null, 2)} what={name} json />}
      </EuiAccordion>
    </li>
  );
}

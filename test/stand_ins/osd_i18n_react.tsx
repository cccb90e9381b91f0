/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { Fragment, type ReactNode } from 'react';
import { i18n } from './osd_i18n';

/** Stand-in for `I18nProvider` of `@osd/i18n/react`. */
export function I18nProvider({ children }: { children?: ReactNode }) {
  return <Fragment>{children}</Fragment>;
}

/** What `FormattedMessage` takes. */
export interface FormattedMessageProps {
  id: string;
  defaultMessage: string;
  values?: Record<string, ReactNode>;
}

/** Stand-in for `FormattedMessage`: elements among the values keep their place in the text. */
export function FormattedMessage({ id, defaultMessage, values = {} }: FormattedMessageProps) {
  const elements: ReactNode[] = [];
  const texts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'string' || typeof value === 'number') return [key, value];
      return [key, `\u0001${elements.push(value) - 1}\u0001`];
    })
  );
  const parts = i18n.translate(id, { defaultMessage, values: texts }).split('\u0001');
  return (
    <Fragment>
      {parts.map((part, index) => (
        <Fragment key={index}>{index % 2 === 1 ? elements[Number(part)] : part}</Fragment>
      ))}
    </Fragment>
  );
}

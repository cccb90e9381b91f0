/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiDescriptionList, EuiSpacer, EuiTitle } from '@elastic/eui';

/** One line of a section: a name and what the log says. */
export interface Field {
  title: string;
  description: NonNullable<ReactNode>;
}

export interface SectionProps {
  title: string;
  fields?: readonly Field[];
  children?: ReactNode;
}

/** A part of the flyout that answers one question, under its own heading. */
export function Section({ title, fields = [], children }: SectionProps) {
  return (
    <section aria-label={title}>
      <EuiTitle size="xs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {fields.length > 0 && (
        <EuiDescriptionList type="responsiveColumn" compressed listItems={[...fields]} />
      )}
      {children}
      <EuiSpacer size="l" />
    </section>
  );
}

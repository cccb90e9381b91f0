/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { Fragment, type ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiIcon } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Attribution } from '../../../common/attribution/attribution';
import { candidatePersons, statusLabel, unknownPerson } from './attribution_words';
import { PersonLink } from './person_link';

/** Candidates that are named; the rest is counted, never left out in silence. */
const MOST_NAMED = 5;

function BadgeLine({ iconType, children }: { iconType: string; children: ReactNode }) {
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="flexStart" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiIcon type={iconType} size="s" style={{ marginTop: 4 }} />
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ flexShrink: 1, minWidth: 0 }}>
        <span>{children}</span>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function Candidates({ attribution }: { attribution: Attribution }) {
  const { persons, unknown } = candidatePersons(attribution);
  const named = persons.slice(0, MOST_NAMED);
  const more = persons.length - named.length;
  const items: ReactNode[] = [
    ...named.map((person) => <PersonLink key={person} person={person} />),
    ...(more > 0
      ? [
          i18n.translate('auditUser.attribution.moreCandidates', {
            defaultMessage: '{count, plural, one {# other person} other {# other persons}}',
            values: { count: more },
          }),
        ]
      : []),
    ...(unknown ? [unknownPerson()] : []),
  ];
  if (items.length === 0) return null;
  const or = i18n.translate('auditUser.attribution.or', { defaultMessage: 'or' });
  return (
    <>
      {': '}
      {items.map((item, index) => (
        <Fragment key={index}>
          {index > 0 && ` ${or} `}
          {item}
        </Fragment>
      ))}
    </>
  );
}

/**
 * Who was behind an action, with an icon and in words: one person, several who may have been it, or nobody that
 * can be named. One person is named only where the status says that nobody else was possible.
 */
export function AttributionBadge({ attribution }: { attribution: Attribution }) {
  const { status, person } = attribution;
  if (status === 'identified' && person !== undefined) {
    return (
      <BadgeLine iconType="user">
        <PersonLink person={person} />
      </BadgeLine>
    );
  }
  if (status === 'ambiguous') {
    return (
      <BadgeLine iconType="questionInCircle">
        {statusLabel(status)}
        <Candidates attribution={attribution} />
      </BadgeLine>
    );
  }
  return <BadgeLine iconType="crossInACircleFilled">{statusLabel('unidentified')}</BadgeLine>;
}

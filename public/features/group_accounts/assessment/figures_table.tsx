/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { GroupAccountsResponse } from '../../../../common/api/group_accounts';
import { formatCount } from '../../../components/count_words';
import { toAssessmentFigures } from './assessment_figures';

function Row({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row" style={{ textAlign: 'left', paddingRight: 24, fontWeight: 'normal' }}>
        {name}
      </th>
      <td style={{ textAlign: 'right' }}>{value}</td>
    </tr>
  );
}

/** Figures of the period over all group accounts. */
export function FiguresTable({ answer }: { answer: GroupAccountsResponse }) {
  const figures = toAssessmentFigures(answer);
  const sign = answer.total.relation === 'gte' ? '≥ ' : '';
  const write = (value = 0) => `${sign}${formatCount(value)}`;
  return (
    <table style={{ maxWidth: 640 }}>
      <tbody>
        <Row
          name={i18n.translate('auditUser.assessment.uses', {
            defaultMessage: 'Uses of group accounts',
          })}
          value={write(figures.uses)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.identified', {
            defaultMessage: '… of which were attributed to exactly one person',
          })}
          value={write(figures.identified)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.ambiguous', {
            defaultMessage: '… of which several persons were possible',
          })}
          value={write(figures.ambiguous)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.unidentified', {
            defaultMessage: '… of which nobody could be identified',
          })}
          value={write(figures.unidentified)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.denied', {
            defaultMessage: '… of which were refused',
          })}
          value={write(figures.denied)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.persons', {
            defaultMessage: 'Persons identified',
          })}
          value={figures.morePersons ? `≥ ${formatCount(figures.persons)}` : write(figures.persons)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.unknownKeys', {
            defaultMessage: 'Keys, certificates and credentials that are not in the directory',
          })}
          value={write(figures.unknownKeys)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.expired', {
            defaultMessage: 'Uses with a key outside its validity',
          })}
          value={write(figures.byMark.key_outside_validity)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.shared', {
            defaultMessage: 'Uses with a key that several persons hold',
          })}
          value={write(figures.byMark.shared_key)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.password', {
            defaultMessage: 'Uses after a login by password',
          })}
          value={write(figures.byMark.password_login)}
        />
        <Row
          name={i18n.translate('auditUser.assessment.breakGlass', {
            defaultMessage: 'Uses of break-glass accounts of Kubernetes',
          })}
          value={write(figures.byMark.break_glass)}
        />
      </tbody>
    </table>
  );
}

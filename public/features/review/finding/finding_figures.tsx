/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiBadge, EuiButtonEmpty, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding } from '../../../../common/api/review';
import type { ReviewPattern } from '../../../../common/api/review_record';
import type { TimeRange } from '../../../../common/api/time_range';
import { formatCount } from '../../../components/count_words';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { changeWords, jumpWords } from './change_words';
import { FactsTable } from './facts_table';
import { targetOfUser } from './finding_links';
import { NewTabLink } from './new_tab_link';

/** What a finding says, whether it is prepared or signed. */
export type ShownFinding = Pick<ReviewFinding, 'id' | 'figures' | 'change' | 'filters'>;

export interface FindingFiguresProps {
  pattern: ReviewPattern;
  finding: ShownFinding;
  period: TimeRange;
  /** All facts at once, as on paper. */
  whole?: boolean;
}

/** Facts shown before somebody asks for all. */
const FIRST_FACTS = 5;

/** Users named before somebody asks for all. */
const FIRST_USERS = 8;

function ByUser({ pattern, finding, period, whole = false }: FindingFiguresProps) {
  const [all, setAll] = useState(false);
  const { byUser, byOthers } = finding.figures;
  if (byUser.length === 0) {
    // Lines of authlog are searched as they are: who is in them was not asked.
    if (byOthers === 0 || pattern === 'authlog') return null;
    return (
      <p>
        {i18n.translate('auditUser.review.byNobody', {
          defaultMessage: 'No user or account is named in any of them.',
        })}
      </p>
    );
  }
  const shown = whole || all ? byUser : byUser.slice(0, FIRST_USERS);
  return (
    <p>
      {i18n.translate('auditUser.review.byUser', { defaultMessage: 'By user or account: ' })}
      {shown.map(({ name, count }, i) => {
        const target = targetOfUser(pattern, finding, name);
        const text = <DisplayText text={name} max={120} />;
        return (
          <span key={name}>
            {i > 0 && ', '}
            {target ? (
              <NewTabLink target={target} period={period} quiet>
                {text}
              </NewTabLink>
            ) : (
              text
            )}{' '}
            {formatCount(count)}
          </span>
        );
      })}
      {shown.length < byUser.length && (
        <>
          {', '}
          <EuiLink onClick={() => setAll(true)}>
            {i18n.translate('auditUser.review.moreUsers', {
              defaultMessage: '{count} more',
              values: { count: formatCount(byUser.length - shown.length) },
            })}
          </EuiLink>
        </>
      )}
      {byOthers > 0 &&
        i18n.translate('auditUser.review.byOthers', {
          defaultMessage: ', others and nobody named {count}',
          values: { count: formatCount(byOthers) },
        })}
    </p>
  );
}

/** By whom, how it stands against the last review, what could not be looked at, and the facts one by one. */
export function FindingFigures(props: FindingFiguresProps) {
  const { pattern, finding, period, whole = false } = props;
  const { figures, change } = finding;
  const [all, setAll] = useState(false);
  const { facts, factsLeftOut, limits } = figures;
  const shown = whole || all ? facts : facts.slice(0, FIRST_FACTS);
  return (
    <EuiText size="s">
      {change && (
        <p>
          {change.jump && (
            <>
              <EuiBadge color="warning" iconType={change.jump === 'up' ? 'sortUp' : 'sortDown'}>
                {jumpWords(change.jump)}
              </EuiBadge>{' '}
            </>
          )}
          {changeWords(change)}
        </p>
      )}
      {limits.length > 0 && (
        <p>
          <strong>
            {i18n.translate('auditUser.review.limits', {
              defaultMessage: 'What could not be looked at:',
            })}
          </strong>{' '}
          {limits.map((limit, i) => (
            <React.Fragment key={limit}>
              {i > 0 && <br />}
              {toVisibleText(limit)}
            </React.Fragment>
          ))}
        </p>
      )}
      <ByUser {...props} />
      {facts.length > 0 && (
        <FactsTable pattern={pattern} finding={finding} facts={shown} period={period} />
      )}
      {!whole && facts.length > FIRST_FACTS && (
        <EuiButtonEmpty size="xs" flush="left" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? i18n.translate('auditUser.review.fewerFacts', { defaultMessage: 'Show fewer' })
            : i18n.translate('auditUser.review.allFacts', {
                defaultMessage: 'Show all {count}',
                values: { count: formatCount(facts.length) },
              })}
        </EuiButtonEmpty>
      )}
      {factsLeftOut > 0 && (
        <p>
          {i18n.translate('auditUser.review.factsLeftOut', {
            defaultMessage: '{count} more are counted but not listed.',
            values: { count: formatCount(factsLeftOut) },
          })}
        </p>
      )}
    </EuiText>
  );
}

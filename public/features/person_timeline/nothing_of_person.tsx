/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../common/api/completeness';
import type { ResolvedRange } from '../../../common/api/time_range';
import { NothingPrompt } from '../../components/states/nothing_prompt';
import { isSerious } from '../../components/states/reason_words';
import type { PersonState } from '../../url_state/person_state';
import { certaintyLabel, laneLabel } from './timeline_words';

export interface NothingOfPersonProps {
  state: PersonState;
  range: ResolvedRange;
  reasons: readonly CompletenessReason[];
  onShowAll: () => void;
}

function filterWords({ lanes, certainty }: PersonState): string[] {
  const words: string[] = [];
  if (lanes.length > 0) {
    words.push(
      i18n.translate('auditUser.person.filteredLanes', {
        defaultMessage: 'Lanes: {lanes}',
        values: { lanes: lanes.map(laneLabel).join(', ') },
      })
    );
  }
  if (certainty !== undefined) {
    words.push(
      i18n.translate('auditUser.person.filteredCertainty', {
        defaultMessage: 'How surely: {certainty}',
        values: { certainty: certaintyLabel(certainty) },
      })
    );
  }
  return words;
}

function titleWords(incomplete: boolean, filtered: boolean): string {
  if (incomplete) {
    return i18n.translate('auditUser.person.nothingSure', {
      defaultMessage: 'Nothing of this person was found, but not everything was read',
    });
  }
  return filtered
    ? i18n.translate('auditUser.person.nothingFiltered', {
        defaultMessage: 'Nothing of this person in this period and these filters',
      })
    : i18n.translate('auditUser.person.nothing', {
        defaultMessage: 'Nothing of this person in this period',
      });
}

/** No entry: says how far that can be believed. */
export function NothingOfPerson({ state, range, reasons, onShowAll }: NothingOfPersonProps) {
  const incomplete = reasons.some(isSerious);
  const filters = filterWords(state);
  return (
    <NothingPrompt
      title={titleWords(incomplete, filters.length > 0)}
      range={range}
      notes={[
        incomplete
          ? i18n.translate('auditUser.person.nothingIncomplete', {
              defaultMessage:
                'What is said above is missing from this answer: it does not prove that nothing was done.',
            })
          : i18n.translate('auditUser.person.nothingNote', {
              defaultMessage:
                'Both logs were read for the whole period. What was done with a key that is not in the directory is not found under a name.',
            }),
      ]}
      filters={filters}
      actions={[
        filters.length > 0 && (
          <EuiButton onClick={onShowAll}>
            {i18n.translate('auditUser.person.showAll', {
              defaultMessage: 'Show all lanes, certain and possible',
            })}
          </EuiButton>
        ),
      ]}
    />
  );
}

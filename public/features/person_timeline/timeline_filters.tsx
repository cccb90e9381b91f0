/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { TIMELINE_LANES, type TimelineLaneId } from '../../../common/api/person_timeline';
import { ValueComboBox } from '../../components/filters/value_combo_box';
import { CERTAINTIES, type PersonState } from '../../url_state/person_state';
import { certaintyLabel, laneLabel } from './timeline_words';

export interface TimelineFiltersProps {
  state: PersonState;
  onChange: (part: Partial<PersonState>) => void;
}

/** Which lanes, and how sure. */
export function TimelineFilters({ state, onChange }: TimelineFiltersProps) {
  return (
    <EuiFlexGroup gutterSize="s" wrap responsive={false}>
      <EuiFlexItem grow style={{ flexBasis: 260, maxWidth: 520 }}>
        <ValueComboBox
          label={i18n.translate('auditUser.person.filter.lanes', { defaultMessage: 'Lanes' })}
          offered={TIMELINE_LANES.map((value) => ({ value }))}
          chosen={state.lanes}
          wordsOf={(value) => laneLabel(value as TimelineLaneId)}
          free={false}
          onChange={(values) =>
            onChange({ lanes: TIMELINE_LANES.filter((lane) => values.includes(lane)) })
          }
        />
      </EuiFlexItem>
      <EuiFlexItem grow style={{ flexBasis: 200, maxWidth: 300 }}>
        <ValueComboBox
          label={i18n.translate('auditUser.person.filter.certainty', {
            defaultMessage: 'How surely',
          })}
          offered={CERTAINTIES.map((value) => ({ value }))}
          chosen={state.certainty === undefined ? [] : [state.certainty]}
          wordsOf={(value) => certaintyLabel(value === 'certain' ? 'certain' : 'possible')}
          free={false}
          onChange={(values) => {
            const last = values[values.length - 1];
            onChange({ certainty: CERTAINTIES.find((each) => each === last) });
          }}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

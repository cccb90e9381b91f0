/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CellMark } from './cell_mark';
import { LEVELS, type CellState } from './heat_cells';
import { partlySilentWords, stateWords } from './heat_words';

const EMPTY: ReadonlyArray<Exclude<CellState, 'records'>> = [
  'silence',
  'less',
  'nothing',
  'not_kept',
  'not_over',
  'unknown',
];

const MARK = { width: 18, flexShrink: 0, border: '1px solid currentColor' };
const ENTRY = { display: 'flex', alignItems: 'center', gap: 6 };

/** What the looks of cells mean; of states, those that are there. */
export function HeatLegend({
  states,
  partly,
}: {
  states: ReadonlySet<CellState>;
  /** Some cell has records and a silence. */
  partly: boolean;
}) {
  return (
    <EuiText size="xs">
      <EuiFlexGroup
        gutterSize="m"
        wrap
        responsive={false}
        component="div"
        data-test-subj="auditUserCoverageLegend"
      >
        <EuiFlexItem grow={false}>
          <div style={ENTRY}>
            {LEVELS.map((level) => (
              <div key={level} style={MARK}>
                <CellMark state="records" level={level} />
              </div>
            ))}
            <span>
              {i18n.translate('auditUser.coverage.legend.levels', {
                defaultMessage: 'Few to many records, against the most of the same row',
              })}
            </span>
          </div>
        </EuiFlexItem>
        {partly && (
          <EuiFlexItem grow={false}>
            <div style={ENTRY}>
              <div style={MARK}>
                <CellMark state="records" level={2} partlySilent />
              </div>
              <span>{partlySilentWords()}</span>
            </div>
          </EuiFlexItem>
        )}
        {EMPTY.filter((state) => states.has(state)).map((state) => (
          <EuiFlexItem grow={false} key={state}>
            <div style={ENTRY}>
              <div style={MARK}>
                <CellMark state={state} />
              </div>
              <span>{stateWords(state)}</span>
            </div>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiText>
  );
}

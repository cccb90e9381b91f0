/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiIcon, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { TimelineEntry } from '../../../../common/api/person_timeline';
import { AttributionReasons } from '../../../components/attribution/attribution_reasons';
import { DisplayText } from '../../../components/display_text';
import { certaintyLabel } from '../timeline_words';

/** Others named in a row. */
const MAX_OTHERS = 5;

/** How surely it was this person; who else it may have been, and why, where it is not sure. */
export function CertaintyCell({ entry }: { entry: TimelineEntry }) {
  const { certainty, others, reasons } = entry;
  if (certainty === 'certain') {
    return (
      <>
        <EuiIcon type="checkInCircleFilled" size="s" /> {certaintyLabel(certainty)}
      </>
    );
  }
  const more = others.length - MAX_OTHERS;
  return (
    <div>
      <EuiIcon type="questionInCircle" size="s" /> <strong>{certaintyLabel(certainty)}</strong>
      <EuiText size="xs">
        <p>
          {i18n.translate('auditUser.person.others', { defaultMessage: 'It may have been: ' })}
          <DisplayText text={others.slice(0, MAX_OTHERS).join(', ')} max={300} />
          {more > 0 &&
            i18n.translate('auditUser.person.moreOthers', {
              defaultMessage: ' and {count} more',
              values: { count: more },
            })}
        </p>
        <details>
          <summary>
            {i18n.translate('auditUser.person.why', { defaultMessage: 'Why that is not sure' })}
          </summary>
          <AttributionReasons reasons={reasons} />
        </details>
      </EuiText>
    </div>
  );
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen } from '@testing-library/react';
import type { CompletenessReason } from '../../../common/api/completeness';
import { renderView } from '../test_render_view';
import { CompletenessCallout } from './completeness_callout';

const setUp = (reasons: CompletenessReason[]) =>
  renderView(
    <CompletenessCallout reasons={reasons} />,
    '/ssh?from=now-1d&to=now&accounts=root',
    {}
  );

describe('what an answer does not hold', () => {
  it.each(['gap_in_source', 'retention_starts_later', 'unparsed_lines'] as const)(
    'leads to the coverage of the same period where the reason is %s',
    (code) => {
      setUp([{ code, message: 'Words of the server.' }]);
      expect(screen.getByRole('link', { name: 'Coverage of the logs' })).toHaveAttribute(
        'href',
        '/coverage?from=now-1d&to=now'
      );
    }
  );

  it('leads nowhere where the page of coverage knows no more', () => {
    setUp([{ code: 'timed_out', message: 'Words of the server.' }]);
    expect(screen.getByText('Words of the server.')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

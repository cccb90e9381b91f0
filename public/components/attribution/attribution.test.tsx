/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactElement } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import { ATTRIBUTION_MARKS, type Attribution } from '../../../common/attribution/attribution';
import { AttributionBadge } from './attribution_badge';
import { AttributionReasons } from './attribution_reasons';
import { MarkBadges } from './mark_badges';
import { markLabel } from './mark_words';

function setUp(element: ReactElement) {
  const history = createMemoryHistory({ initialEntries: ['/ssh?from=now-1d&to=now&hosts=a'] });
  const view = render(<Router history={history}>{element}</Router>);
  return { ...view, history, input: userEvent.setup() };
}

const attribution = (changes: Partial<Attribution>): Attribution => ({
  status: 'unidentified',
  candidates: [],
  reasons: [],
  ...changes,
});

describe('who was behind an action', () => {
  it('is a person by name, leading to the timeline of the same period', async () => {
    const { history, input, container } = setUp(
      <AttributionBadge
        attribution={attribution({ status: 'identified', person: 'alice@example.com' })}
      />
    );
    expect(container).toHaveTextContent(/^alice@example.com$/);
    await input.click(screen.getByRole('link', { name: 'alice@example.com' }));
    expect(decodeURIComponent(history.location.pathname)).toBe('/people/alice@example.com');
    expect(history.location.search).toBe('?from=now-1d&to=now');
  });

  it('is all who may have been it, each once, when several may', () => {
    const { container } = setUp(
      <AttributionBadge
        attribution={attribution({
          status: 'ambiguous',
          candidates: [
            { person: 'alice', sessionId: 's1' },
            { person: 'bob' },
            { person: 'alice', sessionId: 's2' },
          ],
        })}
      />
    );
    expect(container).toHaveTextContent(/^Ambiguous: alice or bob$/);
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  it('leaves open that somebody not known may have been it', () => {
    const { container } = setUp(
      <AttributionBadge
        attribution={attribution({
          status: 'ambiguous',
          candidates: [{ person: 'alice' }, { sessionId: 's2' }, { sessionId: 's3' }],
        })}
      />
    );
    expect(container).toHaveTextContent(/^Ambiguous: alice or somebody not known$/);
  });

  it('counts the candidates whom it does not name', () => {
    const { container } = setUp(
      <AttributionBadge
        attribution={attribution({
          status: 'ambiguous',
          candidates: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((person) => ({ person })),
        })}
      />
    );
    expect(container).toHaveTextContent(/^Ambiguous: a or b or c or d or e or 2 other persons$/);
  });

  it('names nobody when the status does not, whoever else is mentioned', () => {
    const { container } = setUp(
      <AttributionBadge
        attribution={attribution({ person: 'alice', candidates: [{ person: 'alice' }] })}
      />
    );
    expect(container).toHaveTextContent(/^Not identified$/);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('names nobody when the status says so but no person is given', () => {
    const { container } = setUp(
      <AttributionBadge attribution={attribution({ status: 'identified' })} />
    );
    expect(container).toHaveTextContent(/^Not identified$/);
  });

  it('shows a hostile name as text', () => {
    const { container } = setUp(
      <AttributionBadge
        attribution={attribution({ status: 'identified', person: '<img src=x>\u202ebob' })}
      />
    );
    expect(container).toHaveTextContent('<img src=x>⟨U+202E⟩bob');
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('the reasons of an attribution', () => {
  it('are a list of sentences', () => {
    setUp(
      <AttributionReasons
        reasons={[
          { code: 'key_in_directory', message: 'The key is that of alice.' },
          { code: 'terminal_tied_to_connection', message: 'The terminal is that of the session.' },
        ]}
      />
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The key is that of alice.',
      'The terminal is that of the session.',
    ]);
  });
});

describe('what an auditor looks at first', () => {
  it('is said in words, each mark in its own', () => {
    const { container } = setUp(<MarkBadges marks={ATTRIBUTION_MARKS} />);
    const words = ATTRIBUTION_MARKS.map(markLabel);
    expect(new Set(words).size).toBe(ATTRIBUTION_MARKS.length);
    for (const text of words) expect(container).toHaveTextContent(text);
  });

  it('is nothing when there is no mark', () => {
    const { container } = setUp(<MarkBadges marks={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});

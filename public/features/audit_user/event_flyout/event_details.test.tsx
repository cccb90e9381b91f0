/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, within } from '@testing-library/react';
import { testEvent, testExec } from '../event_words/test_event';
import { answer, section, setUp } from './test_flyout';

describe('the summary', () => {
  it('is one sentence', async () => {
    setUp(async () => answer());
    const user = await screen.findAllByText('alice@example.com');
    expect(user[0].closest('p')).toHaveTextContent(
      'alice@example.com read: pods web-0 in production'
    );
  });

  it('names whom the user acted as', async () => {
    setUp(async () => answer(testEvent({ impersonatedUser: 'bob@example.com' })));
    expect(
      await screen.findByText('alice@example.com, acting as bob@example.com,')
    ).toBeInTheDocument();
  });

  it('says that a failed authentication names nobody', async () => {
    setUp(async () =>
      answer(
        testEvent({
          user: '',
          userKind: 'unauthenticated',
          outcome: 'unauthenticated',
          code: 401,
          state: 'refused_before_authentication',
          decision: undefined,
          reason: undefined,
        })
      )
    );
    const who = await section('Who');
    expect(who.getByText('Nobody: the request failed authentication')).toBeInTheDocument();
    expect(screen.getByText('Somebody who failed to authenticate')).toBeInTheDocument();
  });
});

describe('who', () => {
  it('gives identity, credential and why it was allowed', async () => {
    setUp(async () =>
      answer(testEvent({ impersonatedUser: 'bob@example.com', credentialId: 'X509SHA256=ab12' }))
    );
    const who = await section('Who');
    for (const text of [
      'Person',
      'bob@example.com',
      'welkin-users, system:authenticated',
      'X509SHA256=ab12',
      'allow',
      'RBAC: allowed by RoleBinding "extra-workload-admins/production"',
    ]) {
      expect(who.getByText(text)).toBeInTheDocument();
    }
  });

  it('offers to filter for whom the user acted as, but not to leave it out', async () => {
    const { onFilter, input } = setUp(async () =>
      answer(testEvent({ impersonatedUser: 'bob@example.com' }))
    );
    const who = await section('Who');
    expect(who.queryByRole('button', { name: 'Exclude bob@example.com' })).toBeNull();
    await input.click(who.getByRole('button', { name: 'Filter for bob@example.com' }));
    expect(onFilter).toHaveBeenCalledWith({
      kind: 'include',
      key: 'impersonatedUsers',
      value: 'bob@example.com',
    });
  });

  it('filters for a value and excludes it', async () => {
    const { onFilter, input } = setUp(async () => answer());
    const who = await section('Who');
    await input.click(who.getByRole('button', { name: 'Filter for alice@example.com' }));
    await input.click(who.getByRole('button', { name: 'Exclude alice@example.com' }));
    expect(onFilter.mock.calls).toEqual([
      [{ kind: 'include', key: 'users', value: 'alice@example.com' }],
      [{ kind: 'exclude', key: 'users', value: 'alice@example.com' }],
    ]);
  });
});

describe('hidden characters', () => {
  it('are made visible, so that a name cannot turn its line around', async () => {
    const name = 'web-\u202e0';
    setUp(async () => answer(testEvent({ name })));
    const what = await section('What');
    expect(what.getByText('web-⟨U+202E⟩0')).toBeInTheDocument();
    expect(what.getByRole('button', { name: 'Filter for web-⟨U+202E⟩0' })).toBeInTheDocument();
  });
});

describe('what', () => {
  it('lists the arguments of a command, one a line, with what the log cannot say', async () => {
    setUp(async () =>
      answer(testExec(['sh', '-c', 'cat /etc/passwd'], { stdin: true, tty: true }))
    );
    const what = await section('What');
    const command = what.getByRole('list', { name: 'Command, one argument a line' });
    expect(
      within(command)
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    ).toEqual(['sh', '-c', 'cat /etc/passwd']);
    expect(what.getByText('with a terminal, with input')).toBeInTheDocument();
    expect(what.getByText(/^What is typed inside a shell is not in this log/)).toBeInTheDocument();
    expect(what.getByText(/^Code 101 means that the connection was upgraded/)).toBeInTheDocument();
    expect(what.getByRole('button', { name: 'Copy the command' })).toBeInTheDocument();
  });

  it('says that an exec holds no command', async () => {
    setUp(async () => answer(testExec([])));
    expect(await screen.findByText('The log holds no command.')).toBeInTheDocument();
  });

  it('gives the message of a denial', async () => {
    setUp(async () =>
      answer(
        testEvent({
          outcome: 'forbidden',
          denial: 'admission',
          code: 403,
          message: 'admission webhook "validation.gatekeeper.sh" denied the request',
        })
      )
    );
    const what = await section('What');
    expect(what.getByText('Denied by admission (403)')).toBeInTheDocument();
    expect(what.getByText(/^admission webhook/)).toBeInTheDocument();
  });

  it('filters by the whole name of a resource', async () => {
    const { onFilter, input } = setUp(async () => answer(testExec(['id'])));
    await input.click(await screen.findByRole('button', { name: 'Filter for pods/exec' }));
    expect(onFilter).toHaveBeenCalledWith({
      kind: 'include',
      key: 'resources',
      value: 'pods/exec',
    });
  });
});

describe('from where', () => {
  it('keeps the order of the addresses and says which to trust', async () => {
    setUp(async () => answer(testEvent({ sourceIps: ['203.0.113.9', '10.0.16.1'] })));
    const source = await section('From where');
    expect(source.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '203.0.113.9',
      '10.0.16.1',
    ]);
    expect(source.getByText(/^Only the last address cannot be forged/)).toBeInTheDocument();
    expect(source.getByText('Program, as the client claims')).toBeInTheDocument();
  });
});

describe('when', () => {
  it('gives instants in the zone of the user and in UTC, and every stage', async () => {
    setUp(async () => answer(testEvent({ durationMs: 822_800, duplicates: 2 })));
    const when = await section('When');
    expect(when.getByTitle('2026-01-27T10:00:00.100000Z')).toHaveTextContent(
      /2026-01-27 \d\d:00:00\.100 [+-]\d\d:\d\d \(2026-01-27 10:00:00\.100 UTC\)/
    );
    expect(when.getByText('13 min 42 s')).toBeInTheDocument();
    expect(when.getByText('ResponseComplete')).toBeInTheDocument();
    expect(
      when.getByText('2 records were delivered again. This is still one request.')
    ).toBeInTheDocument();
  });

  it('says that an end is not known', async () => {
    setUp(async () => answer(testExec(['bash'], {}, { state: 'open', durationMs: undefined })));
    const when = await section('When');
    expect(when.getByText('Still open, or its end was not logged')).toBeInTheDocument();
  });
});

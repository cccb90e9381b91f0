/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen, waitFor, within } from '@testing-library/react';
import { toCompleteness } from '../../../../common/api/completeness';
import type { SshSession } from '../../../../common/api/ssh_sessions';
import { httpError } from '../../../components/test_render_view';
import { testAnswer, testCommand, testSession } from '../test_ssh';
import { setUp } from '../test_ssh_view';

jest.setTimeout(30_000);

const OPEN = '?from=now-7d&to=now&session=s1';

function open(changes: Partial<SshSession> = {}, search = OPEN) {
  return setUp(
    {
      sessions: () => testAnswer({ sessions: [testSession(changes), testSession({ id: 's2' })] }),
      lines: ({ documents }) => ({
        lines: documents.map((document) => ({ document, source: {}, masked: false })),
        missing: [],
        leftOut: [],
        canUnmask: false,
        completeness: { complete: true, reasons: [] },
      }),
    },
    search
  );
}

const section = async (name: string) => screen.findByRole('region', { name });

describe('an SSH session in full', () => {
  it('opens by keyboard, in the address too, and closes', async () => {
    const { input, address } = open({}, '');
    const [first] = await screen.findAllByRole('button', { name: /show the session of ubuntu/ });
    first.focus();
    await input.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(address().get('session')).toBe('s1');
    await input.click(screen.getByTestId('euiFlyoutCloseButton'));
    await waitFor(() => expect(address().get('session')).toBeNull());
  });

  it('says who it was and why that is said', async () => {
    open();
    const who = await section('Who it was');
    expect(within(who).getByRole('link', { name: 'alice@example.com' })).toBeInTheDocument();
    expect(who).toHaveTextContent('The key is that of alice@example.com.');
    expect(who).not.toHaveTextContent('Who may have been it');
  });

  it('names everybody who may have been it, with the way to the other session', async () => {
    const { input, address } = open({ attribution: testCommand().attribution });
    const who = await section('Who it was');
    expect(who).toHaveTextContent('Ambiguous: alice@example.com or bob@example.com');
    await input.click(within(who).getByRole('button', { name: 'Show that session' }));
    expect(address().get('session')).toBe('s2');
  });

  it('has what could have been typed between login and end, with outcome and attribution', async () => {
    open({
      commands: [
        testCommand(),
        testCommand({
          time: '2026-01-27T08:40:00.000Z',
          outcome: 'denied',
          refusal: 'command not allowed',
          command: '/usr/bin/passwd',
          masked: true,
        }),
        testCommand({ program: 'su', runAs: undefined, command: undefined }),
      ],
      commandsLeftOut: 9,
    });
    const items = within(await screen.findByTestId('auditUserSshTimeline'))
      .getAllByRole('listitem')
      .filter(({ parentElement }) => parentElement?.dataset.testSubj === 'auditUserSshTimeline');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Login.*shell.*pts\/0/),
      expect.stringMatching(
        /sudo: ubuntu became root.*kubectl get secrets.*Ambiguous: alice@example.com or bob@example.com/
      ),
      expect.stringMatching(
        /sudo: ubuntu was refused to become root.*command not allowed.*passwd.*masked/
      ),
      expect.stringMatching(/su: ubuntu became an account that the line does not tell/),
      expect.stringMatching(/9 more commands are not listed here/),
      expect.stringMatching(/Closed.*1 h 0 min/),
    ]);
  });

  it('claims no end and no login that no line has', async () => {
    open({
      startedAt: undefined,
      endedAt: undefined,
      durationMs: undefined,
      state: 'end_not_logged',
      method: 'unknown',
      keyType: undefined,
      fingerprint: undefined,
      sourceIp: undefined,
    });
    const what = await section('What happened');
    expect(what).toHaveTextContent('The login is not in what was read');
    expect(what).toHaveTextContent('Ended, but no line says when');
    expect(what).toHaveTextContent(/No command of sudo or su in the log could have been typed/);
    const login = await section('Login');
    expect(login).toHaveTextContent('The login is not in the log');
  });

  it('names the certificate and its authority', async () => {
    open({
      certificate: {
        id: 'alice@example.com',
        serial: '42',
        caType: 'ED25519',
        caFingerprint: 'SHA256:ca',
      },
    });
    const login = await section('Login');
    expect(login).toHaveTextContent('alice@example.com');
    expect(login).toHaveTextContent('42');
    expect(login).toHaveTextContent('ED25519 SHA256:ca');
  });
});

describe('a session that the address names and that is not among the rows', () => {
  const LINKED = '?from=now-7d&to=now&accounts=root&session=elsewhere';
  const rows = () => testAnswer({ nextCursor: 'C1' });

  it('is asked for by itself, whatever the filters, and opened', async () => {
    const { questions } = setUp(
      {
        sessions: ({ session }) =>
          session === undefined
            ? rows()
            : testAnswer({ sessions: [testSession({ id: session, host: 'node-9' })] }),
      },
      LINKED
    );
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent('ubuntu @ node-9'));
    expect(questions()[1]).toEqual({
      timeRange: { from: 'now-7d', to: 'now' },
      session: 'elsewhere',
      limit: 1,
    });
    expect(questions()).toHaveLength(2);
  });

  it('and that the log does not hold is said to be in none of its lines', async () => {
    const { questions } = setUp(
      {
        sessions: ({ session }) => (session === undefined ? rows() : testAnswer({ sessions: [] })),
      },
      LINKED
    );
    expect(
      await screen.findByText('This session is not in the log of this period')
    ).toBeInTheDocument();
    expect(questions()).toHaveLength(2);
  });

  it('is not said not to exist where the log could not be read whole', async () => {
    const reason = { code: 'timed_out', message: 'A node was slow.' } as const;
    setUp(
      {
        sessions: ({ session }) =>
          session === undefined
            ? rows()
            : testAnswer({ sessions: [], completeness: toCompleteness([reason]) }),
      },
      LINKED
    );
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(dialog).toHaveTextContent('This session was not found, but not everything was read')
    );
    expect(dialog).toHaveTextContent('A node was slow.');
  });

  it('and that cannot be asked for says why, and can be asked for again', async () => {
    let fails = true;
    const { input } = setUp(
      {
        sessions: ({ session }) => {
          if (session === undefined) return rows();
          return fails
            ? Promise.reject(httpError(504, 'timeout'))
            : testAnswer({ sessions: [testSession({ id: session, host: 'node-9' })] });
        },
      },
      LINKED
    );
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent('took too long'));
    fails = false;
    await input.click(within(dialog).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(dialog).toHaveTextContent('ubuntu @ node-9'));
  });
});

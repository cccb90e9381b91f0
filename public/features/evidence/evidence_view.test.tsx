/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { EvidenceProgress, EvidenceRequest } from '../../../common/api/evidence';
import { fetchZip, type FetchedFile } from '../../api/fetch_file';
import { httpError, renderView } from '../../components/test_render_view';
import { EvidenceView } from './evidence_view';
import { saveFile } from './save_file';

jest.setTimeout(30_000);

// Tested against a real server beside itself; jsdom has no streams.
jest.mock('../../api/fetch_file');
jest.mock('./save_file');
jest.mock('./sha256_of', () => ({ sha256Of: async () => 'ab12' }));

const fetched = jest.mocked(fetchZip);
const saved = jest.mocked(saveFile);
beforeEach(() => {
  fetched.mockReset();
  saved.mockReset();
});

/** A package that arrives, breaks or stands when the test says. */
function pendingPackage() {
  let arrive: (file: FetchedFile) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  fetched.mockImplementation(
    (_http, _path, _request, { signal } = {}) =>
      new Promise((resolve, reject) => {
        arrive = resolve;
        fail = reject;
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      })
  );
  return {
    arrive: () => act(async () => arrive({ blob: new Blob(['x']), name: 'evidence-8.2.zip' })),
    fail: (error: unknown) => act(async () => fail(error)),
  };
}

function setUp(search: string, progress: Partial<EvidenceProgress> = {}) {
  const told: EvidenceProgress = { state: 'reading', records: 0, expected: 0, ...progress };
  const server = { [ENDPOINTS.evidenceProgress]: () => told };
  const view = renderView(<EvidenceView />, `/evidence${search}`, server);
  return {
    ...view,
    told,
    asked: () => fetched.mock.calls[0][2] as EvidenceRequest,
    make: () => view.input.click(screen.getByRole('button', { name: 'Make the package' })),
  };
}

const arrived = () => screen.findByTestId('auditUserPackageSaved');

const DAY = '?from=2026-01-26T00:00:00.000Z&to=2026-01-27T00:00:00.000Z';

describe('the page of evidence packages', () => {
  it('asks for a control, masked, with a sample, in the zone of the reader', async () => {
    pendingPackage();
    const { asked, make, input, address } = setUp(`${DAY}&clusters=prod`);
    expect(screen.getByRole('button', { name: 'Make the package' })).toBeDisabled();
    await input.click(screen.getByRole('radio', { name: /8\.5/ }));
    expect(address().get('control')).toBe('8.5');
    await input.clear(screen.getByLabelText('Requests in the sample'));
    await input.type(screen.getByLabelText('Requests in the sample'), '10');
    await input.clear(screen.getByLabelText('Seed'));
    await input.type(screen.getByLabelText('Seed'), '7');
    await input.type(screen.getByLabelText('Purpose'), ' Audit of 2026 ');
    await make();
    expect(asked()).toEqual({
      exportId: expect.stringMatching(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
      ),
      timeRange: { from: '2026-01-26T00:00:00.000Z', to: '2026-01-27T00:00:00.000Z' },
      control: '8.5',
      parts: {
        ssh: true,
        kube: { clusters: ['prod'], outcomes: ['unauthenticated', 'forbidden'] },
      },
      redaction: 'secrets',
      sample: { size: 10, seed: 7 },
      purpose: 'Audit of 2026',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  it('takes what another view showed, and the filters can be seen and taken away', async () => {
    pendingPackage();
    const { asked, make, input } = setUp(`${DAY}&users=alice&verbs=get&source=kube`);
    expect(screen.getByRole('radio', { name: /A selection of your own/ })).toBeChecked();
    await input.click(screen.getByRole('button', { name: 'Remove the filter Verb: get' }));
    await make();
    expect(asked().parts).toEqual({ kube: { users: ['alice'] } });
  });

  it('says which requests a control takes', () => {
    setUp(`${DAY}&control=8.5`);
    expect(
      screen.getByText('Requests of this control: Outcome: Not authenticated, Outcome: Denied.')
    ).toBeInTheDocument();
  });

  it('refuses a sample that is no number of requests', async () => {
    const { input } = setUp(`${DAY}&control=8.5`);
    await input.clear(screen.getByLabelText('Requests in the sample'));
    await input.type(screen.getByLabelText('Requests in the sample'), '5000');
    expect(screen.getByText('A number from 0 (no sample) to 1000')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Make the package' })).toBeDisabled();
  });
});

describe('a package', () => {
  it('shows how far it is, and is saved only when it has arrived whole', async () => {
    const { arrive } = pendingPackage();
    const { make, told } = setUp(`${DAY}&control=8.2`, { records: 1200, expected: 5000 });
    await make();
    expect(await screen.findByText(/1,200 of 5,000 records written/)).toBeInTheDocument();
    expect(saved).not.toHaveBeenCalled();
    Object.assign(told, { state: 'done', limits: 0 });
    await arrive();
    expect(await arrived()).toHaveTextContent('evidence-8.2.zip arrived whole');
    expect(saved).toHaveBeenCalledWith(expect.anything(), 'evidence-8.2.zip');
    expect(screen.getByText('ab12')).toBeInTheDocument();
    expect(screen.getByText(/The package is complete/)).toBeInTheDocument();
  });

  it('with limits is not called complete', async () => {
    const { arrive } = pendingPackage();
    const { make } = setUp(`${DAY}&control=8.2`, { state: 'done', limits: 3 });
    await make();
    await arrive();
    expect(await screen.findByText(/has limits: 3 are named/)).toBeInTheDocument();
    expect(screen.queryByText(/The package is complete/)).toBeNull();
  });

  it('of which the server no longer tells is not called complete', async () => {
    const { arrive } = pendingPackage();
    const { make } = setUp(`${DAY}&control=8.2`, { state: 'unknown' });
    await make();
    await arrive();
    expect(await arrived()).toHaveTextContent('arrived whole');
    expect(screen.queryByText(/The package is complete/)).toBeNull();
  });

  it('that broke midway says why, and nothing is saved', async () => {
    const { fail } = pendingPackage();
    const { make } = setUp(`${DAY}&control=8.2`, {
      state: 'failed',
      message: 'OpenSearch went away',
    });
    await make();
    await fail(new TypeError('network error'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The package failed, and no file was saved');
    expect(alert).toHaveTextContent('OpenSearch went away');
    expect(saved).not.toHaveBeenCalled();
  });

  it.each([
    ['forbidden', 403, 'You are not allowed to take this package'],
    ['too_large', 400, 'This cannot be asked in this way'],
    ['upstream_unavailable', 503, 'OpenSearch cannot be reached at the moment'],
  ])('that is refused as %s says so', async (code, status, title) => {
    const { fail } = pendingPackage();
    const { make } = setUp(`${DAY}&control=8.2`, { state: 'unknown' });
    await make();
    await fail(httpError(status, code));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent('words of the server');
    expect(saved).not.toHaveBeenCalled();
  });

  it('can be given up, which says that nothing was saved', async () => {
    pendingPackage();
    const { make, input } = setUp(`${DAY}&control=8.2`);
    await make();
    const signal = fetched.mock.calls[0][3]?.signal;
    await input.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(signal?.aborted).toBe(true);
    expect(screen.getByText('The package was given up. No file was saved.')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is given up by who leaves the page', async () => {
    pendingPackage();
    const { make, unmount } = setUp(`${DAY}&control=8.2`);
    await make();
    const signal = fetched.mock.calls[0][3]?.signal;
    unmount();
    await waitFor(() => expect(signal?.aborted).toBe(true));
    expect(saved).not.toHaveBeenCalled();
  });
});

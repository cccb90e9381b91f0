/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen } from '@testing-library/react';
import type { KubeEventResponse } from '../../../../common/api/kube_event';
import { testExec } from '../event_words/test_event';
import { answer, DOCUMENT, failure, setUp, type Ask } from './test_flyout';

describe('the flyout', () => {
  it('has a title and closes with its button', async () => {
    const { onClose, input } = setUp(async () => answer());
    expect(screen.getByRole('heading', { name: 'Kubernetes audit event' })).toBeInTheDocument();
    await input.click(document.querySelector('[data-test-subj="euiFlyoutCloseButton"]') as Element);
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('before there is an event', () => {
  it('says that it is loading', () => {
    setUp(() => new Promise<KubeEventResponse>(() => undefined));
    expect(screen.getByText('Loading the event…')).toBeInTheDocument();
  });

  it.each([
    ['forbidden', 'You are not allowed to see this event'],
    ['index_missing', 'This event is no longer in the log'],
    ['timeout', 'The event could not be read'],
  ])('tells %s apart', async (code, title) => {
    setUp(failure(code));
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
  });

  it('can be asked again after a failure that may pass', async () => {
    let failures = 1;
    const { input } = setUp(async () => {
      if (failures-- > 0) return failure('timeout')();
      return answer();
    });
    await input.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Who' })).toBeInTheDocument();
  });

  it('aborts the request when another event is chosen', async () => {
    const signals: AbortSignal[] = [];
    const { show } = setUp(async ({ document }, signal) => {
      if (signal) signals.push(signal);
      return document.id === 'doc-2' ? answer() : new Promise<KubeEventResponse>(() => undefined);
    });
    show({ ...DOCUMENT, id: 'doc-2' });
    await screen.findByRole('region', { name: 'Who' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('masked values', () => {
  const maskedAnswer =
    (unmaskAllowed: boolean): Ask =>
    async ({ unmask }) =>
      answer(testExec([unmask ? '--token=hunter2' : '--token=••••••']), {
        masked: !unmask,
        unmaskAllowed,
      });

  it('are shown only when asked for, by a second request', async () => {
    const { kubeEvent, input } = setUp(maskedAnswer(true));
    expect(await screen.findByText('--token=••••••')).toBeInTheDocument();
    await input.click(screen.getByRole('button', { name: 'Show masked values' }));
    expect(await screen.findByText('--token=hunter2')).toBeInTheDocument();
    expect(screen.getByText('Likely secrets are shown')).toBeInTheDocument();
    expect(kubeEvent.mock.calls.map(([request]) => request)).toEqual([
      { document: DOCUMENT },
      { document: DOCUMENT, unmask: true },
    ]);
  });

  it('are forgotten once they are masked again', async () => {
    const { kubeEvent, input } = setUp(maskedAnswer(true));
    await input.click(await screen.findByRole('button', { name: 'Show masked values' }));
    await screen.findByText('--token=hunter2');
    await input.click(screen.getByRole('button', { name: 'Mask again' }));
    expect(screen.getByText('--token=••••••')).toBeInTheDocument();
    await input.click(screen.getByRole('button', { name: 'Show masked values' }));
    await screen.findByText('--token=hunter2');
    expect(kubeEvent).toHaveBeenCalledTimes(3);
  });

  it('are not offered where configuration forbids it', async () => {
    setUp(maskedAnswer(false));
    expect(await screen.findByText('Likely secrets are masked')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show masked values' })).toBeNull();
  });

  it('stay masked when the second request is refused', async () => {
    const { input } = setUp(async (request, signal) =>
      request.unmask ? failure('forbidden')() : maskedAnswer(true)(request, signal)
    );
    await input.click(await screen.findByRole('button', { name: 'Show masked values' }));
    expect(await screen.findByText('You are not allowed to see this event')).toBeInTheDocument();
    expect(screen.getByText('--token=••••••')).toBeInTheDocument();
  });

  it('are masked again for the next event', async () => {
    const { show, input } = setUp(maskedAnswer(true));
    await input.click(await screen.findByRole('button', { name: 'Show masked values' }));
    await screen.findByText('--token=hunter2');
    show({ ...DOCUMENT, id: 'doc-2' });
    expect(await screen.findByText('--token=••••••')).toBeInTheDocument();
    expect(screen.queryByText('--token=hunter2')).toBeNull();
  });
});

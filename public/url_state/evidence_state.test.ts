/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseEvidenceState, toEvidenceParts, writeEvidenceState } from './evidence_state';

const WEEK = { from: 'now-7d', to: 'now' };
const stateOf = (search: string) => parseEvidenceState(search, WEEK).state;

describe('the address of a package', () => {
  it.each([
    '?from=now-1d&to=now&control=8.2',
    '?from=now-1d&to=now&clusters=prod&control=8.5',
    '?from=now-1d&to=now&users=alice&exclude.verbs=get&system=true&source=kube&source=ssh',
  ])('%s is read and written alike', (address) => {
    const { state, dropped } = parseEvidenceState(address, WEEK);
    expect(dropped).toEqual([]);
    expect(new URLSearchParams(writeEvidenceState(state)).toString()).toBe(
      new URLSearchParams(address).toString()
    );
  });

  it('names what it does not understand', () => {
    const { state, dropped } = parseEvidenceState('?control=9.9&source=mail&x=1', WEEK);
    expect(state).toMatchObject({ timeRange: WEEK, sources: [] });
    expect(state.control).toBeUndefined();
    expect(dropped).toEqual([
      { name: 'control', value: '9.9', why: 'invalid' },
      { name: 'source', value: 'mail', why: 'invalid' },
      { name: 'x', value: '1', why: 'unknown' },
    ]);
  });
});

describe('what a package holds', () => {
  it('is what the view showed: people only, unless system traffic was asked for', () => {
    expect(toEvidenceParts(stateOf('?source=kube&verbs=delete'))).toEqual({
      kube: { verbs: ['delete'], userKinds: ['person', 'group_account', 'unauthenticated'] },
    });
    expect(toEvidenceParts(stateOf('?source=kube&verbs=delete&system=true'))).toEqual({
      kube: { verbs: ['delete'] },
    });
  });

  it('of SSH takes no filters over Kubernetes requests', () => {
    expect(toEvidenceParts(stateOf('?source=ssh&users=alice'))).toEqual({ ssh: true });
    expect(toEvidenceParts(stateOf('?source=reviews'))).toEqual({ reviews: true });
  });

  it('of a control is of everybody, and filters narrow it but never widen it', () => {
    expect(toEvidenceParts(stateOf('?control=8.5&clusters=prod&outcomes=success'))).toEqual({
      ssh: true,
      kube: { clusters: ['prod'], outcomes: ['unauthenticated', 'forbidden'] },
    });
    expect(toEvidenceParts(stateOf('?control=5.16&clusters=prod'))).toEqual({ ssh: true });
    expect(toEvidenceParts(stateOf('?control=8.15'))).toEqual({ reviews: true });
  });

  it('is nothing where nothing was chosen', () => {
    expect(toEvidenceParts(stateOf(''))).toEqual({});
  });
});

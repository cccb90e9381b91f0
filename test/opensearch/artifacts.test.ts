/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DEFAULT_OPENSEARCH_VERSION, RELEASES, artifactsOf, findRelease } from './artifacts';

describe('pinned releases', () => {
  it('has the deployed version with security as the default', () => {
    expect(findRelease(DEFAULT_OPENSEARCH_VERSION, true).version).toBe('2.19.4');
  });

  it('pins every file by a checksum of its own', () => {
    const sums = RELEASES.flatMap((release) => artifactsOf(release, true)).map((a) => a.sha256);
    for (const sum of sums) expect(sum).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(sums).size).toBe(sums.length);
  });

  it('names what there is when a version is unknown', () => {
    expect(() => findRelease('9.9.9', false)).toThrow(/9\.9\.9 is not pinned.*2\.19\.4.*3\.6\.0/);
  });

  it('refuses security where no plugin is published', () => {
    expect(findRelease('3.6.0', false).version).toBe('3.6.0');
    expect(() => findRelease('3.6.0', true)).toThrow(/security.*: 2\.19\.4, 3\.4\.0\./);
  });

  it('fetches the plugin only where it is wanted', () => {
    const release = findRelease('3.4.0', true);
    const names = (security: boolean) => artifactsOf(release, security).map((a) => a.artifactId);
    expect(names(false)).toEqual(['opensearch']);
    expect(names(true)).toEqual(['opensearch', 'opensearch-security', 'commons-collections4']);
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * One file of the Maven repository, pinned by its content: Maven's own checksums come from the same
 * place as the file, so they find a broken download but not a replaced one.
 */
export interface Artifact {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  readonly type: 'zip' | 'jar';
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** The Java versions that a release was seen to run on; both ends are included. */
export interface JavaRange {
  readonly min: number;
  readonly max: number;
}

/** What a release needs for its security plugin. */
export interface SecurityArtifacts {
  readonly plugin: Artifact;
  /** Jars that the plugin expects from another plugin that cannot be had; laid beside its own. */
  readonly extraJars: readonly Artifact[];
  /**
   * Whether the list `extended.plugins` of the plugin's descriptor has to be emptied, because it
   * names plugins that cannot be had. OpenSearch refuses to start otherwise.
   */
  readonly clearExtendedPlugins: boolean;
}

/** One OpenSearch that can be started. */
export interface Release {
  readonly version: string;
  readonly java: JavaRange;
  readonly opensearch: Artifact;
  /** Missing where no security plugin of that version is published. */
  readonly security?: SecurityArtifacts;
}

/** The plugin that downloads and unpacks; pinned like everything else that is run. */
export const MAVEN_DEPENDENCY_PLUGIN_VERSION = '3.6.1';

/** The version of the deployed clusters, and the only one for which every part is published. */
export const DEFAULT_OPENSEARCH_VERSION = '2.19.4';

const distribution = (version: string, sha256: string): Artifact => ({
  groupId: 'org.opensearch.distribution.integ-test-zip',
  artifactId: 'opensearch',
  version,
  type: 'zip',
  sha256,
});

const securityPlugin = (version: string, sha256: string): Artifact => ({
  groupId: 'org.opensearch.plugin',
  artifactId: 'opensearch-security',
  version,
  type: 'zip',
  sha256,
});

// 2.x uses the security manager, which later Java versions no longer have; 3.x is built for 21.
const JAVA_OF_2: JavaRange = { min: 17, max: 21 };
const JAVA_OF_3: JavaRange = { min: 21, max: 25 };

/** Every OpenSearch that can be started. The only place where versions and checksums are written. */
export const RELEASES: readonly Release[] = [
  {
    version: '2.19.4',
    java: JAVA_OF_2,
    opensearch: distribution(
      '2.19.4',
      '3902e642715210d1d9d7cbdcc8f5abd6f931d1d7a679cea3750937becf16c406'
    ),
    security: {
      plugin: securityPlugin(
        '2.19.4.0',
        '1f673622c462c4171a8c53f9b1ad20e5b839834cb79b0d3b388da180a0e514e8'
      ),
      extraJars: [],
      clearExtendedPlugins: false,
    },
  },
  {
    version: '3.4.0',
    java: JAVA_OF_3,
    opensearch: distribution(
      '3.4.0',
      '6540e95fe8bfaedc3eb1c58e829912ea2203af2ac1f88f76411c20a2fc5254a6'
    ),
    security: {
      plugin: securityPlugin(
        '3.4.0.0',
        'fc164c084979f7f793d295b6bca56bf8bee76dafb762adef9f14fa872e0a7596'
      ),
      extraJars: [
        {
          groupId: 'org.apache.commons',
          artifactId: 'commons-collections4',
          version: '4.4',
          type: 'jar',
          sha256: '1df8b9430b5c8ed143d7815e403e33ef5371b2400aadbe9bda0883762e0846d1',
        },
      ],
      clearExtendedPlugins: true,
    },
  },
  {
    version: '3.6.0',
    java: JAVA_OF_3,
    opensearch: distribution(
      '3.6.0',
      'a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286'
    ),
  },
];

/**
 * Looks a release up.
 *
 * @param version - an OpenSearch version, such as `2.19.4`.
 * @param withSecurity - whether the security plugin is wanted too.
 * @returns the pinned release.
 * @throws Error naming the versions that there are, when this one is not pinned or has no security
 * plugin.
 */
export function findRelease(version: string, withSecurity: boolean): Release {
  const release = RELEASES.find((candidate) => candidate.version === version);
  if (!release || (withSecurity && !release.security)) {
    const possible = RELEASES.filter((candidate) => !withSecurity || candidate.security)
      .map((candidate) => candidate.version)
      .join(', ');
    const what = withSecurity ? `${version} with the security plugin` : version;
    throw new Error(`OpenSearch ${what} is not pinned here. What can be started: ${possible}.`);
  }
  return release;
}

/**
 * Lists the files that an unpacked OpenSearch is made of.
 *
 * @param release - the pinned release.
 * @param withSecurity - whether the security plugin belongs to it.
 * @returns the distribution first, then the plugin and its extra jars.
 */
export function artifactsOf(release: Release, withSecurity: boolean): readonly Artifact[] {
  if (!withSecurity || !release.security) return [release.opensearch];
  return [release.opensearch, release.security.plugin, ...release.security.extraJars];
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Artifact, MAVEN_DEPENDENCY_PLUGIN_VERSION } from './artifacts';

/** A file to fetch, and for an archive also the folder in which its content is wanted. */
export interface PomItem {
  readonly artifact: Artifact;
  /** Relative to the pom; nothing is unpacked without it. */
  readonly unpackTo?: string;
}

/** Where the pom puts the files as they were downloaded, relative to itself: for their checksums. */
export const DOWNLOADS_FOLDER = 'downloads';

/**
 * Names a file in the folder of downloads.
 *
 * @param artifact - the file.
 * @returns a name in which no two files of a release meet.
 */
export function downloadName(artifact: Artifact): string {
  return `${artifact.artifactId}-${artifact.version}.${artifact.type}`;
}

/**
 * Says where Maven finds a file.
 *
 * @param artifact - the file.
 * @returns `group:artifact:version:type`, as messages show it.
 */
export function coordinates(artifact: Artifact): string {
  return [artifact.groupId, artifact.artifactId, artifact.version, artifact.type].join(':');
}

const artifactItem = (artifact: Artifact, outputDirectory: string, fileName?: string): string =>
  [
    '<artifactItem>',
    `<groupId>${artifact.groupId}</groupId>`,
    `<artifactId>${artifact.artifactId}</artifactId>`,
    `<version>${artifact.version}</version>`,
    `<type>${artifact.type}</type>`,
    `<outputDirectory>\${project.basedir}/${outputDirectory}</outputDirectory>`,
    fileName ? `<destFileName>${fileName}</destFileName>` : '',
    '</artifactItem>',
  ].join('');

const execution = (goal: string, items: readonly string[]): string =>
  [
    `<execution><id>${goal}</id><phase>generate-resources</phase>`,
    `<goals><goal>${goal}</goal></goals><configuration>`,
    // The markers remember what was unpacked; outside the output folder they would make a second
    // unpack into another folder do nothing, silently.
    '<markersDirectory>${project.basedir}/markers</markersDirectory>',
    `<artifactItems>${items.join('')}</artifactItems>`,
    '</configuration></execution>',
  ].join('');

/**
 * Builds the pom that fetches and unpacks files in its own folder when `generate-resources` runs.
 * Every path in it is relative to the pom, so that a folder with odd characters needs no escaping.
 *
 * @param items - at least one file.
 * @returns the text of a `pom.xml`.
 */
export function buildPom(items: readonly PomItem[]): string {
  const copies = items.map(({ artifact }) =>
    artifactItem(artifact, DOWNLOADS_FOLDER, downloadName(artifact))
  );
  const unpacks = items
    .filter((item) => item.unpackTo !== undefined)
    .map((item) => artifactItem(item.artifact, item.unpackTo as string));
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '<modelVersion>4.0.0</modelVersion>',
    '<groupId>audit-user.test</groupId><artifactId>opensearch</artifactId><version>1</version>',
    '<packaging>pom</packaging>',
    '<build><plugins><plugin>',
    '<groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId>',
    `<version>${MAVEN_DEPENDENCY_PLUGIN_VERSION}</version>`,
    '<executions>',
    execution('copy', copies),
    unpacks.length > 0 ? execution('unpack', unpacks) : '',
    '</executions>',
    '</plugin></plugins></build>',
    '</project>',
    '',
  ].join('\n');
}

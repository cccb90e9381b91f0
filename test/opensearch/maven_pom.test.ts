/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Artifact } from './artifacts';
import { withoutExtendedPlugins } from './distribution';
import { buildPom, coordinates, downloadName } from './maven_pom';

const zip: Artifact = {
  groupId: 'g.h',
  artifactId: 'thing',
  version: '1.2',
  type: 'zip',
  sha256: '',
};
const jar: Artifact = { ...zip, artifactId: 'library', type: 'jar' };

const executionOf = (pom: string, goal: string): string =>
  pom.split('<execution>').find((part) => part.includes(`<goal>${goal}</goal>`)) ?? '';

describe('the pom', () => {
  const pom = buildPom([{ artifact: zip, unpackTo: 'unpacked/here' }, { artifact: jar }]);

  it('keeps every file as it was downloaded, for its checksum', () => {
    const copy = executionOf(pom, 'copy');
    for (const artifact of [zip, jar]) {
      expect(copy).toContain(`<destFileName>${downloadName(artifact)}</destFileName>`);
    }
  });

  it('unpacks an archive where it is wanted, and no jar', () => {
    const unpack = executionOf(pom, 'unpack');
    expect(unpack).toContain('<outputDirectory>${project.basedir}/unpacked/here</outputDirectory>');
    expect(unpack).toContain(
      '<artifactId>thing</artifactId><version>1.2</version><type>zip</type>'
    );
    expect(unpack).not.toContain('library');
  });

  it('has its markers in its own folder, so that a second unpack is not skipped', () => {
    expect(executionOf(pom, 'unpack')).toContain(
      '<markersDirectory>${project.basedir}/markers</markersDirectory>'
    );
  });

  it('unpacks nothing when there is no archive', () => {
    expect(buildPom([{ artifact: jar }])).not.toContain('<goal>unpack</goal>');
  });
});

describe('names of files', () => {
  it('are the coordinates in messages', () => {
    expect(coordinates(zip)).toBe('g.h:thing:1.2:zip');
  });

  it('differ between two files of a release', () => {
    expect(downloadName(zip)).toBe('thing-1.2.zip');
    expect(downloadName(jar)).toBe('library-1.2.jar');
  });
});

describe('a plugin descriptor', () => {
  it('loses the plugins that it extends, and nothing else', () => {
    const comment = "# 'extended.plugins': other plugins this plugin extends";
    const text = `name=x\n${comment}\nextended.plugins=a;optional=true,b\njava.version=21\n`;
    expect(withoutExtendedPlugins(text)).toBe(
      `name=x\n${comment}\nextended.plugins=\njava.version=21\n`
    );
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { JavaInstallation, chooseJava, findJavaInstallations, majorOfRelease } from './java';

const installed = (major: number, source = 'PATH'): JavaInstallation => ({
  home: `/java/${major}`,
  major,
  source,
});

describe('the version of a Java installation', () => {
  it.each([
    ['JAVA_VERSION="17.0.15"', 17],
    ['IMPLEMENTOR="X"\nJAVA_VERSION="25"\nJAVA_RUNTIME_VERSION="99"', 25],
    ['JAVA_VERSION="1.8.0_402"', 8],
    ['JAVA_VERSION="21-ea"', 21],
  ])('is read from %j', (release, major) => {
    expect(majorOfRelease(release)).toBe(major);
  });

  it('is unknown without the line', () => {
    expect(majorOfRelease('JAVA_RUNTIME_VERSION="17"')).toBeUndefined();
  });
});

describe('choosing the Java', () => {
  const range = { min: 17, max: 21 };

  it('takes the first that suits, not the newest', () => {
    const all = [installed(25), installed(11), installed(17), installed(21)];
    expect(chooseJava(all, '2.19.4', range).major).toBe(17);
  });

  it('includes both ends of the range', () => {
    expect(chooseJava([installed(21)], '2.19.4', range).major).toBe(21);
    expect(chooseJava([installed(17)], '2.19.4', range).major).toBe(17);
  });

  it('says which Java is missing for which OpenSearch, what there is, and what to install', () => {
    const choose = () => chooseJava([installed(25), installed(11)], '2.19.4', range);
    expect(choose).toThrow(/OpenSearch 2\.19\.4 needs Java 17 to 21/);
    expect(choose).toThrow(/Found: 25 \(\/java\/25\), 11 \(\/java\/11\)/);
    expect(choose).toThrow(/apt-get install openjdk-17-jdk-headless/);
  });

  it('does not advise the Java that is too old for 3.x', () => {
    const choose = () => chooseJava([installed(17)], '3.6.0', { min: 21, max: 25 });
    expect(choose).toThrow(/needs Java 21 to 25/);
    expect(choose).not.toThrow(/openjdk-17/);
  });

  it('says so when there is none at all', () => {
    expect(() => chooseJava([], '2.19.4', range)).toThrow(/Found: none/);
  });
});

describe('finding Java', () => {
  let folder: string;

  const install = (name: string, version: string, tools = ['java', 'keytool']): string => {
    const home = join(folder, name);
    mkdirSync(join(home, 'bin'), { recursive: true });
    for (const tool of tools) writeFileSync(join(home, 'bin', tool), '');
    writeFileSync(join(home, 'release'), `JAVA_VERSION="${version}"\n`);
    return home;
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'java-test-')));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const found = (env: NodeJS.ProcessEnv) =>
    findJavaInstallations(env).filter(({ home }) => home.startsWith(folder));

  it('prefers JAVA_HOME, then the numbered variables, then PATH', () => {
    const env = {
      JAVA21_HOME: install('b', '21.0.1'),
      JAVA_HOME: install('a', '17.0.1'),
      PATH: `/nowhere:${join(install('c', '25.0.1'), 'bin')}`,
    };
    expect(found(env).map(({ major, source }) => [major, source])).toEqual([
      [17, 'JAVA_HOME'],
      [21, 'JAVA21_HOME'],
      [25, 'PATH'],
    ]);
  });

  it('follows the link that PATH has, to the home of that Java', () => {
    const home = install('linked', '17.0.1');
    mkdirSync(join(folder, 'bin'));
    symlinkSync(join(home, 'bin', 'java'), join(folder, 'bin', 'java'));
    expect(found({ PATH: join(folder, 'bin') }).map((java) => java.home)).toEqual([home]);
  });

  it('names one installation once', () => {
    const home = install('same', '17.0.1');
    const env = { JAVA_HOME: home, JAVA17_HOME: home, PATH: join(home, 'bin') };
    expect(found(env)).toHaveLength(1);
  });

  it('leaves out one without keytool, and a variable that leads nowhere', () => {
    const env = { JAVA_HOME: install('jre', '17.0.1', ['java']), JAVA17_HOME: join(folder, 'no') };
    expect(found(env)).toEqual([]);
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'classic' } },
        target: 'es2020',
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** What the host gives at run time and npm does not have; the stand-ins are test equipment. */
const hostModules = {
  '^@osd/i18n/react$': '<rootDir>/test/stand_ins/osd_i18n_react.tsx',
  '^@osd/i18n$': '<rootDir>/test/stand_ins/osd_i18n.ts',
  '^@osd/config-schema$': '<rootDir>/test/stand_ins/osd_config_schema.ts',
  '^@osd/ui-shared-deps/theme$': '<rootDir>/test/stand_ins/osd_theme.ts',
  '^@opensearch/datemath$': '@elastic/datemath',
  '^@elastic/eui$': '<rootDir>/node_modules/@elastic/eui/test-env/index.js',
  '^@elastic/eui/lib/(.*)$': '<rootDir>/node_modules/@elastic/eui/test-env/$1',
  '\\.s?css$': '<rootDir>/test/stand_ins/style.ts',
};

const common = {
  rootDir: __dirname,
  transform,
  moduleNameMapper: hostModules,
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/target/', '<rootDir>/.cache/'],
  testPathIgnorePatterns: ['/node_modules/'],
};

module.exports = {
  // A test of a real OpenSearch or browser can take long on a busy machine; none is judged by its time.
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/{common,server}/**/*.test.ts',
        '<rootDir>/public/**/*.test.ts',
        '<rootDir>/test/{opensearch,sample_data,host,demo,fuzz}/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/public/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/stand_ins/setup_components.ts'],
    },
    {
      ...common,
      displayName: 'integration',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/test/integration/support/global_setup.ts',
      globalTeardown: '<rootDir>/test/integration/support/global_teardown.ts',
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/support/global_setup.ts',
      globalTeardown: '<rootDir>/test/browser/support/global_teardown.ts',
    },
  ],
};

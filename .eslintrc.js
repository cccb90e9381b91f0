/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const { readdirSync } = require('fs');
const { join } = require('path');

/** Folders of `dir`, or none while it does not exist. */
const folders = (dir) => {
  try {
    return readdirSync(join(__dirname, dir), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};

// Import arrows of docs/architecture.md: public -> common <- server; features and domains stand alone.
const zones = [
  { target: './common', from: ['./public', './server', './test'] },
  { target: './public', from: ['./server', './test'] },
  { target: './server', from: ['./public', './test'] },
  ...folders('public/features').map((feature) => ({
    target: `./public/features/${feature}`,
    from: './public/features',
    except: [`./${feature}`],
    message: 'Features do not import features: move what is shared to public/components.',
  })),
  {
    target: ['./public/components', './public/api', './public/url_state'],
    from: ['./public/features', './public/application'],
    message: 'What is shared does not know who uses it.',
  },
  {
    target: './server/search',
    from: './server',
    except: ['./search', './errors', './config', './host_types.ts'],
    message: 'The search layer knows no domain and no route.',
  },
  {
    target: './server/kube_audit',
    from: './server/routes',
    message: 'A domain knows no route.',
  },
];

module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { ecmaVersion: 2021, sourceType: 'module', ecmaFeatures: { jsx: true } },
  plugins: ['@typescript-eslint', 'import', 'react', 'react-hooks', 'jsx-a11y'],
  extends: [
    'eslint:recommended',
    'plugin:@typescript-eslint/recommended',
    'plugin:react/recommended',
    'plugin:react-hooks/recommended',
    'plugin:jsx-a11y/recommended',
    'prettier',
  ],
  settings: {
    react: { version: '16.14' },
    'import/resolver': { typescript: { project: join(__dirname, 'tsconfig.json') }, node: true },
  },
  env: { node: true, browser: true, es2021: true, jest: true },
  ignorePatterns: ['node_modules', '/build', '/target', '.cache', 'test/host/.shared_deps'],
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/no-restricted-paths': ['error', { zones }],
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'no-console': 'error',
    'no-restricted-imports': ['error', { patterns: ['src/core/*', '**/utils'] }],
    'react/prop-types': 'off',
    eqeqeq: 'error',
  },
  overrides: [
    {
      files: ['*.js'],
      rules: { '@typescript-eslint/no-require-imports': 'off', 'import/no-default-export': 'off' },
    },
    { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
    {
      // webpack 4, with which a Dashboards checkout builds plugins, cannot read numeric separators.
      files: ['common/**/*.ts', 'public/**/*.ts'],
      excludedFiles: ['**/*.test.ts', '**/test_*.ts'],
      rules: {
        'no-restricted-syntax': [
          'error',
          { selector: 'Literal[raw=/^[0-9]+_/]', message: 'webpack 4 cannot read 1_000.' },
        ],
      },
    },
    {
      // Colours come from the theme, so that light and dark both work.
      files: ['public/**/*.tsx'],
      excludedFiles: ['**/*.test.tsx', '**/test_*.tsx'],
      rules: {
        'no-restricted-syntax': [
          'error',
          { selector: 'Literal[raw=/^[0-9]+_/]', message: 'webpack 4 cannot read 1_000.' },
          {
            selector: 'Literal[value=/^#[0-9a-fA-F]{3,8}$/]',
            message: 'Take colours from the theme.',
          },
          {
            selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
            message: 'Log content is hostile.',
          },
        ],
      },
    },
  ],
};

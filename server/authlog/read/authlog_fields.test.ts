/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { FieldCapabilities, FieldCapability } from '../../search/scoped_search';
import { fieldFaults, toFieldReasons } from './authlog_fields';
import { ORDINARY_FIELDS } from './stored_authlog.test_support';

const as = (type: string, indices?: string[], searchable = true): FieldCapability => ({
  type,
  searchable,
  aggregatable: true,
  ...(indices ? { indices } : {}),
});

/** An ordinary log in which these fields are otherwise. */
function faultsWith(changes: Record<string, FieldCapability[] | undefined>) {
  const fields: FieldCapabilities = { ...ORDINARY_FIELDS };
  for (const [field, types] of Object.entries(changes)) {
    if (types) fields[field] = Object.fromEntries(types.map((each) => [each.type, each]));
    else delete fields[field];
  }
  return fieldFaults(fields).map(({ field, code, what, indices }) => [field, code, what, indices]);
}

const ABSENT = 'is hidden or not mapped';
const NO_KEYWORD = 'is text without a keyword subfield';

describe('the fields of a log', () => {
  it('are in order as fluentd ships them', () => {
    expect(faultsWith({})).toEqual([]);
  });

  it.each(['@timestamp', 'message', 'host', 'ident'])(
    'lack %s where nobody may see it',
    (field) => {
      expect(faultsWith({ [field]: undefined })).toEqual([
        [field, 'fields_unavailable', ABSENT, undefined],
      ]);
    }
  );

  it('lack one in an index that has the others', () => {
    expect(faultsWith({ ident: [as('text', ['a']), as('unmapped', ['b'])] })).toEqual([
      ['ident', 'fields_unavailable', ABSENT, ['b']],
    ]);
  });

  it('are not missed in an index that holds nothing yet', () => {
    const types = (type: string) => [as(type, ['a']), as('unmapped', ['fresh'])];
    expect(
      faultsWith({
        '@timestamp': types('date'),
        message: types('text'),
        host: types('text'),
        ident: types('text'),
        'host.keyword': types('keyword'),
        'ident.keyword': types('keyword'),
      })
    ).toEqual([]);
  });

  it.each([
    ['@timestamp', 'keyword'],
    ['@timestamp', 'date_nanos'],
    ['message', 'keyword'],
    ['host', 'ip'],
    ['ident', 'long'],
  ])('are in conflict where %s is a %s somewhere', (field, type) => {
    const usual = Object.keys(ORDINARY_FIELDS[field])[0];
    const faults = faultsWith({ [field]: [as(usual, ['a']), as(type, ['b'])] });
    expect(faults).toEqual([[field, 'mapping_conflict', `is mapped as ${type}`, ['b']]]);
  });

  it('are in conflict where text cannot be compared as a whole', () => {
    expect(faultsWith({ 'host.keyword': undefined })).toEqual([
      ['host', 'mapping_conflict', NO_KEYWORD, undefined],
    ]);
    expect(faultsWith({ 'ident.keyword': [as('keyword', ['a']), as('unmapped', ['b'])] })).toEqual([
      ['ident', 'mapping_conflict', NO_KEYWORD, ['b']],
    ]);
    expect(faultsWith({ 'ident.keyword': [as('keyword', undefined, false)] })).toEqual([
      ['ident', 'mapping_conflict', NO_KEYWORD, undefined],
    ]);
  });

  it('may be keywords themselves, in some indices or in all', () => {
    expect(faultsWith({ host: [as('keyword')], 'host.keyword': undefined })).toEqual([]);
    expect(
      faultsWith({
        host: [as('text', ['a']), as('keyword', ['b'])],
        'host.keyword': [as('keyword', ['a']), as('unmapped', ['b'])],
      })
    ).toEqual([]);
  });

  it('are in conflict where one is not indexed', () => {
    expect(faultsWith({ message: [as('text', undefined, false)] })).toEqual([
      ['message', 'mapping_conflict', 'cannot be searched', undefined],
    ]);
    const some = { ...as('text', undefined, false), non_searchable_indices: ['b'] };
    expect(faultsWith({ message: [some] })).toEqual([
      ['message', 'mapping_conflict', 'cannot be searched', ['b']],
    ]);
  });
});

it('what is said names the indices that hold lines, and not the others', () => {
  const faults = fieldFaults({
    ...ORDINARY_FIELDS,
    host: { text: as('text', ['a']), ip: as('ip', ['b', 'c']) },
  });
  expect(toFieldReasons(faults, new Set(['b']))).toEqual([
    {
      code: 'mapping_conflict',
      source: 'authlog',
      fields: ['host'],
      indices: ['b'],
      message:
        'The field host is mapped as ip (in b): lines may be missing, and nobody is named for being the only one there.',
    },
  ]);
  expect(toFieldReasons(faults, new Set())).toEqual([]);
});

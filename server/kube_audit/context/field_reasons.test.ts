/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { FieldCapabilities } from '../../search/scoped_search';
import { DEFAULT_KUBE_FIELDS, ESSENTIAL_FIELDS, KEYWORD_FIELDS, keywordOf } from '../record/fields';
import { fieldReasons, inspectedFields } from './field_reasons';

const FIELDS = DEFAULT_KUBE_FIELDS;
const capability = (type: string, indices?: string[]) => ({
  [type]: { type, searchable: true, aggregatable: type !== 'text', indices },
});

/** Every field as dynamic mapping has it. */
function mapped(): FieldCapabilities {
  const capabilities: FieldCapabilities = {};
  for (const field of Object.values(FIELDS)) capabilities[field] = capability('text');
  for (const name of KEYWORD_FIELDS) capabilities[keywordOf(FIELDS[name])] = capability('keyword');
  capabilities[FIELDS.time] = capability('date');
  capabilities[FIELDS.receivedAt] = capability('date');
  capabilities[FIELDS.code] = capability('long');
  return capabilities;
}

function without(...fields: string[]): FieldCapabilities {
  const capabilities = mapped();
  for (const field of fields) {
    delete capabilities[field];
    delete capabilities[keywordOf(field)];
  }
  return capabilities;
}

describe('what the fields say against an answer', () => {
  it('is nothing where all are as expected', () => {
    expect(fieldReasons(mapped(), {}, FIELDS, true)).toEqual([]);
    const filters = { users: ['a'], outcomes: ['success' as const], impersonated: true };
    expect(fieldReasons(mapped(), filters, FIELDS, true)).toEqual([]);
  });

  it('is nothing where there is no record: no field of an empty index is hidden', () => {
    expect(fieldReasons({}, { users: ['a'] }, FIELDS, false)).toEqual([]);
  });

  it.each([...ESSENTIAL_FIELDS])('names the field for %s where it is hidden', (name) => {
    const [reason] = fieldReasons(without(FIELDS[name]), {}, FIELDS, true);
    expect(reason).toMatchObject({ code: 'fields_unavailable', fields: [FIELDS[name]] });
    expect(reason.message).toContain(FIELDS[name]);
  });

  it.each([
    ['namespaces', FIELDS.namespace],
    ['names', FIELDS.name],
    ['resources', FIELDS.resource],
    ['sourceIps', FIELDS.sourceIps],
  ])('names the field that the filter %s needs, included or excluded', (name, field) => {
    for (const filters of [{ [name]: ['x'] }, { exclude: { [name]: ['x'] } }]) {
      expect(fieldReasons(without(field), filters, FIELDS, true)).toMatchObject([
        { code: 'fields_unavailable', fields: [field] },
      ]);
    }
    expect(fieldReasons(without(field), {}, FIELDS, true)).toEqual([]);
  });

  it('names the group and subresource that a filter by resource needs', () => {
    for (const [resource, field] of [
      ['deployments.apps', FIELDS.apiGroup],
      ['pods/exec', FIELDS.subresource],
    ]) {
      const reasons = fieldReasons(without(field), { resources: [resource] }, FIELDS, true);
      expect(reasons).toMatchObject([{ code: 'fields_unavailable', fields: [field] }]);
    }
  });

  it('names all hidden fields in one reason', () => {
    const reasons = fieldReasons(without(FIELDS.user, FIELDS.verb), {}, FIELDS, true);
    expect(reasons).toHaveLength(1);
    expect(reasons[0].fields).toEqual([FIELDS.verb, FIELDS.user]);
  });

  it('names fields that some index maps in another way, and that index', () => {
    const capabilities = mapped();
    capabilities[FIELDS.receivedAt] = {
      ...capability('date', ['good-1']),
      ...capability('text', ['odd-1', 'odd-2']),
    };
    expect(fieldReasons(capabilities, {}, FIELDS, true)).toEqual([
      expect.objectContaining({
        code: 'mapping_conflict',
        fields: [FIELDS.receivedAt],
        indices: ['odd-1', 'odd-2'],
        message: expect.stringContaining('odd-1, odd-2') as string,
      }),
    ]);
  });

  it('names text fields without a keyword to filter and count by', () => {
    const capabilities = mapped();
    delete capabilities[keywordOf(FIELDS.user)];
    const [reason] = fieldReasons(capabilities, {}, FIELDS, true);
    expect(reason).toMatchObject({ code: 'mapping_conflict', fields: [FIELDS.user] });
    expect(reason.message).toContain('without a keyword subfield');
  });

  it('asks for every field and every keyword, and for no wildcard', () => {
    const asked = inspectedFields(FIELDS);
    expect(asked).toEqual(expect.arrayContaining(Object.values(FIELDS)));
    for (const name of KEYWORD_FIELDS) expect(asked).toContain(keywordOf(FIELDS[name]));
    expect(asked.filter((field) => field.includes('*'))).toEqual([]);
  });
});

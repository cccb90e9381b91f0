/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { FieldCapabilities } from '../../search/scoped_search';
import { readAuthlog } from './read_authlog';
import {
  OPTIONS,
  ORDINARY_FIELDS,
  source,
  storedAuthlog,
  type StoredLine,
} from './stored_authlog.test_support';

const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};

const LINE: StoredLine = { source: source('2026-01-27T08:00:00.1Z', 'sudo', 'x'), index: 'a' };

/** What a log with these documents and fields says against itself. */
async function faultsOf(lines: readonly StoredLine[], fields: Partial<FieldCapabilities> = {}) {
  const { search } = storedAuthlog(lines, { ...ORDINARY_FIELDS, ...fields } as FieldCapabilities);
  const now = new Date('2026-01-29T00:00:00Z');
  const { linesMissing, reasons } = await readAuthlog(DAY, search, OPTIONS, now, {
    line: () => undefined,
    damaged: () => undefined,
  });
  return {
    linesMissing,
    said: reasons
      .filter(({ code }) => code !== 'gap_in_source')
      .map(({ code, count, fields: names, indices }) => ({ code, count, fields: names, indices })),
  };
}

const type = (name: string, indices: string[]) => ({
  [name]: { type: name, searchable: true, aggregatable: true, indices },
});

describe('a log in which lines cannot be found', () => {
  it('is not one that is in order', async () => {
    expect(await faultsOf([LINE])).toEqual({ linesMissing: false, said: [] });
  });

  it('says so where an index with lines of the time has another mapping', async () => {
    const fields = { host: { ...type('text', ['b']), ...type('ip', ['a']) } };
    expect(await faultsOf([LINE], fields)).toEqual({
      linesMissing: true,
      said: [{ code: 'mapping_conflict', count: undefined, fields: ['host'], indices: ['a'] }],
    });
  });

  it('says nothing where that index holds only lines of long ago', async () => {
    const old = { source: source('2025-01-27T08:00:00.1Z', 'sudo', 'x'), index: 'b' };
    const fields = { host: { ...type('text', ['a']), ...type('ip', ['b']) } };
    expect(await faultsOf([LINE, old], fields)).toEqual({ linesMissing: false, said: [] });
  });

  it('says so of times that cannot be searched, whenever the lines are from', async () => {
    const old = { source: source('2025-01-27T08:00:00.1Z', 'sudo', 'x'), index: 'b' };
    const fields = { '@timestamp': { ...type('date', ['a']), ...type('keyword', ['b']) } };
    expect(await faultsOf([LINE, old], fields)).toMatchObject({
      linesMissing: true,
      said: [{ code: 'mapping_conflict', fields: ['@timestamp'], indices: ['b'] }],
    });
  });

  it('says so where a field is hidden, unless there is nothing to see', async () => {
    const fields = { message: undefined };
    expect(await faultsOf([LINE], fields)).toMatchObject({
      linesMissing: true,
      said: [{ code: 'fields_unavailable', fields: ['message'] }],
    });
    expect(await faultsOf([], fields)).toEqual({ linesMissing: false, said: [] });
  });

  it('counts documents without a time, which may be logins of any time', async () => {
    const untimed = (ident: string) => ({ source: source(undefined, ident, 'x') });
    expect(await faultsOf([LINE, untimed('sshd'), untimed('CRON')])).toMatchObject({
      linesMissing: true,
      said: [{ code: 'unparsed_lines', count: 2 }],
    });
    expect(await faultsOf([LINE, untimed('CRON')])).toMatchObject({
      linesMissing: false,
      said: [{ code: 'unparsed_lines', count: 1 }],
    });
  });

  it('says of a hidden time only that it is hidden', async () => {
    const untimed = { source: source(undefined, 'sshd', 'x') };
    expect(await faultsOf([untimed], { '@timestamp': undefined })).toMatchObject({
      linesMissing: true,
      said: [{ code: 'fields_unavailable', fields: ['@timestamp'] }],
    });
  });
});

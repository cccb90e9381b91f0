/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomUUID } from 'crypto';
import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import type {
  DirectoryEntry,
  DirectoryEntryInput,
  DirectoryRequest,
  DirectoryResponse,
  DirectoryWriteResponse,
  SkippedLine,
} from '../../common/api/directory';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { readWho } from '../status/status_service';
import { foldDocuments, type DirectoryChange, type DirectoryDocument } from './directory_documents';
import { Directory } from './directory_lookup';
import { appendDocuments, readDocuments } from './directory_store';
import type { ImportResult } from './import/import_result';
import { readAuthorizedKeys } from './import/read_authorized_keys';
import { readDirectoryCsv } from './import/read_directory_csv';

/** Changes shown of the history. */
const MAX_HISTORY = 1000;

/** What the directory depends on: configuration, resolved. */
export interface DirectoryOptions {
  /** Name of the directory's index. */
  index: string;
  /** Entries that the configuration gives. */
  seed: readonly DirectoryEntryInput[];
}

/** The directory as other domains use it. */
export interface DirectoryPicture {
  directory: Directory;
  entries: DirectoryEntry[];
  history: DirectoryChange[];
  state: DirectoryResponse['state'];
  reasons: CompletenessReason[];
}

const SEED_BY = 'configuration';
const EPOCH = new Date(0).toISOString();

function toSeed(seed: readonly DirectoryEntryInput[]): DirectoryEntry[] {
  return seed.map((entry, i) => ({
    ...entry,
    id: `configuration-${i + 1}`,
    recordedBy: SEED_BY,
    recordedAt: EPOCH,
  }));
}

/** Reads the directory with the user's own rights. Forbidden is a state, not an error: the logs may be read. */
export async function readDirectory(
  search: ScopedSearch,
  { index, seed }: DirectoryOptions
): Promise<DirectoryPicture> {
  const { documents, state, reasons } = await readDocuments(search, index);
  const folded = foldDocuments(documents);
  const entries = [...toSeed(seed), ...folded.entries];
  return { directory: new Directory(entries), entries, history: folded.history, state, reasons };
}

const byPerson = (a: DirectoryEntry, b: DirectoryEntry): number =>
  (a.person ?? '\uffff').localeCompare(b.person ?? '\uffff') ||
  a.kind.localeCompare(b.kind) ||
  a.value.localeCompare(b.value);

/** Answers `GET directory`. */
export async function listDirectory(
  search: ScopedSearch,
  options: DirectoryOptions
): Promise<DirectoryResponse> {
  const { directory, entries, history, state, reasons } = await readDirectory(search, options);
  return {
    entries: [...entries].sort(byPerson),
    conflicts: directory.conflicts(),
    history: history.slice(0, MAX_HISTORY),
    state,
    completeness: toCompleteness(reasons),
  };
}

const SAME_FIELDS = ['person', 'kind', 'value', 'shared', 'validFrom', 'validTo'] as const;

const isSame = (a: DirectoryEntryInput, b: DirectoryEntryInput): boolean =>
  SAME_FIELDS.every((field) => a[field] === b[field]);

const isOrdered = ({ validFrom, validTo }: DirectoryEntryInput): boolean =>
  validFrom === undefined || validTo === undefined || Date.parse(validTo) > Date.parse(validFrom);

function assertValidity(entry: DirectoryEntryInput): void {
  if (!isOrdered(entry)) {
    throw new AuditError('invalid_request', 'entry.validTo: must be after validFrom');
  }
}

/**
 * Answers `POST directory`: adds, ends or imports. Each change is a document of its own.
 *
 * @throws AuditError `forbidden` without the right to write, `invalid_request` for what cannot be ended
 */
export async function changeDirectory(
  request: DirectoryRequest,
  search: ScopedSearch,
  options: DirectoryOptions,
  now: Date
): Promise<DirectoryWriteResponse> {
  const picture = await readDirectory(search, options);
  if (picture.state === 'forbidden') {
    throw new AuditError('forbidden', 'You may not read the directory, so you may not change it');
  }
  const by = await readWho(search);
  const at = now.toISOString();
  const write = (documents: DirectoryDocument[]) =>
    documents.length === 0
      ? Promise.resolve()
      : appendDocuments(search, options.index, documents, picture.state !== 'missing');
  const answer = (written: DirectoryEntry[], skipped: SkippedLine[], all: DirectoryEntry[]) => ({
    written,
    skipped,
    conflicts: new Directory(all).conflicts(),
  });

  if (request.action === 'end') {
    const known = picture.entries.find(({ id }) => id === request.id);
    if (!known) throw new AuditError('invalid_request', 'id: no such entry');
    if (known.recordedBy === SEED_BY && known.id.startsWith('configuration-')) {
      throw new AuditError(
        'invalid_request',
        'id: the configuration holds this entry: change it there'
      );
    }
    assertValidity({ ...known, validTo: request.validTo });
    const ended = { ...known, validTo: request.validTo, endedBy: by, endedAt: at };
    await write([{ action: 'end', entryId: known.id, at, by, validTo: request.validTo }]);
    const rest = picture.entries.filter((entry) => entry !== known);
    return answer([ended], [], [...rest, ended]);
  }

  const { entries, skipped }: ImportResult =
    request.action === 'add'
      ? { entries: [{ line: 1, entry: request.entry }], skipped: [] }
      : toImport(request);
  const added: DirectoryEntry[] = [];
  for (const { line, entry } of entries) {
    if (request.action === 'add') assertValidity(entry);
    else if (!isOrdered(entry)) {
      skipped.push({ line, reason: 'validTo: must be after validFrom' });
      continue;
    }
    if ([...picture.entries, ...added].some((known) => isSame(known, entry))) {
      skipped.push({ line, reason: 'already in the directory' });
      continue;
    }
    added.push({ ...entry, id: randomUUID(), recordedBy: by, recordedAt: at });
  }
  const dryRun = request.action === 'import' && request.dryRun === true;
  if (!dryRun) await write(added.map((entry) => toDocument(entry)));
  return answer(added, skipped, [...picture.entries, ...added]);
}

function toDocument({ id, recordedBy, recordedAt, ...entry }: DirectoryEntry): DirectoryDocument {
  return { action: 'add', entryId: id, at: recordedAt, by: recordedBy, entry };
}

function toImport({
  format,
  text,
  validFrom,
}: Extract<DirectoryRequest, { action: 'import' }>): ImportResult {
  const { entries, skipped } = format === 'csv' ? readDirectoryCsv(text) : readAuthorizedKeys(text);
  return {
    skipped,
    entries: entries.map(({ line, entry }) => ({
      line,
      entry:
        validFrom === undefined || entry.validFrom !== undefined ? entry : { ...entry, validFrom },
    })),
  };
}

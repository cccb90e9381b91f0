/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomUUID } from 'crypto';
import type {
  DirectoryEntry,
  DirectoryEntryInput,
  DirectoryRequest,
  DirectoryWriteResponse,
} from '../../common/api/directory';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { readWho } from '../status/status_service';
import { complaintAbout } from './check_entry';
import { chooseNew } from './choose_new';
import type { DirectoryDocument } from './directory_documents';
import { Directory } from './directory_lookup';
import { appendDocuments, MAX_DOCUMENTS } from './directory_store';
import type { ImportResult } from './import/import_result';
import { readAuthorizedKeys } from './import/read_authorized_keys';
import { readDirectoryCsv } from './import/read_directory_csv';
import { findPrivateKey } from './private_key';
import { readDirectory, type DirectoryOptions, type DirectoryPicture } from './read_directory';
import { SEED_ID } from './stored_change';

type EndRequest = Extract<DirectoryRequest, { action: 'end' }>;
type ImportRequest = Extract<DirectoryRequest, { action: 'import' }>;

/** Who changes it, and when. */
interface Signature {
  by: string;
  at: string;
}

/** A change that is about to be written. */
interface Plan {
  documents: DirectoryDocument[];
  answer: DirectoryWriteResponse;
}

/**
 * Answers `POST directory`: adds, ends or imports. Each change is a document of its own.
 *
 * @throws AuditError `forbidden` without the right to read or write, `invalid_request` for what cannot be filed
 *   or ended
 */
export async function changeDirectory(
  request: DirectoryRequest,
  search: ScopedSearch,
  options: DirectoryOptions,
  now: Date
): Promise<DirectoryWriteResponse> {
  assertNoPrivateKey(request);
  const [picture, by] = await Promise.all([readDirectory(search, options), readWho(search)]);
  if (picture.state === 'forbidden') {
    throw new AuditError(
      'forbidden',
      `You may not read the directory (${options.index}), and what is not read cannot be changed: ask for a role that may search it`
    );
  }
  const signature = { by, at: now.toISOString() };
  const plan =
    request.action === 'end'
      ? planEnd(request, picture, signature)
      : planAdd(request, picture, signature, options);
  const isDryRun = request.action === 'import' && request.dryRun === true;
  if (isDryRun || plan.documents.length === 0) return plan.answer;
  if (picture.documentCount + plan.documents.length >= MAX_DOCUMENTS) {
    throw new AuditError(
      'invalid_request',
      `The directory takes ${MAX_DOCUMENTS} changes at most: more would not be read, and nothing was written`
    );
  }
  await appendDocuments(search, options.index, plan.documents, picture.state !== 'missing');
  return plan.answer;
}

/** A private key is a secret of its owner: it is not looked at any further, kept, or repeated in an answer. */
function assertNoPrivateKey(request: DirectoryRequest): void {
  const text = request.action === 'import' ? request.text : JSON.stringify(request);
  const line = findPrivateKey(text);
  if (line === undefined) return;
  const where = request.action === 'import' ? `text: line ${line}` : 'entry';
  throw new AuditError(
    'invalid_request',
    `${where} holds a private key: nothing was filed. Only public keys belong here, and this private key should be replaced`
  );
}

function planEnd(request: EndRequest, picture: DirectoryPicture, { by, at }: Signature): Plan {
  const { id, validTo } = request;
  const known = picture.entries.find((entry) => entry.id === id);
  if (!known) {
    const missing = picture.whole ? 'no such entry' : 'not among the entries that could be read';
    throw new AuditError('invalid_request', `id: ${missing}`);
  }
  if (SEED_ID.test(id)) {
    throw new AuditError(
      'invalid_request',
      'id: the configuration holds this entry: change it there (auditUser.directory.seed)'
    );
  }
  const ended = { ...known, validTo, endedBy: by, endedAt: at };
  // What was filed was right, or not, when it was: an entry can always be ended.
  const { shared, validFrom } = known;
  const complaint = complaintAbout({
    kind: 'account',
    value: '',
    shared,
    validTo,
    ...(validFrom === undefined ? {} : { validFrom }),
  });
  if (complaint !== undefined) throw new AuditError('invalid_request', complaint);
  return {
    documents: [{ action: 'end', entryId: id, at, by, validTo }],
    answer: {
      written: [ended],
      skipped: [],
      conflicts: conflictsOf(picture.entries.map((entry) => (entry === known ? ended : entry))),
    },
  };
}

function planAdd(
  request: Exclude<DirectoryRequest, EndRequest>,
  picture: DirectoryPicture,
  { by, at }: Signature,
  { groupAccounts }: DirectoryOptions
): Plan {
  const isImport = request.action === 'import';
  if (!isImport) {
    const complaint = complaintAbout(request.entry);
    if (complaint !== undefined) throw new AuditError('invalid_request', `entry.${complaint}`);
  }
  const candidates = isImport
    ? readImport(request, groupAccounts)
    : { entries: [{ line: 1, entry: request.entry }], skipped: [] };
  const toEntry = (entry: DirectoryEntryInput): DirectoryEntry => ({
    ...entry,
    id: randomUUID(),
    recordedBy: by,
    recordedAt: at,
  });
  const { added, skipped } = chooseNew(candidates, picture.entries, toEntry, isImport);
  return {
    documents: added.map(toDocument),
    answer: { written: added, skipped, conflicts: conflictsOf([...picture.entries, ...added]) },
  };
}

const conflictsOf = (entries: readonly DirectoryEntry[]) => new Directory(entries).conflicts();

function toDocument({ id, recordedBy, recordedAt, ...entry }: DirectoryEntry): DirectoryDocument {
  return { action: 'add', entryId: id, at: recordedAt, by: recordedBy, entry };
}

function readImport(
  { format, text, validFrom }: ImportRequest,
  groupAccounts: readonly string[]
): ImportResult {
  const { entries, skipped } =
    format === 'csv' ? readDirectoryCsv(text) : readAuthorizedKeys(text, groupAccounts);
  return {
    skipped,
    entries: entries.map(({ line, entry }) => ({
      line,
      entry:
        validFrom === undefined || entry.validFrom !== undefined ? entry : { ...entry, validFrom },
    })),
  };
}

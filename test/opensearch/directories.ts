/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';

/** Who runs OpenSearch, when that is not the present user. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** OpenSearch refuses to run as root: then this user does, which owns nothing ("nobody"). */
const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** Names the folder for everything; meant for continuous integration, to keep the artifacts. */
const FOLDER_VARIABLE = 'AUDIT_USER_OPENSEARCH_DIR';

/**
 * Says who has to run OpenSearch.
 *
 * @returns the user to change to when this process is root, else undefined.
 */
export function runAs(): RunAs | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/**
 * Finds the first folder of a path that keeps other users out. Root starts OpenSearch as another
 * user, which has to reach its files: a home folder of mode 700 above them is enough to fail.
 *
 * @param path - an existing path.
 * @param user - who wants to reach it; undefined, the present user, reaches everything it made.
 * @returns the folder that is closed to that user, or undefined.
 */
export function closedParent(path: string, user: RunAs | undefined): string | undefined {
  if (!user) return undefined;
  let closed: string | undefined;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) closed = folder;
    if (dirname(folder) === folder) return closed;
  }
}

/**
 * Creates a folder that other users can pass through, whatever the umask is.
 *
 * @param path - the folder; its parents are made too, as the umask says.
 */
export function makeOpenFolder(path: string): void {
  if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, 0o755);
}

/**
 * Gives the folder below which artifacts and running instances live. It is not inside the project:
 * there, a closed home folder would keep the user out as which root starts OpenSearch.
 *
 * @returns the folder, which exists then: the one of the variable AUDIT_USER_OPENSEARCH_DIR, else
 * `/var/tmp/audit-user-<uid>` (which survives a restart, unlike /tmp), else the same in the
 * operating system's temporary folder.
 * @throws Error when the folder belongs to somebody else or is open to their writing, since programs
 * are started from it; or when OpenSearch's user could not reach it.
 */
export function baseFolder(): string {
  const uid = process.getuid?.() ?? 0;
  const chosen = process.env[FOLDER_VARIABLE];
  const parent = process.platform === 'win32' ? tmpdir() : '/var/tmp';
  const folder = chosen ? resolve(chosen) : join(parent, `audit-user-${uid}`);
  makeOpenFolder(folder);
  const { uid: owner, mode } = lstatSync(folder);
  const writableByOthers = process.platform !== 'win32' && (mode & 0o022) !== 0;
  if (owner !== uid || writableByOthers || !lstatSync(folder).isDirectory()) {
    throw new Error(
      `The folder ${folder} must be a folder of user ${uid} that no other user can write to: ` +
        `programs are started from it. Remove it or name another one in ${FOLDER_VARIABLE}.`
    );
  }
  requireReachable(folder, runAs());
  return folder;
}

/**
 * Makes sure that a user reaches a path.
 *
 * @param path - an existing path.
 * @param user - who wants to reach it, as {@link runAs} gives it.
 * @throws Error naming the folder in the way.
 */
export function requireReachable(path: string, user: RunAs | undefined): void {
  const closed = closedParent(path, user);
  if (closed && user) {
    throw new Error(
      `Root starts OpenSearch as user ${user.uid}, which cannot reach ${path}: ${closed} is closed ` +
        `to it. Choose a folder that is open to all users, such as one below /var/tmp.`
    );
  }
}

/**
 * Changes the owner of a folder and of everything in it. Links are not followed.
 *
 * @param path - the folder.
 * @param user - the new owner; with undefined nothing changes.
 */
export function giveTo(path: string, user: RunAs | undefined): void {
  if (!user) return;
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) giveTo(child, user);
    else if (entry.isFile()) chownSync(child, user.uid, user.gid);
  }
}

/**
 * Closes a folder and everything in it to all other users: passwords and keys are in it.
 *
 * @param path - the folder.
 */
export function makePrivate(path: string): void {
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) makePrivate(child);
    else if (entry.isFile()) chmodSync(child, 0o600);
  }
}

/**
 * Makes a folder and everything in it readable, but not writable, to all users.
 *
 * @param path - the folder.
 */
export function makeReadable(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) makeReadable(child);
    else if (entry.isFile()) chmodSync(child, 0o644);
  }
}

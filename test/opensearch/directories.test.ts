/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  baseFolder,
  closedParent,
  makePrivate,
  makeReadable,
  requireReachable,
} from './directories';

const stranger = { uid: 54321, gid: 54321 };

describe('folders', () => {
  let top: string;

  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'folder-test-'));
    chmodSync(top, 0o755);
    mkdirSync(join(top, 'home', 'project'), { recursive: true });
  });

  afterEach(() => {
    delete process.env.AUDIT_USER_OPENSEARCH_DIR;
    rmSync(top, { recursive: true });
  });

  const modeOf = (...path: string[]) => lstatSync(join(top, ...path)).mode & 0o777;

  it('are reachable while every parent is open', () => {
    chmodSync(join(top, 'home'), 0o711);
    chmodSync(join(top, 'home', 'project'), 0o755);
    expect(closedParent(join(top, 'home', 'project'), stranger)).toBeUndefined();
  });

  it('are not reachable below a closed home', () => {
    chmodSync(join(top, 'home'), 0o700);
    chmodSync(join(top, 'home', 'project'), 0o755);
    const path = join(top, 'home', 'project');
    expect(closedParent(path, stranger)).toBe(join(top, 'home'));
    expect(() => requireReachable(path, stranger)).toThrow(`${join(top, 'home')} is closed`);
  });

  it('are reachable to their owner, and nothing is asked for the present user', () => {
    chmodSync(join(top, 'home'), 0o700);
    const { uid, gid } = lstatSync(top);
    expect(closedParent(join(top, 'home'), { uid, gid })).toBeUndefined();
    expect(closedParent(join(top, 'home'), undefined)).toBeUndefined();
  });

  it('can be closed and opened with everything in them', () => {
    writeFileSync(join(top, 'home', 'project', 'key'), '');
    makePrivate(join(top, 'home'));
    expect(modeOf('home')).toBe(0o700);
    expect(modeOf('home', 'project', 'key')).toBe(0o600);
    makeReadable(join(top, 'home'));
    expect(modeOf('home', 'project')).toBe(0o755);
    expect(modeOf('home', 'project', 'key')).toBe(0o644);
  });

  it('for programs can be chosen, and are made open to all to pass', () => {
    const chosen = join(top, 'cache');
    process.env.AUDIT_USER_OPENSEARCH_DIR = chosen;
    expect(baseFolder()).toBe(chosen);
    expect(modeOf('cache')).toBe(0o755);
  });

  it('for programs are refused when others can write to them', () => {
    process.env.AUDIT_USER_OPENSEARCH_DIR = join(top, 'home');
    chmodSync(join(top, 'home'), 0o777);
    expect(() => baseFolder()).toThrow(/no other user can write to/);
  });
});

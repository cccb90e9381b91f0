/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { execFileSync, spawnSync } from 'child_process';
import { randomUUID } from 'crypto';
import { unzipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import type { Readable } from 'stream';
import type { EvidenceRequest } from '../../../common/api/evidence';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { EvidenceManifest } from '../../../common/evidence/manifest';
import type { PluginRoutes } from './plugin_routes';

/** An unpacked package. */
export interface UnpackedPackage {
  zip: Buffer;
  files: Map<string, string>;
  manifest: EvidenceManifest;
}

/** Everything that a stream sends. Rejects where it breaks off. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Begins an export and gives the stream, or the refusal. */
export async function startExport(
  routes: PluginRoutes,
  request: Omit<EvidenceRequest, 'exportId'>
) {
  const exportId = randomUUID();
  const { answer, abort } = routes.abortable(ENDPOINTS.evidence, { ...request, exportId });
  const { status, body } = await answer;
  return { exportId, abort, status, body };
}

/** Takes a package, whole. */
export async function takePackage(
  routes: PluginRoutes,
  request: Omit<EvidenceRequest, 'exportId'>
): Promise<UnpackedPackage> {
  const { status, body } = await startExport(routes, request);
  if (status !== 200) throw new Error(`The export was refused: ${JSON.stringify(body)}`);
  const zip = await readAll(body as Readable);
  const files = new Map(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ])
  );
  const manifest = JSON.parse(files.get('manifest.json') ?? 'null') as EvidenceManifest;
  return { zip, files, manifest };
}

/** Lines of a record file, read. */
export function recordsOf({ files }: UnpackedPackage, name: string) {
  return (files.get(name) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) =>
        JSON.parse(line) as { _index: string; _id: string; _source: Record<string, unknown> }
    );
}

/** Unpacks a package into a folder, lets it be changed, and checks it with both tools. */
export function checkPackage(files: ReadonlyMap<string, string>): {
  sha256sum: boolean;
  verify: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'audit-user-evidence-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const { status } = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });
    const script = resolve(__dirname, '../../../scripts/verify_evidence');
    const { stdout } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { sha256sum: status === 0, verify: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `unzip -t` or Python: what somebody else's tool says of a ZIP. */
export function isWholeZip(zip: Buffer): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'audit-user-evidence-'));
  try {
    const path = join(folder, 'package.zip');
    writeFileSync(path, zip);
    try {
      execFileSync('python3', ['-m', 'zipfile', '-t', path], { stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

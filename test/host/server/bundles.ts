/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Request, ResponseObject, ResponseToolkit, Server } from '@hapi/hapi';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

const TYPES: Record<string, string> = { js: 'application/javascript', css: 'text/css' };

/** Forms of a file, best first. A compressed one is served unchecked, as Dashboards does. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves the files of a folder below `/bundles`, as Dashboards serves bundles: `.br` before `.gz` before the
 * plain file, cached for good.
 */
export function addBundles(hapi: Server, path: string, dir: string): void {
  hapi.route({
    method: 'GET',
    path: `${path}/{file}`,
    options: { cache: { otherwise: 'max-age=31536000, immutable' } },
    handler: (request: Request, toolkit: ResponseToolkit): ResponseObject => {
      const name = request.params.file as string;
      const file = join(dir, name);
      if (!/^[\w@.-]+$/.test(name) || !existsSync(file)) return toolkit.response('').code(404);
      const accepted = request.headers['accept-encoding'] ?? '';
      const encoding = ENCODINGS.find(
        ([token, suffix]) => accepted.includes(token) && existsSync(file + suffix)
      );
      const response = toolkit
        .response(readFileSync(encoding ? file + encoding[1] : file))
        .type(TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream')
        .header('cache-control', 'max-age=31536000, immutable')
        .vary('accept-encoding');
      return encoding ? response.header('content-encoding', encoding[0]) : response;
    },
  });
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { server as hapiServer, type Request, type Server } from '@hapi/hapi';
import { createHash } from 'crypto';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { HOST_PROFILES, type ProfileName } from './host_profiles';
import { addBundles } from './server/bundles';
import { loadServerPlugin } from './server/load_server_plugin';
import {
  CONTENT_SECURITY_POLICY,
  renderBootstrap,
  renderPage,
  type PageMetadata,
} from './server/page';
import { addXsrfRule, createRouter } from './server/request_router';
import { openClientPool } from './server/scoped_client';
import { addSessions } from './server/sessions';
import { defaultUiSettings } from './server/ui_settings';
import { buildCore, buildSharedDeps } from './shared/build_shared_deps';
import { unpackPlugin } from './unpack_plugin';

/** What the host serves, and how. */
export interface HostOptions {
  profile: ProfileName;
  /** The built zip; its manifest must name the profile's version. */
  pluginZip: string;
  opensearchUrl: string;
  /** A free one when missing or 0. */
  port?: number;
  /** Such as `/dashboards`, as behind a proxy that keeps it. */
  basePath?: string;
  /** Users log in, and their credentials go to OpenSearch. */
  security?: boolean;
  /** Configuration of the plugin, below its configuration path. */
  config?: Record<string, unknown>;
  uiSettings?: Record<string, unknown>;
  darkMode?: boolean;
  log?: (line: string) => void;
}

/** A host that answers. */
export interface RunningHost {
  /** With the base path. */
  url: string;
  port: number;
  stop(): Promise<void>;
}

/**
 * Starts the development host on loopback.
 *
 * @throws Error when the port is taken (`EADDRINUSE`), the plugin is for another version, or its configuration
 *   is refused
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { basePath = '', log = () => undefined } = options;
  const profile = HOST_PROFILES[options.profile];
  const hapi = hapiServer({ host: '127.0.0.1', port: options.port ?? 0 });
  const plugin = unpackPlugin(options.pluginZip, profile.version);
  const coreDir = mkdtempSync(join(tmpdir(), 'audit-user-host-'));
  const pool = openClientPool(profile, options.opensearchUrl);
  const removeAll = async () => {
    plugin.remove();
    rmSync(coreDir, { recursive: true, force: true });
    await pool.close();
  };
  try {
    const sharedDir = await buildSharedDeps(profile);
    await buildCore(coreDir);
    if (basePath) stripBasePath(hapi, basePath);
    addXsrfRule(hapi);
    const sessions = options.security
      ? addSessions(hapi, basePath, async (authorization) => {
          const { statusCode } = await pool.as(authorization).transport.request(
            { method: 'GET', path: '/_plugins/_security/authinfo' },
            // The answer of a wrong password is an answer, not an error.
            { ...({ ignore: [401, 403] } as object) }
          );
          return statusCode === 200;
        })
      : undefined;
    const capabilities: PageMetadata['capabilities'] = { navLinks: {}, discover: { show: true } };
    const { config, stop } = await loadServerPlugin(
      plugin.dir,
      plugin.configPath,
      options.config ?? {},
      profile.version,
      {
        http: {
          createRouter: () =>
            createRouter({
              hapi,
              log,
              clientFor: (request) => pool.as(sessions?.of(request)?.authorization),
            }),
        },
        capabilities: { registerProvider: (provide) => Object.assign(capabilities, provide()) },
      },
      log
    );
    const buildHash = createHash('sha256')
      .update(readFileSync(options.pluginZip))
      .digest('hex')
      .slice(0, 12);
    addBundles(hapi, `/bundles/${buildHash}/shared`, sharedDir);
    addBundles(hapi, `/bundles/${buildHash}/core`, coreDir);
    addBundles(
      hapi,
      `/bundles/${buildHash}/plugin/${plugin.id}`,
      join(plugin.dir, 'target', 'public')
    );
    const isDark = (request: Request) => {
      const asked = (request.state as Record<string, string>).host_dark_mode;
      return asked === undefined ? (options.darkMode ?? false) : asked === 'true';
    };
    hapi.state('host_dark_mode', { isHttpOnly: false, isSecure: false, path: '/' });
    hapi.route({
      method: 'GET',
      path: '/bootstrap.js',
      handler: (request, toolkit) =>
        toolkit
          .response(renderBootstrap(profile, basePath, buildHash, [plugin.id], isDark(request)))
          .type('application/javascript')
          .header('cache-control', 'no-store'),
    });
    hapi.route({
      method: 'GET',
      path: '/api/saved_objects/_find',
      handler: () => ({ saved_objects: [], total: 0, page: 1, per_page: 20 }),
    });
    for (const path of ['/', '/app/{rest*}']) {
      hapi.route({
        method: 'GET',
        path,
        handler: (request, toolkit) => {
          const metadata: PageMetadata = {
            basePath,
            version: profile.version,
            darkMode: isDark(request),
            userName: sessions?.of(request)?.name,
            navGroups: profile.navGroups,
            uiSettings: { ...defaultUiSettings(), ...options.uiSettings },
            capabilities,
            plugins: [{ id: plugin.id, config }],
          };
          return toolkit
            .response(renderPage(metadata, buildHash))
            .type('text/html')
            .header('content-security-policy', CONTENT_SECURITY_POLICY)
            .header('cache-control', 'no-store');
        },
      });
    }
    await hapi.start();
    const port = Number(hapi.info.port);
    return {
      url: `http://localhost:${port}${basePath}`,
      port,
      stop: async () => {
        await hapi.stop({ timeout: 1000 });
        stop();
        await removeAll();
      },
    };
  } catch (error) {
    await removeAll();
    throw error;
  }
}

/** Serves below a path (`server.basePath` with `server.rewriteBasePath`). */
function stripBasePath(hapi: Server, basePath: string): void {
  hapi.ext('onRequest', (request, toolkit) => {
    const { pathname, search } = request.url;
    if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) {
      return toolkit.response('Not Found').code(404).takeover();
    }
    request.setUrl((pathname.slice(basePath.length) || '/') + search);
    return toolkit.continue;
  });
}

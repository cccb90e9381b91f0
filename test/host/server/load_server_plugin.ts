/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createRequire } from 'module';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { BehaviorSubject } from 'rxjs';
import type { CoreSetup, PluginInitializerContext } from '../../../server/host_types';
import * as configSchemaStandIn from '../../stand_ins/osd_config_schema';
import type { Type } from '../../stand_ins/osd_config_schema';

/** What `require(plugin/server)` gives. */
interface ServerModule {
  config: { schema: Type<unknown>; exposeToBrowser?: Record<string, boolean> };
  plugin(context: PluginInitializerContext<unknown>): {
    setup(core: CoreSetup): Promise<void> | void;
    start(): void;
    stop(): void;
  };
}

/** Name under which the stand-ins of host packages are found by the unpacked plugin. */
const HOST_MODULES = '__audit_user_test_host__';

/**
 * Puts `@osd/config-schema` where the unpacked plugin's `require` finds it, as the host's own `node_modules`
 * would be found in the parent folders of an installed plugin.
 */
function provideHostModules(dir: string): void {
  const folder = join(dir, 'node_modules', '@osd', 'config-schema');
  mkdirSync(folder, { recursive: true });
  Object.assign(globalThis, { [HOST_MODULES]: configSchemaStandIn });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "@osd/config-schema", "main": "index.js" }'
  );
  writeFileSync(join(folder, 'index.js'), `module.exports = globalThis.${HOST_MODULES};\n`);
}

/** Writes the log of the plugin; the demo shows warnings and errors only. */
function toLogger(log: (line: string) => void) {
  const write = (level: string) => (message: string | Error) => log(`[${level}] ${message}`);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * Loads the server side of an unpacked plugin, validates its configuration and sets it up.
 *
 * @param config below the plugin's configuration path
 * @returns the validated configuration, which the host writes into its pages
 */
export async function loadServerPlugin(
  dir: string,
  configPath: string,
  config: unknown,
  version: string,
  core: CoreSetup,
  log: (line: string) => void
): Promise<{ config: unknown; stop(): void }> {
  provideHostModules(dir);
  const server = loadModule(join(dir, 'server', 'index.js'));
  const validated = server.config.schema.validate(config, {}, configPath);
  const plugin = server.plugin({
    config: { create: () => new BehaviorSubject(validated).asObservable() },
    logger: { get: () => toLogger(log) },
    env: { packageInfo: { version } },
  });
  await plugin.setup(core);
  plugin.start();
  return { config: validated, stop: () => plugin.stop() };
}

/** Evaluates a CommonJS file with its own `require`, also inside jest, whose `require` transforms files. */
function loadModule(path: string): ServerModule {
  const module = { exports: {} as ServerModule };
  const source = readFileSync(path, 'utf8');
  const run = new Function('module', 'exports', 'require', '__filename', '__dirname', source);
  run(module, module.exports, createRequire(path), path, join(path, '..'));
  return module.exports;
}

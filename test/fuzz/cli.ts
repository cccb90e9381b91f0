/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// Looks for inputs that break the parser. Run: npm run fuzz -- [seconds a property, 20 unless told] [seed]

import * as fc from 'fast-check';
import { PARSER_PROPERTIES } from './parser_properties';

const seconds = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
process.stdout.write(`seed ${seed}, ${seconds} seconds for each property\n`);

let failed = 0;
for (const { name, property } of PARSER_PROPERTIES) {
  const details = fc.check(property, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  });
  const verdict = details.failed
    ? `FAILED after ${details.numRuns}`
    : `held for ${details.numRuns}`;
  process.stdout.write(`${verdict} inputs: ${name}\n`);
  if (!details.failed) continue;
  failed += 1;
  process.stdout.write(`${fc.defaultReportMessage(details) ?? ''}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;

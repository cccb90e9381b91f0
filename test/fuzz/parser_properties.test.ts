/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as fc from 'fast-check';
import { PARSER_PROPERTIES } from './parser_properties';

describe('the parser of authlog holds against', () => {
  it.each(PARSER_PROPERTIES.map(({ name, property }) => [name, property] as const))(
    '%s',
    (_name, property) => {
      fc.assert(property, { numRuns: 1_000 });
    }
  );
});

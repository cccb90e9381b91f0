/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseDemoOptions } from './demo_options';

describe('the options of the demo', () => {
  it('load sample data into an OpenSearch of their own, in the profile of 2.19', () => {
    expect(parseDemoOptions([])).toEqual({
      port: undefined,
      opensearchPort: undefined,
      opensearchUrl: undefined,
      sampleData: true,
      events: 200_000,
      profile: '2.19',
      security: false,
      basePath: undefined,
      open: false,
    });
  });

  it('write nothing into a running OpenSearch unless asked to', () => {
    const url = ['--opensearch-url', 'http://127.0.0.1:9200'];
    expect(parseDemoOptions(url)).toMatchObject({ sampleData: false });
    expect(parseDemoOptions([...url, '--sample-data'])).toMatchObject({ sampleData: true });
    expect(parseDemoOptions(['--no-sample-data'])).toMatchObject({ sampleData: false });
  });

  it.each([
    [['--port', 'x'], /--port/],
    [['--port', '70000'], /--port/],
    [['--profile', '1.0'], /--profile/],
    [['--events', '5'], /--events/],
    [['--opensearch-url', 'localhost'], /--opensearch-url/],
    [['--base-path', 'dash'], /--base-path/],
    [['--what'], /what/],
  ])('refuse %j by name', (args, message) => {
    expect(() => parseDemoOptions(args)).toThrow(message);
  });
});

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Connection, openSearchRequest } from './http_client';

/** What tests change about the deployed templates. */
export interface WelkinTemplateOptions {
  /** How long a new document may stay invisible; `10s` as deployed when missing. */
  readonly refreshInterval?: string;
}

/**
 * Builds an index template as Welkin deploys it: dynamic mappings with OpenSearch's defaults, so
 * that strings become text with a `keyword` of at most 256 characters. The alias for the rollover is
 * left out, since without the plugin for index management OpenSearch refuses the setting.
 *
 * @param name - the beginning of the index names.
 * @param options - what differs.
 * @returns the body of the request.
 */
export function welkinTemplate(name: string, options: WelkinTemplateOptions = {}): object {
  return {
    index_patterns: [`${name}*`],
    template: {
      settings: {
        'index.refresh_interval': options.refreshInterval ?? '10s',
        'mapping.total_fields.limit': '1000',
      },
    },
  };
}

/**
 * Puts the index templates of `kubeaudit` and `authlog`; to be called before the first document.
 *
 * @param connection - where, and as whom: an administrator with security.
 * @param options - what differs from the deployed templates.
 * @throws OpenSearchRequestError when one is refused.
 */
export async function applyWelkinTemplates(
  connection: Connection,
  options: WelkinTemplateOptions = {}
): Promise<void> {
  for (const name of ['kubeaudit', 'authlog']) {
    await openSearchRequest({
      ...connection,
      method: 'PUT',
      path: `/_index_template/${name}`,
      body: welkinTemplate(name, options),
    });
  }
}

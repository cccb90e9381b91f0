/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewSigner } from '../../common/api/review_record';
import type { ScopedSearch } from '../search/scoped_search';
import { NO_SECURITY_PLUGIN, readWho } from '../status/status_service';

/** Who is logged in, as OpenSearch says; never a name from the browser. */
export async function readSigner(search: ScopedSearch): Promise<ReviewSigner> {
  const name = await readWho(search);
  return { name, authenticated: name !== NO_SECURITY_PLUGIN };
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../../components/services_context';
import { titleCoversIndex, toTitleSearch } from './index_title';

/** Index patterns that one search looks at: sites have a handful that begin alike. */
const MAX_PATTERNS = 100;

/**
 * Id of a saved index pattern over an index. Undefined when there is none, when saved objects may not be
 * read, or while it is not known: Discover then opens with its default.
 */
export function useIndexPatternId(index: string, enabled: boolean): string | undefined {
  const { core } = useServices();
  const { data } = useQuery({
    queryKey: ['indexPatternId', index],
    enabled,
    queryFn: async () => {
      const { savedObjects } = await core.savedObjects.client.find<{ title?: string }>({
        type: 'index-pattern',
        search: toTitleSearch(index),
        searchFields: ['title'],
        fields: ['title'],
        perPage: MAX_PATTERNS,
      });
      const match = savedObjects.find(({ attributes }) =>
        titleCoversIndex(attributes.title ?? '', index)
      );
      return match?.id ?? null;
    },
  });
  return data ?? undefined;
}

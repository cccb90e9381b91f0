/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHistory } from 'react-router-dom';
import type { ReviewDraft, ReviewSignResponse } from '../../../../common/api/review';
import { useServices } from '../../../components/services_context';
import { reviewPath, searchForView } from '../../../url_state/view_paths';
import { REVIEWS_KEY } from '../review_query_key';
import { clearDrafts } from './draft_store';

/** Handed to the page of the record by the page that signed it. */
export interface SignedState {
  signed: 'now' | 'before';
}

/**
 * Signs a draft. Only when the server says that the record is there is the draft forgotten and the record opened,
 * which reads it anew.
 *
 * @param key where the draft lies
 */
export function useSign(key: string) {
  const { auditClient } = useServices();
  const client = useQueryClient();
  const history = useHistory();
  return useMutation<ReviewSignResponse, unknown, ReviewDraft>({
    mutationFn: (draft) => auditClient.reviews({ action: 'sign', draft }),
    onSuccess: async ({ record, alreadySigned }) => {
      clearDrafts(key);
      client.removeQueries({ queryKey: ['reviewPrepare'] });
      await client.invalidateQueries({ queryKey: [REVIEWS_KEY] });
      const state: SignedState = { signed: alreadySigned ? 'before' : 'now' };
      history.push({
        pathname: reviewPath(record.sequence),
        search: searchForView(history.location.search, [], record.period),
        state,
      });
    },
  });
}

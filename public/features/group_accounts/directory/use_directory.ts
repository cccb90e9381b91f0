/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DirectoryRequest,
  DirectoryResponse,
  DirectoryWriteResponse,
} from '../../../../common/api/directory';
import { useServices } from '../../../components/services_context';
import { GROUP_ACCOUNTS_KEY } from '../use_group_accounts';

const DIRECTORY_KEY = ['directory'] as const;

/** Questions whose answers rest on the directory. */
const DEPENDENT = [DIRECTORY_KEY, [GROUP_ACCOUNTS_KEY], ['sshSessions'], ['personTimeline']];

/** What the directory holds. */
export function useDirectory() {
  const { auditClient } = useServices();
  return useQuery<DirectoryResponse>({
    queryKey: DIRECTORY_KEY,
    queryFn: ({ signal }) => auditClient.directory(signal),
  });
}

/** Changes the directory; everything that rests on it is asked for anew. */
export function useDirectoryChange() {
  const { auditClient } = useServices();
  const client = useQueryClient();
  return useMutation<DirectoryWriteResponse, unknown, DirectoryRequest>({
    mutationFn: (request) => auditClient.writeDirectory(request),
    onSuccess: async (_answer, request) => {
      if (request.action === 'import' && request.dryRun) return;
      await Promise.all(
        DEPENDENT.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))
      );
    },
  });
}

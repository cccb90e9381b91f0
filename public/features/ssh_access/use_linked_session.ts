/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../components/services_context';
import type { SshQuestion } from './use_ssh_question';

/**
 * Asks for the one session that the address opens, whatever the filters; asks nothing without an id.
 *
 * @param id of a session that is not among the rows that are loaded
 */
export function useLinkedSession(id: string | undefined, { timeRange, asked }: SshQuestion) {
  const { auditClient } = useServices();
  return useQuery({
    queryKey: ['sshSession', id, timeRange, asked],
    enabled: id !== undefined,
    queryFn: ({ signal }) => {
      if (id === undefined) throw new Error('No session is asked for');
      return auditClient.sshSessions({ timeRange, session: id, limit: 1 }, signal);
    },
  });
}

/** How the session that the address opens is known. */
export type LinkedSession = ReturnType<typeof useLinkedSession>;

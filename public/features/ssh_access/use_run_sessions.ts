/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useQuery } from '@tanstack/react-query';
import { MAX_FILTER_VALUES } from '../../../common/api/kube_filters';
import {
  MAX_SESSION_LIMIT,
  type SshFilters,
  type SshRun,
  type SshSession,
  type SshSessionsRequest,
} from '../../../common/api/ssh_sessions';
import { useServices } from '../../components/services_context';
import type { SshQuestion } from './use_ssh_question';

/** The question that unfolds a run: its period, account, cluster, nodes, key and source. */
export function toRunRequest(run: SshRun, { filters }: SshQuestion): SshSessionsRequest {
  const { persons, statuses } = filters;
  const narrowed: SshFilters = {
    ...(persons ? { persons } : {}),
    ...(statuses ? { statuses } : {}),
    accounts: [run.account],
    clusters: [run.cluster],
    ...(run.hosts.length > 0 && run.hosts.length <= MAX_FILTER_VALUES && !run.hostsLeftOut
      ? { hosts: run.hosts }
      : {}),
    ...(run.sourceIp === undefined ? {} : { sourceIps: [run.sourceIp] }),
    ...(run.fingerprint === undefined ? {} : { fingerprints: [run.fingerprint] }),
  };
  return {
    timeRange: { from: run.startedAt, to: run.endedAt },
    filters: narrowed,
    foldRuns: false,
    limit: MAX_SESSION_LIMIT,
  };
}

/** Whether a session can be of the run: the filters cannot ask for "no key" or "no source". */
export function isOfRun(session: SshSession, run: SshRun): boolean {
  return (
    session.method === run.method &&
    session.fingerprint === run.fingerprint &&
    session.sourceIp === run.sourceIp
  );
}

/** The sessions of the run that is unfolded; asks nothing while none is. */
export function useRunSessions(run: SshRun | undefined, question: SshQuestion) {
  const { auditClient } = useServices();
  const request = run && toRunRequest(run, question);
  return useQuery({
    queryKey: ['sshRun', request, question.asked],
    enabled: request !== undefined,
    queryFn: ({ signal }) => {
      if (!request) throw new Error('No run is unfolded');
      return auditClient.sshSessions(request, signal);
    },
  });
}

/** How the sessions of a run are known. */
export type RunSessions = ReturnType<typeof useRunSessions>;

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import type { AuthlogLinesRequest, AuthlogLinesResponse } from '../../../common/api/authlog_lines';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { SshSessionsRequest, SshSessionsResponse } from '../../../common/api/ssh_sessions';
import { renderView } from '../../components/test_render_view';
import { SshAccessView } from './ssh_access_view';

/** The server, as two functions. */
export interface SshServer {
  sessions: (request: SshSessionsRequest) => SshSessionsResponse | Promise<SshSessionsResponse>;
  lines?: (request: AuthlogLinesRequest) => AuthlogLinesResponse | Promise<AuthlogLinesResponse>;
}

/** Shows the view at an address with this server behind it. */
export function setUp({ sessions, lines }: SshServer, search = '') {
  const view = renderView(<SshAccessView />, `/ssh${search}`, {
    [ENDPOINTS.sshSessions]: sessions,
    ...(lines ? { [ENDPOINTS.authlogLines]: lines } : {}),
  });
  return {
    ...view,
    questions: () => view.sentTo<SshSessionsRequest>(ENDPOINTS.sshSessions),
    lineQuestions: () => view.sentTo<AuthlogLinesRequest>(ENDPOINTS.authlogLines),
  };
}

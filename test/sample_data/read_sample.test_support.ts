/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Attribution } from '../../common/attribution/attribution';
import { attributeCommands } from '../../server/attribution/attribute_commands';
import type { DamagedLogin } from '../../server/attribution/log_limits';
import { attributeLogin, type LoginAttribution } from '../../server/attribution/attribute_login';
import { RequestAttributor } from '../../server/attribution/attribute_request';
import type { AuthlogLine } from '../../server/authlog/authlog_record';
import { parseMessage } from '../../server/authlog/parse_message';
import { TimeOrder } from '../../server/authlog/read/time_order';
import { toAuthlogLine } from '../../server/authlog/to_authlog_line';
import { Directory } from '../../server/directory/directory_lookup';
import { HostAddresses } from '../../server/group_accounts/host_addresses';
import { AuthlogHistories, hostKey } from '../../server/ssh_access/history/authlog_histories';
import type {
  CommandRecord,
  HostHistory,
  SessionRecord,
} from '../../server/ssh_access/history/host_history';
import type { AuthlogDocument } from './authlog_document';
import { collectSample } from './collect_sample';
import type { TrueRequest } from './kubernetes_truth';
import { sampleDirectory } from './sample_directory';
import type { SampleOptions } from './sample_period';
import type { Verdict } from './sudo_lines';

const ATTRIBUTION = {
  sshGroupAccounts: ['ubuntu', 'root'],
  kubernetesGroupAccounts: ['kubernetes-admin'],
  certificateAuthorities: [],
  directoryReadable: true,
};

const NODE_PREFIX = 'system:node:';
const DAMAGED_LOGIN_MS = 12 * 3_600_000;

/** The product's own reading of the whole sample, without OpenSearch in between. */
export interface ReadSample {
  histories: Map<string, HostHistory>;
  logins: Map<SessionRecord, LoginAttribution>;
  commands: Map<string, Map<CommandRecord, Attribution>>;
  /** Must be asked in order of time. */
  attributeRequest(request: TrueRequest): Verdict;
}

function readHistories(authlog: readonly AuthlogDocument[]) {
  const exact: AuthlogLine[] = [];
  const repaired: AuthlogLine[] = [];
  const damagedLogins: DamagedLogin[] = [];
  authlog.forEach((source, order) => {
    const document = { index: 'authlog', id: String(order), order, source: { ...source } };
    const result = toAuthlogLine(document, { timeZone: 'UTC' });
    if ('line' in result) (result.line.repaired ? repaired : exact).push(result.line);
    else if (result.damaged.login) {
      const { cluster, timeMs, login } = result.damaged;
      damagedLogins.push({
        cluster,
        fromMs: timeMs,
        toMs: timeMs + DAMAGED_LOGIN_MS,
        ...login,
        persons: [],
      });
    }
  });
  const builder = new AuthlogHistories();
  const order = new TimeOrder(repaired, (line) =>
    builder.add(line, parseMessage(line.ident, line.message))
  );
  exact.sort((a, b) => a.timeMs - b.timeMs).forEach((line) => order.add(line));
  order.finish();
  return { histories: builder.finish(), limits: { damagedLogins, linesMissing: false } };
}

/** Reads the sample as the product does, with the sample's directory. */
export function readSample(options: SampleOptions): ReadSample {
  const { authlog, audit } = collectSample(options);
  const { histories, limits } = readHistories(authlog);
  const recorded = { recordedBy: 'sample', recordedAt: '2020-01-01T00:00:00Z' };
  const directory = new Directory(
    sampleDirectory(options).entries.map((entry, i) => ({ ...entry, id: String(i), ...recorded }))
  );
  const sessions = [...histories.values()].flatMap((history) => history.sessions);
  const logins = new Map(
    sessions.map((session) => {
      const facts = { ...session, sessionId: session.id, atMs: session.earliestMs };
      return [session, attributeLogin(facts, directory, ATTRIBUTION)];
    })
  );
  const kubelets = audit.filter(({ user }) => user.username?.startsWith(NODE_PREFIX));
  const addresses = new HostAddresses(
    kubelets.map((each) => ({
      cluster: each['cluster.name'],
      host: (each.user.username ?? '').slice(NODE_PREFIX.length),
      address: each.sourceIPs[each.sourceIPs.length - 1],
    }))
  );
  const commands = new Map(
    [...histories].map(([key, history]) => [key, attributeCommands(history, logins, limits)])
  );
  const attributor = new RequestAttributor(directory, {
    authlog: 'read',
    hostsOf: (cluster, address) => addresses.hostsOf(cluster, address),
    history: (cluster, host) => histories.get(hostKey(cluster, host)),
    loginOf: (session) => logins.get(session),
    commandOf: (command) => commands.get(hostKey(command.cluster, command.host))?.get(command),
    limits,
  });
  return {
    histories,
    logins,
    commands,
    attributeRequest({ cluster, credentialId, sourceIp, receivedAt }) {
      const at = Date.parse(receivedAt);
      const facts = { cluster, credentialId, sourceIp, fromMs: at, toMs: at };
      const { attribution } = attributor.attribute(facts);
      const persons = attribution.candidates.flatMap(({ person }) => person ?? []);
      return { expected: attribution.status, candidates: [...new Set(persons)].sort() };
    },
  };
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupAccountUse } from '../../common/api/group_accounts';
import type { KubeEvent } from '../../common/api/kube_events';
import type { AttributionMark } from '../../common/attribution/attribution';
import { isGroupAccount } from '../attribution/account_evidence';
import type { RequestAttributor } from '../attribution/attribute_request';
import { maskText } from '../secrets/mask_secrets';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import type { CommandRecord, SessionRecord } from '../ssh_access/history/host_history';
import { isOpenWithin, placeOfSession } from '../ssh_access/history/session_place';
import type { Period } from '../time/resolve_time_range';

/** A use with its place in the list, and the command as the log has it. */
export interface Use {
  use: GroupAccountUse;
  place: { ms: number; id: string };
  /** Unmasked command. */
  rawCommand?: string;
}

/** Lines named of one login. */
const MAX_LINES = 5;

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

function loginDetail(session: SessionRecord, { fromMs }: Period): string {
  const { method, key, certificate, startedAt, startToMs } = session;
  if (startedAt === undefined) return 'The login is not in the log.';
  const before = startToMs < fromMs ? '; opened before the period' : '';
  if (certificate) return `${method}, certificate "${certificate.id}"${before}`;
  return `${key ? `${method}, ${key.type} ${key.fingerprint}` : method}${before}`;
}

function toLoginUse(
  session: SessionRecord,
  picture: Pick<AuthlogPicture, 'logins'>,
  period: Period
): Use | undefined {
  const login = picture.logins.get(session);
  if (!login) return undefined;
  const { time, ms } = placeOfSession(session);
  const lines = session.lines.slice(0, MAX_LINES);
  return {
    place: { ms, id: session.id },
    use: {
      time,
      timePrecision: session.precision,
      cluster: session.cluster,
      host: session.host,
      account: session.account,
      origin: 'ssh',
      ...optional('sourceIp', session.sourceIp),
      outcome: 'allowed',
      detail: loginDetail(session, period),
      ...optional('fingerprint', session.key?.fingerprint),
      ...optional('certificateId', session.certificate?.id),
      sessionId: session.id,
      attribution: login.attribution,
      marks: login.marks,
      lines,
      ...(session.lineCount > lines.length
        ? { linesLeftOut: session.lineCount - lines.length }
        : {}),
    },
  };
}

function toCommandUse(
  command: CommandRecord,
  target: string,
  picture: Pick<AuthlogPicture, 'commands'>,
  marksOf: ReadonlyMap<string, readonly AttributionMark[]>,
  mask: boolean
): Use | undefined {
  const attribution = picture.commands.get(command);
  if (!attribution) return undefined;
  const sessions = [...new Set(attribution.candidates.map(({ sessionId }) => sessionId))];
  const only = sessions.length === 1 ? sessions[0] : undefined;
  const marks = only === undefined ? [] : (marksOf.get(only) ?? []);
  const { command: text, lines } = command;
  const shown = text === undefined || !mask ? text : maskText(text);
  const [line] = lines;
  return {
    place: { ms: command.timeMs, id: `${line?.index ?? ''}/${line?.id ?? ''}` },
    ...optional('rawCommand', text),
    use: {
      time: command.time,
      timePrecision: command.precision,
      cluster: command.cluster,
      host: command.host,
      account: target,
      origin: 'sudo',
      ...optional('actingAccount', command.account),
      ...optional('command', shown),
      runAs: target,
      ...optional('tty', command.tty),
      outcome: command.denied ? 'denied' : 'allowed',
      detail:
        command.refusal ??
        (text === undefined && command.program === 'sudo'
          ? 'Only PAM logged it: the command is not in the log.'
          : command.program),
      ...optional('sessionId', attribution.status === 'identified' ? only : undefined),
      attribution,
      // How the session was opened says something about the command; that root logged in does not.
      marks: marks.filter((mark) => mark !== 'root_login'),
      lines,
    },
  };
}

/**
 * Uses that authlog holds: sessions of a group account that were open at some moment of the period, whenever they
 * were opened, and every sudo or su of the period that makes somebody one.
 */
export function toSshUses(
  picture: Pick<AuthlogPicture, 'histories' | 'logins' | 'commands'>,
  period: Period,
  groupAccounts: readonly string[],
  mask: boolean
): Use[] {
  const uses: Use[] = [];
  for (const history of picture.histories.values()) {
    const marksOf = new Map<string, readonly AttributionMark[]>();
    for (const session of history.sessions) {
      marksOf.set(session.id, picture.logins.get(session)?.marks ?? []);
      if (!isGroupAccount(session.account, groupAccounts) || !isOpenWithin(session, period))
        continue;
      const use = toLoginUse(session, picture, period);
      if (use) uses.push(use);
    }
    for (const command of history.commands) {
      if (command.timeToMs < period.fromMs || command.timeMs > period.toMs) continue;
      const target = command.runAs.find((name) => isGroupAccount(name, groupAccounts));
      if (target === undefined) continue;
      const use = toCommandUse(command, target, picture, marksOf, mask);
      if (use) uses.push(use);
    }
  }
  return uses;
}

function requestDetail({
  verb,
  qualifiedResource,
  namespace,
  name,
  requestUri,
}: KubeEvent): string {
  if (!qualifiedResource) return `${verb} ${requestUri}`.slice(0, 300);
  const object = [namespace, name].filter((part) => part !== undefined).join('/');
  return `${verb} ${qualifiedResource}${object ? ` ${object}` : ''}`;
}

/** A Kubernetes event by a group account. Call in ascending order of time. */
export function toKubeUse(event: KubeEvent, attributor: RequestAttributor): Use {
  const ms = Date.parse(event.receivedAt);
  // All but the last of the addresses can be forged by the client.
  const sourceIp = event.sourceIps[event.sourceIps.length - 1];
  const { attribution, marks } = attributor.attribute({
    cluster: event.cluster,
    credentialId: event.credentialId,
    sourceIp,
    fromMs: ms,
    toMs: ms,
  });
  const denied = event.outcome === 'forbidden' || event.outcome === 'unauthenticated';
  return {
    place: { ms, id: `${event.document.index}/${event.document.id}` },
    use: {
      time: event.receivedAt,
      timePrecision: 'exact',
      cluster: event.cluster,
      account: event.user,
      origin: 'kubernetes',
      ...optional('sourceIp', sourceIp),
      outcome: denied ? 'denied' : 'allowed',
      detail: requestDetail(event),
      ...optional('credentialId', event.credentialId),
      auditId: event.auditId,
      attribution,
      marks: ['break_glass', ...marks],
      lines: [event.document],
    },
  };
}

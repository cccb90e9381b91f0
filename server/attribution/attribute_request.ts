/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Attribution, AttributionMark } from '../../common/attribution/attribution';
import type { CommandRecord, HostHistory, SessionRecord } from '../ssh_access/history/host_history';
import { distinctReasons, toAttribution, toUnidentified } from './actor_set';
import { actorsOf, rememberSessions } from './attribute_commands';
import { actorsNotRead, type LogLimits } from './log_limits';
import type { LoginAttribution } from './attribute_login';
import type { DirectoryView } from './directory_view';
import { PresenceSweep, type PossibleActors } from './presence_sweep';
import { DIRECTORY_NOT_READABLE, listed, quoted, reason } from './reason';

/**
 * How far the clocks of the API server and of a host's log may be apart: the one has microseconds, the other whole
 * seconds where rsyslog writes traditional time stamps, so that an end seems to be before a request that it followed.
 */
const CLOCKS_MS = 1000;

/** A Kubernetes request by a group account. */
export interface RequestFacts {
  cluster: string;
  /** `X509SHA256=…` or `JTI=…`. */
  credentialId?: string;
  /** The last of `sourceIPs`: all others can be forged by the client. */
  sourceIp?: string;
  fromMs: number;
  toMs: number;
}

/** Why authlog could not be asked. */
export type AuthlogState = 'read' | 'forbidden' | 'missing' | 'not_read';

/** What is known of a cluster's hosts. */
export interface HostsView {
  authlog: AuthlogState;
  /** Hosts that had an address, by `system:node:` events or by configuration. */
  hostsOf(cluster: string, address: string): readonly string[];
  history(cluster: string, host: string): HostHistory | undefined;
  loginOf(session: SessionRecord): LoginAttribution | undefined;
  /** Who ran a command: whoever became another account may act from there. */
  commandOf(command: CommandRecord): Attribution | undefined;
  limits: LogLimits;
}

/** Who used the account, and what an auditor should look at. */
export interface RequestAttribution {
  attribution: Attribution;
  marks: AttributionMark[];
}

const AUTHLOG_REASONS = {
  forbidden: reason(
    'authlog_forbidden',
    'You may not read authlog: the SSH sessions on the host could not be looked at.'
  ),
  missing: reason('authlog_missing', 'There is no authlog: SSH sessions are not logged here.'),
  not_read: reason('authlog_not_read', 'authlog could not be read.'),
};

/**
 * Which person made a Kubernetes request as a group account (docs/attribution.md, table 3). Pure but for its
 * place in time: ask in ascending order of `fromMs`.
 */
export class RequestAttributor {
  private readonly ofSession = rememberSessions((session) => this.hosts.loginOf(session));
  private readonly sweeps = new Map<string, PresenceSweep>();

  constructor(
    private readonly directory: DirectoryView,
    private readonly hosts: HostsView
  ) {}

  attribute(request: RequestFacts): RequestAttribution {
    const credential = this.byCredential(request);
    if (credential?.attribution.status !== undefined && credential.decides) return credential;
    const rest = this.byAddress(request, credential?.owners ?? []);
    return {
      attribution: {
        ...rest,
        reasons: distinctReasons([...(credential?.attribution.reasons ?? []), ...rest.reasons]),
      },
      marks: credential?.marks ?? [],
    };
  }

  private byCredential(
    request: RequestFacts
  ): (RequestAttribution & { decides: boolean; owners?: readonly string[] }) | undefined {
    const { credentialId } = request;
    if (credentialId === undefined) return undefined;
    const name = quoted(credentialId);
    const answer = this.directory.lookup('kube_credential', credentialId, request.fromMs);
    switch (answer.result) {
      case 'person':
        return {
          decides: true,
          marks: [],
          attribution: toAttribution(
            [{ person: answer.person }],
            [reason('credential_in_directory', `${name} is ${answer.person}'s in the directory.`)]
          ),
        };
      case 'several':
        return {
          decides: true,
          marks: ['shared_key'],
          attribution: toAttribution(
            answer.persons.map((person) => ({ person })),
            [
              reason(
                'credential_several_persons',
                `The directory gives ${name} to ${listed(answer.persons)} at that moment.`
              ),
            ]
          ),
        };
      case 'outside_validity':
        return {
          decides: false,
          owners: answer.persons,
          marks: ['key_outside_validity'],
          attribution: toUnidentified(
            [],
            [
              reason(
                'credential_outside_validity',
                `The directory gives ${name} to ${listed(answer.persons) || 'nobody by name'}, but not for that moment: it was used outside its validity.`
              ),
            ]
          ),
        };
      case 'shared':
      case 'no_person':
        return {
          decides: false,
          marks: [],
          attribution: toUnidentified(
            [],
            [reason('credential_shared', `${name} is shared: it names nobody.`)]
          ),
        };
      case 'not_readable':
        return {
          decides: false,
          marks: [],
          attribution: toUnidentified(
            [],
            [reason('directory_not_readable', DIRECTORY_NOT_READABLE)]
          ),
        };
      case 'unknown':
        return {
          decides: false,
          marks: ['unknown_key'],
          attribution: toUnidentified(
            [],
            [reason('credential_unknown', `${name} is not in the directory.`)]
          ),
        };
    }
  }

  private byAddress(request: RequestFacts, owners: readonly string[]): Attribution {
    const { cluster, sourceIp, fromMs, toMs } = request;
    const { authlog, limits } = this.hosts;
    if (sourceIp === undefined) {
      return toUnidentified(
        [],
        [reason('no_source_address', 'The record holds no source address.')]
      );
    }
    const hosts = this.hosts.hostsOf(cluster, sourceIp);
    const address = quoted(sourceIp);
    if (hosts.length === 0) {
      return toUnidentified(
        [],
        [
          reason(
            'address_unknown',
            `The source address ${address} is of no known host of the cluster.`
          ),
        ]
      );
    }
    const where =
      hosts.length === 1
        ? reason(
            'address_of_host',
            `The source address ${address} is the host ${quoted(hosts[0])}.`
          )
        : reason(
            'address_of_several_hosts',
            `The source address ${address} was that of ${listed(hosts)} in the period.`
          );
    if (authlog !== 'read') return toUnidentified([], [where, AUTHLOG_REASONS[authlog]]);
    const found = hosts.map((host) => ({ host, actors: this.at(cluster, host, fromMs, toMs) }));
    const silent = found.filter(({ actors }) => actors === undefined).map(({ host }) => host);
    const all = found.flatMap(({ actors }) => (actors ? [actors] : []));
    const unread = actorsNotRead(cluster, fromMs, toMs, limits);
    const possible = [...all.flatMap(({ candidates }) => candidates), ...unread.candidates];
    const reasons = [where, ...all.flatMap((actors) => actors.reasons), ...unread.reasons];
    if (silent.length > 0) {
      reasons.push(
        reason(
          'host_without_authlog',
          `${listed(silent)} sent no authlog in the period: who was logged in there is not known.`
        )
      );
      if (possible.length > 0) possible.push({});
    }
    // An address that several hosts had may be that of a gateway: then it was from none of them.
    if (hosts.length > 1 && possible.length > 0) possible.push({});
    // Who had the credential may have kept it: as with keys, that and the open sessions contradict each other.
    if (possible.length > 0) possible.push(...owners.map((person) => ({ person })));
    const place = listed(hosts);
    const outlived = all.reduce((sum, actors) => sum + actors.outlived, 0);
    // Nobody was there: whose process may have outlived a session is a hint, no more.
    if (possible.length === outlived) {
      return toUnidentified(
        possible,
        silent.length > 0
          ? reasons
          : [
              ...reasons,
              reason('no_session_open', `No session was open on ${place} at that moment.`),
            ]
      );
    }
    const result = toAttribution(possible, []);
    const persons = [...new Set(result.candidates.flatMap(({ person }) => person ?? []))];
    const why =
      result.status === 'identified'
        ? reason(
            'only_person_with_session_open',
            `${listed(persons)} was the only person with a session open on ${place} at that moment.`
          )
        : persons.length > 0
          ? reason(
              'several_persons_with_session_open',
              `Several could have done it from ${place} at that moment: ${listed([...persons, ...(possible.some(({ person }) => person === undefined) ? ['somebody not identified'] : [])])}.`
            )
          : reason(
              'person_not_known_in_open_session',
              `A session was open on ${place} at that moment, and nothing names the person.`
            );
    return { ...result, reasons: distinctReasons([why, ...reasons]) };
  }

  private at(
    cluster: string,
    host: string,
    fromMs: number,
    toMs: number
  ): PossibleActors | undefined {
    const history = this.hosts.history(cluster, host);
    if (!history) return undefined;
    const key = JSON.stringify([cluster, host]);
    let sweep = this.sweeps.get(key);
    if (!sweep) {
      sweep = new PresenceSweep(
        history,
        {
          ofSession: this.ofSession,
          ofCommand: (command) => actorsOf(this.hosts.commandOf(command), command),
        },
        this.hosts.limits.commandsKnownFromMs
      );
      this.sweeps.set(key, sweep);
    }
    // What was typed at a prompt cannot be told from what ran behind it.
    return sweep.at({
      fromMs: fromMs - CLOCKS_MS,
      toMs: toMs + CLOCKS_MS,
      hasTerminal: false,
      jobsCount: false,
    });
  }
}

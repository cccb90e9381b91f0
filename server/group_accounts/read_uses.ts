/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { AuthlogState } from '../attribution/attribute_request';
import { readDirectory, type DirectoryPicture } from '../directory/directory_service';
import { AuditError } from '../errors/audit_error';
import { listAllEvents, type AllEvents } from '../kube_audit/list_all_events';
import { readNodeAddresses } from '../kube_audit/node_addresses';
import type { ScopedSearch } from '../search/scoped_search';
import { readPicture, type AuthlogPicture } from '../ssh_access/authlog_picture';
import type { Period } from '../time/resolve_time_range';
import type { GroupOptions } from './group_options';
import { ofSource, sourceReason } from './readable_source';
import { toRequestAttributor } from './to_request_attributor';
import { toKubeUse, toSshUses, type Use } from './to_uses';

/** The kubelets of this much more than the period tell which address a host has. */
const ADDRESS_SLACK_MS = 3_600_000;

/** Every use of a group account in a period, attributed, and what could not be looked at. */
export interface AllUses {
  uses: Use[];
  picture?: AuthlogPicture;
  directory: DirectoryPicture;
  reasons: CompletenessReason[];
  /** Some uses are certainly not here. */
  partial: boolean;
}

const AUTHLOG_STATES: Partial<Record<AuditError['code'], AuthlogState>> = {
  forbidden: 'forbidden',
  index_missing: 'missing',
};

const isSaid = (reason: CompletenessReason, reasons: readonly CompletenessReason[]): boolean =>
  reasons.some(
    ({ code, source, message }) =>
      code === reason.code && source === reason.source && message === reason.message
  );

/**
 * Reads both logs, each by itself since a user may be allowed one of them only, and attributes every use of a
 * group account.
 *
 * @throws AuditError when neither log can be read
 */
export async function readUses(
  period: Period,
  search: ScopedSearch,
  options: GroupOptions,
  now: Date
): Promise<AllUses> {
  const { ssh, kubeAudit, maxListedEvents } = options;
  const users = [...kubeAudit.groupAccounts];
  const directory = await readDirectory(search, ssh.directory);
  const attribution = { ...ssh.attribution, directoryReadable: directory.whole };
  const near = { fromMs: period.fromMs - ADDRESS_SLACK_MS, toMs: period.toMs + ADDRESS_SLACK_MS };
  const nothing: AllEvents = {
    events: [],
    total: { value: 0, relation: 'eq' },
    reasons: [],
    cut: false,
  };
  const [authlog, kube] = await Promise.all([
    ofSource(readPicture(period, search, directory.directory, ssh.authlog, attribution, now)),
    ofSource(
      users.length === 0
        ? Promise.resolve(nothing)
        : listAllEvents(period, { users }, maxListedEvents, search, kubeAudit, now)
    ),
  ]);
  if ('error' in authlog && 'error' in kube) throw authlog.error;
  const reasons: CompletenessReason[] = [...directory.reasons];
  const picture = 'value' in authlog ? authlog.value : undefined;
  if ('error' in authlog) reasons.push(sourceReason('authlog', authlog.error));
  else reasons.push(...authlog.value.read.reasons);
  const events = 'value' in kube ? kube.value : nothing;
  if ('error' in kube) reasons.push(sourceReason('kubeaudit', kube.error));
  else reasons.push(...kube.value.reasons);
  if (events.cut) {
    reasons.push({
      code: 'scan_limit_reached',
      source: 'kubeaudit',
      count: events.total.value,
      message: `Group accounts made more than ${maxListedEvents} Kubernetes requests: only the newest were read. Choose a shorter period.`,
    });
  }
  const nodes =
    events.events.length === 0
      ? { addresses: [], incomplete: false, reasons: [] }
      : await readNodeAddresses(near, search, kubeAudit);
  reasons.push(...nodes.reasons.filter((each) => !isSaid(each, reasons)));
  const attributor = toRequestAttributor(
    directory.directory,
    'error' in authlog ? (AUTHLOG_STATES[authlog.error.code] ?? 'not_read') : 'read',
    picture,
    options.hosts,
    nodes
  );
  const ascending = [...events.events].sort(
    (a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt)
  );
  const kubeUses = ascending.map((event) => toKubeUse(event, attributor));
  const read = picture?.read.period ?? period;
  return {
    uses: [
      ...(picture
        ? toSshUses(picture, read, ssh.attribution.sshGroupAccounts, ssh.authlog.maskSecrets)
        : []),
      ...kubeUses,
    ],
    picture,
    directory,
    reasons,
    partial: reasons.some(({ code }) =>
      [
        'scan_limit_reached',
        'shard_failures',
        'timed_out',
        'sources_forbidden',
        'sources_missing',
      ].includes(code)
    ),
  };
}

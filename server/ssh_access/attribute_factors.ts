/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { distinctReasons, toAttribution } from '../attribution/actor_set';
import type { LoginAttribution } from '../attribution/attribute_login';
import { attributeSession } from '../attribution/attribute_session';
import type { AttributionOptions, DirectoryView } from '../attribution/directory_view';
import type { SessionRecord } from './history/host_history';

/**
 * Which person a session is of, by each of the keys that proved it. Where sshd asked for several and the directory
 * gives them to different persons, each of these is possible.
 */
export function attributeFactors(
  session: SessionRecord,
  directory: DirectoryView,
  options: AttributionOptions
): LoginAttribution {
  const own = attributeSession(session, directory, options);
  const parts = (session.partialKeys ?? []).filter(
    ({ key }) => key.fingerprint !== session.key?.fingerprint
  );
  if (parts.length === 0) return own;
  const all = [
    own,
    ...parts.map(({ key, certificate }) =>
      attributeSession({ ...session, key, certificate }, directory, options)
    ),
  ];
  const named = all.filter(({ attribution }) => attribution.status !== 'unidentified');
  const marks = [...new Set(all.flatMap((each) => each.marks))];
  const reasons = distinctReasons(all.flatMap(({ attribution }) => attribution.reasons));
  if (named.length === 0) return { attribution: { ...own.attribution, reasons }, marks };
  const candidates = named.flatMap(({ attribution }) => attribution.candidates);
  return { attribution: toAttribution(candidates, reasons), marks };
}

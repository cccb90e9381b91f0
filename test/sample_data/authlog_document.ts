/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** One document of `authlog*`: one line of a node's `/var/log/auth.log`. There are no other fields. */
export interface AuthlogDocument {
  host: string;
  ident: string;
  /** Absent for programs that log none, such as sudo. */
  pid?: string;
  message: string;
  'cluster.name': string;
  '@timestamp': string;
  tag: 'authlog.var.log.auth.log';
}

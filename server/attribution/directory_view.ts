/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryKind } from '../../common/api/directory';

/** What the directory holds about a value at one moment. */
export type DirectoryAnswer =
  /** The directory, or a part of it, could not be read: nothing can be said, not even that nothing is filed. */
  | { result: 'not_readable' }
  | { result: 'unknown' }
  | { result: 'person'; person: string }
  | { result: 'several'; persons: readonly string[] }
  | { result: 'shared' }
  /** Filed, its owner not known. */
  | { result: 'no_person' }
  /** Filed, but not for that moment. */
  | { result: 'outside_validity'; persons: readonly string[] };

/** The part of the directory that attribution asks. */
export interface DirectoryView {
  lookup(kind: DirectoryKind, value: string, atMs: number): DirectoryAnswer;
}

/** What an organisation says about its accounts. */
export interface AttributionOptions {
  /** SSH and sudo accounts that several persons use: an account entry never names anybody for these. */
  sshGroupAccounts: readonly string[];
  /** Kubernetes users that several persons use. */
  kubernetesGroupAccounts: readonly string[];
  /**
   * Fingerprints of the certificate authorities whose certificate ids name persons; empty means every one
   * that sshd accepted. An account's `authorized_keys` may hold `cert-authority` lines of its own.
   */
  certificateAuthorities: readonly string[];
  /** False where it, or a part of it, could not be read: nothing is identified by it, and that is said. */
  directoryReadable: boolean;
}

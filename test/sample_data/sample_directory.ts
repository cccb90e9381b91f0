/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ADMIN_CERTIFICATES, ERIK_ADMIN_CERTIFICATE } from './identity';
import { MILLISECOND } from './instants';
import { ERIK } from './persons';
import { toSamplePeriod, type SampleOptions } from './sample_period';
import { FORMER_LEFT } from './scenes_of_logins';
import { SSH_ADMINISTRATORS, SSH_ANSIBLE, SSH_FORMER, type SshUser } from './ssh_users';

/** One line of the directory of keys and persons that belongs to the sample. */
export interface SampleDirectoryEntry {
  kind: 'ssh_key' | 'ssh_certificate_id' | 'kube_credential' | 'account';
  value: string;
  /** Absent for what several persons share. */
  person?: string;
  shared: boolean;
  validFrom?: string;
  /** The instant from which it is no longer the person's; not part of the validity. */
  validTo?: string;
  note?: string;
}

/** The directory, and the `authorized_keys` file from which most of it comes. */
export interface SampleDirectory {
  entries: SampleDirectoryEntry[];
  authorizedKeys: string;
}

function toEntries(user: SshUser): SampleDirectoryEntry[] {
  const { person, key, certificate } = user;
  const entries: SampleDirectoryEntry[] = [
    { kind: 'ssh_key', value: key.fingerprint, person, shared: false },
  ];
  if (certificate) {
    entries.push({ kind: 'ssh_certificate_id', value: certificate.id, person, shared: false });
  }
  return entries;
}

/**
 * Who holds which key in the sample data of the same options. One key of the log is missing from it on
 * purpose, and one belongs to somebody who had left when it was used.
 *
 * @throws RangeError when an option is out of bounds
 */
export function sampleDirectory(options: SampleOptions): SampleDirectory {
  const period = toSamplePeriod(options);
  const left = new Date(period.workday(FORMER_LEFT) / MILLISECOND).toISOString();
  const [former] = toEntries(SSH_FORMER);
  const [ansible] = toEntries(SSH_ANSIBLE);
  const listed = [...SSH_ADMINISTRATORS, SSH_FORMER];
  return {
    entries: [
      ...SSH_ADMINISTRATORS.flatMap(toEntries),
      { ...former, validTo: left, note: 'Left the company' },
      { ...ansible, shared: true, note: 'Key of the machine that runs Ansible' },
      ...Object.entries(ADMIN_CERTIFICATES).map(([cluster, value]) => ({
        kind: 'kube_credential' as const,
        value,
        shared: true,
        note: `Certificate of admin.conf, ${cluster}`,
      })),
      {
        kind: 'kube_credential',
        value: ERIK_ADMIN_CERTIFICATE,
        person: ERIK.email,
        shared: false,
        note: 'Certificate of kubernetes-admin made for him alone',
      },
      ...['ubuntu', 'root', 'kubernetes-admin'].map((value) => ({
        kind: 'account' as const,
        value,
        shared: true,
      })),
    ],
    authorizedKeys: [
      '# Keys of the sample nodes; the comment names the person',
      ...listed.map(({ key, person }) => `${key.publicKey} ${person}`),
      `${SSH_ANSIBLE.key.publicKey} ansible-runner`,
      '',
    ].join('\n'),
  };
}

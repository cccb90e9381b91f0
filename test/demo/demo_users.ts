/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  AUDIT_READER_ROLE,
  DIRECTORY_EDITOR_ROLE,
  DIRECTORY_READER_ROLE,
  REVIEW_READER_ROLE,
  REVIEW_SIGNER_ROLE,
  type SecurityOptions,
} from '../opensearch';

const readerOf = (patterns: string[], more: { dls?: string; fls?: string[] } = {}) => ({
  cluster_permissions: AUDIT_READER_ROLE.cluster_permissions,
  index_permissions: (AUDIT_READER_ROLE.index_permissions ?? []).map((permission) => ({
    ...permission,
    index_patterns: patterns,
    ...more,
  })),
});

/** Roles and users of the demo with `--security`: one of each kind of right that the product must tell apart. */
export const DEMO_SECURITY: SecurityOptions = {
  roles: {
    audit_reader: AUDIT_READER_ROLE,
    directory_reader: DIRECTORY_READER_ROLE,
    directory_editor: DIRECTORY_EDITOR_ROLE,
    review_reader: REVIEW_READER_ROLE,
    review_signer: REVIEW_SIGNER_ROLE,
    kubeaudit_reader: readerOf(['kubeaudit*']),
    kubeaudit_workload_reader: readerOf(['kubeaudit*'], {
      dls: JSON.stringify({ term: { 'cluster.name.keyword': 'prod-wc' } }),
    }),
  },
  users: [
    { name: 'auditor', roles: ['audit_reader', 'directory_reader', 'review_reader'] },
    { name: 'compliance', roles: ['audit_reader', 'directory_editor', 'review_signer'] },
    { name: 'reviewer', roles: ['audit_reader', 'directory_reader', 'review_signer'] },
    { name: 'developer', roles: ['kubeaudit_reader'] },
    { name: 'workload-developer', roles: ['kubeaudit_workload_reader'] },
    { name: 'nobody', roles: [] },
  ],
};

/** What each of them can see, for the text of the demo. */
export const DEMO_RIGHTS: Record<string, string> = {
  admin: 'everything',
  auditor: 'kubeaudit, authlog, the directory and signed reviews, read only',
  compliance: 'the same, adds to the directory, and signs reviews',
  reviewer: 'kubeaudit, authlog and the directory, and signs reviews',
  developer: 'kubeaudit only',
  'workload-developer': 'kubeaudit of the cluster prod-wc only',
  nobody: 'nothing',
};

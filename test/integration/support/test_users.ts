/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  ACCESS_LOG_READER_ROLE,
  ACCESS_RECORDER_ROLE,
  AUDIT_READER_ROLE,
  DIRECTORY_EDITOR_ROLE,
  DIRECTORY_READER_ROLE,
  REVIEW_READER_ROLE,
  REVIEW_SIGNER_ROLE,
  type RoleDefinition,
  type SecurityOptions,
} from '../../opensearch';

/** The reader's role of docs/security.md, for some indices and with some more limits. */
function reader(
  patterns: string[],
  limits: { dls?: string; fls?: string[]; masked_fields?: string[] } = {}
): RoleDefinition {
  return {
    cluster_permissions: AUDIT_READER_ROLE.cluster_permissions,
    index_permissions: (AUDIT_READER_ROLE.index_permissions ?? []).map((permission) => ({
      ...permission,
      index_patterns: patterns,
      ...limits,
    })),
  };
}

/** One user for each kind of right that the product must tell apart. */
export const TEST_SECURITY: SecurityOptions = {
  roles: {
    audit_reader: AUDIT_READER_ROLE,
    directory_reader: DIRECTORY_READER_ROLE,
    directory_editor: DIRECTORY_EDITOR_ROLE,
    review_reader: REVIEW_READER_ROLE,
    review_signer: REVIEW_SIGNER_ROLE,
    access_recorder: ACCESS_RECORDER_ROLE,
    access_log_reader: ACCESS_LOG_READER_ROLE,
    // Records into an index that somebody else made.
    access_adder: {
      cluster_permissions: ['indices:data/write/bulk'],
      index_permissions: [
        {
          index_patterns: ['audit-user-access*'],
          allowed_actions: ['indices:data/write/bulk*', 'indices:data/write/index'],
        },
      ],
    },
    kubeaudit_reader: reader(['kubeaudit*']),
    one_cluster: reader(['kubeaudit*'], {
      dls: JSON.stringify({ term: { 'cluster.name.keyword': 'prod-wc' } }),
    }),
    // Searches and nothing else: no point in time.
    plain_reader: {
      cluster_permissions: ['indices:data/read/msearch'],
      index_permissions: [
        {
          index_patterns: ['kubeaudit*', 'authlog*'],
          allowed_actions: [
            'indices:data/read/search',
            'indices:data/read/msearch',
            'indices:data/read/field_caps*',
          ],
        },
      ],
    },
    hidden_user: reader(['kubeaudit*'], { fls: ['~user.username', '~user.username.keyword'] }),
    hidden_cluster: reader(['kubeaudit*'], { fls: ['~cluster.name', '~cluster.name.keyword'] }),
    hidden_receipt: reader(['kubeaudit*'], { fls: ['~requestReceivedTimestamp'] }),
  },
  users: [
    { name: 'auditor', roles: ['audit_reader', 'directory_reader'] },
    { name: 'compliance', roles: ['audit_reader', 'directory_editor'] },
    { name: 'developer', roles: ['kubeaudit_reader'] },
    { name: 'one-cluster', roles: ['one_cluster'] },
    { name: 'hidden-user', roles: ['hidden_user'] },
    { name: 'hidden-cluster', roles: ['hidden_cluster'] },
    { name: 'hidden-receipt', roles: ['hidden_receipt'] },
    { name: 'no-directory', roles: ['audit_reader'] },
    { name: 'plain-reader', roles: ['plain_reader'] },
    { name: 'reviewer', roles: ['audit_reader', 'directory_reader', 'review_signer'] },
    { name: 'second-reviewer', roles: ['audit_reader', 'directory_reader', 'review_signer'] },
    { name: 'alice@example.com', roles: ['audit_reader', 'directory_reader', 'review_signer'] },
    { name: 'kube-reviewer', roles: ['kubeaudit_reader', 'review_signer'] },
    { name: 'blind-reviewer', roles: ['hidden_user', 'review_signer'] },
    { name: 'review-reader', roles: ['audit_reader', 'directory_reader', 'review_reader'] },
    {
      name: 'recorded',
      roles: ['audit_reader', 'directory_editor', 'review_signer', 'access_recorder'],
    },
    { name: 'recorded-developer', roles: ['kubeaudit_reader', 'access_adder'] },
    { name: 'access-officer', roles: ['access_log_reader'] },
    { name: 'nobody', roles: [] },
  ],
};

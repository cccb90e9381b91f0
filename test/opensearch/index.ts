/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

export { DEFAULT_OPENSEARCH_VERSION } from './artifacts';
export { bulkIndex } from './bulk_index';
export type { BulkDocument, BulkOptions } from './bulk_index';
export { OpenSearchRequestError, openSearchRequest } from './http_client';
export type { Connection, OpenSearchRequest } from './http_client';
export {
  ADMIN_USER,
  ACCESS_LOG_READER_ROLE,
  ACCESS_RECORDER_ROLE,
  AUDIT_READER_ROLE,
  DIRECTORY_EDITOR_ROLE,
  REVIEW_READER_ROLE,
  REVIEW_SIGNER_ROLE,
  DIRECTORY_READER_ROLE,
} from './security_config';
export type {
  IndexPermission,
  OpenSearchUser,
  RoleDefinition,
  SecurityOptions,
  UserDefinition,
} from './security_config';
export { startOpenSearch } from './start_opensearch';
export type { OpenSearchOptions, RunningOpenSearch } from './start_opensearch';
export { applyWelkinTemplates, welkinTemplate } from './welkin_templates';
export type { WelkinTemplateOptions } from './welkin_templates';

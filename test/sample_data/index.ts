/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

export { generateSampleData, type SampleDocument } from './generate_sample_data';
export {
  sampleDirectory,
  type SampleDirectory,
  type SampleDirectoryEntry,
} from './sample_directory';
export type { SampleOptions } from './sample_period';
export { sampleStory, type SampleStory, type StoryEvent, type StorySpan } from './sample_story';
export {
  sshTruth,
  type LostLogin,
  type SshTruth,
  type TrueCommand,
  type TrueFailures,
  type TrueSession,
} from './ssh_truth';
export type { TrueRequest } from './kubernetes_truth';
export { summariseSampleData, type SampleSummary } from './summarise_sample_data';
export type { AuditDocument } from './audit_document';
export type { AuthlogDocument } from './authlog_document';

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The two forms of an action: what somebody did, and the infinitive that follows "tried to". Each is a
 * message of its own, so that a translator meets no grammar of ours.
 */
export interface ActionForms {
  did: () => string;
  infinitive: () => string;
}

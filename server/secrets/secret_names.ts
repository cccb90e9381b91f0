/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What stands where a likely secret stood. */
export const MASK = '••••••';

/** Longest name that is looked at: log content is hostile, and no real name is longer. */
const MAX_NAME = 200;

/** Ends of names whose value is a secret, in shells, variables, query parameters and JSON alike. */
export const SECRET_WORD =
  '(?:(?<!by)pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|kubeconfig|dockerconfigjson' +
  '|(?:api|access|account|encryption|signing|master|shared|storage|private|secret)[-_]?key)';

/** Names that are telling by themselves, but as the end of a sentence or a word only now and then. */
const SECRET_NAME = new RegExp(
  `(?:${SECRET_WORD}|auth|authorization|bearer|cookie|session[-_]?id|sig(?:nature)?|\\.key|id_(?:rsa|dsa|ecdsa|ed25519))$`,
  'i'
);

/** `PWD=/home/ubuntu` is where a command ran; `existingSecret` is the name of a Secret, not what is in it. */
const HARMLESS_NAME = /^(?:-{0,2}(?:OLD)?PWD|.*(?:[Ee]xisting|[Pp]ull)[-_]?[Ss]ecret)$/;

/** True when the value that goes with this name is likely a secret. */
export function isSecretName(name: string): boolean {
  return name.length <= MAX_NAME && SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What stands where a likely secret stood. */
export const MASK = '••••••';

const SECRET_WORD =
  'pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|client[-_]?secret|credentials?|auth';

/** Names whose value is likely a secret, as arguments, variables, query parameters and JSON keys use them. */
const SECRET_NAME = new RegExp(
  `(?:${SECRET_WORD}|authorization|bearer|session[-_]?id|cookie|sig(?:nature)?)$`,
  'i'
);

// Log content is hostile and may be megabytes: every repetition below that could be tried from many starting
// points is bounded, so that each pattern stays linear.

/** Values that are secrets whatever they are called. Each has a fixed, documented form. */
const SECRET_VALUES: readonly RegExp[] = [
  // JSON Web Token (RFC 7519): three base64url parts, the first two are JSON objects.
  /\beyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}(?:\.[\w-]{0,4096})?/g,
  // PEM private key (RFC 7468), also one that was cut off.
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  // AWS access key id, GitHub, GitLab, Slack, Google and HashiCorp Vault tokens.
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,255}/g,
  /\bgithub_pat_\w{20,255}/g,
  /\bglpat-[\w-]{16,255}/g,
  /\bxox[abposr]-[\w-]{10,255}/g,
  /\bAIza[\w-]{30,255}/g,
  /\bhv[sbr]\.[\w-]{20,255}/g,
];

/** A value as a shell or JSON writes it: in double quotes, in single quotes, or bare. */
const VALUE = String.raw`("(?:[^"\\]|\\.){0,4096}"|'[^']{0,4096}'|[^\s;&|,}"']{1,4096})`;

/** `name=value`, `--name=value`, `name: value`, `"name":"value"` within one piece of text. */
const ASSIGNMENT = new RegExp(
  String.raw`((?:^|[\s;&|'"` +
    '`' +
    String.raw`(,{?])-{0,2}[\w.-]{0,200}?(?:${SECRET_WORD})["']?\s{0,20}[=:]\s{0,20})` +
    VALUE,
  'gi'
);

/** `--password value` written in one shell string. */
const OPTION_THEN_VALUE = new RegExp(
  String.raw`((?:^|\s)--?[\w-]{0,100}?(?:${SECRET_WORD})\s{1,20})(?!-)` + VALUE,
  'gi'
);

/** `Authorization: Bearer x`, `Authorization: Basic x`; not the words "bearer token". */
const AUTHORIZATION =
  /(\b(?:bearer|basic)\s{1,20})(?!tokens?\b|auth)([A-Za-z0-9._~+/=-]{6,8192})/gi;

/** `scheme://user:password@host` (RFC 3986, userinfo). */
const USERINFO = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]{0,256}:)([^\s@/]{1,512})(?=@)/gi;

/** `mysql -pSECRET`, `sshpass -p SECRET`: programs that take the password with `-p`. */
const GLUED_PASSWORD =
  /(\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|sshpass|mongo|mongosh|mongodump)\b[^;&|]{0,300}?\s-p\s?)([^\s;&|-][^\s;&|]{0,512})/g;

/** `curl -u user:password`, `redis-cli -a password`. */
const PROGRAM_OPTION =
  /(\b(?:(?:curl|wget)\b[^;&|]{0,300}?\s(?:-u|--user)[\s=]{0,5}[^\s:;&|]{1,256}:|redis-cli\b[^;&|]{0,300}?\s-a\s{1,5}))([^\s;&|]{1,512})/g;

const CONTEXTS = [
  AUTHORIZATION,
  USERINFO,
  ASSIGNMENT,
  OPTION_THEN_VALUE,
  GLUED_PASSWORD,
  PROGRAM_OPTION,
];

/**
 * Masks likely secrets in free text: a shell command, a message. Names and structure stay readable.
 * It is a best effort and the user guide says so: a secret with no telling name or form is not found.
 */
export function maskText(text: string): string {
  let masked = text;
  for (const form of SECRET_VALUES) masked = masked.replace(form, MASK);
  for (const context of CONTEXTS) {
    masked = masked.replace(context, (_match, kept: string) => `${kept}${MASK}`);
  }
  return masked;
}

/** True when the value that goes with this name is likely a secret. */
export function isSecretName(name: string): boolean {
  return name.length <= 200 && SECRET_NAME.test(name);
}

/** Joins arguments that a one-string pattern must see together, and cannot occur in an argument list. */
const SEPARATOR = '\u0000';

const PASSWORD_OPTION_PROGRAM =
  /^(?:.*\/)?(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|sshpass|mongo|mongosh|mongodump)$/;
const REDIS_CLI = /^(?:.*\/)?redis-cli$/;

/** True when the argument after this one is a secret by what this one says. */
function announcesSecret(argument: string, program: string): boolean {
  if (/^--?[\w-]{1,200}$/.test(argument) && isSecretName(argument)) return true;
  if (argument === '-a') return REDIS_CLI.test(program);
  return argument === '-p' && PASSWORD_OPTION_PROGRAM.test(program);
}

/**
 * Masks likely secrets in an argument list: the value after `--password`, glued to `-p`, assigned to a
 * telling name, or of a telling form.
 */
export function maskArguments(args: readonly string[]): string[] {
  const program = args[0] ?? '';
  return args.map((argument, index) => {
    const previous = index > 0 ? args[index - 1] : undefined;
    if (previous !== undefined && announcesSecret(previous, program) && !argument.startsWith('-')) {
      return MASK;
    }
    if (PASSWORD_OPTION_PROGRAM.test(program) && /^-p[^\s-]/.test(argument)) return `-p${MASK}`;
    return maskText(argument.split(SEPARATOR).join(' '));
  });
}

/**
 * Masks likely secrets in parsed JSON: values of telling names, `data` and `stringData` of a Secret,
 * `env` entries (`{ name, value }`) with a telling name, and telling forms anywhere. Returns a copy.
 *
 * @param depth recursion guard; deeper content is replaced by the mask, not passed through
 */
export function maskJson(value: unknown, depth = 64): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return MASK;
  if (Array.isArray(value)) return value.map((item) => maskJson(item, depth - 1));
  const object = value as Record<string, unknown>;
  const secretKind = object.kind === 'Secret';
  const namedSecret = typeof object.name === 'string' && isSecretName(object.name);
  const entries = Object.entries(object).map(([key, item]): [string, unknown] => {
    const hidden =
      (secretKind && (key === 'data' || key === 'stringData')) ||
      (namedSecret && key === 'value') ||
      (isSecretName(key) && typeof item === 'string' && item !== '');
    return [key, hidden ? hideLeaves(item, depth - 1) : maskJson(item, depth - 1)];
  });
  return Object.fromEntries(entries);
}

/** Replaces every leaf by the mask and keeps the names, so that a reader sees what was there. */
function hideLeaves(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth <= 0)
    return MASK;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, item]) => [key, hideLeaves(item, depth - 1)]));
}

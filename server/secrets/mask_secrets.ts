/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isSecretName, MASK, SECRET_WORD } from './secret_names';
import { CommandReader, maskCommands } from './secret_words';

export { isSecretName, MASK };

// Log content is hostile and may be megabytes: every repetition below that could be tried from many starting
// points is bounded, and what is not bounded ends the match, so that each pattern stays linear.

/** Values that are secrets whatever they are called. Each has a fixed, documented form. */
const SECRET_VALUES: readonly RegExp[] = [
  // JSON Web Token (RFC 7519): three base64url parts, the first two are JSON objects.
  /(?<![\w-])eyJ[\w-]{8,4096}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g,
  // PEM private key (RFC 7468), also one that was cut off.
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  // AWS access key id, GitHub, GitLab, Slack, Google and HashiCorp Vault tokens.
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abposr]-[\w-]{10,}/g,
  /\bAIza[\w-]{30,}/g,
  /\bhv[sbr]\.[\w-]{20,}/g,
];

/** A value as a shell or JSON writes it: in quotes, in escaped quotes, or bare; a text may end within it. */
const VALUE = String.raw`(\\{1,8}"[^"\\]*(?:\\{1,8}"|$)?|"(?:[^"\\]|\\[\s\S])*(?:"|$)|'[^']*(?:'|$)|[^\s;&|,}"'\\]+)`;

/** What may stand before a name that is assigned to. */
const BEFORE_NAME = String.raw`(?:^|[\s;&|'"` + '`' + String.raw`(,{?=\[\\/])`;

const NAME = String.raw`-{0,2}[\w.-]{0,200}?(?:${SECRET_WORD}|_auth)`;

/** `NAME=value`, `--name=value`, `name = value`. */
const EQUALS = new RegExp(
  String.raw`(${BEFORE_NAME}${NAME}\\{0,8}["']?\s{0,20}=\s{0,20})${VALUE}`,
  'gi'
);

/** `"name": "value"` of JSON, escaped or not. In `secrets "db-token": the object …` no value follows. */
const QUOTED_COLON = new RegExp(
  String.raw`(\\{0,8}["'][\w.-]{0,200}?(?:${SECRET_WORD}|auth)\\{0,8}["']\s{0,20}:\s{0,20})` +
    String.raw`(\\{1,8}"[^"\\]*(?:\\{1,8}"|$)?|"(?:[^"\\]|\\[\s\S])*(?:"|$)|-?\d[\d.]*)`,
  'gi'
);

/** `name: value` at the beginning of a line, an item or a header: YAML, HTTP. Not within a sentence. */
const BARE_COLON = new RegExp(
  String.raw`((?:^|[\n{,;("'\[])[ \t-]{0,60}${NAME}:\s{0,20})` +
    String.raw`(?!(?:Invalid|Unsupported|Duplicate|Required|Forbidden|Not found)\b)${VALUE}`,
  'gim'
);

/** `spec.password: Invalid value: "x"`, `data[token]: Duplicate value: "x"` (Kubernetes: field.Error). */
const FIELD_ERROR = new RegExp(
  String.raw`((?:${SECRET_WORD})\]?:\s(?:Invalid|Unsupported|Duplicate|Not found)(?: value)?:\s)${VALUE}`,
  'gi'
);

/** `pass:secret` of openssl, `_authToken` of npm: names that another name or an address leads to. */
const AFTER_COLON = /((?:^|\s|=)pass:)([^\s"']+)/g;
const NPM_TOKEN = /(:_(?:authToken|password|auth)["']?\s{0,5}=\s{0,5})["']?([^\s"']+)/g;

/** `Authorization: Bearer x`: after the name of the header all is a secret, whatever the scheme. */
const AUTHORIZATION_HEADER =
  /(\b(?:proxy-)?authorization\\{0,8}["']?\s{0,5}[:=]\s{0,5}\\{0,8}["']?(?:(?:bearer|basic|token|negotiate|digest|splunk|apikey)\s{1,20}|(?=[\w.+/=-]{8})))([^\s"'\\,;]+)/gi;

/** `Bearer x`, `Basic x` without the header: only what looks like no word of a sentence. */
const AUTHORIZATION =
  /(\b(?:bearer|basic)\s{1,20})((?=[a-z~+/=_-]{0,512}[\dA-Z.])[A-Za-z0-9._~+/=-]{8,})/gi;

/** `Cookie: a=b; c=d`: everything to the end of the header. */
const COOKIE = /(\b(?:set-)?cookie\\{0,8}["']?:\s{0,5}\\{0,8}["']?)([^"'\n\\]+)/gi;

/** `scheme://user:password@host` (RFC 3986, userinfo), also where the password holds an `@`. */
const USERINFO = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@"']{0,256}:)([^\s/"']{1,512})(?=@)/gi;

/** `ALTER USER x PASSWORD 'y'`, `IDENTIFIED BY 'y'` of SQL. */
const SQL_PASSWORD = /(\b(?:password|identified\s{1,5}by)\s{1,20}\\{0,8})('[^']*(?:'|$))/gi;

/** `echo user:password | chpasswd`. */
const CHPASSWD =
  /(\becho\s{1,5}["']?[\w.-]{1,64}:)([^\s"'|]{1,512})(?=["']?\s{0,5}\|\s{0,5}(?:sudo\s{1,5})?chpasswd)/g;

const CONTEXTS = [
  AUTHORIZATION_HEADER,
  AUTHORIZATION,
  COOKIE,
  USERINFO,
  FIELD_ERROR,
  EQUALS,
  QUOTED_COLON,
  BARE_COLON,
  AFTER_COLON,
  NPM_TOKEN,
  SQL_PASSWORD,
  CHPASSWD,
];

/** `PWD=/home/ubuntu` is a directory. */
const WORKING_DIRECTORY = /(?:^|[^\w-])-{0,2}(?:OLD)?PWD\s*=\s*$/;

/** Puts the mask where the value is and keeps its quotes, so that JSON stays JSON. */
function hide(match: string, kept: string, value: string): string {
  if (WORKING_DIRECTORY.test(kept)) return match;
  const open = /^\\*["']/.exec(value)?.[0] ?? '';
  if (open === '') return kept + MASK;
  const closed = value.length > open.length && value.endsWith(open);
  return `${kept}${open}${MASK}${closed ? open : ''}`;
}

/** What every form above needs: most values of a log have none of it. */
const NEEDED = /[\s=:._-]|A[KS]IA|AIza/;

/** Passes until nothing changes any more; one is enough for all but texts made to confuse. */
const MAX_PASSES = 5;

function untilStable<T>(first: T, pass: (value: T) => T, same: (a: T, b: T) => boolean): T {
  let value = first;
  for (let i = 0; i < MAX_PASSES; i += 1) {
    const next = pass(value);
    if (same(next, value)) return value;
    value = next;
  }
  return value;
}

function maskOnce(text: string): string {
  let masked = text;
  for (const form of SECRET_VALUES) masked = masked.replace(form, MASK);
  for (const context of CONTEXTS) masked = masked.replace(context, hide);
  return maskCommands(masked);
}

/**
 * Masks likely secrets in free text: a shell command, a message. Names and structure stay readable. What is
 * masked already stays as it is. It is a best effort and the user guide says so: a secret with no telling
 * name or form is not found.
 */
export function maskText(text: string): string {
  if (!NEEDED.test(text)) return text;
  return untilStable(text, maskOnce, Object.is);
}

function maskArgumentsOnce(args: readonly string[]): readonly string[] {
  const reader = new CommandReader();
  return args.map((argument) => {
    const masked = reader.read(argument);
    return masked === argument ? maskText(argument) : masked;
  });
}

/**
 * Masks likely secrets in an argument list: the value after `--password`, glued to `-p`, assigned to a
 * telling name, or of a telling form.
 */
export function maskArguments(args: readonly string[]): string[] {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.every((argument, i) => argument === b[i]);
  return [...untilStable(args, maskArgumentsOnce, same)];
}

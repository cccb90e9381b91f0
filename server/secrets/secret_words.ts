/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isSecretName, MASK } from './secret_names';

/**
 * How a secret stands in a word: the whole of it, what follows the first colon (`user:password`), or what
 * follows the first equals sign (`key=value`).
 */
type Form = 'whole' | 'after_colon' | 'after_equals';

interface PasswordOption {
  /** Programs, by the last part of their path. `login` is also the word in `docker login`. */
  programs: ReadonlySet<string>;
  /** Options that take the secret, either in the next word or glued to the option. */
  options: readonly string[];
  form: Form;
  /** `mysql -p db` asks for the password: only what is glued to the option is one. */
  gluedOnly?: boolean;
}

const programs = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Options that hold a secret and do not say so by their name, as the manuals of these programs have them. */
const PASSWORD_OPTIONS: readonly PasswordOption[] = [
  {
    programs: programs(
      'mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlcheck mariadb mariadb-dump mariadb-admin'
    ),
    options: ['-p'],
    form: 'whole',
    gluedOnly: true,
  },
  {
    programs: programs(
      'sshpass login mongo mongosh mongodump mongorestore mongoexport mongoimport cqlsh'
    ),
    options: ['-p'],
    form: 'whole',
  },
  { programs: programs('redis-cli valkey-cli'), options: ['-a'], form: 'whole' },
  {
    programs: programs('ldapsearch ldapadd ldapmodify ldapdelete ldapwhoami ldappasswd'),
    options: ['-w', '-s'],
    form: 'whole',
  },
  {
    programs: programs('curl wget'),
    options: ['-u', '--user', '-U', '--proxy-user'],
    form: 'after_colon',
  },
  { programs: programs('kubectl oc k'), options: ['--from-literal'], form: 'after_equals' },
];

const KNOWN_PROGRAMS = new Set([
  ...PASSWORD_OPTIONS.flatMap((entry) => [...entry.programs]),
  'vault',
  'aws',
  'htpasswd',
]);

/** Masks the part of a word that is the secret. A word without the separator holds none. */
function maskForm(word: string, form: Form): string {
  if (form === 'whole') return word === '' ? word : MASK;
  const at = word.indexOf(form === 'after_colon' ? ':' : '=');
  return at < 0 || at === word.length - 1 ? word : word.slice(0, at + 1) + MASK;
}

/**
 * Reads the words of one command in order and says which are secrets by what came before them. The same rules
 * serve argument lists and shell text.
 */
export class CommandReader {
  private readonly known = new Set<string>();
  private readonly active: PasswordOption[] = [];
  private previous = '';
  private positional = 0;
  private batch = false;
  private prints = false;
  /** How the next word holds a secret, by what the last one says. */
  expected: Form | undefined;

  /** Takes the next word and returns it with its secret masked. */
  read(word: string): string {
    const masked = this.mask(word);
    this.learn(word);
    return masked;
  }

  private mask(word: string): string {
    if (this.expected && !/^--?[a-zA-Z]/.test(word)) return maskForm(word, this.expected);
    for (const { options, form } of word.startsWith('-') ? this.active : []) {
      for (const option of options) {
        const glued = option.startsWith('--') ? `${option}=` : option;
        if (word.length > glued.length && word.startsWith(glued)) {
          return glued + maskForm(word.slice(glued.length), form);
        }
      }
    }
    return this.isPositionalSecret(word) ? MASK : word;
  }

  /** `vault login TOKEN`, `aws configure set aws_secret_access_key KEY`, `htpasswd -b FILE USER PASSWORD`. */
  private isPositionalSecret(word: string): boolean {
    if (this.known.size === 0 || word.startsWith('-')) return false;
    if (this.known.has('vault') && this.previous === 'login') return !word.includes('=');
    if (this.known.has('aws') && /^aws_(?:secret_access_key|session_token)$/.test(this.previous)) {
      return true;
    }
    if (!this.known.has('htpasswd') || !this.batch) return false;
    return this.positional === (this.prints ? 1 : 2);
  }

  private learn(word: string): void {
    if (this.known.has('htpasswd')) {
      if (/^-[a-zA-Z]{1,10}$/.test(word)) {
        this.batch ||= word.includes('b');
        this.prints ||= word.includes('n');
      } else {
        this.positional += 1;
      }
    }
    this.expected = this.announced(word);
    this.previous = word;
    const program = word.slice(word.lastIndexOf('/') + 1);
    if (!KNOWN_PROGRAMS.has(program) || this.known.has(program)) return;
    this.known.add(program);
    this.active.push(...PASSWORD_OPTIONS.filter(({ programs: names }) => names.has(program)));
  }

  private announced(word: string): Form | undefined {
    if (!word.startsWith('-')) return undefined;
    const option = this.active.find(
      ({ options, gluedOnly }) => !gluedOnly && options.includes(word)
    );
    if (option) return option.form;
    return /^--?[\w-]{1,200}$/.test(word) && isSecretName(word) ? 'whole' : undefined;
  }
}

/** A quote, what stands between commands, or a word. */
const TOKEN = /["'`]|[;&|()\n]+|[^\s"'`;&|()]+/g;

/** True where a new command begins: not at the `&` of an address, nor at the end of a continued line. */
function beginsCommand(text: string, start: number, token: string): boolean {
  if (!/^[;&|\n]/.test(token)) return false;
  if (token === '\n') return text[start - 1] !== '\\';
  const around = (text[start - 1] ?? ' ') + (text[start + token.length] ?? ' ');
  return token.length > 1 || /\s/.test(around);
}

/**
 * Masks secrets in the commands of a shell text. Quotes are looked into, since `sh -c "…"` holds commands
 * too; a quoted value that is a secret is masked as a whole.
 */
export function maskCommands(text: string): string {
  if (!/\s/.test(text)) return text;
  const pieces: string[] = [];
  const tokens = new RegExp(TOKEN);
  let reader = new CommandReader();
  let written = 0;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match;
    let masked = token;
    let end = match.index + token.length;
    if (/^["'`]$/.test(token)) {
      if (reader.expected) {
        // The closing quote is met next, and opens nothing any more.
        const close = text.indexOf(token, end);
        const stop = close < 0 ? text.length : close;
        masked = token + reader.read(text.slice(end, stop));
        end = stop;
      }
    } else if (beginsCommand(text, match.index, token)) {
      reader = new CommandReader();
    } else if (!/^[;&|()\n]/.test(token)) {
      masked = reader.read(token);
    }
    if (masked !== text.slice(match.index, end)) {
      pieces.push(text.slice(written, match.index), masked);
      written = end;
    }
    tokens.lastIndex = end;
  }
  pieces.push(text.slice(written));
  return pieces.join('');
}

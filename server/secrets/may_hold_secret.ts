/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// What the rules of masking need to find, in lower case, alternatives by their first character: a record is gone
// through by each once. Wider than the rules: a name only has to end here, whatever stands before or after it.

/**
 * Names of `secret_names` and programs of `secret_words`. `k`, `oc` and `kubectl` take a secret by one option,
 * `aws` by names that are here.
 */
const NAME_ENDS = new RegExp(
  `(?:${[
    'p(?:ass(?:word|wd|phrase|code)?|wd|rivate[-_]?key)',
    's(?:e(?:cret(?:[-_]?key)?|ssion[-_]?id)|ig(?:n(?:ature|ing[-_]?key))?|hared[-_]?key|torage[-_]?key)',
    'token',
    'c(?:redentials?|ookie|qlsh|url)',
    'kubeconfig',
    'dockerconfigjson',
    'a(?:pi[-_]?key|cc(?:ess|ount)[-_]?key|uth(?:orization)?)',
    'encryption[-_]?key',
    'm(?:aster[-_]?key|ysql(?:dump|admin|import|show|check)?|ariadb(?:-dump|-admin)?|ongo(?:sh|dump|restore|export|import)?)',
    'b(?:earer|asic)',
    '\\.key',
    'id_(?:[rd]sa|e(?:cdsa|d25519))',
    'login',
    '(?:redis|valkey)-cli',
    'ldap(?:search|add|modify|delete|whoami|passwd)',
    'wget',
    'vault',
  ].join('|')})(?![\\w./-])`
);

const FORMS = new RegExp(
  [
    // Values of a telling form.
    '-(?:-from-literal|----begin)',
    'identified',
    'eyj[\\w-]{8}',
    'a(?:[ks]ia[0-9a-z]{16}|iza)',
    'g(?:h[pousr]_|ithub_pat_|lpat-)',
    'xox[abposr]-',
    'hv[sbr]\\.',
    '(?::|%3a)(?:/|%2f)(?:/|%2f)[^\\s/"\']*@',
    // `data` and `stringData` of a Secret, and a JSON patch of them.
    '"/?(?:string)?data',
    // Spellings that could hide any of this: `\u0070`, `\/`, `%70`. Go writes `&`, `<` and `>` as `\u0026` and so on.
    '\\\\(?:/|u00(?!26|3[ce])[0-7])',
    '%(?:2[de]|3[0-9]|[4-7])',
  ].join('|')
);

/** A text above this can be cut where it is masked. */
const MAX_LENGTH = 1024 * 1024;

/** Content nested deeper can be hidden for its depth alone; Kubernetes objects have some 15 levels. */
const MAX_DEPTH = 20;

/** More of a character than a number of them. */
function holdsMore(text: string, character: string, than: number): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    count += 1;
    if (count > than) return true;
  }
  return false;
}

const mayBeDeep = (json: string) =>
  holdsMore(json, '{', MAX_DEPTH / 2) || holdsMore(json, '[', MAX_DEPTH / 2);

/** Deeper than some levels; JSON within a text counts as more of them. */
function isDeep(value: unknown, levels: number): boolean {
  if (typeof value === 'string') {
    if (!/^\s*[{[]/.test(value) || !mayBeDeep(value)) return false;
    try {
      return isDeep(JSON.parse(value), levels - 1);
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  }
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeep(item, levels - 1));
}

/**
 * Whether masking could change a document: false only where it surely changes nothing. Much cheaper than masking.
 *
 * @param json the document as it was written, decoded as Latin-1 or UTF-8
 * @param document the same, read
 */
export function mayHoldSecret(json: string, document: unknown): boolean {
  const text = json.toLowerCase();
  if (json.length > MAX_LENGTH || NAME_ENDS.test(text) || FORMS.test(text)) return true;
  return mayBeDeep(json) && isDeep(document, MAX_DEPTH);
}

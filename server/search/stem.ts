/**
 * English stemming after the Porter2 ("English Snowball") algorithm.
 *
 * @module
 */

const VOWELS = "aeiouy";

/** Words the rules would spoil, with their stems. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["skis", "ski"],
  ["skies", "sky"],
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
  ["sky", "sky"],
  ["news", "news"],
  ["howe", "howe"],
  ["atlas", "atlas"],
  ["cosmos", "cosmos"],
  ["bias", "bias"],
  ["andes", "andes"],
]);

/** Words left alone once the plural is off. */
const KEPT_AFTER_PLURAL: ReadonlySet<string> = new Set([
  "inning",
  "outing",
  "canning",
  "herring",
  "earring",
  "proceed",
  "exceed",
  "succeed",
]);

/** Suffixes of step 2 with their replacements, longest first. */
const STEP_2: readonly (readonly [string, string])[] = [
  ["ization", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["entli", "ent"],
  ["ogist", "og"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ousli", "ous"],
  ["iviti", "ive"],
  ["fulli", "ful"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["izer", "ize"],
  ["ator", "ate"],
  ["alli", "al"],
  ["bli", "ble"],
  ["ogi", "og"],
  ["li", ""],
];

/** Suffixes of step 3 with their replacements, longest first. */
const STEP_3: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ative", ""],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

/** Suffixes that step 4 takes away, longest first. */
const STEP_4: readonly string[] = [
  "ement",
  "ance",
  "ence",
  "able",
  "ible",
  "ment",
  "ant",
  "ent",
  "ism",
  "ate",
  "iti",
  "ous",
  "ive",
  "ize",
  "ion",
  "al",
  "er",
  "ic",
];

function isVowel(word: string, index: number): boolean {
  return VOWELS.includes(word.charAt(index)) && index < word.length && index >= 0;
}

function hasVowel(word: string, end: number): boolean {
  for (let i = 0; i < end; i++) if (isVowel(word, i)) return true;
  return false;
}

/** Start of the region after the first non-vowel that follows a vowel, from `from` on. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (!isVowel(word, i) && isVowel(word, i - 1)) return i + 1;
  }
  return word.length;
}

function region1(word: string): number {
  const known = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  return known ? known[0].length : regionAfter(word, 0);
}

/** Whether `word[0, end)` ends in a short syllable. */
function endsShort(word: string, end: number): boolean {
  if (end === 2) return isVowel(word, 0) && !isVowel(word, 1);
  if (end === 4 && word.startsWith("past")) return true;
  if (end < 3) return false;
  const last = word.charAt(end - 1);
  return !isVowel(word, end - 1) && !"wxY".includes(last) && isVowel(word, end - 2) &&
    !isVowel(word, end - 3);
}

/** Marks the letters y that are consonants as Y. */
function markConsonantY(word: string): string {
  if (!word.includes("y")) return word;
  let out = "";
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i);
    out += letter === "y" && (i === 0 || isVowel(out, i - 1)) ? "Y" : letter;
  }
  return out;
}

function dropPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ied") || word.endsWith("ies")) {
    return word.slice(0, word.length > 4 ? -2 : -1);
  }
  if (word.endsWith("us") || word.endsWith("ss") || !word.endsWith("s")) return word;
  return hasVowel(word, word.length - 2) ? word.slice(0, -1) : word;
}

/** Mends a word that has just lost its "ed" or "ing". */
function mendEnding(word: string, r1: number): string {
  if (/(?:at|bl|iz)$/.test(word)) return `${word}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) {
    return /^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word) ? word : word.slice(0, -1);
  }
  return r1 >= word.length && endsShort(word, word.length) ? `${word}e` : word;
}

function dropPastAndGerund(word: string, r1: number): string {
  const found = /(?:eedly|eed|ingly|edly|ing|ed)$/.exec(word);
  if (!found) return word;
  const suffix = found[0];
  const at = word.length - suffix.length;
  if (suffix.startsWith("eed")) {
    if (/^(?:proc|exc|succ)$/.test(word.slice(0, at))) return word;
    return at >= r1 ? `${word.slice(0, at)}ee` : word;
  }
  const rest = word.slice(0, at);
  if (suffix === "ing") {
    if (/^[^aeiouy]y$/.test(rest)) return `${rest.slice(0, -1)}ie`;
    if (/^(?:inn|out|cann|herr|earr|even)$/.test(rest)) return word;
  }
  return hasVowel(word, at) ? mendEnding(rest, r1) : word;
}

/** Turns a closing y after a consonant, not at the start, into i. */
function closeWithI(word: string): string {
  const end = word.length - 1;
  return end > 1 && /[yY]$/.test(word) && !isVowel(word, end - 1) ? `${word.slice(0, end)}i` : word;
}

function replaceStep2(word: string, r1: number): string {
  for (const [suffix, replacement] of STEP_2) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r1) return word;
    if (suffix === "ogi" && word.charAt(at - 1) !== "l") return word;
    if (suffix === "li" && !"cdeghkmnrt".includes(word.charAt(at - 1))) return word;
    return word.slice(0, at) + replacement;
  }
  return word;
}

function replaceStep3(word: string, r1: number, r2: number): string {
  for (const [suffix, replacement] of STEP_3) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r1 || (suffix === "ative" && at < r2)) return word;
    return word.slice(0, at) + replacement;
  }
  return word;
}

function dropStep4(word: string, r2: number): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const at = word.length - suffix.length;
    if (at < r2) return word;
    return suffix === "ion" && !"st".includes(word.charAt(at - 1)) ? word : word.slice(0, at);
  }
  return word;
}

function dropStep5(word: string, r1: number, r2: number): string {
  const at = word.length - 1;
  if (word.endsWith("e")) {
    return at >= r2 || (at >= r1 && !endsShort(word, at)) ? word.slice(0, at) : word;
  }
  return word.endsWith("ll") && at >= r2 ? word.slice(0, at) : word;
}

/**
 * Stem of an English word.
 *
 * @param word One word in lower case; letters, and an apostrophe inside.
 * @returns The stem; words of fewer than three letters come back unchanged.
 */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const bare = word.replace(/^'/, "").replace(/'s?'?$/, "");
  const exception = EXCEPTIONS.get(bare);
  if (exception !== undefined) return exception;
  if (bare.length < 3) return bare;
  const marked = markConsonantY(bare);
  const r1 = region1(marked);
  const r2 = regionAfter(marked, r1);
  const singular = dropPlural(marked);
  if (KEPT_AFTER_PLURAL.has(singular)) return singular.toLowerCase();
  let out = dropPastAndGerund(singular, r1);
  out = closeWithI(out);
  out = replaceStep2(out, r1);
  out = replaceStep3(out, r1, r2);
  out = dropStep4(out, r2);
  return dropStep5(out, r1, r2).toLowerCase();
}

/**
 * Bringing text to one form: case, compatibility forms, accents.
 *
 * @module
 */

// deno-lint-ignore no-control-regex -- the range is the definition of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/** Accents of Latin and Greek, vowel points of Hebrew, vowel signs of Arabic and its tatweel. */
const REMOVABLE_MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]/g;

/** Letters that carry their accent in one piece. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["ø", "o"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ς", "σ"],
  ["ى", "ي"],
  ["ة", "ه"],
]);

const PLAIN_LETTER = /[ßøæœłđðþħıςىة]/g;

/** Whether a text is plain ASCII, for which folding is lower case. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** Lower case of a text in one Unicode form, accents kept. */
export function normalise(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize("NFKC").toLowerCase();
}

/** A normalised text without accents and with ligatures written out. */
export function foldAccents(normalised: string): string {
  if (isAscii(normalised)) return normalised;
  return normalised.normalize("NFKD").replace(REMOVABLE_MARKS, "").normalize("NFC")
    .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

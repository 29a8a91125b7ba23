/** Shortest fence. */
const MIN_FENCE_LENGTH = 3;

/**
 * The text between two lines of backticks that are longer than any run of backticks inside it, so
 * that nothing in the text can end it.
 */
export function fence(text: string): string {
  let longest = MIN_FENCE_LENGTH - 1;
  for (const run of text.matchAll(/`+/g)) longest = Math.max(longest, run[0].length);
  const line = "`".repeat(longest + 1);
  return `${line}\n${text}\n${line}`;
}

/** Longest label. */
const MAX_LABEL_LENGTH = 60;

/** A name given by a caller (role, tool, session) as a harmless word on one line. */
export function label(text: string, fallback: string): string {
  const clean = text.replace(/[^\p{L}\p{N} ._:-]+/gu, " ").replace(/\s+/g, " ").trim();
  return clean === "" ? fallback : clean.slice(0, MAX_LABEL_LENGTH);
}

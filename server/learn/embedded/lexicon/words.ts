/** Splits a list written as one text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A set of words written as one text. */
export function wordSet(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(words));
}

/** A set of phrases separated by commas. */
export function phraseSet(text: string): ReadonlySet<string> {
  return new Set(text.split(",").map((phrase) => phrase.trim()).filter((phrase) => phrase !== ""));
}

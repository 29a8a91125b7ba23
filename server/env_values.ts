/** Words of a comma-separated variable; null when it is unset or holds none. */
export function listOf(text: string | undefined): readonly string[] | null {
  const words = (text ?? "").split(",").map((word) => word.trim()).filter((word) => word !== "");
  return words.length === 0 ? null : words;
}

/** A whole number from 1; null when it is unset or none. */
export function countOf(text: string | undefined): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 1 ? number : null;
}

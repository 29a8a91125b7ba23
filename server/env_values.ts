/** Words of a comma-separated variable; null when it is unset or holds none. */
export function listOf(text: string | undefined): readonly string[] | null {
  const words = (text ?? "").split(",").map((word) => word.trim()).filter((word) => word !== "");
  return words.length === 0 ? null : words;
}

/**
 * A whole number from 1 out of a variable; null when it is unset.
 *
 * @throws {TypeError} If it is set to something else; the message names the variable.
 */
export function countOf(name: string, text: string | undefined): number | null {
  if (text === undefined || text.trim() === "") return null;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new TypeError(`Cannot use ${name} "${text}": give a whole number from 1`);
}

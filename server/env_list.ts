/** Words of a comma-separated variable; null when it is unset or holds none. */
export function listOf(text: string | undefined): readonly string[] | null {
  const words = (text ?? "").split(",").map((word) => word.trim()).filter((word) => word !== "");
  return words.length === 0 ? null : words;
}

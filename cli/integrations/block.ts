/** First line of our part of a file that others write too. */
const BEGIN = "<!-- reflexio begin: written by reflexio setup, remove with --uninstall -->";

/** Last line of it. */
const END = "<!-- reflexio end -->";

/** The text with our part put in, or renewed where it stands; everything else stays as it is. */
export function withBlock(text: string | null, block: string): string {
  const part = `${BEGIN}\n${block.trim()}\n${END}\n`;
  const bare = text ?? "";
  const place = blockPlace(bare);
  if (place !== null) return bare.slice(0, place.from) + part + bare.slice(place.to);
  if (bare === "") return part;
  return `${bare}${bare.endsWith("\n") ? "" : "\n"}\n${part}`;
}

/** The text without our part; null when nothing else is left. */
export function withoutBlock(text: string | null): string | null {
  if (text === null) return null;
  const place = blockPlace(text);
  if (place === null) return text;
  const before = text.slice(0, place.from);
  const after = text.slice(place.to);
  // The blank line in front of the block came with it.
  const rest = (after === "" ? before.replace(/\n\n$/, "\n") : before) + after;
  return rest === "" ? null : rest;
}

/** Where our part stands. */
function blockPlace(text: string): { from: number; to: number } | null {
  const from = text.indexOf(BEGIN);
  if (from < 0) return null;
  const end = text.indexOf(END, from);
  if (end < 0) return null;
  const to = end + END.length;
  return { from, to: text[to] === "\n" ? to + 1 : to };
}

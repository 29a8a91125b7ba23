/**
 * Step 1 of the pipeline: one spelling for the same text, with a way back to the raw offsets.
 *
 * @module
 */

/** Text as the later steps read it, and how its offsets lead back to the raw text. */
export interface NormalText {
  /** NFC text with plain apostrophes, single blanks and no zero-width characters. */
  readonly text: string;
  /** Raw offset of a normalised offset, both in UTF-16 code units. */
  toRaw(offset: number): number;
}

const APOSTROPHES = new Set(["\u2019", "\u02bc", "\u00b4", "\u2018", "\u201b"]);
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const NEEDS_WORK = /[^\n\x20-\x7e]| {2}/;
const COMBINING = /\p{M}/u;

/** Turns raw text into {@link NormalText}; plain ASCII comes back unchanged without a map. */
export function normalise(raw: string): NormalText {
  if (!NEEDS_WORK.test(raw)) return { text: raw, toRaw: (offset) => offset };
  const out: string[] = [];
  const map: number[] = [];
  let previous = "";
  for (let at = 0; at < raw.length;) {
    const end = clusterEnd(raw, at);
    const piece = normalPiece(raw.slice(at, end), previous);
    for (let unit = 0; unit < piece.length; unit++) map.push(at + Math.min(unit, end - at - 1));
    if (piece !== "") {
      out.push(piece);
      previous = piece;
    }
    at = end;
  }
  map.push(raw.length);
  const text = out.join("");
  return { text, toRaw: (offset) => map[Math.max(0, Math.min(offset, map.length - 1))] ?? 0 };
}

/** A base character with its combining marks is normalised as one. */
function clusterEnd(raw: string, at: number): number {
  let end = at + ((raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < raw.length && COMBINING.test(raw[end] ?? "")) end++;
  return end;
}

function normalPiece(cluster: string, previous: string): string {
  if (APOSTROPHES.has(cluster)) return "'";
  if (cluster === "\r") return "";
  if (ZERO_WIDTH.test(cluster)) return "";
  if (cluster === "\t") return "\t";
  if (cluster !== "\n" && /^\s$/.test(cluster)) return previous === " " ? "" : " ";
  return cluster.normalize("NFC");
}

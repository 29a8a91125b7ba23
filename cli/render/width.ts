/** Ranges of code points that take two cells: CJK, Hangul, kana, emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f1e6, 0x1f202],
  [0x1f210, 0x1f23b],
  [0x1f240, 0x1f248],
  [0x1f250, 0x1f251],
  [0x1f260, 0x1f265],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Escape sequences that colour text; they take no cell. */
// deno-lint-ignore no-control-regex
const SGR = /\x1b\[[0-9;]*m/g;

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as single characters. The splitter is made on first use: that takes 10 ms. */
function characters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** Letters of Latin, punctuation, arrows, lines and dots: one cell each, no segmenting needed. */
const NARROW =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f\u2800-\u28ff]*$/;

/** Cells of one grapheme cluster. */
function clusterWidth(cluster: string): number {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(cluster)) return 0;
  // A variation selector asks for the emoji form, which is two cells wide.
  if (cluster.includes("\ufe0f")) return 2;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Terminal cells that a text takes; colour codes take none. */
export function displayWidth(text: string): number {
  const bare = text.replaceAll(SGR, "");
  if (NARROW.test(bare)) return bare.length;
  let cells = 0;
  for (const { segment } of characters(bare)) cells += clusterWidth(segment);
  return cells;
}

/** Fills a text with spaces up to a width in cells. */
export function padEnd(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - displayWidth(text)));
}

/** Puts spaces before a text up to a width in cells. */
export function padStart(text: string, cells: number): string {
  return " ".repeat(Math.max(0, cells - displayWidth(text))) + text;
}

/** The text cut to a width in cells, with an ellipsis when something is missing. Takes no colours. */
export function truncate(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  if (cells <= 1) return cells === 1 ? "…" : "";
  let kept = "";
  let used = 0;
  for (const { segment } of characters(text)) {
    const width = clusterWidth(segment);
    if (used + width > cells - 1) break;
    kept += segment;
    used += width;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of at most `cells`, broken at spaces where there are any. */
export function wrap(text: string, cells: number): string[] {
  const width = Math.max(1, cells);
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

/** The text in lines broken at spaces only: paths and addresses stay whole, however long they are. */
export function wrapWords(text: string, cells: number): string[] {
  return text.split("\n").flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const lines: string[] = [];
    let current = "";
    for (const word of line.slice(indent.length).split(" ")) {
      const longer = current === "" ? indent + word : `${current} ${word}`;
      if (current !== "" && displayWidth(longer) > cells) {
        lines.push(current);
        current = indent + word;
      } else current = longer;
    }
    return [...lines, current];
  });
}

/** One line in lines of at most `cells`. */
function wrapLine(line: string, cells: number): string[] {
  if (displayWidth(line) <= cells) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\s)/)) {
    if (displayWidth(current + word.trimEnd()) <= cells) {
      current += word;
      continue;
    }
    if (current !== "") lines.push(current.trimEnd());
    current = word;
    while (displayWidth(current.trimEnd()) > cells) {
      const head = fitting(current, cells);
      lines.push(head);
      current = current.slice(head.length);
    }
  }
  if (current.trim() !== "" || lines.length === 0) lines.push(current.trimEnd());
  return lines;
}

/** As many whole characters as fit, at least one. */
function fitting(text: string, cells: number): string {
  let kept = "";
  let used = 0;
  for (const { segment } of characters(text)) {
    used += clusterWidth(segment);
    if (used > cells && kept !== "") break;
    kept += segment;
  }
  return kept;
}

/** The text on one line, without control characters. */
export function oneLine(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replaceAll(/[\s\x00-\x1f\x7f-\x9f]+/g, " ").trim();
}

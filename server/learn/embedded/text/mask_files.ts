/**
 * Masks of pasted files that are told by their form alone: differences, texts in code.
 *
 * @module
 */

import type { Mask } from "../types.ts";

/** A line of a text with its place. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HUNK = /^@@ -\d/;
const DIFF_HEAD = /^(?:diff --git |index [0-9a-f]|--- \S|\+\+\+ \S|@@ )/;
const DIFF_LINE = /^[-+ \\]/;

/** `@@ -12,6 +12,9 @@`: what was changed in a file, from its head to its last line. */
function differences(lines: readonly Line[]): Mask[] {
  if (!lines.some(({ text }) => HUNK.test(text))) return [];
  const out: Mask[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (first === undefined || !DIFF_HEAD.test(first.text)) continue;
    let last = first;
    for (; at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined || !DIFF_HEAD.test(line.text) && !DIFF_LINE.test(line.text)) break;
      last = line;
    }
    out.push({ start: first.start, end: last.end, kind: "code" });
  }
  return out;
}

/** `const SYSTEM = \`You are …`: a text that goes on behind its line. */
const OPENS_TEXT = /[=(:,]\s?`[^`]*$/;

/** Texts of several lines in code, up to the line with their closing mark. */
function textsInCode(lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (first === undefined || !OPENS_TEXT.test(first.text)) continue;
    const close = lines.findIndex(({ text }, index) => index > at && text.includes("`"));
    if (close < 0) break;
    out.push({ start: first.start, end: lines[close]?.end ?? first.end, kind: "code" });
    at = close;
  }
  return out;
}

/** Masks of differences and of texts in code. */
export function maskFiles(text: string, lines: readonly Line[]): Mask[] {
  return [
    ...(text.includes("@@") ? differences(lines) : []),
    ...(text.includes("`") ? textsInCode(lines) : []),
  ];
}

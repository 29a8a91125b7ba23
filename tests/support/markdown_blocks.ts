/** A fenced code block of a Markdown text. */
export interface MarkdownBlock {
  /** First word of the info string, such as `ts` or `sh`. */
  readonly language: string;
  /** The rest of the info string, such as `ignore`. */
  readonly note: string;
  /** The lines between the fences. */
  readonly code: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

/** Every fenced block of a Markdown text, in order. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: { language: string; note: string; line: number; code: string[] } | null = null;
  for (const [i, line] of text.split("\n").entries()) {
    if (open === null) {
      const match = /^```(\w+)(?: (.*))?$/.exec(line);
      if (match) open = { language: match[1] ?? "", note: match[2] ?? "", line: i + 1, code: [] };
    } else if (line === "```") {
      blocks.push({ ...open, code: open.code.join("\n") });
      open = null;
    } else {
      open.code.push(line);
    }
  }
  return blocks;
}

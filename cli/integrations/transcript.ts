import { isRecord } from "../render/fields.ts";

/** Longest content of one turn, characters. */
const MAX_CHARS = 10_000;

/** A turn of a transcript. */
export interface TranscriptTurn {
  /** Who spoke. */
  readonly role: "user" | "assistant";
  /** What was said. */
  readonly content: string;
  /** Tools that were called. */
  readonly tools_used?: readonly {
    readonly tool_name: string;
    readonly tool_data: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Turns of a Claude Code transcript: JSONL with `type` and `message`. Other lines are left out.
 *
 * @param skip Turns at the beginning that were read before.
 */
export function readTranscript(text: string, skip: number): TranscriptTurn[] {
  const turns = text.split("\n").flatMap((line) => {
    const turn = line.trim() === "" ? null : readTurn(line);
    return turn === null ? [] : [turn];
  });
  return turns.slice(skip);
}

/** A line as a turn, null when it is none. */
function readTurn(line: string): TranscriptTurn | null {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch (error) {
    // The last line may still be being written.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isRecord(entry) || !isRecord(entry.message) || entry.isMeta === true) return null;
  const role = entry.message.role ?? entry.type;
  if (role !== "user" && role !== "assistant") return null;
  const { content } = entry.message;
  const parts = typeof content === "string" ? [{ type: "text", text: content }] : content;
  if (!Array.isArray(parts)) return null;
  const records = parts.filter(isRecord);
  const text = records.filter(({ type }) => type === "text").map(({ text }) => String(text ?? ""))
    .join("\n").trim();
  const tools = records.filter(({ type }) => type === "tool_use").map((part) => ({
    tool_name: String(part.name ?? ""),
    tool_data: { input: part.input ?? {} },
  }));
  if (text === "" && tools.length === 0) return null;
  return {
    role,
    content: (text || "(tool call)").slice(0, MAX_CHARS),
    ...tools.length === 0 ? {} : { tools_used: tools },
  };
}

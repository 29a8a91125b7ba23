import { invalid } from "../errors.ts";
import { jsonReason } from "./text_input.ts";

/** Longest line that a server takes in one request, bytes. */
export const MAX_LINE_BYTES = 10 * 1024 * 1024;

/** One line that is not blank. */
export interface Line {
  /** Number in the file, from 1. */
  readonly number: number;
  /** Its text. */
  readonly text: string;
  /** Bytes of the file up to its end. */
  readonly endByte: number;
}

/**
 * Lines of a byte stream in constant memory; blank ones are skipped.
 *
 * @throws {CliError} `validation` for a line over {@link MAX_LINE_BYTES} or one that is not UTF-8.
 */
export async function* readLines(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Line> {
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let pendingBytes = 0;
  let number = 0;
  let endByte = 0;
  const take = (last: Uint8Array<ArrayBuffer>): Line | null => {
    number++;
    const text = decode(pending.length === 0 ? last : joined([...pending, last]), number);
    pending = [];
    pendingBytes = 0;
    return text.trim() === "" ? null : { number, text, endByte };
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      endByte += at + 1 - from;
      const line = take(chunk.subarray(from, at));
      from = at + 1;
      if (line) yield line;
    }
    const rest = chunk.subarray(from);
    endByte += rest.length;
    pendingBytes += rest.length;
    if (pendingBytes > MAX_LINE_BYTES) {
      throw invalid(`Line ${number + 1} is over ${MAX_LINE_BYTES} bytes, more than a server takes`);
    }
    if (rest.length > 0) pending.push(rest.slice());
  }
  const line = pendingBytes > 0 ? take(new Uint8Array(0)) : null;
  if (line) yield line;
}

/** Pieces as one. */
function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Bytes as text. */
function decode(bytes: Uint8Array<ArrayBuffer>, number: number): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw invalid(`Line ${number} is not UTF-8 text`);
    throw error;
  }
}

/** A line as JSON, with its number in the error. */
export function parseLine(line: Line): unknown {
  try {
    return JSON.parse(line.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`Line ${line.number} is not JSON: ${jsonReason(error)}`);
  }
}

import type { Mutation } from "./_driver.ts";
import { MAX_INLINE_BYTES } from "./limits.ts";

/** One change of a redo log. */
export interface RedoStep {
  /** The change. */
  readonly mutation: Mutation;
  /** The row of a listed kind it belongs to, for the change log. */
  readonly row: { readonly code: string; readonly id: string | number } | null;
}

/** Head of a step in the stream: key, bytes of the value (null: removed), row. */
type StepHead = readonly [
  key: (string | number)[],
  bytes: number | null,
  row: readonly [code: string, id: string | number] | null,
];

/** Bytes in front of each step that tell the length of its head. */
const LENGTH_BYTES = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes steps as one stream, cut into parts that fit a row. */
export function writeRedo(steps: readonly RedoStep[]): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (const { mutation, row } of steps) {
    const value = mutation.value instanceof Uint8Array ? mutation.value : null;
    const head: StepHead = [
      mutation.key.map((part) => typeof part === "number" ? part : String(part)),
      value?.length ?? null,
      row === null ? null : [row.code, row.id],
    ];
    const text = encoder.encode(JSON.stringify(head));
    const length = new Uint8Array(LENGTH_BYTES);
    new DataView(length.buffer).setUint32(0, text.length);
    pieces.push(length, text);
    if (value !== null) pieces.push(value);
    total += LENGTH_BYTES + text.length + (value?.length ?? 0);
  }
  const stream = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    stream.set(piece, at);
    at += piece.length;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < total; from += MAX_INLINE_BYTES) {
    parts.push(stream.slice(from, from + MAX_INLINE_BYTES));
  }
  return parts;
}

/** Reads the steps back. */
export function readRedo(parts: readonly Uint8Array[]): RedoStep[] {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const stream = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    stream.set(part, at);
    at += part.length;
  }
  const view = new DataView(stream.buffer);
  const steps: RedoStep[] = [];
  for (let from = 0; from < total;) {
    const headEnd = from + LENGTH_BYTES + view.getUint32(from);
    // Written by writeRedo above; the gate counted the parts.
    const [key, bytes, row] = JSON.parse(
      decoder.decode(stream.subarray(from + LENGTH_BYTES, headEnd)),
    ) as StepHead;
    from = headEnd + (bytes ?? 0);
    steps.push({
      mutation: bytes === null ? { key } : { key, value: stream.slice(headEnd, from) },
      row: row === null ? null : { code: row[0], id: row[1] },
    });
  }
  return steps;
}

/** Longest message that is read, characters; a server takes no more in one request. */
export const MAX_MESSAGE_CHARS = 10 * 1024 * 1024;

/**
 * Lines of a stream as they come in; blank ones are skipped. Bytes that are no UTF-8 become
 * replacement characters, so that one bad message does not end the session.
 *
 * @param bytes Stream of bytes.
 * @param signal Ends the reading; what is left is not read.
 * @returns The lines; null in place of one over {@link MAX_MESSAGE_CHARS}.
 */
export async function* messageLines(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): AsyncGenerator<string | null> {
  const reader = bytes.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  const decoder = new TextDecoder();
  let pending = "";
  let isTooLong = false;
  const take = (part: string): string | null => {
    const line = isTooLong ? null : pending + part;
    pending = "";
    isTooLong = false;
    return line;
  };
  while (!signal.aborted) {
    const { value, done } = await reader.read();
    const parts = decoder.decode(value, { stream: !done }).split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      const line = take(part);
      if (line === null || line.trim() !== "") yield line;
    }
    if (!isTooLong) pending += last;
    if (pending.length > MAX_MESSAGE_CHARS) {
      isTooLong = true;
      pending = "";
    }
    if (done) break;
  }
  signal.removeEventListener("abort", stop);
  const line = take("");
  if (!signal.aborted && (line === null || line.trim() !== "")) yield line;
}

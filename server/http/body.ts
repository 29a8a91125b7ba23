/** A body that is being read. */
export interface BodyReading {
  /** The bytes; null when there are more than allowed. */
  readonly bytes: Promise<Uint8Array | null>;
  /** Stops reading, when nobody waits for the bytes any more. */
  cancel(): void;
}

const NO_BYTES = new Uint8Array();

/** Longest announced body that is read at a stretch, without a stream around it. */
const SHORT_BYTES = 16_384;

/** Reads a stream up to a limit; what is over it stays unread. */
async function readLimited(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  if (chunks.length === 1) return chunks[0] ?? NO_BYTES;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Reads the body of a request.
 *
 * @param maxBytes Most bytes; a body that announces or holds more is not read to its end.
 */
export function readBody(request: Request, maxBytes: number): BodyReading {
  const announced = Number(request.headers.get("Content-Length") ?? "0");
  if (announced > maxBytes) return { bytes: Promise.resolve(null), cancel: () => {} };
  if (announced > 0 && announced <= SHORT_BYTES) {
    // A connection carries no more than was announced; a request made otherwise may hold more.
    const bytes = request.bytes().then((read) => read.length > maxBytes ? null : read);
    return { bytes, cancel: () => {} };
  }
  const stream = request.body;
  if (stream === null) return { bytes: Promise.resolve(NO_BYTES), cancel: () => {} };
  const reader = stream.getReader();
  return {
    bytes: readLimited(reader, maxBytes),
    // The reader fails the pending read, which nobody waits for any more.
    cancel: () => void reader.cancel().catch(() => {}),
  };
}

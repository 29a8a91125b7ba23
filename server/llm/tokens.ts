/** Bytes of UTF-8 that count as one token: too many for English rather than too few for others. */
const BYTES_PER_TOKEN = 3;

function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Estimated tokens of a text: UTF-8 bytes / 3, so that a CJK character counts as one. */
export function estimateTokens(text: string): number {
  let bytes = 0;
  for (const char of text) bytes += byteLength(char.codePointAt(0) ?? 0);
  return Math.ceil(bytes / BYTES_PER_TOKEN);
}

/** UTF-16 units of the longest start of `text` with at most `maxTokens` tokens; whole characters. */
function startLength(text: string, maxTokens: number): number {
  const maxBytes = maxTokens * BYTES_PER_TOKEN;
  let bytes = 0;
  let length = 0;
  for (const char of text) {
    bytes += byteLength(char.codePointAt(0) ?? 0);
    if (bytes > maxBytes) return length;
    length += char.length;
  }
  return length;
}

/** UTF-16 units of the longest end of `text` with at most `maxTokens` tokens; whole characters. */
function endLength(text: string, maxTokens: number): number {
  const maxBytes = maxTokens * BYTES_PER_TOKEN;
  let bytes = 0;
  let at = text.length;
  while (at > 0) {
    const low = text.charCodeAt(at - 1);
    const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1;
    const start = isPair ? at - 2 : at - 1;
    bytes += byteLength(text.codePointAt(start) ?? 0);
    if (bytes > maxBytes) break;
    at = start;
  }
  return text.length - at;
}

/** The start of a text, at most `maxTokens` estimated tokens long. */
export function cutEnd(text: string, maxTokens: number): string {
  return text.slice(0, startLength(text, maxTokens));
}

/** The text with its middle replaced by `mark` when it is longer than `maxTokens`. */
export function cutMiddle(text: string, maxTokens: number, mark: string): string {
  if (text.length <= maxTokens || estimateTokens(text) <= maxTokens) return text;
  const rest = Math.max(2, maxTokens - estimateTokens(mark));
  const head = startLength(text, Math.ceil(rest / 2));
  const tail = endLength(text, Math.floor(rest / 2));
  return `${text.slice(0, head)}${mark}${text.slice(text.length - tail)}`;
}

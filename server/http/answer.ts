/** What a call is answered with, before the headers that every answer carries. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;
  /** Body, null for none. */
  readonly body: string | null;
  /** Headers of this answer. */
  readonly headers: Readonly<Record<string, string>>;
}

const JSON_HEADERS = { "Content-Type": "application/json" } as const;
const TEXT_HEADERS = { "Content-Type": "text/plain; charset=utf-8" } as const;

/** An answer whose body is JSON text already. */
export function jsonText(text: string): Answer {
  return { status: 200, body: text, headers: JSON_HEADERS };
}

/** An answer with a JSON body. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, body: JSON.stringify(value), headers: { ...JSON_HEADERS, ...headers } };
}

/** A refusal: `{"detail": …}`. */
export function refusal(
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return json(status, { detail }, headers);
}

/** An answer with a plain text. */
export function plainText(status: number, text: string): Answer {
  return { status, body: text, headers: TEXT_HEADERS };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>>): Answer {
  return { status, body: null, headers };
}

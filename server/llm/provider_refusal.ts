import { isObject, listOf, objectOf, parseJson, textOf } from "./json_value.ts";

/** What the answer of a provider says about a failure. */
export interface ProviderRefusal {
  /** The provider's own word, `http_<status>` when it gives none. */
  readonly code: string;
  /** Id of the call, null when none. */
  readonly requestId: string | null;
  /** Wait that is asked for, milliseconds; null when none. */
  readonly retryAfterMs: number | null;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
}

/** Codes of status 429 that no waiting cures. */
const QUOTA_CODES = /quota|billing|credit|balance|insufficient|exceeded_current/i;

/** Codes are shown; a word with digits among letters could be an echoed key and is not. */
const PLAIN_WORD = /^(?:[a-z][a-z_.-]{1,63}|\d{3,6})$/i;

/** Ids of calls are shown. */
const PLAIN_ID = /^[\w.:-]{1,80}$/;

const REQUEST_ID_HEADERS = ["x-request-id", "request-id", "apim-request-id", "x-goog-request-id"];

/** Id that a provider gave a call. */
export function requestIdOf(headers: Headers): string | null {
  for (const name of REQUEST_ID_HEADERS) {
    const id = headers.get(name);
    if (id !== null && PLAIN_ID.test(id)) return id;
  }
  return null;
}

/** Whether a status may be another one on the next try. */
function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
}

/** The most telling code of a refusal, in the forms of all providers. */
function codeOf(body: unknown, status: number): string {
  const outer = objectOf(body);
  const error = objectOf(outer["error"]);
  const reasons = listOf(error["details"]).map((detail) => objectOf(detail)["reason"]);
  const candidates = [
    ...reasons,
    error["code"],
    error["status"],
    error["type"],
    outer["code"],
    outer["type"],
  ];
  const code = candidates.find((word) => typeof word === "string" && PLAIN_WORD.test(word));
  return textOf(code) ?? `http_${status}`;
}

/** Wait in the error details of Gemini (`retryDelay: "13s"`), milliseconds. */
function detailDelayMs(body: unknown): number | null {
  for (const detail of listOf(objectOf(objectOf(body)["error"])["details"])) {
    const delay = isObject(detail) ? textOf(detail["retryDelay"]) : null;
    const seconds = delay === null ? NaN : Number(delay.replace(/s$/, ""));
    if (seconds >= 0) return Math.ceil(seconds * 1_000);
  }
  return null;
}

/** Wait in `retry-after-ms` or `retry-after` (seconds or date), milliseconds. */
function headerDelayMs(headers: Headers, nowMs: number): number | null {
  const ms = Number(headers.get("retry-after-ms") ?? NaN);
  if (ms >= 0) return ms;
  const after = headers.get("retry-after");
  if (after === null) return null;
  if (Number(after) >= 0) return Number(after) * 1_000;
  const atMs = Date.parse(after);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

/** Reads a refusal: status, headers and body text of an answer that is not 2xx. */
export function readRefusal(
  answer: { readonly status: number; readonly headers: Headers; readonly text: string },
  nowMs: number,
): ProviderRefusal {
  const body = parseJson(answer.text);
  const code = codeOf(body, answer.status);
  const isQuota = answer.status === 429 && QUOTA_CODES.test(code);
  const bodyId = textOf(objectOf(body)["request_id"]);
  return {
    code,
    requestId: requestIdOf(answer.headers) ??
      (bodyId !== null && PLAIN_ID.test(bodyId) ? bodyId : null),
    retryAfterMs: headerDelayMs(answer.headers, nowMs) ?? detailDelayMs(body),
    retryable: isPassing(answer.status) && !isQuota,
  };
}

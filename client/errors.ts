import type { ValidationIssue } from "./contract/types/common.ts";

/** One thing wrong with what a caller passed or a server answered. */
export interface ReflexioIssue {
  /** Where it is: option or field names and list indexes, for example `interactions[0].user_action`. */
  readonly path: string;
  /** What kind of problem it is: `unknown` is an option or a field that does not exist. */
  readonly code: "missing" | "invalid" | "unknown";
  /** What it is and what it must be. */
  readonly message: string;
}

/** The call an error is about. Holds no header and no key. */
export interface ReflexioCallInfo {
  /** HTTP method. */
  readonly method: string;
  /** Address that was called. */
  readonly url: string;
  /** What was sent; only the ids in it become part of the error. */
  readonly body?: unknown;
}

/** Base of every error this client makes. A caller's own abort reason is passed on unwrapped. */
export class ReflexioError extends Error {
  /** Name of the class. */
  override name = "ReflexioError";
}

/** Arguments were refused before anything was sent. */
export class ReflexioValidationError extends ReflexioError {
  /** Name of the class. */
  override name = "ReflexioValidationError";
  /** Everything wrong with the arguments, never empty. */
  declare readonly issues: readonly ReflexioIssue[];

  /**
   * States what is wrong.
   *
   * @param action What could not be done, for example `search`.
   * @param issues Everything wrong with the arguments, never empty.
   */
  constructor(action: string, issues: readonly ReflexioIssue[]) {
    super(`Cannot ${action}: ${summarise(issues)}`);
    Object.assign(this, { issues });
  }
}

/** Base of the errors that concern one HTTP call. */
export abstract class ReflexioCallError extends ReflexioError {
  /** HTTP method of the call. */
  declare readonly method: string;
  /** Address of the call. */
  declare readonly url: string;

  /**
   * States the call, what happened, and what to do about it.
   *
   * @param facts More fields of the error.
   */
  constructor(call: ReflexioCallInfo, happened: string, remedy: string, facts: object = {}) {
    const { method, url } = call;
    const ids = idsIn(call.body);
    super(`Cannot ${method} ${url}${ids && ` for ${ids}`}: ${happened}; ${remedy}`);
    Object.assign(this, { method, url }, facts);
  }
}

/** What a server said when it refused a call. */
export interface ReflexioRefusal {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** Response headers. */
  readonly headers: Headers;
  /** Body as text, at most 64 KiB. */
  readonly bodyText: string;
  /** Wish of the `Retry-After` header in milliseconds, null without one. */
  readonly retryAfterMs: number | null;
}

/** The server answered with a status from 400 to 599. */
export class ReflexioHTTPError extends ReflexioCallError implements ReflexioRefusal {
  /** Name of the class. */
  override name = "ReflexioHTTPError";
  /** HTTP status. */
  declare readonly status: number;
  /** What the server says is wrong: a text, the issues of a 422, or null when it says nothing. */
  declare readonly detail: string | readonly ValidationIssue[] | null;
  /** Body as text, at most 64 KiB. */
  declare readonly bodyText: string;
  /** The server's id of this call, to be quoted in a bug report; null when it sent none. */
  declare readonly correlationId: string | null;
  /** Response headers. */
  declare readonly headers: Headers;
  /** How long the server wants to be left alone, in milliseconds; null when it did not say. */
  declare readonly retryAfterMs: number | null;

  /** Reads the detail out of the refusal. */
  constructor(call: ReflexioCallInfo, refusal: ReflexioRefusal) {
    const { status, headers, bodyText } = refusal;
    const detail = detailOf(bodyText);
    const said = detail === null ? "" : `, ${describeDetail(detail)}`;
    const remedy = REMEDIES[status] ?? (status < 500 ? "correct the request" : "try again later");
    super(call, `the server answered ${status}${said}`, remedy, {
      ...refusal,
      detail,
      correlationId: headers.get("x-correlation-id"),
    });
  }
}

/** What came instead of JSON. */
export interface ReflexioOddAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Value of `Content-Type`, null when absent. */
  readonly contentType: string | null;
  /** First 200 characters of the body. */
  readonly bodyPreview: string;
  /** What the JSON parser said, when it was asked. */
  readonly cause?: unknown;
}

/** A 2xx answer that is not JSON: most often the URL points at something else. */
export class ReflexioAPIError extends ReflexioCallError implements ReflexioOddAnswer {
  /** Name of the class. */
  override name = "ReflexioAPIError";
  /** HTTP status. */
  declare readonly status: number;
  /** Value of `Content-Type`, null when absent. */
  declare readonly contentType: string | null;
  /** First 200 characters of the body. */
  declare readonly bodyPreview: string;

  /** States what came instead. */
  constructor(call: ReflexioCallInfo, answer: ReflexioOddAnswer) {
    const { status, contentType, bodyPreview } = answer;
    super(
      call,
      `the ${status} answer is not JSON but ${contentType}: ${JSON.stringify(bodyPreview)}`,
      "check urlEndpoint",
      answer,
    );
  }
}

/** Where a server sends a call. */
export interface ReflexioRedirection {
  /** HTTP status, 0 where the runtime hides it. */
  readonly status: number;
  /** Target, null where the runtime hides it or there is none. */
  readonly location: string | null;
}

/** The server sent the call elsewhere. Never followed: a redirected POST loses its body. */
export class ReflexioRedirectError extends ReflexioCallError implements ReflexioRedirection {
  /** Name of the class. */
  override name = "ReflexioRedirectError";
  /** HTTP status, 0 where the runtime hides it. */
  declare readonly status: number;
  /** Target, null where the runtime hides it or there is none. */
  declare readonly location: string | null;

  /** States the target. */
  constructor(call: ReflexioCallInfo, answer: ReflexioRedirection) {
    super(
      call,
      `the server redirects to ${answer.location}`,
      "check urlEndpoint",
      answer,
    );
  }
}

/** No answer came: name not found, connection refused, reset or closed early. */
export class ReflexioConnectionError extends ReflexioCallError {
  /** Name of the class. */
  override name = "ReflexioConnectionError";

  /**
   * States that nothing came.
   *
   * @param cause What the runtime's `fetch` said.
   */
  constructor(call: ReflexioCallInfo, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : cause;
    super(call, `no answer (${reason})`, "check urlEndpoint and that the server runs", {
      cause,
    });
  }
}

/** No complete answer came in time. */
export class ReflexioTimeoutError extends ReflexioCallError {
  /** Name of the class. */
  override name = "ReflexioTimeoutError";
  /** The limit that was exceeded, in milliseconds. */
  declare readonly timeoutMs: number;

  /**
   * States the limit.
   *
   * @param timeoutMs The limit that was exceeded, in milliseconds.
   */
  constructor(call: ReflexioCallInfo, timeoutMs: number) {
    super(call, `no answer within ${timeoutMs} ms`, "raise timeoutMs", { timeoutMs });
  }
}

/** A 2xx answer whose JSON lacks what the contract promises. */
export class ReflexioResponseError extends ReflexioCallError {
  /** Name of the class. */
  override name = "ReflexioResponseError";
  /** What is missing or of the wrong type. */
  declare readonly issues: readonly ReflexioIssue[];
  /** The parsed answer. */
  declare readonly body: unknown;

  /** States what is missing. */
  constructor(
    call: ReflexioCallInfo,
    answer: { readonly issues: readonly ReflexioIssue[]; readonly body: unknown },
  ) {
    super(
      call,
      `unexpected answer, ${summarise(answer.issues)}`,
      "check the versions of client and server",
      answer,
    );
  }
}

/** What a caller can do about a status. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: "pass a valid apiKey",
  403: "pass a valid apiKey",
  404: "check urlEndpoint",
  413: "send less",
  429: "call less often",
  504: "the work may go on",
  507: "delete what is no longer needed",
};

/** The first three issues as one sentence. */
function summarise(issues: readonly ReflexioIssue[]): string {
  const said = issues.slice(0, 3).map(({ path, message }) => `${path} ${message}`).join("; ");
  return issues.length > 3 ? `${said}; ${issues.length - 3} more` : said;
}

/** The `detail` or `error` of an error body. */
function detailOf(bodyText: string): string | readonly ValidationIssue[] | null {
  try {
    const { detail, error } = JSON.parse(bodyText);
    return detail ?? error ?? null;
  } catch {
    return null;
  }
}

/** The detail for a message. Leaves out the refused values, which may hold a user's text. */
function describeDetail(detail: string | readonly ValidationIssue[]): string {
  if (!Array.isArray(detail)) return JSON.stringify(detail).slice(0, 300);
  return detail.slice(0, 3).map((issue) => `${[issue?.loc].flat().join(".")}: ${issue?.msg}`).join(
    "; ",
  );
}

/** Names the ids at the top of a body, so that an error tells which thing it was about. */
function idsIn(body: unknown): string {
  return Object.entries(body ?? {})
    .filter(([name, value]) => /_id$/.test(name) && /string|number/.test(typeof value))
    .map(([name, value]) => `${name} ${JSON.stringify(`${value}`.slice(0, 64))}`).join(", ");
}

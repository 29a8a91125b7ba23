import type { ValidationIssue } from "./contract/types/common.ts";

/** One thing wrong with what a caller passed or a server answered. */
export interface ReflexioIssue {
  /** Where it is: option or field names and list indexes, for example `interactions[0].user_action`. */
  readonly path: string;
  /** Stable machine code, for example `missing`, `type` or `range`. */
  readonly code: string;
  /** What it is and what it must be. */
  readonly message: string;
}

/** The call an error is about. Holds no header and no key. */
export interface ReflexioCallInfo {
  /** HTTP method. */
  readonly method: string;
  /** Address that was called. */
  readonly url: string;
  /** Ids found in the request, for example `user_id "u1"`; empty when there were none. */
  readonly ids: string;
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

  /**
   * @param action What could not be done, for example `search`.
   * @param issues Everything wrong with the arguments, never empty.
   */
  constructor(action: string, readonly issues: readonly ReflexioIssue[]) {
    super(`Cannot ${action}: ${summarise(issues)}`);
  }
}

/** Base of the errors that concern one HTTP call. */
abstract class CallError extends ReflexioError {
  /** HTTP method of the call. */
  readonly method: string;
  /** Address of the call. */
  readonly url: string;

  /** States the call, what happened, and what to do about it. */
  constructor(call: ReflexioCallInfo, happened: string, remedy: string, options?: ErrorOptions) {
    const ids = call.ids && ` for ${call.ids}`;
    super(`Cannot ${call.method} ${call.url}${ids}: ${happened}; ${remedy}`, options);
    this.method = call.method;
    this.url = call.url;
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
export class ReflexioHTTPError extends CallError {
  /** Name of the class. */
  override name = "ReflexioHTTPError";
  /** HTTP status. */
  readonly status: number;
  /** What the server says is wrong: a text, the issues of a 422, or null when it says nothing. */
  readonly detail: string | readonly ValidationIssue[] | null;
  /** Body as text, at most 64 KiB. */
  readonly bodyText: string;
  /** The server's id of this call, to be quoted in a bug report; null when it sent none. */
  readonly correlationId: string | null;
  /** Response headers. */
  readonly headers: Headers;
  /** How long the server wants to be left alone, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null;

  /** Reads the detail out of the refusal. */
  constructor(call: ReflexioCallInfo, refusal: ReflexioRefusal) {
    const detail = detailOf(refusal.bodyText);
    const said = detail === null ? "" : `, ${describeDetail(detail)}`;
    super(call, `the server answered ${refusal.status}${said}`, remedyFor(refusal.status));
    this.detail = detail;
    this.status = refusal.status;
    this.headers = refusal.headers;
    this.bodyText = refusal.bodyText;
    this.retryAfterMs = refusal.retryAfterMs;
    this.correlationId = refusal.headers.get("x-correlation-id");
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
}

/** A 2xx answer that is not JSON: most often the URL points at something else. */
export class ReflexioAPIError extends CallError {
  /** Name of the class. */
  override name = "ReflexioAPIError";
  /** HTTP status. */
  readonly status: number;
  /** Value of `Content-Type`, null when absent. */
  readonly contentType: string | null;
  /** First 200 characters of the body. */
  readonly bodyPreview: string;

  /** @param cause What the JSON parser said, when it was asked. */
  constructor(call: ReflexioCallInfo, answer: ReflexioOddAnswer, cause?: unknown) {
    super(
      call,
      `the ${answer.status} answer is not JSON but ${answer.contentType ?? "untyped"}, beginning ${
        JSON.stringify(answer.bodyPreview)
      }`,
      "check that urlEndpoint is the address of a Reflexio API",
      { cause },
    );
    this.status = answer.status;
    this.contentType = answer.contentType;
    this.bodyPreview = answer.bodyPreview;
  }
}

/** The server sent the call elsewhere. Never followed: a redirected POST loses its body. */
export class ReflexioRedirectError extends CallError {
  /** Name of the class. */
  override name = "ReflexioRedirectError";

  /**
   * @param status HTTP status, 0 where the runtime hides it.
   * @param location Target, null where the runtime hides it or there is none.
   */
  constructor(
    call: ReflexioCallInfo,
    readonly status: number,
    readonly location: string | null,
  ) {
    super(
      call,
      `the server redirects${location === null ? "" : ` to ${location}`}`,
      "set urlEndpoint to the final address",
    );
  }
}

/** No answer came: name not found, connection refused, reset or closed early. */
export class ReflexioConnectionError extends CallError {
  /** Name of the class. */
  override name = "ReflexioConnectionError";

  /** @param cause What the runtime's `fetch` said. */
  constructor(call: ReflexioCallInfo, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(call, `no answer (${reason})`, "check that the server runs and urlEndpoint is right", {
      cause,
    });
  }
}

/** No complete answer came in time. */
export class ReflexioTimeoutError extends CallError {
  /** Name of the class. */
  override name = "ReflexioTimeoutError";

  /** @param timeoutMs The limit that was exceeded, in milliseconds. */
  constructor(call: ReflexioCallInfo, readonly timeoutMs: number) {
    super(call, `no answer within ${timeoutMs} ms`, "raise timeoutMs or look at the server's load");
  }
}

/** A 2xx answer whose JSON lacks what the contract promises. */
export class ReflexioResponseError extends CallError {
  /** Name of the class. */
  override name = "ReflexioResponseError";

  /**
   * @param issues What is missing or of the wrong type.
   * @param body The parsed answer.
   */
  constructor(
    call: ReflexioCallInfo,
    readonly issues: readonly ReflexioIssue[],
    readonly body: unknown,
  ) {
    super(
      call,
      `unexpected answer, ${summarise(issues)}`,
      "check that client and server versions fit",
    );
  }
}

/** The first three issues as one sentence. */
function summarise(issues: readonly ReflexioIssue[]): string {
  const shown = issues.slice(0, 3).map((issue) => `${issue.path} ${issue.message}`).join("; ");
  return issues.length > 3 ? `${shown}; and ${issues.length - 3} more` : shown;
}

/** The `detail` or `error` of an error body. */
function detailOf(bodyText: string): string | readonly ValidationIssue[] | null {
  try {
    const body: unknown = JSON.parse(bodyText);
    if (typeof body !== "object" || body === null) return null;
    const { detail, error } = body as { detail?: unknown; error?: unknown };
    if (Array.isArray(detail)) return detail;
    if (typeof detail === "string") return detail;
    return typeof error === "string" ? error : null;
  } catch {
    return null;
  }
}

/** The detail for a message. Leaves out the refused values, which may hold a user's text. */
function describeDetail(detail: string | readonly ValidationIssue[]): string {
  if (typeof detail === "string") return JSON.stringify(detail.slice(0, 300));
  return detail.slice(0, 3).map((issue) => `${issue?.loc?.join?.(".")}: ${issue?.msg}`).join("; ");
}

/** What a caller can do about a status. */
function remedyFor(status: number): string {
  if (status === 401 || status === 403) return "pass a valid apiKey or set REFLEXIO_API_KEY";
  if (status === 404 || status === 405) return "check that urlEndpoint is a Reflexio API";
  if (status === 422) return "correct the named fields";
  if (status === 413) return "send less in one call";
  if (status === 429) return "wait for retryAfterMs and call less often";
  if (status === 504) return "the work may go on; look at its result before repeating";
  return status < 500 ? "correct the request" : "try again later";
}

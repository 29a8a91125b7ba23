import type { Check } from "./check.ts";
import type { Route } from "./contract/routes.ts";
import type { ClientSettings } from "./core.ts";
import {
  ReflexioAPIError,
  type ReflexioCallInfo,
  ReflexioConnectionError,
  ReflexioError,
  ReflexioHTTPError,
  type ReflexioIssue,
  ReflexioRedirectError,
  ReflexioResponseError,
  ReflexioTimeoutError,
} from "./errors.ts";
import {
  MAX_RETRY_AFTER_MS,
  mayRepeat,
  parseRetryAfter,
  pause,
  type RepeatRule,
  retryPauseMs,
} from "./retry.ts";

/** Most characters of an error body that are kept. */
const MAX_ERROR_CHARS = 64 * 1024;

/** Longest delay a timer can hold. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** One call to be sent. */
export interface Outgoing {
  /** Where it goes. */
  readonly route: Route;
  /** JSON body; undefined for none. */
  readonly body?: unknown;
  /** Query parameters; undefined and null ones are left out. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Reads the answer. */
  readonly answer: Check;
  /** Whether it may be sent again. */
  readonly repeat: RepeatRule;
  /** Key under which the server keeps only one of equal publishes. */
  readonly idempotencyKey?: string | undefined;
  /** Extra headers, later ones win. */
  readonly headers?: readonly (HeadersInit | undefined)[] | undefined;
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
  /** Limit for the whole call instead of the client's. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Sends a call and gives its answer, checked; an empty body is read as an empty object.
 *
 * @param settings What every call of a client has in common.
 * @param call What to send.
 */
export async function sendCall(settings: ClientSettings, call: Outgoing): Promise<unknown> {
  const timeoutMs = Math.min(call.timeoutMs ?? settings.timeoutMs, MAX_TIMER_MS);
  const endsAtMs = performance.now() + timeoutMs;
  const { method, path } = call.route;
  const url = settings.baseUrl + path + queryText(call.query);
  const info = { method, url, body: call.body };
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const init = { method, headers: headersOf(settings, call), body, redirect: "manual" } as const;
  for (let attempt = 1;; attempt++) {
    call.signal?.throwIfAborted();
    const limitMs = Math.min(settings.attemptTimeoutMs, endsAtMs - performance.now());
    try {
      return readFields(
        info,
        call.answer,
        await sendOnce(settings, info, init, limitMs, call.signal),
      );
    } catch (error) {
      await pauseAfter(error, attempt, settings, call, endsAtMs);
    }
  }
}

/** Waits before the next attempt; throws the error when there is to be none. */
async function pauseAfter(
  error: unknown,
  attempt: number,
  { maxRetries, retryDelayMs, logger }: ClientSettings,
  { repeat, route: { method, path }, signal }: Outgoing,
  endsAtMs: number,
): Promise<void> {
  const pauseMs = retryPauseMs(attempt, retryDelayMs, error);
  if (
    attempt > maxRetries || !mayRepeat(repeat, error) ||
    pauseMs > Math.min(MAX_RETRY_AFTER_MS, endsAtMs - performance.now())
  ) throw error;
  logger.debug?.(`Attempt ${attempt} of ${method} ${path} failed, again in ${pauseMs} ms`);
  await pause(pauseMs, signal);
}

/** The answer with defaults for what is left out. */
function readFields(info: ReflexioCallInfo, answer: Check, body: unknown): unknown {
  const issues: ReflexioIssue[] = [];
  const fields = answer(body, "", issues);
  if (issues.length > 0) throw new ReflexioResponseError(info, { issues, body });
  return fields;
}

/** Headers of a call: the client's extra ones, its own, the call's, and the key above all. */
function headersOf(
  { headers: extra, userAgent, apiKey }: ClientSettings,
  call: Outgoing,
): Record<string, string> {
  const headers: Record<string, string> = {};
  const addAll = (layer: HeadersInit | undefined) => {
    if (layer) new Headers(layer).forEach((value, name) => headers[name] = value);
  };
  addAll(extra);
  headers["accept"] = "application/json";
  if (call.body !== undefined) headers["content-type"] = "application/json";
  if (userAgent) headers["user-agent"] = userAgent;
  if (call.idempotencyKey) headers["idempotency-key"] = call.idempotencyKey;
  call.headers?.forEach(addAll);
  if (apiKey) headers["authorization"] = `Bearer ${apiKey}`;
  return headers;
}

/** Sends once within a limit and gives the parsed answer. */
async function sendOnce(
  settings: ClientSettings,
  info: ReflexioCallInfo,
  init: RequestInit,
  limitMs: number,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { fetch } = settings;
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal?.addEventListener("abort", onAbort);
  try {
    const sending = fetch(info.url, { ...init, signal: controller.signal });
    // Armed while the request is already on its way, which saves its time.
    timer = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, limitMs);
    const response = await sending;
    const text = await (response.status >= 400 ? readStart(response) : response.text());
    return readAnswer(info, response, text, settings.apiKey);
  } catch (cause) {
    if (cause instanceof ReflexioError) throw cause;
    if (signal?.aborted) throw signal.reason;
    throw isLate
      ? new ReflexioTimeoutError(info, Math.ceil(limitMs))
      : new ReflexioConnectionError(info, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** What an answer means: parsed JSON, or an error. */
function readAnswer(
  info: ReflexioCallInfo,
  { status, headers }: Response,
  text: string,
  apiKey: string,
): unknown {
  // A server may echo the key; an error must not.
  const shown = () => apiKey ? text.replaceAll(apiKey, "[key]") : text;
  if (status >= 400) {
    const retryAfterMs = parseRetryAfter(headers.get("retry-after"));
    throw new ReflexioHTTPError(info, { status, headers, bodyText: shown(), retryAfterMs });
  }
  if (status < 200 || status >= 300) {
    throw new ReflexioRedirectError(info, { status, location: headers.get("location") });
  }
  const contentType = headers.get("content-type");
  let cause: unknown;
  try {
    if (text === "" || /json/i.test(contentType ?? "json")) return JSON.parse(text || "{}");
  } catch (error) {
    cause = error;
  }
  const bodyPreview = shown().slice(0, 200);
  throw new ReflexioAPIError(info, { status, contentType, bodyPreview, cause });
}

/** The query part of an address with its question mark, empty without parameters. */
function queryText(query: Outgoing["query"]): string {
  if (!query) return "";
  const given = Object.entries(query).filter(([, value]) => value != null && value !== "");
  return given.length > 0 ? `?${new URLSearchParams(given as [string, string][])}` : "";
}

/** The beginning of a body; of a long one the rest is not read. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (reader && text.length < MAX_ERROR_CHARS) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text.slice(0, MAX_ERROR_CHARS);
}

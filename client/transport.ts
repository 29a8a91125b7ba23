import type { Check } from "./check.ts";
import type { EndpointName } from "./contract/endpoint_types.ts";
import { ROUTES } from "./contract/routes.ts";
import {
  ReflexioAPIError,
  type ReflexioCallInfo,
  ReflexioConnectionError,
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

/** Most bytes of an error body that are read. */
const MAX_ERROR_BYTES = 64 * 1024;

/** Longest delay a timer can hold. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What every call of a client has in common. */
export interface TransportSettings {
  /** Address without a trailing slash. */
  readonly baseUrl: string;
  /** Key, empty for none. May change between calls. */
  apiKey: string;
  /** Function that sends a request. */
  readonly fetch: typeof fetch;
  /** Extra headers of the lowest priority. */
  readonly headers: HeadersInit | undefined;
  /** Value of `User-Agent`; null leaves it to the runtime. */
  readonly userAgent: string | null;
  /** Limit for a whole call. */
  readonly timeoutMs: number;
  /** Limit for one attempt. */
  readonly attemptTimeoutMs: number;
  /** Most repeats after the first attempt. */
  readonly maxRetries: number;
  /** First pause between attempts. */
  readonly retryDelayMs: number;
  /** Told about each repeat. */
  readonly onRetry: (message: string) => void;
}

/** One call to be sent. */
export interface Outgoing {
  /** Where it goes. */
  readonly endpoint: EndpointName;
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

/** Sends calls: headers, limits, repeats, and what an HTTP answer means. */
export class Transport {
  /** @param settings What every call has in common. */
  constructor(readonly settings: TransportSettings) {}

  /** Sends a call and gives its answer, checked; an empty body is read as an empty object. */
  async send(call: Outgoing): Promise<unknown> {
    const { settings } = this;
    const timeoutMs = Math.min(call.timeoutMs ?? settings.timeoutMs, MAX_TIMER_MS);
    const endsAtMs = performance.now() + timeoutMs;
    const [method = "", path = ""] = ROUTES[call.endpoint].split(" ");
    const url = settings.baseUrl + path + queryText(call.query);
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const info = { method, url, ids: idsIn(call.body) };
    const init = {
      method,
      headers: this.#headers(call, body !== undefined),
      body: body ?? null,
    };
    for (let attempt = 1;; attempt++) {
      call.signal?.throwIfAborted();
      const leftMs = endsAtMs - performance.now();
      const limitMs = Math.min(settings.attemptTimeoutMs, leftMs);
      try {
        const value = await this.#attempt(info, init, limitMs, timeoutMs, call.signal);
        return checked(call.answer, info, value);
      } catch (error) {
        if (attempt > settings.maxRetries || !mayRepeat(call.repeat, error)) throw error;
        const pauseMs = retryPauseMs(attempt, settings.retryDelayMs, error);
        if (pauseMs > MAX_RETRY_AFTER_MS || pauseMs >= endsAtMs - performance.now()) throw error;
        settings.onRetry(`Attempt ${attempt} of ${method} ${path} failed, again in ${pauseMs} ms`);
        await pause(pauseMs, call.signal);
      }
    }
  }

  /** Headers of a call: the client's extra ones, its own, the call's, and the key above all. */
  #headers(call: Outgoing, hasBody: boolean): HeadersInit {
    const { settings } = this;
    const own: Record<string, string> = { accept: "application/json" };
    if (hasBody) own["content-type"] = "application/json";
    if (settings.userAgent !== null) own["user-agent"] = settings.userAgent;
    if (call.idempotencyKey) own["idempotency-key"] = call.idempotencyKey;
    const key = settings.apiKey && { authorization: `Bearer ${settings.apiKey}` };
    const extra = call.headers?.some(Boolean);
    if (!settings.headers && !extra) return { ...own, ...key || {} };
    const merged = new Headers(settings.headers);
    for (const layer of [own, ...(call.headers ?? []), key || {}]) {
      new Headers(layer).forEach((value, name) => merged.set(name, value));
    }
    return merged;
  }

  /** Sends once within a limit. */
  async #attempt(
    info: ReflexioCallInfo,
    init: RequestInit,
    limitMs: number,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const { fetch } = this.settings;
    const controller = new AbortController();
    const onAbort = () => controller.abort(signal?.reason);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, Math.max(0, limitMs));
    signal?.addEventListener("abort", onAbort, { once: true });
    let status = 0, headers: Headers, text: string;
    try {
      const response = await fetch(info.url, {
        ...init,
        redirect: "manual",
        signal: controller.signal,
      });
      ({ status, headers } = response);
      text = status >= 400
        ? await readStart(response)
        : status >= 200 && status < 300
        ? await response.text()
        : (await response.body?.cancel(), "");
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw isLate
        ? new ReflexioTimeoutError(info, Math.min(timeoutMs, this.settings.attemptTimeoutMs))
        : new ReflexioConnectionError(info, cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
    return this.#read(info, status, headers, text);
  }

  /** What the parts of an answer mean. */
  #read(info: ReflexioCallInfo, status: number, headers: Headers, text: string): unknown {
    if (status >= 400) {
      const retryAfterMs = parseRetryAfter(headers.get("retry-after"));
      const bodyText = this.#redact(text);
      throw new ReflexioHTTPError(info, { status, headers, bodyText, retryAfterMs });
    }
    if (status < 200 || status >= 300) {
      throw new ReflexioRedirectError(info, status, headers.get("location"));
    }
    if (text === "") return {};
    const contentType = headers.get("content-type");
    const odd = () => ({ status, contentType, bodyPreview: this.#redact(text).slice(0, 200) });
    if (contentType !== null && !/json/i.test(contentType)) {
      throw new ReflexioAPIError(info, odd());
    }
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new ReflexioAPIError(info, odd(), cause);
    }
  }

  /** A server may echo the key; an error must not. */
  #redact(text: string): string {
    const { apiKey } = this.settings;
    return apiKey ? text.replaceAll(apiKey, "[key]") : text;
  }
}

/** The answer with its defaults filled in. */
function checked(answer: Check, info: ReflexioCallInfo, value: unknown): unknown {
  const issues: ReflexioIssue[] = [];
  const out = answer(value, "", issues);
  if (issues.length > 0) throw new ReflexioResponseError(info, issues, value);
  return out;
}

/** The query part of an address with its question mark, empty without parameters. */
function queryText(query: Readonly<Record<string, unknown>> | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value != null && value !== "")
    .map(([name, value]) => [name, `${value}`]);
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}

/** Names the ids at the top of a body, so that an error tells which thing it was about. */
function idsIn(body: unknown): string {
  return Object.entries(body ?? {})
    .filter(([name, value]) => /_id$/.test(name) && /string|number/.test(typeof value))
    .map(([name, value]) => `${name} ${JSON.stringify(`${value}`.slice(0, 64))}`).join(", ");
}

/** The first 64 KiB of a body; the rest is not read. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (let left = MAX_ERROR_BYTES; left > 0;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  await reader.cancel();
  return text;
}

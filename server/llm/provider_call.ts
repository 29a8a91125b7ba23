import { LlmError, withLead } from "./errors.ts";
import { parseJson } from "./json_value.ts";
import { AddressRefused, sendOutside } from "./outgoing.ts";
import { readRefusal, requestIdOf } from "./provider_refusal.ts";
import type { LlmRuntime } from "./runtime.ts";
import type { CallLimits, ProviderName } from "./types.ts";

/** A request in the words of a provider. */
export interface WireCall {
  /** Full address. */
  readonly url: string;
  /** Headers beside the content type; they carry the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body: unknown;
}

/** A call that may be tried several times. */
export interface ProviderCall<Result> {
  /** Who is called. */
  readonly provider: ProviderName;
  /** Name of the model as configured. */
  readonly model: string;
  /** Base URL; calls of one base share a circuit breaker. */
  readonly baseUrl: string;
  /** First words of the final error after so many attempts, null when it was not worth a second. */
  readonly leadOf: (attempts: number | null) => string;
  /** Writes the request; asked again when {@link adapt} changed something. */
  write(): WireCall;
  /** Reads the JSON body of a good answer. @throws {LlmError} If there is nothing usable in it. */
  read(body: unknown, requestId: string | null): Result;
  /** Whether a refusal (status 400 or 422) is worth another try in another form. */
  adapt(refusal: string): boolean;
}

/** Default of {@link CallLimits.timeoutMs}. */
export const DEFAULT_TIMEOUT_MS = 120_000;
/** Default of {@link CallLimits.budgetMs}. */
export const DEFAULT_BUDGET_MS = 300_000;
/** Default of {@link CallLimits.maxAttempts}. */
export const DEFAULT_MAX_ATTEMPTS = 3;

/** Longest pause between attempts; a provider that asks for more ends the call. */
const MAX_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 1_000;

/** Most bytes of an answer. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** Most changes of form in one attempt. */
const MAX_ADAPTATIONS = 4;

interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Calls a provider, again after passing failures, within the limits.
 *
 * @throws {LlmError} If all attempts failed or the first failure is final.
 * @throws The reason of `limits.signal` when it is aborted.
 */
export async function callProvider<Result>(
  runtime: LlmRuntime,
  call: ProviderCall<Result>,
  limits: CallLimits,
): Promise<Result> {
  const deadlineMs = runtime.now() + (limits.budgetMs ?? DEFAULT_BUDGET_MS);
  const maxAttempts = limits.maxAttempts ?? DEFAULT_MAX_ATTEMPTS;
  for (let attempt = 1;; attempt++) {
    limits.signal?.throwIfAborted();
    const leftMs = deadlineMs - runtime.now();
    const timeoutMs = Math.min(limits.timeoutMs ?? DEFAULT_TIMEOUT_MS, leftMs);
    try {
      return await attemptCall(runtime, call, { timeoutMs, signal: limits.signal });
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      runtime.meter.addFailure(call.provider, call.model);
      const pauseMs = pauseBefore(attempt + 1, error, runtime.random());
      const isLast = attempt >= maxAttempts || runtime.now() + pauseMs >= deadlineMs;
      if (!error.retryable || error.code === "circuit_open") {
        throw withLead(error, call.leadOf(null));
      }
      if (isLast || pauseMs > MAX_PAUSE_MS) throw withLead(error, call.leadOf(attempt));
      await pause(runtime, pauseMs, limits.signal);
    }
  }
}

/** Milliseconds to wait before an attempt: 1, 2, 4 … s spread by a quarter, or what was asked. */
function pauseBefore(attempt: number, error: LlmError, random: number): number {
  if (error.retryAfterMs !== null) return error.retryAfterMs;
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 2), MAX_PAUSE_MS) * (0.75 + random / 2);
}

function pause(runtime: LlmRuntime, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = runtime.startTimer(ms, () => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    });
    const giveUp = () => {
      stop();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

interface AttemptLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** One attempt under the endpoint's circuit breaker. */
async function attemptCall<Result>(
  runtime: LlmRuntime,
  call: ProviderCall<Result>,
  limits: AttemptLimits,
): Promise<Result> {
  const breaker = runtime.breakerOf(call.baseUrl);
  const waitMs = breaker.enter();
  if (waitMs > 0) {
    throw failure(call, { code: "circuit_open", retryable: true, retryAfterMs: waitMs });
  }
  let answer: HttpAnswer;
  try {
    answer = await exchange(runtime, call, limits);
  } catch (error) {
    const isOutage = error instanceof LlmError && error.retryable;
    if (isOutage) breaker.recordOutage();
    else breaker.recordAbort();
    throw error;
  }
  if (answer.status >= 500) breaker.recordOutage();
  else breaker.recordAnswer();
  return readAnswer(runtime, call, answer);
}

/** Sends the request, and again in another form as long as the endpoint dislikes the form. */
async function exchange<Result>(
  runtime: LlmRuntime,
  call: ProviderCall<Result>,
  limits: AttemptLimits,
): Promise<HttpAnswer> {
  for (let adaptations = 0;; adaptations++) {
    const answer = await send(runtime, call, limits);
    const dislikesForm = answer.status === 400 || answer.status === 422;
    if (!dislikesForm || adaptations >= MAX_ADAPTATIONS || !call.adapt(answer.text)) return answer;
  }
}

function readAnswer<Result>(
  runtime: LlmRuntime,
  call: ProviderCall<Result>,
  answer: HttpAnswer,
): Result {
  const { status } = answer;
  if (status < 200 || status > 299) {
    throw failure(call, { status, ...readRefusal(answer, runtime.now()) });
  }
  const requestId = requestIdOf(answer.headers);
  const body = parseJson(answer.text);
  if (body === undefined) {
    throw failure(call, { status, code: "malformed_body", requestId, retryable: true });
  }
  return call.read(body, requestId);
}

/** One request and its whole answer. */
async function send<Result>(
  runtime: LlmRuntime,
  call: ProviderCall<Result>,
  limits: AttemptLimits,
): Promise<HttpAnswer> {
  const { url: address, headers, body } = call.write();
  const url = webAddress(call, address);
  const timeout = new AbortController();
  const stopTimer = runtime.startTimer(limits.timeoutMs, () => timeout.abort());
  const signals = limits.signal === undefined ? [] : [limits.signal];
  try {
    const response = await sendOutside(runtime, url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.any([timeout.signal, ...signals]),
    });
    return await readBody(call, response);
  } catch (error) {
    limits.signal?.throwIfAborted();
    if (error instanceof LlmError) throw error;
    if (error instanceof AddressRefused) {
      throw failure(call, { code: "address_refused", retryable: false });
    }
    const code = timeout.signal.aborted ? "timeout" : networkCode(error);
    throw failure(call, { code, retryable: true });
  } finally {
    stopTimer();
  }
}

/** The address of a call, parsed; settings may have been stored under looser rules. */
function webAddress<Result>(call: ProviderCall<Result>, address: string): URL {
  const url = URL.parse(address);
  if (url !== null && (url.protocol === "https:" || url.protocol === "http:")) return url;
  throw failure(call, { code: "invalid_address", retryable: false });
}

/** The body of an answer up to the limit; a redirect is refused, its target was never checked. */
async function readBody<Result>(
  call: ProviderCall<Result>,
  response: Response,
): Promise<HttpAnswer> {
  const { status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status <= 399)) {
    await response.body?.cancel();
    throw failure(call, { status, code: "redirect_refused", retryable: false });
  }
  const chunks: BlobPart[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAX_ANSWER_BYTES) {
      throw failure(call, { status, code: "answer_too_large", retryable: false });
    }
    chunks.push(chunk);
  }
  return { status, headers, text: await new Blob(chunks).text() };
}

/** A short word for a broken connection; the error's own text may hold an address with user info. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const text = `${error} ${cause}`;
  if (/refused/i.test(text)) return "connection_refused";
  if (/dns|lookup|resolve|getaddrinfo|name or service/i.test(text)) return "name_not_found";
  if (/certificate|tls|ssl/i.test(text)) return "tls_failed";
  return "connection_lost";
}

type FailureFacts = {
  readonly code: string;
  readonly retryable: boolean;
  readonly status?: number;
  readonly requestId?: string | null;
  readonly retryAfterMs?: number | null;
};

function failure<Result>(call: ProviderCall<Result>, facts: FailureFacts): LlmError {
  return new LlmError(call.leadOf(null), {
    provider: call.provider,
    status: facts.status ?? null,
    code: facts.code,
    requestId: facts.requestId ?? null,
    retryable: facts.retryable,
    retryAfterMs: facts.retryAfterMs ?? null,
  });
}

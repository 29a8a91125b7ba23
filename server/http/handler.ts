import type { Endpoint } from "../../client/contract/mod.ts";
import type { Call, Extension, Handlers, PageName, ServiceName } from "../services/handlers.ts";
import {
  readJsonBody,
  takesBody,
  validateCall,
  type ValidatedCall,
  type ValidateOptions,
  validateRecords,
  writeAnswer,
} from "../validate/mod.ts";
import { type Caller, mayCall, roleNeeded } from "./access.ts";
import { type Answer, json, jsonText, refusal } from "./answer.ts";
import { type BodyReading, readBody } from "./body.ts";
import { Cors } from "./cors.ts";
import { errorAnswer, internalError, retryAfter } from "./errors.ts";
import { callExtension, ExtensionRoutes } from "./extensions.ts";
import { HostCheck } from "./host_check.ts";
import { type HttpOptions, type ResolvedHttpOptions, resolveOptions } from "./options.ts";
import { Pages } from "./pages.ts";
import { clientAddress, RateLimiter } from "./rate_limit.ts";
import { route, type Target, targetOf } from "./router.ts";
import { TIMED_OUT, timeLimitMs } from "./time_limit.ts";
import { guardUserAgent } from "./user_agent.ts";

/** What the handler may know about the connection. */
export interface ConnectionInfo {
  /** The peer. */
  readonly remoteAddr?: { readonly hostname?: string };
}

/** Answers a request; never rejects. */
export type RequestHandler = (request: Request, info?: ConnectionInfo) => Promise<Response>;

/** One request on its way through. */
interface Exchange {
  readonly request: Request;
  readonly target: Target;
  readonly peer: string | null;
  readonly correlationId: string;
  endpoint: Endpoint | null;
  /** Path of the endpoint or extension, null when there is none. */
  path: string | null;
  org: string | null;
  /** Id of a publish that is durable already. */
  requestId: string | null;
  body: BodyReading | null;
}

/** Endpoints that nobody has to prove anything for. */
const PUBLIC: ReadonlySet<string> = new Set(["root", "health", "meta_version"]);

/** Random words for the next requests. */
const randomWords = new Uint32Array(256);
let usedWords = randomWords.length;

/** Eight hexadecimal digits. */
function makeCorrelationId(): string {
  if (usedWords === randomWords.length) {
    crypto.getRandomValues(randomWords);
    usedWords = 0;
  }
  const word = randomWords[usedWords++] ?? 0;
  return word.toString(16).padStart(8, "0");
}

/** Whether an endpoint is a document for people. */
function isPage(endpoint: Endpoint): endpoint is Endpoint & { readonly name: PageName } {
  return endpoint.mode === "page";
}

/** An answer as a custom `authenticate` gave it. */
async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, body: await response.text(), headers };
}

/** What calls are checked with; the clock and the word on private addresses are asked for each. */
function checksOf(options: ResolvedHttpOptions): ValidateOptions {
  return {
    maxDepth: options.maxJsonDepth,
    maxValues: options.maxJsonValues,
    get nowSec() {
      return Math.floor(options.now() / 1_000);
    },
    get blocksPrivateUrls() {
      return options.blocksPrivateUrls();
    },
  };
}

/** The way of a request from its bytes to its answer. */
class Door {
  readonly #options: ResolvedHttpOptions;
  readonly #cors: Cors;
  readonly #hosts: HostCheck;
  readonly #limiter = new RateLimiter();
  readonly #checks: ValidateOptions;
  readonly #extensions: ExtensionRoutes;
  readonly #pages: Pages;
  readonly #trustedProxies: ReadonlySet<string>;

  constructor(options: HttpOptions) {
    this.#options = resolveOptions(options);
    this.#extensions = new ExtensionRoutes(this.#options.extensions);
    this.#cors = new Cors(this.#options.allowedOrigins);
    this.#hosts = new HostCheck(this.#options.allowedHosts);
    const { requiresKey, extensions } = this.#options;
    this.#pages = new Pages({ requiresKey, extensions });
    this.#trustedProxies = new Set(this.#options.trustedProxies);
    this.#checks = checksOf(this.#options);
  }

  /** Answers one request. */
  async handle(request: Request, info: ConnectionInfo | undefined): Promise<Response> {
    const { monotonicMs, onRequest, onFailure } = this.#options;
    const startedMs = monotonicMs();
    const exchange: Exchange = {
      request,
      target: targetOf(request.url),
      peer: info?.remoteAddr?.hostname ?? null,
      correlationId: makeCorrelationId(),
      endpoint: null,
      path: null,
      org: null,
      requestId: null,
      body: null,
    };
    const { correlationId } = exchange;
    const origin = request.headers.get("Origin");
    let answer: Answer;
    try {
      answer = await this.#answer(exchange, origin);
    } catch (error) {
      onFailure({ correlationId, path: exchange.path ?? "", error });
      answer = internalError(correlationId);
    }
    const { status, body } = answer;
    const headers = {
      ...this.#cors.headers(origin),
      "X-Correlation-ID": correlationId,
      ...answer.headers,
    };
    const { path } = exchange;
    const ms = monotonicMs() - startedMs;
    onRequest({ method: request.method, path, status, ms, org: exchange.org, correlationId });
    return new Response(body, { status, headers });
  }

  /** Everything but the headers that all answers share. */
  async #answer(exchange: Exchange, origin: string | null): Promise<Answer> {
    const { request, target } = exchange;
    const misdirected = this.#hosts.refuse(request);
    if (misdirected !== null) return misdirected;
    const preflight = this.#cors.preflight(request, origin);
    if (preflight !== null) return preflight;
    if (this.#options.refusesOtherPages) {
      const refused = this.#cors.refuse(request, origin);
      if (refused !== null) return refused;
    }
    if (this.#options.guardsUserAgent) {
      const refused = guardUserAgent(target.path, request.headers.get("User-Agent"));
      if (refused !== null) return refused;
    }
    const extended = this.#extensions.route(request.method, target.path);
    if (extended !== null) {
      if (extended.extension === null) return extended.answer;
      exchange.path = extended.extension.path;
      return await this.#inTime(exchange, () => this.#callExtension(exchange, extended.extension));
    }
    const found = route(request.method, target);
    if (found.endpoint === null) return found.answer;
    exchange.endpoint = found.endpoint;
    exchange.path = found.endpoint.path;
    const answer = isPage(found.endpoint)
      ? this.#pages.answer(found.endpoint.name)
      : await this.#inTime(
        exchange,
        () => this.#call(exchange, found.endpoint.name as ServiceName),
      );
    return found.isHead ? { ...answer, body: null } : answer;
  }

  /** Does work and answers 504 when it takes too long; the work itself goes on. */
  async #inTime(exchange: Exchange, work: () => Promise<Answer>): Promise<Answer> {
    const limitMs = timeLimitMs(exchange.target.query, this.#options.timeLimits);
    const answer = await this.#options.patience.within(this.#safely(exchange, work), limitMs);
    if (answer !== TIMED_OUT) return answer;
    exchange.body?.cancel();
    const { requestId } = exchange;
    return json(504, {
      detail: "Request timeout",
      ...requestId !== null && { request_id: requestId },
    });
  }

  /** Does work; what it throws becomes an answer. */
  async #safely(exchange: Exchange, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      const { correlationId, path, endpoint, request } = exchange;
      const place = endpoint === null && request.method === "GET" ? "query" : "body";
      const answer = errorAnswer(error, { correlationId, place });
      if (answer.status >= 500) this.#options.onFailure({ correlationId, path: path ?? "", error });
      return answer;
    }
  }

  /** Who is calling an extension, and what comes of it. */
  async #callExtension(exchange: Exchange, extension: Extension): Promise<Answer> {
    const { request, target, correlationId } = exchange;
    const caller = await this.#options.authenticate(request);
    if (caller instanceof Response) return await answerOf(caller);
    exchange.org = caller.org;
    const bytes = extension.method === "POST" ? await this.#readBody(exchange) : new Uint8Array();
    if (bytes === null) {
      return refusal(413, `Body is larger than ${this.#options.maxBodyBytes} bytes: send less`);
    }
    const contentType = request.headers.get("Content-Type");
    const body = readJsonBody({ body: bytes, contentType }, this.#checks);
    if (body.kind !== "value") return refuseCall(body);
    const checked = extension.carries === "records" && extension.method === "POST"
      ? validateRecords(body.value, this.#checks)
      : null;
    if (checked?.kind === "invalid") return refuseCall(checked);
    return await callExtension(extension, {
      caller,
      query: target.query,
      body: checked?.body ?? body.value,
      correlationId,
    });
  }

  /** Who is calling, what they want, whether they may, and what comes of it. */
  async #call(exchange: Exchange, name: ServiceName): Promise<Answer> {
    const { request, target } = exchange;
    const caller = PUBLIC.has(name) ? null : await this.#options.authenticate(request);
    if (caller instanceof Response) return await answerOf(caller);
    exchange.org = caller?.org ?? null;
    if (caller !== null && !mayCall(caller.role, name)) {
      const needed = roleNeeded(name);
      return refusal(403, `Key has the role ${caller.role}, this call needs ${needed}`);
    }
    const bytes = takesBody(name) ? await this.#readBody(exchange) : new Uint8Array();
    if (bytes === null) {
      return refusal(413, `Body is larger than ${this.#options.maxBodyBytes} bytes: send less`);
    }
    const call = validateCall({
      name,
      query: target.query,
      body: bytes,
      contentType: request.headers.get("Content-Type"),
    }, this.#checks);
    if (call.kind !== "valid") return refuseCall(call);
    return this.#limit(exchange, caller) ?? await this.#run(exchange, { name, caller, call });
  }

  /** The bytes of the body, null when there are too many. */
  #readBody(exchange: Exchange): Promise<Uint8Array | null> {
    exchange.body = readBody(exchange.request, this.#options.maxBodyBytes);
    return exchange.body.bytes;
  }

  /** Counts a call; gives the refusal when there were too many. */
  #limit({ request, peer, endpoint }: Exchange, caller: Caller | null): Answer | null {
    const { rateLimitFactor, monotonicMs } = this.#options;
    const perMinute = endpoint?.ratePerMinute ?? null;
    if (rateLimitFactor <= 0 || endpoint === null || perMinute === null) return null;
    const limit = Math.max(1, Math.floor(perMinute * rateLimitFactor));
    const client = caller?.keyId != null ? `${caller.org} ${caller.keyId}` : clientAddress({
      peer,
      forwardedFor: request.headers.get("X-Forwarded-For"),
      trustedProxies: this.#trustedProxies,
    });
    const waitMs = this.#limiter.take(`${endpoint.name} ${client}`, limit, monotonicMs());
    if (waitMs === null) return null;
    const error = `Rate limit exceeded: ${limit} per 1 minute`;
    return json(429, { error }, { "Retry-After": retryAfter(waitMs) });
  }

  /** Runs the verb and writes its answer. */
  async #run(
    exchange: Exchange,
    { name, caller, call }: {
      readonly name: ServiceName;
      readonly caller: Caller | null;
      readonly call: Extract<ValidatedCall, { kind: "valid" }>;
    },
  ): Promise<Answer> {
    const value = await invoke(this.#options.handlers, name, {
      org: caller?.org ?? "",
      body: call.body,
      query: call.query,
      idempotencyKey: exchange.request.headers.get("Idempotency-Key"),
      correlationId: exchange.correlationId,
      canReadSecrets: caller?.canReadSecrets ?? false,
      presentKeys: call.presentKeys,
      acknowledge: (requestId) => exchange.requestId = requestId,
    });
    return jsonText(writeAnswer(name, value, exchange.endpoint?.keepsNulls ?? false));
  }
}

/** A call whose body and query have the types that the schemas of its endpoint gave them. */
type CheckedCall =
  & Omit<Call, "body" | "query">
  & { readonly body: unknown; readonly query: unknown };

/** Calls one verb. The schemas of the endpoint guarantee the types of body and query. */
function invoke(handlers: Handlers, name: ServiceName, call: CheckedCall): Promise<unknown> {
  const verb = handlers[name] as (call: CheckedCall) => Promise<unknown>;
  return verb(call);
}

/** Answer to a call that the schemas refused. */
function refuseCall(call: Exclude<ValidatedCall, { kind: "valid" }>): Answer {
  switch (call.kind) {
    case "invalid":
      return json(422, { detail: call.issues });
    case "too_wide":
      return refusal(413, `${call.reason}: send less`);
    case "unreadable":
      return refusal(400, `There was an error parsing the body: ${call.reason}`);
  }
}

/**
 * Makes the function that answers requests: for `Deno.serve`, for an edge runtime, for tests.
 *
 * @param options The verbs and what surrounds them.
 * @returns A function from a request, and what is known of its connection, to an answer.
 */
export function createHandler(options: HttpOptions): RequestHandler {
  const door = new Door(options);
  return (request, info) => door.handle(request, info);
}

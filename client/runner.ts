import { readArguments, type SteeringOptions } from "./arguments.ts";
import type { BackgroundInfo, BackgroundQueue, TaskGroup } from "./background.ts";
import type { AnswerCache } from "./cache.ts";
import type { EndpointName } from "./contract/endpoint_types.ts";
import { ROUTES } from "./contract/routes.ts";
import type { GetOperationStatusResponse } from "./contract/types/operation.ts";
import { ReflexioError } from "./errors.ts";
import { randomHex } from "./methods/fields.ts";
import type { MethodRow } from "./methods/row.ts";
import { type MethodName, METHODS } from "./methods/table.ts";
import type { WaitUntil } from "./options.ts";
import { rerunResult, RERUNS, watchRun } from "./polling.ts";
import type { Transport } from "./transport.ts";

/** What one view of a client adds to every call. */
export interface View {
  /** Options used where a call has none of its own. */
  readonly bound: Readonly<Record<string, unknown>>;
  /** Counts the view's background work. */
  readonly group: TaskGroup;
  /** Hands background work to the platform. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Cancels every call of the view. */
  readonly signal?: AbortSignal | undefined;
  /** Extra headers of every call. */
  readonly headers?: HeadersInit | undefined;
}

/** What a runner works with. */
export interface RunnerParts {
  /** Sends calls. */
  readonly transport: Transport;
  /** Runs background calls. */
  readonly queue: BackgroundQueue;
  /** Keeps answers; null for not at all. */
  readonly cache: AnswerCache | null;
  /** Longest pause between two looks at a run. */
  readonly pollIntervalMs: number;
  /** Longest wait for a run. */
  readonly maxWaitMs: number;
  /** Told about things that went wrong without failing a call. */
  readonly warn: (message: string, cause?: unknown) => void;
}

/** One call, read and ready to be sent. */
interface Prepared {
  readonly method: MethodName;
  readonly row: MethodRow;
  readonly fields: Record<string, unknown> | undefined;
  readonly steering: SteeringOptions;
  readonly view: View;
  readonly signal: AbortSignal | undefined;
}

/** Carries out the methods of a client: reads arguments, and sends, queues, keeps or watches. */
export class Runner {
  /** Set once the client refuses new calls. */
  isClosed = false;

  /** @param parts What it works with. */
  constructor(readonly parts: RunnerParts) {}

  /** Carries out one method. */
  async call(method: MethodName, options: unknown, view: View): Promise<unknown> {
    if (this.isClosed) {
      throw new ReflexioError(`Cannot ${method}: the client is closed; make a new one`);
    }
    const row = METHODS[method];
    const { fields, steering } = readArguments(method, row, options, view.bound);
    const signal = joinSignals(view.signal, steering.signal);
    const call: Prepared = { method, row, fields, steering, view, signal };
    if (row.mode === "wait" || row.mode === "publish") {
      const { cache } = this.parts;
      return await (row.cached && cache ? this.#cached(call, cache) : this.#send(call));
    }
    if (row.mode === "background" || !steering.waitForResponse) return this.#enqueue(call);
    return await (row.mode === "rerun" ? this.#watch(call) : this.#send(call));
  }

  /** Sends a call now. */
  #send(
    { row, fields, steering, view, signal }: Prepared,
    changes: { readonly signal?: AbortSignal } = {},
  ): Promise<Record<string, unknown>> {
    const isPublish = row.endpoint === "publish_interaction";
    const hasQuery = ROUTES[row.endpoint].startsWith("GET ");
    return this.parts.transport.send({
      endpoint: row.endpoint,
      answer: row.answer,
      body: hasQuery ? undefined : row.wholeBody ? fields?.[row.wholeBody] : fields,
      query: hasQuery
        ? fields
        : isPublish && steering.waitForResponse
        ? { wait_for_response: true }
        : undefined,
      repeat: isPublish ? "keyed" : row.safe ? "safe" : "never",
      idempotencyKey: isPublish ? steering.idempotencyKey ?? randomHex(32) : undefined,
      headers: [view.headers, steering.headers],
      timeoutMs: steering.timeoutMs,
      signal,
      ...changes,
    }) as Promise<Record<string, unknown>>;
  }

  /** Queues a call; gives nothing once there is room for it. */
  async #enqueue(call: Prepared): Promise<void> {
    const { method, row, view, steering } = call;
    const { admitted, done } = this.parts.queue.add({
      ...backgroundInfo(method, row.endpoint),
      run: async () => {
        const answer = await this.#send(call);
        if (answer["success"] === false) throw notDone(method, answer);
      },
    }, view.group);
    (steering.waitUntil ?? view.waitUntil)?.(done);
    await admitted;
  }

  /** Answers from the cache, or asks and keeps the answer. */
  #cached(call: Prepared, cache: AnswerCache): unknown {
    const { method, fields, steering, view, signal } = call;
    const key = `${method} ${JSON.stringify(fields)}${headerKey(view.headers, steering.headers)}`;
    const keeps = (value: unknown) => (value as { success?: unknown }).success !== false;
    if (steering.forceRefresh) return cache.load(key, () => this.#send(call), keeps);
    const kept = cache.get(key);
    if (kept !== undefined) return kept;
    // A call with a limit of its own must not be held by, or cut short, somebody else's.
    if (steering.timeoutMs !== undefined) return cache.load(key, () => this.#send(call), keeps);
    return cache.share(key, (shared) => this.#send(call, { signal: shared }), keeps, signal);
  }

  /** Starts a run and waits for its end. */
  async #watch(call: Prepared): Promise<unknown> {
    const { parts } = this;
    const { steering, view, signal, row } = call;
    const { service, countField } = RERUNS[row.endpoint as keyof typeof RERUNS];
    const status: Prepared = {
      ...call,
      row: METHODS.getOperationStatus,
      fields: { service_name: service },
      view,
    };
    const { acknowledgement, operation } = await watchRun(
      async () =>
        (await this.#send(status) as unknown as GetOperationStatusResponse).operation_status ??
          null,
      () => this.#send(call),
      {
        pollIntervalMs: steering.pollIntervalMs ?? parts.pollIntervalMs,
        maxWaitMs: steering.maxWaitMs ?? parts.maxWaitMs,
        onProgress: steering.onProgress,
        onFailedLook: (error) => parts.warn(`Cannot read the state of ${service} yet`, error),
        signal,
      },
    );
    return rerunResult(acknowledgement, operation, countField);
  }
}

/** Which call it is, for a report of its failure. */
function backgroundInfo(method: string, endpoint: EndpointName): BackgroundInfo {
  const [httpMethod = "", path = ""] = ROUTES[endpoint].split(" ");
  return { method, httpMethod, path, startedAt: new Date() };
}

/** Says that a background call was answered, but not done. */
function notDone(method: string, answer: Readonly<Record<string, unknown>>): ReflexioError {
  const said = answer["message"] || answer["msg"];
  const text = said ? `, ${JSON.stringify(said)}` : "";
  return new ReflexioError(
    `Cannot ${method}: the server answered success false${text}; correct the request`,
  );
}

/** Headers can change an answer, so they are part of its key. */
function headerKey(...layers: readonly (HeadersInit | undefined)[]): string {
  const given = layers.filter((layer) => layer !== undefined);
  return given.length > 0 ? JSON.stringify(given.map((layer) => [...new Headers(layer)])) : "";
}

/** A signal that aborts when either does. */
function joinSignals(
  first: AbortSignal | undefined,
  second: AbortSignal | undefined,
): AbortSignal | undefined {
  return first && second ? AbortSignal.any([first, second]) : first ?? second;
}

import { isRecord, refuse } from "./check.ts";
import type { AnswerCache } from "./cache.ts";
import type { GetOperationStatusResponse } from "./contract/types/operation.ts";
import type { Core, View } from "./core.ts";
import { ReflexioError, type ReflexioIssue, ReflexioValidationError } from "./errors.ts";
import { randomHex } from "./methods/fields.ts";
import { optionOf } from "./methods/row.ts";
import { rowOf } from "./methods/rows.ts";
import type { MethodName, MethodRow } from "./methods/table.ts";
import type { CallOptions, PollOptions, WaitUntil } from "./options.ts";
import { rerunResult, watchRun } from "./polling.ts";
import { sendCall } from "./transport.ts";

/** One call, read and ready to be sent. */
interface Prepared {
  readonly core: Core;
  readonly method: MethodName;
  readonly row: MethodRow;
  readonly fields: Record<string, unknown> | undefined;
  readonly steering: SteeringOptions;
  readonly view: View;
  readonly signal: AbortSignal | undefined;
}

/**
 * Carries out one method: reads its argument, and sends, queues, keeps or watches.
 *
 * @param core What the views of the client share.
 * @param view What the view adds.
 * @param method Name of the method.
 * @param options Its argument.
 */
export async function runMethod(
  core: Core,
  view: View,
  method: MethodName,
  options: unknown,
): Promise<unknown> {
  if (core.isClosed) {
    throw new ReflexioError(`Cannot ${method}: the client is closed; make a new one`);
  }
  const row = rowOf(method);
  const { fields, steering } = readArguments(method, row, options, view);
  const [ours, theirs] = [view.signal, steering.signal];
  const signal = ours && theirs ? AbortSignal.any([ours, theirs]) : ours ?? theirs;
  const call: Prepared = { core, method, row, fields, steering, view, signal };
  if (row.mode === "background" || row.mode && !steering.waitForResponse) return enqueue(call);
  if (row.mode === "rerun") return await watch(call);
  return await (row.cached && core.cache ? readCached(call, core.cache) : send(call));
}

/** Sends a call now. */
function send(
  { core, row, fields, steering, view, signal }: Prepared,
): Promise<Record<string, unknown>> {
  const { endpoint, route, answer } = row;
  const isPublish = endpoint === "publish_interaction";
  const isRead = route.method === "GET";
  return sendCall(core.settings, {
    route,
    answer,
    body: isRead ? undefined : row.wholeBody ? fields?.[row.wholeBody] : fields,
    query: isRead
      ? fields
      : isPublish && steering.waitForResponse
      ? { wait_for_response: true }
      : undefined,
    repeat: isPublish ? "keyed" : row.unsafe ? "never" : "safe",
    idempotencyKey: isPublish ? steering.idempotencyKey ?? randomHex(32) : undefined,
    headers: [view.headers, steering.headers],
    timeoutMs: steering.timeoutMs,
    signal,
  }) as Promise<Record<string, unknown>>;
}

/** Queues a call; gives nothing once there is room for it. */
async function enqueue(call: Prepared): Promise<void> {
  const { core, method, row, view, steering } = call;
  const { method: httpMethod, path } = row.route;
  const { admitted, done } = core.queue.add({
    info: { method, httpMethod, path, startedAt: new Date() },
    run: async () => {
      const answer = await send(call);
      if (answer["success"] !== false) return;
      const said = answer["message"] ?? answer["msg"];
      throw new ReflexioError(`Cannot ${method}: the server answered success false: ${said}`);
    },
  }, view.group);
  (steering.waitUntil ?? view.waitUntil)?.(done);
  await admitted;
}

/** Answers from the cache, or asks and keeps the answer. */
function readCached(call: Prepared, cache: AnswerCache): unknown {
  const { method, fields, steering, view, signal } = call;
  // Headers can change an answer, so they are part of its key.
  const headers = [view.headers, steering.headers].map((layer) => [...new Headers(layer)]);
  const key = `${method} ${JSON.stringify([fields, headers])}`;
  const kept = steering.forceRefresh ? undefined : cache.get(key);
  if (kept !== undefined) return kept;
  // A call with a limit of its own must not be held by, or cut short, somebody else's.
  return steering.forceRefresh || steering.timeoutMs
    ? cache.load(key, () => send(call))
    : cache.share(key, (shared) => send({ ...call, signal: shared }), signal);
}

/** Starts a run and waits for its end. */
async function watch(call: Prepared): Promise<unknown> {
  const { core: { settings }, row, steering, signal } = call;
  const service = row.endpoint.replace("rerun_", "");
  const status: Prepared = {
    ...call,
    row: rowOf("getOperationStatus"),
    fields: { service_name: service },
  };
  const [acknowledgement, operation] = await watchRun(
    async () =>
      (await send(status) as unknown as GetOperationStatusResponse).operation_status ?? null,
    () => send(call),
    {
      pollIntervalMs: steering.pollIntervalMs ?? settings.pollIntervalMs,
      maxWaitMs: steering.maxWaitMs ?? settings.maxWaitMs,
      onProgress: steering.onProgress,
      logger: settings.logger,
      signal,
    },
  );
  return rerunResult(acknowledgement, operation, service);
}

/** Options that steer a call and are not part of what is sent. */
interface SteeringOptions extends CallOptions, PollOptions {
  /** Whether to wait for the server. */
  readonly waitForResponse?: boolean | undefined;
  /** Hands over background work. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Whether to ask the server in spite of a kept answer. */
  readonly forceRefresh?: boolean | undefined;
  /** Key of a publish. */
  readonly idempotencyKey?: string | null | undefined;
}

const STEERING: ReadonlySet<string> = new Set([
  "signal",
  "timeoutMs",
  "headers",
  "pollIntervalMs",
  "maxWaitMs",
  "onProgress",
  "waitForResponse",
  "waitUntil",
  "forceRefresh",
  "idempotencyKey",
  "request",
]);

/** The fields to send and the options that steer the call. */
interface ReadArguments {
  /** Fields with defaults; undefined when the method has none. */
  readonly fields: Record<string, unknown> | undefined;
  /** How to call. */
  readonly steering: SteeringOptions;
}

/**
 * Reads the single argument of a method: options in camel case, or a whole request record, which
 * then counts alone.
 *
 * @param method Name of the method, for errors.
 * @param view Has options to use where the argument has none of its own.
 * @throws {ReflexioValidationError} Naming everything that is wrong.
 */
function readArguments(
  method: string,
  row: MethodRow,
  options: unknown,
  view: View,
): ReadArguments {
  const issues: ReflexioIssue[] = [];
  const given = isRecord(options) ? options : {};
  if (options != null && options !== given) refuse(issues, "options", "must be an object");
  const isWhole = row.takesRequest && given["request"] != null;
  const raw = isWhole ? given["request"] : namedFields(row, given, view, issues);
  const fields = row.input?.(raw, "", issues) as Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(given)) {
    if (
      STEERING.has(name) && name.endsWith("Ms") && value !== undefined &&
      !(typeof value === "number" && value > 0)
    ) {
      refuse(issues, name, "must be a number above 0");
    }
  }
  if (issues.length > 0) {
    throw new ReflexioValidationError(
      method,
      isWhole ? issues : issues.map(inOptions),
    );
  }
  return { fields, steering: given };
}

/** Gathers the fields among the options, by wire name. */
function namedFields(
  row: MethodRow,
  options: Readonly<Record<string, unknown>>,
  view: View,
  issues: ReflexioIssue[],
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const name of ["userId", "sessionId", "agentVersion"] as const) {
    const field = row.options[name];
    if (field) out[field] = view[name];
  }
  for (const [name, value] of Object.entries(options)) {
    if (STEERING.has(name)) continue;
    const field = row.options[name];
    if (!field) refuse(issues, name, "is not an option of this method", "unknown");
    else if (value != null) out[field] = value;
  }
  return out;
}

/** An issue whose path says what the caller wrote instead of the name on the wire. */
function inOptions(issue: ReflexioIssue): ReflexioIssue {
  if (issue.code === "unknown") return issue;
  return { ...issue, path: issue.path.replace(/^\w+/, optionOf) };
}

import type { ReflexioLogger } from "./client_options.ts";
import type { OperationStatusInfo } from "./contract/types/operation.ts";
import { pause } from "./retry.ts";

/** First pause between two looks; it doubles up to the poll interval. */
const FIRST_PAUSE_MS = 100;

/** How long to wait for a new run to show up before it counts as one that had nothing to do. */
const GRACE_MS = 30_000;

/** How to watch a run. */
export interface WatchOptions {
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
  /** Longest wait for the end, in milliseconds. */
  readonly maxWaitMs: number;
  /** Ends the wait. */
  readonly signal: AbortSignal | undefined;
  /** Called with each new state. */
  readonly onProgress?: ((operation: OperationStatusInfo) => void) | undefined;
  /** Told about a look that failed. */
  readonly logger: ReflexioLogger;
}

/**
 * Starts a run and watches it until it ends.
 *
 * The server keeps one state for each service, so a state that was there before the start is not
 * this run's. Times are whole seconds: a run must not start in the second in which the one before it
 * started, or the two look the same.
 *
 * @param look Reads the state of the service, null when it has none.
 * @param start Starts the run and gives the acknowledgement.
 * @returns The acknowledgement and the last state of this run, null when none was seen.
 */
export async function watchRun<A extends { readonly success?: unknown }>(
  look: () => Promise<OperationStatusInfo | null>,
  start: () => Promise<A>,
  options: WatchOptions,
): Promise<readonly [A, OperationStatusInfo | null]> {
  const { signal, onProgress } = options;
  const tryLook = () =>
    look().catch((error: unknown) => {
      if (signal?.aborted) throw signal.reason;
      options.logger.warn?.("Cannot read the state of a run yet", error);
      return null;
    });
  const before = await tryLook();
  await pause(sameSecondMs(before), signal);
  const acknowledgement = await start();
  if (acknowledgement.success === false) return [acknowledgement, null];
  const startedMs = performance.now();
  const elapsedMs = () => performance.now() - startedMs;
  const graceMs = Math.min(GRACE_MS, options.maxWaitMs);
  let operation: OperationStatusInfo | null = null;
  let pauseMs = Math.min(FIRST_PAUSE_MS, options.pollIntervalMs);
  while (true) {
    const seen = await tryLook();
    if (seen && !isSameRun(seen, before)) {
      if (JSON.stringify(seen) !== JSON.stringify(operation)) onProgress?.(seen);
      operation = seen;
    }
    if (operation && operation.status !== "in_progress") break;
    if (elapsedMs() + pauseMs > (operation ? options.maxWaitMs : graceMs)) break;
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, options.pollIntervalMs);
  }
  return [acknowledgement, operation];
}

/**
 * The acknowledgement, completed by how the run ended.
 *
 * @param service Name of the service that ran; that of `profile_generation` has its count in
 * `profiles_generated`.
 */
export function rerunResult(
  acknowledgement: Readonly<Record<string, unknown>>,
  operation: OperationStatusInfo | null,
  service: string,
): Record<string, unknown> {
  const answer = { ...acknowledgement, operation };
  const status = operation?.status ?? "in_progress";
  if (status === "in_progress") return answer;
  const msg = operation?.error_message ?? `Run ${status}`;
  return status === "completed"
    ? {
      ...answer,
      msg,
      [service.replace("_generation", "s_generated")]: operation?.processed_users,
    }
    : { ...answer, msg, success: false };
}

/** Whether a state is the one from before the start. A run seen in progress before is an old one. */
function isSameRun(seen: OperationStatusInfo, before: OperationStatusInfo | null): boolean {
  return before !== null && seen.started_at === before.started_at;
}

/** Time until the second in which an earlier run started is over, in milliseconds. */
function sameSecondMs(before: OperationStatusInfo | null): number {
  const leftMs = before ? (before.started_at + 1) * 1000 - Date.now() : 0;
  return leftMs > 0 && leftMs <= 1000 ? leftMs : 0;
}

import { pauseMs } from "../interrupt.ts";
import { isSameProcess, type RunFile } from "./run_file.ts";

/** Time for running work to end, milliseconds. */
const GRACE_MS = 10_000;

/** Pause between two looks, milliseconds. */
const LOOK_MS = 50;

/** Sends a signal; false when the process is gone already. */
function signal(pid: number, name: Deno.Signal): boolean {
  try {
    Deno.kill(pid, name);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Ends the process that is written down, politely first.
 *
 * @returns How it ended; `stale` when it was gone before.
 */
export async function stopProcess(
  run: RunFile,
  options: { readonly isForced: boolean },
): Promise<"stopped" | "killed" | "stale"> {
  if (!isSameProcess(run)) return "stale";
  if (!options.isForced && signal(run.pid, "SIGTERM")) {
    for (let waitedMs = 0; waitedMs < GRACE_MS; waitedMs += LOOK_MS) {
      if (!isSameProcess(run)) return "stopped";
      await pauseMs(LOOK_MS);
    }
  }
  signal(run.pid, "SIGKILL");
  for (let waitedMs = 0; waitedMs < GRACE_MS && isSameProcess(run); waitedMs += LOOK_MS) {
    await pauseMs(LOOK_MS);
  }
  return "killed";
}

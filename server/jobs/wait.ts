import type { Store } from "../store/mod.ts";
import { JOB, jobKey } from "./_rows.ts";
import type { JobOutcome, JobRef, JobRow, WaitForJobsOptions } from "./types.ts";

/** How often rows are looked at when no commit of this process tells, milliseconds. */
const DEFAULT_POLL_MS = 100;

/** How a job stands for somebody who waits, null while there is nothing to tell. */
function toOutcome(ref: JobRef, row: JobRow | null): JobOutcome | null {
  if (row === null) return { ref, state: "finished", error: null };
  if (row.state === "poisoned") return { ref, state: "poisoned", error: row.last_error };
  if (row.state === "blocked") return { ref, state: "blocked", error: row.last_error };
  return row.last_error === null ? null : { ref, state: "retrying", error: row.last_error };
}

/** Waits for one job. */
async function waitForOne(
  store: Store,
  ref: JobRef,
  options: WaitForJobsOptions,
): Promise<JobOutcome> {
  const { signal, pollMs = DEFAULT_POLL_MS } = options;
  const org = store.org(ref.org);
  let wake = () => {};
  const stop = store.onCommit(({ org: name, changes }) => {
    const isOurs = name === ref.org &&
      changes.some(({ kind, key }) =>
        kind === JOB.name && key[0] === ref.kind && key[1] === ref.scope && key[2] === ref.id
      );
    if (isOurs) wake();
  });
  try {
    for (;;) {
      signal?.throwIfAborted();
      let isNews = false;
      wake = () => isNews = true;
      const outcome = toOutcome(ref, await org.read(JOB, jobKey(ref)));
      if (outcome !== null) return outcome;
      if (isNews) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, pollMs);
        function done() {
          clearTimeout(timer);
          signal?.removeEventListener("abort", done);
          resolve();
        }
        wake = done;
        signal?.addEventListener("abort", done, { once: true });
      });
    }
  } finally {
    stop();
  }
}

/**
 * Waits until each job has ended, or has failed once. Wakes at the commit when this process runs
 * the job, looks every `pollMs` when another one does.
 *
 * @throws The reason of `signal`, when it is aborted first.
 */
export function waitForJobs(
  store: Store,
  refs: readonly JobRef[],
  options: WaitForJobsOptions = {},
): Promise<JobOutcome[]> {
  return Promise.all(refs.map((ref) => waitForOne(store, ref, options)));
}

/**
 * Threads that work in the background give way to the one that answers.
 *
 * @module
 */

import { setPriority } from "node:os";

/** Niceness of a thread that can wait: with less than a processor each, it gets about a tenth of the time. */
const NICENESS = 10;

/** Niceness of the engine's helpers: the answering thread waits for them at times, so before others. */
const HELPER_NICENESS = 5;

/** Names the runtime gives its threads, as far as Linux keeps them: those that store, those of the engine. */
const STORING = /^sw-\d/;
const HELPING = /^V8 /;

/**
 * Lowers the priority of the thread that calls this, and of it alone, where the system can: Linux
 * tells the number of a thread, and takes it where a process is asked for. Elsewhere, and without the
 * permissions to read `/proc` and to set a priority, nothing changes.
 */
export function giveWay(): void {
  whereItCan(() => {
    setPriority(Number(Deno.readLinkSync("/proc/thread-self").split("/").at(-1)), NICENESS);
  });
}

/**
 * Lets the thread that answers go before those that store and those that help the engine, where the
 * system can, as {@link giveWay}. To be called once the database is open.
 */
export function answerFirst(): void {
  whereItCan(() => {
    for (const { name } of Deno.readDirSync("/proc/self/task")) {
      const title = Deno.readTextFileSync(`/proc/self/task/${name}/comm`);
      if (STORING.test(title)) setPriority(Number(name), NICENESS);
      if (HELPING.test(title)) setPriority(Number(name), HELPER_NICENESS);
    }
  });
}

/** Else all threads share the processors as they do anyway. */
function whereItCan(lower: () => void): void {
  try {
    lower();
  } catch {
    // No such folder, or no permission.
  }
}

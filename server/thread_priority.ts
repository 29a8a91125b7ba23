/**
 * Threads that work in the background give way to the one that answers.
 *
 * @module
 */

import { setPriority } from "node:os";

/** Niceness of a thread that can wait: with less than a processor each, it gets about a tenth of the time. */
const NICENESS = 10;

/**
 * Lowers the priority of the thread that calls this, and of it alone, where the system can: Linux
 * tells the number of a thread, and takes it where a process is asked for. Elsewhere, and without the
 * permissions to read `/proc` and to set a priority, nothing changes.
 */
export function giveWay(): void {
  try {
    const thread = Number(Deno.readLinkSync("/proc/thread-self").split("/").at(-1));
    if (Number.isInteger(thread)) setPriority(thread, NICENESS);
  } catch {
    // It shares the processors as any thread does.
  }
}

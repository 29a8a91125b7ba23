import process from "node:process";
import type { LeaseRow } from "./_rows.ts";
import { LEASE_MS } from "./_rows.ts";
import type { JobClock } from "./types.ts";

/** Runners of this very process, so that they do not take each other for dead. */
const OWN_INSTANCES: Set<string> = new Set();

/**
 * Name of the place where process ids mean something, null when there is none: the machine, and on
 * Linux its process namespace, since containers may share the name of their machine. Isolates of an
 * edge share name and process id and yet not their fate, so there is none.
 */
function hostName(): string | null {
  try {
    if (Deno.env.get("DENO_DEPLOYMENT_ID") !== undefined) return null;
    const machine = Deno.hostname();
    return Deno.build.os === "linux"
      ? `${machine} ${Deno.readLinkSync("/proc/self/ns/pid")}`
      : machine;
  } catch (cause) {
    if (cause instanceof Deno.errors.NotCapable || cause instanceof Deno.errors.NotFound) {
      return null;
    }
    throw cause;
  }
}

/** Whether a process of this machine lives; yes when that cannot be found out. */
function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && "code" in cause && cause.code === "ESRCH");
  }
}

/** Most leases of others that are remembered. */
const MAX_SEEN = 10_000;

/** A lease that was seen and when it last changed. */
interface Sighting {
  readonly until: number;
  readonly run: string;
  readonly sinceMs: number;
}

/** Tells whether the owner of a lease still works on it. */
export class Liveness {
  readonly #clock: JobClock;
  readonly #instance: string;
  readonly #seen: Map<string, Sighting> = new Map();
  readonly host: string | null = hostName();
  readonly pid: number = Deno.pid;

  constructor(clock: JobClock, instance: string) {
    this.#clock = clock;
    this.#instance = instance;
    OWN_INSTANCES.add(instance);
  }

  /** Ends the registration of this process's runner. */
  close(): void {
    OWN_INSTANCES.delete(this.#instance);
  }

  /**
   * Whether the lease keeps others away. It does not when it has run out, when its process is gone,
   * or when it stood unchanged for longer than a lease holds by our own steady clock (the wall
   * clock of one side may have jumped).
   *
   * @param scope Text that names the scope.
   */
  isHeld(scope: string, lease: LeaseRow): boolean {
    const nowMs = this.#clock.monotonicMs();
    const before = this.#seen.get(scope);
    if (before?.run !== lease.run || before.until !== lease.until_ms) {
      this.#seen.delete(scope);
      this.#seen.set(scope, { run: lease.run, until: lease.until_ms, sinceMs: nowMs });
      this.#forgetOldest();
    }
    const sinceMs = this.#seen.get(scope)?.sinceMs ?? nowMs;
    const isStale = nowMs - sinceMs > LEASE_MS * 1.5;
    const isHeld = lease.until_ms > this.#clock.nowMs() && !isStale && !this.#isOwnerGone(lease);
    if (!isHeld) this.#seen.delete(scope);
    return isHeld;
  }

  /** Leases that ended elsewhere are not looked at again; forgetting one only starts its time anew. */
  #forgetOldest(): void {
    for (const scope of this.#seen.keys()) {
      if (this.#seen.size <= MAX_SEEN) return;
      this.#seen.delete(scope);
    }
  }

  #isOwnerGone(lease: LeaseRow): boolean {
    if (this.host === null || lease.host !== this.host) return false;
    if (lease.pid === this.pid) return !OWN_INSTANCES.has(lease.owner);
    return !isProcessAlive(lease.pid);
  }
}

import { pause } from "./_driver.ts";

/** How often a process that is alone looks whether another one knocks, milliseconds. */
const LOOK_MS = 50;

/** Pause of a newcomer between two knocks, milliseconds. */
const KNOCK_MS = 10;

/** What a knock writes. */
const KNOCK = new Uint8Array(1);

/** A lock that can be asked for without waiting. */
interface TriableLock {
  tryLock(exclusive?: boolean): Promise<boolean>;
  tryLockSync(exclusive?: boolean): boolean;
}

/** The lock of a file, null where the runtime can only wait for it (Deno 2.5). */
function triable(file: object): TriableLock | null {
  return "tryLock" in file && "tryLockSync" in file ? file as TriableLock : null;
}

/** The files beside the database whose locks tell who uses it. */
interface LockFiles {
  /** Locked by whoever is joining: one at a time. Its size grows with each knock. */
  readonly gate: Deno.FsFile;
  readonly gatePath: string;
  /** Locked by every member for life: exclusively by one that is alone, shared by others. */
  readonly members: Deno.FsFile;
}

async function openFiles(path: string): Promise<LockFiles | null> {
  const gatePath = `${path}-gate`;
  const options = { create: true, read: true, append: true };
  try {
    const gate = await Deno.open(gatePath, options);
    try {
      return { gate, gatePath, members: await Deno.open(`${path}-members`, options) };
    } catch (cause) {
      gate.close();
      throw cause;
    }
  } catch {
    // Where locks cannot be had (a read-only folder, a missing permission) nobody counts as alone.
    return null;
  }
}

/**
 * Tells whether this process is the only one on a database file. Then its own commits are all there
 * is, and nothing has to be read again to see those of others.
 *
 * Locks of the operating system decide, which end with their process however it ends. A process that
 * comes later knocks, and goes on only when the one that was alone has taken note of it; from then on
 * neither is alone again before it is started anew.
 */
export class Membership {
  readonly #files: LockFiles | null;
  #isAlone: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(files: LockFiles | null, isAlone: boolean) {
    this.#files = files;
    this.#isAlone = isAlone;
    if (files !== null && isAlone) this.#watch(files);
  }

  /** The membership of a database that nobody else can reach (`true`), or that anybody may (`false`). */
  static fixed(isAlone: boolean): Membership {
    return new Membership(null, isAlone);
  }

  /**
   * Joins those who use a database file.
   *
   * @param path Path of the database.
   * @param options How long to wait for one who is alone to take note, milliseconds, and whether
   * this process may count as alone itself.
   * @returns Null when that one did not: it hangs, or was stopped.
   */
  static async join(
    path: string,
    { deadlineMs, mayBeAlone }: { readonly deadlineMs: number; readonly mayBeAlone: boolean },
  ): Promise<Membership | null> {
    const files = await openFiles(path);
    if (files === null) return Membership.fixed(false);
    const untilMs = performance.now() + deadlineMs;
    const { gate, members } = files;
    let isIn = false;
    try {
      isIn = await lockBefore(gate, true, untilMs);
      if (!isIn) return null;
      if (mayBeAlone && await triable(members)?.tryLock(true)) {
        return new Membership(files, true);
      }
      if (await lockBefore(members, false, untilMs, () => gate.writeSync(KNOCK))) {
        return new Membership(files, false);
      }
      gate.close();
      members.close();
      return null;
    } finally {
      if (isIn) await gate.unlock().catch(() => {});
    }
  }

  /** Whether no other process uses the database. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  #watch({ gate, gatePath, members }: LockFiles): void {
    const { size } = gate.statSync();
    this.#timer = setInterval(() => {
      let isKnocking = true;
      try {
        isKnocking = Deno.statSync(gatePath).size !== size;
      } catch {
        // The file was taken away: whoever comes next makes another one, unheard from here.
      }
      if (!isKnocking) return;
      if (this.#isAlone) {
        this.#isAlone = false;
        members.unlockSync();
      }
      // The newcomer holds the gate, so nobody else takes the lock in between. Had it just given up
      // and another one come, that one is alone now and has to be told.
      if (triable(members)?.tryLockSync(false)) clearInterval(this.#timer);
      else gate.writeSync(KNOCK);
    }, LOOK_MS);
    Deno.unrefTimer(this.#timer);
  }

  /** Leaves. */
  close(): void {
    this.#isAlone = false;
    clearInterval(this.#timer);
    this.#files?.gate.close();
    this.#files?.members.close();
  }
}

/** Asks for a lock until it is had (true) or the time is over (false). */
async function lockBefore(
  file: Deno.FsFile,
  isExclusive: boolean,
  untilMs: number,
  beforeTry: () => void = () => {},
): Promise<boolean> {
  let isHad = false;
  const lock = triable(file);
  // A lock that comes after the end of the wait goes with its file.
  if (lock === null) file.lock(isExclusive).then(() => isHad = true, () => {});
  for (;;) {
    beforeTry();
    if (lock !== null) isHad = await lock.tryLock(isExclusive);
    if (isHad) return true;
    if (performance.now() >= untilMs) return false;
    await pause(KNOCK_MS);
  }
}

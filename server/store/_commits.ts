import type { Check, Driver, Mutation } from "./_driver.ts";
import { StoreError } from "./errors.ts";
import { keyText } from "./keys.ts";
import { logMutations } from "./_log.ts";
import { MAX_CHECKS } from "./limits.ts";
import { addWeights, fitsOneCommit, toLogEntry, type Unit, type Weight } from "./_unit.ts";

/** What a commit has to know of an org beside the unit. */
export interface OrgFrame {
  /** Condition that no redo log is being applied, for units that read. */
  readonly gate: Check;
  /** The marker that the org exists, while it may be missing. */
  readonly marker: Mutation | null;
}

/** Something that waits for its turn. */
interface Waiting {
  /** The unit, null for exclusive work. */
  readonly unit: Unit | null;
  /** Milliseconds it may be tried. */
  readonly deadlineMs: number;
  /** Exclusive work. */
  readonly work: (() => Promise<void>) | null;
  /** Ends well: the stamp, or null when a check failed. */
  readonly resolve: (versionstamp: string | null) => void;
  /** Ends badly. */
  readonly reject: (cause: unknown) => void;
}

/** What the queue is made of. */
export interface CommitQueueOptions {
  /** The database. */
  readonly driver: Driver;
  /** Frame of an org. */
  readonly frame: (org: string) => OrgFrame;
  /** Called for each unit after its commit and before its writer goes on. */
  readonly onCommitted: (unit: Unit, versionstamp: string) => void;
}

/** Mutations and checks of units of any orgs as one commit. */
export function frameUnits(
  driver: Driver,
  units: readonly Unit[],
  frame: (org: string) => OrgFrame,
): { mutations: Mutation[]; checks: Check[] } {
  const mutations: Mutation[] = [];
  const checks: Check[] = [];
  const byOrg = new Map<string, Unit[]>();
  for (const unit of units) {
    mutations.push(...unit.mutations);
    checks.push(...unit.checks);
    const list = byOrg.get(unit.org);
    if (list === undefined) byOrg.set(unit.org, [unit]);
    else list.push(unit);
  }
  for (const [org, list] of byOrg) {
    const { gate, marker } = frame(org);
    if (list.some((unit) => unit.checks.length > 0)) checks.push(gate);
    if (marker !== null) mutations.push(marker);
    mutations.push(...logMutations(driver, org, toLogEntry(list.flatMap((unit) => unit.rows))));
  }
  return { mutations, checks };
}

/** A group that is being put together. */
class Group {
  readonly members: Waiting[] = [];
  readonly units: Unit[] = [];
  readonly #touched: Set<string> = new Set();
  readonly #orgs: Set<string> = new Set();
  #weight: Weight = { mutations: 0, bytes: 0, keyBytes: 0, logBytes: 0 };
  #checks = 0;

  /** Takes a unit when the commit stays within limits and no key is touched twice. */
  add(waiting: Waiting, unit: Unit): boolean {
    const weight = addWeights(this.#weight, unit.weight);
    const checks = this.#checks + unit.checks.length;
    const orgs = new Set(this.#orgs).add(unit.org);
    if (this.members.length > 0) {
      if (!fitsOneCommit(weight, orgs.size) || checks + orgs.size > MAX_CHECKS) return false;
      for (const key of unit.touched) if (this.#touched.has(key)) return false;
    }
    this.members.push(waiting);
    this.units.push(unit);
    for (const key of unit.touched) this.#touched.add(key);
    this.#orgs.add(unit.org);
    this.#weight = weight;
    this.#checks = checks;
    return true;
  }
}

/**
 * Commits units one after another, concurrent ones together: a commit costs one disk flush however
 * many writers share it. Each writer goes on only after the commit that holds its unit.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  /** Commits a unit; gives its stamp, or null when a check failed. */
  submit(unit: Unit, deadlineMs: number): Promise<string | null> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ unit, deadlineMs, work: null, resolve, reject });
    });
  }

  /** Runs work while no unit of this process is being committed. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = () => work().then(resolve);
      this.#enqueue({ unit: null, deadlineMs: 0, work: settle, resolve: () => {}, reject });
    });
  }

  /** Waits until nothing is being committed. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#running ??= this.#drain();
  }

  async #drain(): Promise<void> {
    // One turn of the event loop's microtasks lets writers of the same moment share a commit.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#nextGroup();
      if (group.units.length > 0) {
        await this.#commitGroup(group);
        continue;
      }
      const next = this.#waiting.shift();
      await next?.work?.().catch(next.reject);
    }
    this.#running = null;
  }

  #nextGroup(): Group {
    const group = new Group();
    for (const waiting of this.#waiting) {
      if (waiting.unit === null || !group.add(waiting, waiting.unit)) break;
    }
    this.#waiting.splice(0, group.members.length);
    return group;
  }

  async #commitGroup({ members, units }: Group): Promise<void> {
    try {
      const versionstamp = await this.#commit(units, members);
      if (versionstamp !== null) {
        for (const unit of units) this.#options.onCommitted(unit, versionstamp);
        this.#turnAwayLosers(units, versionstamp);
        for (const member of members) member.resolve(versionstamp);
        return;
      }
      if (members.length === 1) {
        for (const member of members) member.resolve(null);
        return;
      }
    } catch (cause) {
      const isHopeless = cause instanceof StoreError &&
        (cause.kind === "busy" || cause.kind === "closed");
      if (isHopeless || members.length === 1) {
        for (const member of members) member.reject(cause);
        return;
      }
    }
    // One member's check failed or one member's data was refused: find out whose.
    for (const [n, member] of members.entries()) {
      const unit = units[n];
      if (unit === undefined) continue;
      const single = new Group();
      single.add(member, unit);
      await this.#commitGroup(single);
    }
  }

  /**
   * Ends waiting units that read a row as it was before this commit: theirs could only fail, and
   * over a network many writers of one row would spend a round trip each to learn that.
   */
  #turnAwayLosers(units: readonly Unit[], versionstamp: string): void {
    if (!this.#waiting.some(({ unit }) => unit !== null && unit.checks.length > 0)) return;
    const written = new Set(
      units.flatMap((unit) => unit.mutations.map((mutation) => keyText(mutation.key))),
    );
    const losers = this.#waiting.filter(({ unit }) =>
      unit?.checks.some((check) =>
        check.versionstamp !== versionstamp && written.has(keyText(check.key))
      )
    );
    for (const loser of losers) {
      this.#waiting.splice(this.#waiting.indexOf(loser), 1);
      loser.resolve(null);
    }
  }

  #commit(units: readonly Unit[], members: readonly Waiting[]): Promise<string | null> {
    const { driver, frame } = this.#options;
    const { mutations, checks } = frameUnits(driver, units, frame);
    return driver.commit(mutations, checks, Math.max(...members.map((m) => m.deadlineMs)));
  }
}

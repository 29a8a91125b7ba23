import { BOOKMARK } from "../learn/records.ts";
import type { OrgStore } from "../store/mod.ts";
import { LEARNING_SERVICES } from "./job_kinds.ts";

/** Users remembered; all are forgotten when there are more. */
const MAX_USERS = 10_000;

/** How long what was read is believed: other processes learn from the user too, milliseconds. */
const BELIEVED_MS = 30_000;

/** What is known of a user. */
interface Known {
  readonly newestSec: number;
  readonly untilMs: number;
}

/**
 * Times of users' newest turns. Turns older than what was learnt from count as learnt from, so a
 * turn must not be stored as older than those before it, also when the clock went back.
 */
export class TurnTimes {
  readonly #known: Map<string, Known> = new Map();

  /** Time of a user's newest turn, Unix seconds, as far as it is known without reading turns. */
  async newestSec(org: OrgStore, user: string): Promise<number> {
    const view = org.loadedView("interaction");
    if (view !== null) return view.selectMetas({ user, limit: 1 })[0]?.created_at ?? 0;
    const name = `${org.name}\0${user}`;
    const known = this.#known.get(name);
    if (known !== undefined && known.untilMs > performance.now()) return known.newestSec;
    const newestSec = await newestLearnt(org, user);
    if (this.#known.size >= MAX_USERS) this.#known.clear();
    this.#known.set(name, { newestSec, untilMs: performance.now() + BELIEVED_MS });
    return newestSec;
  }

  /** Notes that a turn of a user was stored. */
  note(org: OrgStore, user: string, atSec: number): void {
    const name = `${org.name}\0${user}`;
    const known = this.#known.get(name);
    if (known !== undefined && atSec > known.newestSec) {
      this.#known.set(name, { ...known, newestSec: atSec });
    }
  }
}

/** The time up to which every turn of a user counts as learnt from. */
async function newestLearnt(org: OrgStore, user: string): Promise<number> {
  const marks = await Promise.all(LEARNING_SERVICES.map(async (service) => {
    const rows = await Array.fromAsync(org.list(BOOKMARK, { prefix: [service, user] }));
    return rows.map(({ value }) => value.watermark_sec);
  }));
  return Math.max(0, ...marks.flat());
}

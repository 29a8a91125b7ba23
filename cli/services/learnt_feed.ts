import type { Reflexio } from "../../server/mod.ts";
import { pauseMs } from "../interrupt.ts";
import { plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import { oneLine, truncate } from "../render/width.ts";

/** Paths after which something may be learnt. */
const TEACHING = new Set([
  "/api/publish_interaction",
  "/api/rerun_profile_generation",
  "/api/rerun_playbook_generation",
  "/api/manual_profile_generation",
  "/api/manual_playbook_generation",
  "/api/run_playbook_aggregation",
]);

/** How long it is looked for news after the last such request, milliseconds. */
const LOOK_FOR_MS = 5_000;

/** Pause between two looks, milliseconds. */
const LOOK_MS = 500;

/** Records of each kind that one look reads. */
const LOOK = 20;

/** Longest text of a line, cells. */
const MAX_CELLS = 100;

/** Tells what a server of this process learns, by asking it after each publish. */
export class LearntFeed {
  readonly #say: (text: string) => void;
  readonly #showsContent: boolean;
  readonly #seen = new Set<string>();
  readonly #end = new AbortController();
  readonly #sinceSec = Math.floor(Date.now() / 1_000);
  readonly #asked: string[] = [];
  #lastMs = -Infinity;
  #wake: (() => void) | null = null;

  /**
   * @param say Where lines go.
   * @param showsContent Whether texts are shown: to a person at a terminal, not in a log file.
   */
  constructor(say: (text: string) => void, showsContent: boolean) {
    this.#say = say;
    this.#showsContent = showsContent;
  }

  /** Takes note of an answered request. */
  notice(path: string | null): void {
    if (path === null || !TEACHING.has(path)) return;
    this.#lastMs = Date.now();
    this.#wake?.();
  }

  /** Whether an answered request was one of this feed; each is told once. */
  isOwn(path: string | null): boolean {
    const at = path === null ? -1 : this.#asked.indexOf(path);
    if (at >= 0) this.#asked.splice(at, 1);
    return at >= 0;
  }

  /** Begins to look. */
  follow(reflexio: Reflexio, url: string): void {
    void this.#run(reflexio, url);
  }

  /** Ends. */
  close(): void {
    this.#end.abort();
    this.#wake?.();
  }

  async #run(reflexio: Reflexio, url: string): Promise<void> {
    while (!this.#end.signal.aborted) {
      if (Date.now() - this.#lastMs > LOOK_FOR_MS) {
        await new Promise<void>((resolve) => this.#wake = resolve);
        this.#wake = null;
      }
      await pauseMs(LOOK_MS, this.#end.signal);
      if (!this.#end.signal.aborted) await this.#look(reflexio, url);
    }
  }

  async #look(reflexio: Reflexio, url: string): Promise<void> {
    this.#asked.push("/api/get_all_profiles", "/api/get_user_playbooks");
    const [profiles, rules] = await Promise.all([
      ask(reflexio, `${url}/api/get_all_profiles?limit=${LOOK}`),
      ask(reflexio, `${url}/api/get_user_playbooks`, { limit: LOOK }),
    ]);
    const fresh = [
      ...this.#fresh(profiles.user_profiles, "profile_id", "last_modified_timestamp"),
      ...this.#fresh(rules.user_playbooks, "user_playbook_id", "created_at"),
    ];
    if (fresh.length === 0) return;
    if (!this.#showsContent) return this.#say(`learnt ${plural(fresh.length, "item")}`);
    for (const item of fresh) {
      const trigger = typeof item.trigger === "string" ? `${item.trigger} → ` : "";
      const text = truncate(oneLine(trigger + String(item.content)), MAX_CELLS);
      this.#say(`learnt ${String(item.user_id ?? "")}: ${text}`);
    }
  }

  /** Records that were not seen before. */
  #fresh(list: unknown, id: string, time: string): Record<string, unknown>[] {
    if (!Array.isArray(list)) return [];
    return list.filter(isRecord).filter((item) => {
      const key = `${id}${String(item[id])}@${String(item[time])}`;
      if (Number(item[time]) < this.#sinceSec || this.#seen.has(key)) return false;
      this.#seen.add(key);
      return true;
    });
  }
}

/** Asks a server of this process; an empty answer where it refuses (keys are needed). */
async function ask(
  reflexio: Reflexio,
  url: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await reflexio.fetch(
    new Request(url, {
      method: body === undefined ? "GET" : "POST",
      headers: { "user-agent": "reflexio-cli", "content-type": "application/json" },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  const value: unknown = response.ok ? await response.json() : {};
  if (!response.ok) await response.body?.cancel();
  return isRecord(value) ? value : {};
}

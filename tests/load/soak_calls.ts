/** What a soak does. */
export type SoakKind = "publish" | "search" | "context" | "list" | "delete" | "forget";

/** One call. */
export interface SoakCall {
  readonly kind: SoakKind;
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly body: unknown;
}

/** Shares of the calls that are not about leaving. */
const SHARES:
  readonly (readonly [kind: "publish" | "search" | "context" | "list", share: number])[] = [
    ["publish", 0.3],
    ["search", 0.3],
    ["context", 0.25],
    ["list", 0.15],
  ];

/** Calls between two people who come, of whom each takes the place of one who leaves. */
const CALLS_PER_PERSON = 40;

/** One in so many who leave is forgotten; what is known of the others is deleted. */
const FORGOTTEN_ONE_IN = 10;

/** What was learnt of somebody: where it is listed, under which name, and how it is deleted. */
const LEARNT: ReadonlyMap<
  string,
  { readonly list: string; readonly id: string; readonly deletePath: string }
> = new Map([
  ["/api/get_profiles", {
    list: "user_profiles",
    id: "profile_id",
    deletePath: "/api/delete_profiles_by_ids",
  }],
  ["/api/get_user_playbooks", {
    list: "user_playbooks",
    id: "user_playbook_id",
    deletePath: "/api/delete_user_playbooks_by_ids",
  }],
]);

const PLACES = ["Bergen", "Porto", "Graz", "Turku", "Ghent", "Malmö", "Basel", "Cork"];
const THINGS = "invoice refund region deploy allergy peanut train window seat summary table email"
  .split(" ");
const TRADES = ["nurse", "pilot", "baker", "teacher", "translator", "carpenter"];

/** Draws the calls of people who come, talk, are remembered, and leave again. */
export class SoakMix {
  readonly #random: () => number;
  readonly #people: number;
  readonly #requests: Map<string, string[]> = new Map();
  readonly #due: SoakCall[] = [];
  readonly #repeated: WeakSet<SoakCall> = new WeakSet();
  #calls = 0;
  #came = 0;
  #left = 0;

  /**
   * @param random Numbers in [0, 1).
   * @param people How many are there at once.
   */
  constructor(random: () => number, people: number) {
    this.#random = random;
    this.#people = people;
  }

  #pick<T>(values: readonly [T, ...T[]] | readonly T[], otherwise: T): T {
    return values[Math.floor(this.#random() * values.length)] ?? otherwise;
  }

  #person(): string {
    return `person-${this.#left + Math.floor(this.#random() * (this.#came - this.#left))}`;
  }

  #sentence(): string {
    const thing = this.#pick(THINGS, "seat");
    return this.#pick([
      `I live in ${this.#pick(PLACES, "Bergen")}.`,
      `I work as a ${this.#pick(TRADES, "nurse")}.`,
      `I'm allergic to ${thing}.`,
      `From now on always mention the ${thing} in your answers.`,
      `How do I change the ${thing} of my order from last week?`,
      `Thanks, the ${thing} works now, I had only forgotten to save it.`,
    ], "Good morning.");
  }

  /** The next call. */
  next(): SoakCall {
    if (this.#calls++ % CALLS_PER_PERSON === 0) this.#came++;
    if (this.#came - this.#left > this.#people) this.#leave(`person-${this.#left++}`);
    return this.#due.shift() ?? this.#draw();
  }

  #draw(): SoakCall {
    const user_id = this.#person();
    let share = this.#random();
    const [kind] = SHARES.find(([, part]) => (share -= part) < 0) ?? SHARES[0] ?? ["list"];
    const query = this.#sentence();
    switch (kind) {
      case "publish": {
        const turns = 1 + Math.floor(this.#random() * 3);
        const interaction_data_list = Array.from({ length: turns }, () => [
          { role: "User", content: this.#sentence() },
          { role: "Assistant", content: "I have taken note of that and will see to it." },
        ]).flat();
        const body = { user_id, session_id: `of-${user_id}`, interaction_data_list };
        return { kind, method: "POST", path: "/api/publish_interaction", body };
      }
      case "search":
        return { kind, method: "POST", path: "/api/search_profiles", body: { user_id, query } };
      case "context":
        return { kind, method: "POST", path: "/api/search", body: { user_id, query, top_k: 8 } };
      default: {
        const path = this.#random() < 0.5 ? "/api/get_profiles" : "/api/get_interactions";
        return { kind: "list", method: "POST", path, body: { user_id, top_k: 30 } };
      }
    }
  }

  /** Takes note of an answer; what was stored has to go again one day. */
  noteAnswer({ kind, body }: SoakCall, answer: unknown): void {
    const { request_id } = answer as { readonly request_id?: unknown };
    const { user_id } = body as { readonly user_id?: unknown };
    if (kind !== "publish" || typeof request_id !== "string" || typeof user_id !== "string") return;
    const known = this.#requests.get(user_id) ?? [];
    known.push(request_id);
    this.#requests.set(user_id, known);
  }

  #leave(user_id: string): void {
    if (this.#left % FORGOTTEN_ONE_IN === 0) {
      this.#due.push({
        kind: "forget",
        method: "POST",
        path: "/api/forget_user",
        body: { user_id },
      });
    } else {
      const request_ids = this.#requests.get(user_id) ?? [];
      const path = "/api/delete_requests_by_ids";
      if (request_ids.length > 0) {
        this.#due.push({ kind: "delete", method: "DELETE", path, body: { request_ids } });
      }
      for (const path of LEARNT.keys()) {
        this.#due.push({ kind: "delete", method: "POST", path, body: { user_id, top_k: 100 } });
      }
    }
    this.#requests.delete(user_id);
  }

  /**
   * Calls that follow an answer: what a list of somebody who leaves has shown is deleted, and
   * forgetting is repeated once where a publish of the same moment came in behind it.
   */
  follow(call: SoakCall, answer: unknown): SoakCall[] {
    const { kind, path } = call;
    const { success } = answer as { readonly success?: unknown };
    if (kind === "forget" && success === false && !this.#repeated.has(call)) {
      this.#repeated.add(call);
      return [call];
    }
    const learnt = kind === "delete" ? LEARNT.get(path) : undefined;
    if (learnt === undefined) return [];
    const items =
      (answer as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[
        learnt.list
      ];
    if (items === undefined || items.length === 0) return [];
    const body = { [`${learnt.id}s`]: items.map((item) => item[learnt.id]) };
    return [{ kind, method: "DELETE", path: learnt.deletePath, body }];
  }
}

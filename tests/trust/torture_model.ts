import { openStore } from "../../server/store/mod.ts";
import { sleep } from "./torture_servers.ts";

/** A publish as its client knows it. */
export interface Published {
  /** Its user; each publish has one of its own. */
  readonly user: string;
  /** Its turns, each text used once in a run. */
  readonly turns: readonly string[];
  /** Where the person lives, which is to be learnt once. */
  readonly city: string;
  /** What the server called it. */
  readonly requestId: string;
  /** Whether its removal was acknowledged. */
  isDeleted: boolean;
}

/** What was promised to clients, and what turned out otherwise. */
export class Model {
  readonly published: Published[] = [];
  readonly violations: string[] = [];

  /** Notes something that must not be. */
  violate(text: string): void {
    if (this.violations.length < 50) this.violations.push(text);
  }

  /** Compares every stored row with what was acknowledged. */
  async checkRows(kv: string): Promise<number> {
    await using store = await openStore({ url: kv });
    const org = store.org("self-host-org");
    const turns = await org.view("interaction");
    const rows = await turns.rows(turns.ids());
    if (rows.length !== turns.size) this.violate(`${turns.size - rows.length} rows are unreadable`);
    const byRequest = Map.groupBy(rows, (row) => row.request_id);
    const requests = await org.view("request");
    for (const publish of this.published) this.#checkPublish(publish, byRequest, requests);
    const known = new Set(this.published.map(({ requestId }) => requestId));
    for (const id of requests.ids()) if (!known.has(id)) this.violate(`Request ${id} is unknown`);
    for (const id of byRequest.keys()) {
      if (!known.has(id)) this.violate(`Turns of ${id} are unknown`);
    }
    const profiles = await org.view("profile");
    const learnt = await profiles.rows(profiles.ids());
    this.#checkLearnt(Map.groupBy(learnt, (row) => row.user_id));
    const { problems } = await store.checkOrg("self-host-org");
    for (const problem of problems) this.violate(`Check: ${problem.kind} at ${problem.key}`);
    return rows.length;
  }

  #checkPublish(
    { requestId, turns, isDeleted, user }: Published,
    byRequest: ReadonlyMap<string, readonly { content: string; interaction_id: number }[]>,
    requests: { meta(id: string): unknown },
  ): void {
    const stored = (byRequest.get(requestId) ?? [])
      .toSorted((a, b) => a.interaction_id - b.interaction_id).map((row) => row.content);
    const wanted = isDeleted ? [] : turns;
    if (JSON.stringify(stored) !== JSON.stringify(wanted)) {
      this.violate(`${user}: ${stored.length} turns stored, ${wanted.length} acknowledged`);
    }
    if ((requests.meta(requestId) === undefined) !== isDeleted) {
      this.violate(`${user}: its request is ${isDeleted ? "still" : "not"} there`);
    }
  }

  #checkLearnt(byUser: ReadonlyMap<string, readonly { content: string }[]>): void {
    for (const { user, city, isDeleted } of this.published) {
      const homes = (byUser.get(user) ?? []).filter((row) => row.content.includes(city));
      const isRight = homes.length === 1 || (isDeleted && homes.length === 0);
      if (!isRight) this.violate(`${user}: ${homes.length} profiles name ${city}`);
    }
  }

  /** Waits until no job is left; those given up are a violation. */
  async waitForJobs(url: string, limitMs: number): Promise<void> {
    const untilMs = performance.now() + limitMs;
    for (;;) {
      const response = await fetch(`${url}/api/jobs?limit=100`);
      const { jobs } = await response.json() as { jobs: readonly { state: string }[] };
      if (jobs.length === 0) return;
      const poisoned = jobs.filter(({ state }) => state === "poisoned").length;
      if (poisoned > 0) return this.violate(`${poisoned} jobs were given up`);
      if (performance.now() > untilMs) {
        return this.violate(`${jobs.length} jobs have not ended: ${JSON.stringify(jobs[0])}`);
      }
      await sleep(100);
    }
  }

  /** Compares searches of all servers, the last of which has just built its index. */
  async checkSearches(urls: readonly string[], queries: readonly string[]): Promise<void> {
    for (const query of queries) {
      const answers = await Promise.all(urls.map(async (url) => {
        const response = await fetch(`${url}/api/search_interactions`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ user_id: query, query: "Where does the person live?", top_k: 10 }),
        });
        const { interactions } = await response.json() as {
          interactions: readonly { interaction_id: number }[];
        };
        return JSON.stringify(interactions?.map((row) => row.interaction_id));
      }));
      if (new Set(answers).size !== 1) this.violate(`Search for ${query}: ${answers.join(" / ")}`);
    }
  }
}

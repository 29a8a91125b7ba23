import { assertEquals } from "@std/assert";
import { seeded } from "../bench/measure.ts";
import { type ServerProcess, startServerProcess } from "../support/server_process.ts";

/** `REFLEXIO_FAULT_FULL=1` publishes all 300 conversations through 10 kills; else a sixth of that. */
const FULL = Deno.env.get("REFLEXIO_FAULT_FULL") === "1";
const CONVERSATIONS = FULL ? 300 : 60;
const KILLS = FULL ? 10 : 3;
const CLIENTS = 8;

/** What this test reads of a publish payload. */
interface Payload {
  readonly user_id: string;
  readonly interaction_data_list: readonly { readonly content?: string }[];
}

/** What the server gives back for a stored turn. */
interface StoredTurn {
  readonly interaction_id: number;
  readonly request_id: string;
  readonly user_id: string;
  readonly content: string;
}

/** The server of the moment; after a kill the next one on the same file. */
class Restarting {
  #current: Promise<ServerProcess>;
  readonly #kv: string;

  constructor(kv: string) {
    this.#kv = kv;
    this.#current = startServerProcess({ kv });
  }

  /** The running server, or the one that is being started. */
  get current(): Promise<ServerProcess> {
    return this.#current;
  }

  /** Kills the server at whatever it is doing and starts the next one. */
  async kill(): Promise<void> {
    const server = await this.#current;
    this.#current = server.stop("SIGKILL").then(() => startServerProcess({ kv: this.#kv }));
    await this.#current;
  }
}

/** Publishes until an answer comes, always under the same idempotency key. */
async function publishUntilAnswered(
  servers: Restarting,
  payload: Payload,
  key: string,
): Promise<string> {
  for (;;) {
    const { url } = await servers.current;
    try {
      const response = await fetch(`${url}/api/publish_interaction`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(payload),
      });
      const answer = await response.json() as { success?: boolean; request_id?: string };
      if (response.status === 200 && answer.success === true && answer.request_id !== undefined) {
        return answer.request_id;
      }
      if (response.status < 500) throw new Error(`Publish refused: ${JSON.stringify(answer)}`);
    } catch (error) {
      // A killed server cuts the connection or the answer; anything else is a real failure.
      if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
    }
  }
}

/** Reads JSON of a GET path. */
async function getJson<T>(url: string, path: string): Promise<T> {
  const response = await fetch(url + path);
  return await response.json() as T;
}

/** Waits until no job is left that could still run. */
async function waitForJobs(url: string): Promise<void> {
  for (;;) {
    const { jobs } = await getJson<{ jobs: readonly { state: string; kind: string }[] }>(
      url,
      "/api/jobs",
    );
    const open = jobs.filter((job) => job.kind !== "session_evaluation");
    assertEquals(open.filter((job) => job.state === "poisoned"), []);
    if (open.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

Deno.test("S-180 every acknowledged publish is stored exactly once through repeated SIGKILL", async () => {
  const seed = Number(Deno.env.get("REFLEXIO_SEED") ?? 20261125);
  const random = seeded(seed);
  const directory = await Deno.makeTempDir({ prefix: "reflexio-fault-" });
  const lines = (await Deno.readTextFile(new URL("./data/conversations.jsonl", import.meta.url)))
    .trim().split("\n").slice(0, CONVERSATIONS);
  const payloads = lines.map((line) => JSON.parse(line) as Payload);
  const servers = new Restarting(`${directory}/fault.db`);
  try {
    const requestIds = new Map<number, string>();
    let next = 0;
    const client = async () => {
      for (let i = next++; i < payloads.length; i = next++) {
        const payload = payloads[i];
        if (payload) requestIds.set(i, await publishUntilAnswered(servers, payload, `key-${i}`));
      }
    };
    const killer = async () => {
      for (let kill = 1; kill <= KILLS; kill++) {
        // The next kill falls when a random share of the remaining work is done.
        const due = Math.floor(payloads.length * (kill - random()) / (KILLS + 1));
        while (requestIds.size < due) await new Promise((resolve) => setTimeout(resolve, 1));
        await servers.kill();
      }
    };
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, client)]);

    const { url } = await servers.current;
    await waitForJobs(url);
    const { interactions } = await getJson<{ interactions: readonly StoredTurn[] }>(
      url,
      "/api/get_all_interactions?limit=10000",
    );
    const byRequest = Map.groupBy(interactions, (turn) => turn.request_id);
    assertEquals(new Set(requestIds.values()).size, payloads.length, `seed ${seed}`);
    assertEquals(byRequest.size, payloads.length, `seed ${seed}`);
    for (const [i, requestId] of requestIds) {
      const stored = (byRequest.get(requestId) ?? [])
        .toSorted((a, b) => a.interaction_id - b.interaction_id)
        .map((turn) => turn.content);
      assertEquals(
        stored,
        payloads[i]?.interaction_data_list.map((turn) => turn.content ?? ""),
        `conversation ${i}, seed ${seed}`,
      );
    }
  } finally {
    await (await servers.current).stop();
    await Deno.remove(directory, { recursive: true });
  }
});

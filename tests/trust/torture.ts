/**
 * Server processes on one database under random faults, while clients publish, read and remove; then
 * every row is compared with what was acknowledged. Prints one JSON object; ends with 1 when
 * anything was lost, doubled, half written or found otherwise.
 *
 * Usage: `deno run -A --unstable-kv tests/trust/torture.ts` (options: `--seconds 600`,
 * `--clients 16`, `--servers 3`, `--seed 1`, `--denokv` for a real `denokv` server).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";
import { DENOKV_MISSING, type DenokvServer, findDenokv, startDenokv } from "./denokv_server.ts";
import { Model, type Published } from "./torture_model.ts";
import { Cluster, type Fault, sleep } from "./torture_servers.ts";

/** Options of {@link torture}. */
export interface TortureOptions {
  /** Where the data are. */
  readonly kv: string;
  /** How long faults and clients go on, seconds. */
  readonly seconds: number;
  /** Clients. */
  readonly clients: number;
  /** Server processes. */
  readonly servers: number;
  /** Seed of everything random. */
  readonly seed: number;
  /** Pause of a client between two calls, milliseconds, on average. */
  readonly pauseMs: number;
  /** Pause between two faults, milliseconds, on average. */
  readonly faultEveryMs: number;
  /** Further faults of the database itself, by name. */
  readonly databaseFaults?: Readonly<Record<string, () => Promise<void>>>;
  /** Told when a phase ends. */
  readonly onPhase?: (text: string) => void;
}

/** What a run did and found. */
export interface TortureReport {
  readonly seed: number;
  readonly seconds: number;
  readonly published: number;
  readonly deleted: number;
  readonly retried: number;
  readonly rows: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

const CITIES = ["Bergen", "Lisbon", "Nairobi", "Osaka", "Quito", "Riga", "Tampere", "Utrecht"];

/** Longest wait for one answer, milliseconds. */
const CALL_MS = 12_000;

/** One client: calls one after another, each until it is answered. */
class Client {
  retried = 0;
  readonly #cluster: Cluster;
  readonly #model: Model;
  readonly #random: () => number;
  readonly #name: string;
  readonly #own: Published[] = [];

  constructor(name: string, cluster: Cluster, model: Model, random: () => number) {
    this.#name = name;
    this.#cluster = cluster;
    this.#model = model;
    this.#random = random;
  }

  /** Calls until a server answers for good. */
  async #call(path: string, body: unknown, key?: string): Promise<Record<string, unknown>> {
    for (;;) {
      try {
        const response = await fetch(this.#cluster.anyUrl() + path, {
          method: path.startsWith("/api/delete_") ? "DELETE" : "POST",
          headers: {
            "Content-Type": "application/json",
            ...key === undefined ? {} : { "Idempotency-Key": key },
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(CALL_MS),
        });
        const answer: unknown = await response.json();
        const isObject = typeof answer === "object" && answer !== null;
        const fields = isObject ? { ...answer } as Record<string, unknown> : {};
        if (response.status === 200 && fields["success"] !== false) return fields;
        if (response.status < 500 && response.status !== 200) {
          this.#model.violate(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
          return {};
        }
      } catch (error) {
        // A killed server cuts the connection or the answer, a stopped one is silent.
        const isExpected = error instanceof TypeError || error instanceof SyntaxError ||
          error instanceof DOMException;
        if (!isExpected) throw error;
      }
      this.retried++;
      await sleep(20 + this.#random() * 100);
    }
  }

  async #publish(n: number): Promise<void> {
    const user = `${this.#name}-u${n}`;
    const city = CITIES[Math.floor(this.#random() * CITIES.length)] ?? "Bergen";
    const extra = Math.floor(this.#random() * 4);
    const turns = [
      `I live in ${city}.`,
      ...Array.from({ length: extra }, (_, k) => `Ticket ${user}-${k} is open.`),
    ];
    const answer = await this.#call("/api/publish_interaction", {
      user_id: user,
      interaction_data_list: turns.map((content) => ({ role: "User", content })),
    }, user);
    const requestId = String(answer["request_id"]);
    const published: Published = { user, turns, city, requestId, isDeleted: false };
    this.#model.published.push(published);
    this.#own.push(published);
    await this.#check(published);
  }

  /** What was acknowledged by one server is seen through any other. */
  async #check({ user, turns, isDeleted }: Published): Promise<void> {
    const answer = await this.#call("/api/get_interactions", { user_id: user });
    const { interactions } = answer;
    const count = Array.isArray(interactions) ? interactions.length : -1;
    const wanted = isDeleted ? 0 : turns.length;
    if (count !== wanted) this.#model.violate(`${user}: read ${count} of ${wanted} turns`);
  }

  async #delete(): Promise<void> {
    const target = this.#own[Math.floor(this.#random() * this.#own.length)];
    if (target === undefined || target.isDeleted) return;
    await this.#call("/api/delete_requests_by_ids", { request_ids: [target.requestId] });
    target.isDeleted = true;
    await this.#check(target);
  }

  /** Goes on until the time is over. */
  async run(untilMs: number, pauseMs: number): Promise<void> {
    for (let n = 0; performance.now() < untilMs; n++) {
      await this.#publish(n);
      if (this.#random() < 0.1) await this.#delete();
      await sleep(this.#random() * 2 * pauseMs);
    }
  }
}

/** Faults until the time is over. */
async function hurt(
  cluster: Cluster,
  options: TortureOptions,
  random: () => number,
  untilMs: number,
) {
  const { faultEveryMs, databaseFaults = {} } = options;
  const kinds: Fault[] = ["kill", "stop", "disk_full", "kill", "stop", "disk_full", "restart"];
  const ofDatabase = Object.entries(databaseFaults);
  // Files of a database server are not those of our processes.
  const usable = ofDatabase.length === 0 ? kinds : kinds.filter((kind) => kind !== "disk_full");
  const counts: Record<string, number> = {};
  while (performance.now() < untilMs) {
    await sleep(random() * 2 * faultEveryMs);
    const [name, hurtDatabase] = ofDatabase[Math.floor(random() * ofDatabase.length)] ?? [];
    if (name !== undefined && hurtDatabase !== undefined && random() < 0.3) {
      await hurtDatabase();
      counts[name] = (counts[name] ?? 0) + 1;
    } else await cluster.hurt(usable[Math.floor(random() * usable.length)] ?? "kill");
  }
  return counts;
}

/** Says on standard error how far a run is. */
function say(text: string): void {
  // deno-lint-ignore no-console
  console.error(text);
}

/** Runs clients and faults, waits for the work that is left, and compares. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { kv, seconds, seed } = options;
  const random = seeded(seed);
  const model = new Model();
  const cluster = new Cluster({ kv, size: options.servers, random });
  await cluster.start();
  const untilMs = performance.now() + seconds * 1_000;
  const clients = Array.from(
    { length: options.clients },
    (_, n) => new Client(`c${n}`, cluster, model, seeded(seed * 1_000 + n)),
  );
  const [ofDatabase] = await Promise.all([
    hurt(cluster, options, random, untilMs),
    ...clients.map((client) => client.run(untilMs, options.pauseMs)),
  ]);
  options.onPhase?.(`Clients are done: ${model.published.length} publishes`);
  // Who publishes without a pause is ahead of who learns, most of all through a hurt KV server.
  await model.waitForJobs(cluster.anyUrl(), Math.max(180_000, seconds * 1_000));
  options.onPhase?.("Jobs are done");
  await cluster.addFresh();
  const some = model.published.filter((_, n) => n % Math.ceil(model.published.length / 40) === 0);
  await model.checkSearches(cluster.urls, some.map(({ user }) => user));
  await cluster.close();
  for (const problem of cluster.problems) model.violate(problem);
  const rows = await model.checkRows(kv);
  return {
    seed,
    seconds,
    published: model.published.length,
    deleted: model.published.filter(({ isDeleted }) => isDeleted).length,
    retried: clients.reduce((sum, client) => sum + client.retried, 0),
    rows,
    faults: { ...cluster.faults, ...ofDatabase },
    violations: model.violations,
  };
}

/** What can happen to a `denokv` server. */
export function faultsOf(
  server: DenokvServer,
  random: () => number,
): NonNullable<TortureOptions["databaseFaults"]> {
  return {
    database_kill: () => server.restart(),
    database_disk_full: () => server.fillDisk(random(), 100 + random() * 1_000),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      seconds: { type: "string", default: "600" },
      clients: { type: "string", default: "16" },
      servers: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      denokv: { type: "boolean", default: false },
    },
  });
  const folder = await Deno.makeTempDir({ prefix: "reflexio-torture-" });
  const program = values.denokv ? findDenokv() : null;
  if (values.denokv && program === null) {
    say(`Skipped: ${DENOKV_MISSING}`);
    Deno.exit(0);
  }
  const server = program === null ? null : await startDenokv(program);
  const report = await torture({
    kv: server?.url ?? `${folder}/torture.db`,
    seconds: Number(values.seconds),
    clients: Number(values.clients),
    servers: Number(values.servers),
    seed: Number(values.seed),
    pauseMs: 250,
    faultEveryMs: 900,
    onPhase: say,
    ...server === null ? {} : { databaseFaults: faultsOf(server, seeded(Number(values.seed))) },
  });
  await server?.[Symbol.asyncDispose]();
  await Deno.remove(folder, { recursive: true });
  // deno-lint-ignore no-console
  console.log(JSON.stringify(report, null, 2));
  Deno.exit(report.violations.length === 0 ? 0 : 1);
}

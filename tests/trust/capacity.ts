/**
 * How many processes and how much disk a number of orgs needs: measured costs of one org, and a
 * simulation of which orgs are in memory when requests come by popularity. The figures behind the
 * capacity table of docs/scaling.md.
 *
 * Usage: `deno run tests/trust/capacity.ts` (options: `--bytes-per-turn`, `--memory-per-turn`,
 * `--ms-per-thousand-rows`, `--requests-per-second`).
 *
 * @module
 */
import { parseArgs } from "node:util";
import { seeded } from "../bench/measure.ts";

/** Measured costs. */
interface Costs {
  /** Bytes on disk a stored turn takes, with what is learnt from it and the change log. */
  readonly bytesPerTurn: number;
  /** Bytes of memory a turn takes while its org is loaded. */
  readonly memoryPerTurn: number;
  /** Time to load 1,000 rows of an org that is not in memory, milliseconds. */
  readonly msPerThousandRows: number;
  /** Requests a process answers in a second when orgs are in memory. */
  readonly requestsPerSecond: number;
}

/** A situation to compute. */
interface Scenario {
  readonly orgs: number;
  readonly turnsPerOrg: number;
  /** Requests of all orgs together, a second. */
  readonly requestsPerSecond: number;
  readonly processes: number;
  /** Memory a process may use for loaded orgs, GiB. */
  readonly gibPerProcess: number;
}

/** What a scenario comes to. */
interface Outcome {
  readonly diskGib: number;
  readonly orgsInMemory: number;
  readonly hitPercent: number;
  /** Share of a core that answering and loading take, of each process; over 1 is too much. */
  readonly load: number;
}

/** Requests that are simulated, and how many of them warm the memory up. */
const DRAWS = 600_000;
const WARM_UP = 300_000;

/** Draws a rank by popularity: Zipf with exponent 1, by inversion of its continuous form. */
function zipfRank(random: () => number, count: number): number {
  return Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;
}

/** Share of requests whose org is among those last used. */
function hitRatio(orgs: number, kept: number): number {
  if (kept >= orgs) return 1;
  const random = seeded(1);
  // Begins with the most popular orgs in memory, which is close to where it would settle.
  const recent = new Map<number, true>();
  for (let org = kept - 1; org >= 0; org--) recent.set(org, true);
  let hits = 0;
  for (let n = 0; n < DRAWS; n++) {
    const org = zipfRank(random, orgs);
    const isHit = recent.delete(org);
    recent.set(org, true);
    if (recent.size > kept) {
      for (const oldest of recent.keys()) {
        recent.delete(oldest);
        break;
      }
    }
    if (n >= WARM_UP && isHit) hits++;
  }
  return hits / (DRAWS - WARM_UP);
}

/** Computes a scenario; requests of an org always go to the same process. */
function outcomeOf(costs: Costs, scenario: Scenario): Outcome {
  const { orgs, turnsPerOrg, processes, gibPerProcess, requestsPerSecond } = scenario;
  const bytesPerOrg = costs.memoryPerTurn * turnsPerOrg;
  const keptAll = Math.floor((processes * gibPerProcess * 2 ** 30) / bytesPerOrg);
  const orgsInMemory = Math.min(orgs, keptAll);
  const hits = hitRatio(orgs, orgsInMemory);
  const loadMs = costs.msPerThousandRows * turnsPerOrg / 1_000;
  const perProcess = requestsPerSecond / processes;
  const load = perProcess / costs.requestsPerSecond + perProcess * (1 - hits) * loadMs / 1_000;
  return {
    diskGib: Math.round(orgs * turnsPerOrg * costs.bytesPerTurn / 2 ** 30),
    orgsInMemory,
    hitPercent: Math.round(hits * 1_000) / 10,
    load: Math.round(load * 100) / 100,
  };
}

const SCENARIOS: readonly Scenario[] = [
  { orgs: 1, turnsPerOrg: 100_000, requestsPerSecond: 50, processes: 1, gibPerProcess: 2 },
  { orgs: 100, turnsPerOrg: 5_000, requestsPerSecond: 50, processes: 1, gibPerProcess: 4 },
  { orgs: 10_000, turnsPerOrg: 1_000, requestsPerSecond: 200, processes: 4, gibPerProcess: 8 },
  { orgs: 100_000, turnsPerOrg: 1_000, requestsPerSecond: 1_000, processes: 24, gibPerProcess: 8 },
  {
    orgs: 1_000_000,
    turnsPerOrg: 1_000,
    requestsPerSecond: 5_000,
    processes: 150,
    gibPerProcess: 8,
  },
];

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      "bytes-per-turn": { type: "string", default: "2000" },
      "memory-per-turn": { type: "string", default: "5000" },
      "ms-per-thousand-rows": { type: "string", default: "75" },
      "requests-per-second": { type: "string", default: "400" },
    },
  });
  const costs: Costs = {
    bytesPerTurn: Number(values["bytes-per-turn"]),
    memoryPerTurn: Number(values["memory-per-turn"]),
    msPerThousandRows: Number(values["ms-per-thousand-rows"]),
    requestsPerSecond: Number(values["requests-per-second"]),
  };
  for (const scenario of SCENARIOS) {
    // deno-lint-ignore no-console
    console.log(JSON.stringify({ ...scenario, ...outcomeOf(costs, scenario) }));
  }
}

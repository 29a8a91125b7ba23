/**
 * A process that writes to a store until it is killed and prints each unit it was told is durable:
 * `deno run -A --unstable-kv tests/fault/store_child.ts FILE FIRST`. Each unit is a request with
 * turns, a counter, and a job whose effect is another counter; some are over one commit's limits.
 *
 * @module
 */
import { JobRunner, stageJob } from "../../server/jobs/mod.ts";
import { openStore, type PlainKind, plainKind, type Store } from "../../server/store/mod.ts";
import { makeInteraction, makeRequest } from "../support/rows.ts";

/** Sums kept beside the rows: units written, and units whose job was done. */
export const SUM: PlainKind<readonly [name: string], number> = plainKind("sum");

/** Turns of unit `n`: every 15th does not fit one commit. */
export function turnsOf(n: number): number {
  return n % 15 === 7 ? 1_100 : 1 + n % 5;
}

/** Adds one to a sum for each job of a run, in the commit that ends them. */
export function makeRunner(store: Store): JobRunner {
  return new JobRunner({
    store,
    handlers: {
      count: (run) =>
        run.commit(async (tx) => {
          tx.set(SUM, ["done"], ((await tx.read(SUM, ["done"])) ?? 0) + run.jobs.length);
        }),
    },
  });
}

/** Writes unit `n`. */
async function writeUnit(store: Store, n: number): Promise<void> {
  const org = store.org("acme");
  const ids = await org.nextIds("interaction", turnsOf(n));
  await org.write(async (tx) => {
    const sum = (await tx.read(SUM, ["written"])) ?? 0;
    tx.set(SUM, ["written"], sum + 1);
    tx.put("request", makeRequest({ request_id: `r${n}` }), { isNew: true });
    for (const id of ids) {
      const content = n % 9 === 0 ? "long ".repeat(15_000) : `turn of ${n}`;
      tx.put("interaction", makeInteraction({ interaction_id: id, request_id: `r${n}`, content }));
    }
    await stageJob(tx, { kind: "count", scope: `user ${n % 3}`, payload: n });
  });
}

if (import.meta.main) {
  const [url = ":memory:", first = "0"] = Deno.args;
  const store = await openStore({ url });
  makeRunner(store).start();
  const print = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
  print("started");
  for (let n = Number(first);; n++) {
    await writeUnit(store, n);
    print(String(n));
  }
}

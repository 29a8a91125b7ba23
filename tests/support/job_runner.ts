import {
  type JobHandler,
  type JobRef,
  JobRunner,
  type NewJob,
  stageJob,
} from "../../server/jobs/mod.ts";
import { openStore, type OrgStore, type Store } from "../../server/store/mod.ts";
import { FakeClock } from "./fake_clock.ts";

/** A promise that others fulfil. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** Lets everything else have a turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** A store and runner on a clock of their own. */
export async function setUp(
  handlers: Readonly<Record<string, JobHandler>>,
  options: { readonly url?: string; readonly clock?: FakeClock; readonly concurrency?: number } =
    {},
) {
  const clock = options.clock ?? new FakeClock();
  const store = await openStore({ url: options.url ?? ":memory:", now: () => clock.nowMs() });
  const { concurrency = 4 } = options;
  const runner = new JobRunner({ store, handlers, clock, concurrency, random: () => 0.5 });
  const org = store.org("acme");
  const close = async () => {
    await runner.close();
    await store.close();
  };
  return { clock, store, runner, org, [Symbol.asyncDispose]: close };
}

/** Stages a job in a commit of its own. */
export async function stage(org: OrgStore, job: Partial<NewJob> = {}): Promise<JobRef> {
  const { result } = await org.write((tx) =>
    stageJob(tx, { kind: "learn", scope: "anna", payload: null, ...job })
  );
  return result;
}

/** Names of database rows by table and kind, to see what is left. */
export async function leftovers(store: Store): Promise<string[]> {
  const left: string[] = [];
  for await (const { key } of store.dump("acme")) if (key[0] === "p") left.push(String(key[2]));
  return left;
}

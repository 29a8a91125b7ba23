/**
 * Speed of the store alone: `deno run -A --unstable-kv tests/bench/store_bench.ts [file]`.
 *
 * @module
 */
import { openStore, type OrgStore, plainKind } from "../../server/store/mod.ts";
import { JobRunner, stageJob, waitForJobs } from "../../server/jobs/mod.ts";
import { makeInteraction, makeProfile, makeRequest } from "../support/rows.ts";

const JOB = plainKind<readonly [string, string], unknown>("bench_job");
const IDEMPOTENCY = plainKind<readonly [string], string>("bench_idempotency");

/** One line of the result. */
interface Figure {
  readonly name: string;
  readonly samplesMs: readonly number[];
}

/** The value below which a share of the samples lies. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}

/** Runs `work` and keeps the duration of each run. */
async function measure(
  name: string,
  runs: number,
  work: (n: number) => Promise<unknown>,
): Promise<Figure> {
  const samplesMs: number[] = [];
  for (let n = 0; n < runs; n++) {
    const startedMs = performance.now();
    await work(n);
    samplesMs.push(performance.now() - startedMs);
  }
  return { name, samplesMs };
}

/** What a publish of six turns writes: request, turns, idempotency record, two jobs. */
async function publish(org: OrgStore, n: number): Promise<void> {
  const ids = await org.nextIds("interaction", 6);
  const user = `user-${n % 50}`;
  const requestId = crypto.randomUUID();
  await org.write(async (tx) => {
    await tx.read(IDEMPOTENCY, [requestId]);
    tx.set(IDEMPOTENCY, [requestId], requestId);
    tx.put("request", makeRequest({ request_id: requestId, user_id: user }), { isNew: true });
    for (const id of ids) {
      tx.put("interaction", makeInteraction({ interaction_id: id, user_id: user }));
    }
    tx.set(JOB, [user, requestId], { kind: "profile_generation" });
    tx.set(JOB, [user, `${requestId}b`], { kind: "playbook_generation" });
  });
}

/** Writes rows quickly. */
async function fill(org: OrgStore, count: number): Promise<void> {
  for (let at = 0; at < count; at += 400) {
    await org.write((tx) => {
      for (let n = at; n < Math.min(at + 400, count); n++) {
        tx.put("profile", makeProfile({ profile_id: `p${n}`, user_id: `u${n % 100}` }), {
          isNew: true,
          vector: new Uint8Array(512),
        });
      }
    });
  }
}

if (import.meta.main) {
  const folder = await Deno.makeTempDir();
  const url = Deno.args[0] ?? `${folder}/bench.db`;
  const figures: Figure[] = [];
  {
    await using store = await openStore({ url });
    const org = store.org("bench");
    await measure("warm", 100, (n) => publish(org, n));
    figures.push(await measure("publish of 6 turns, alone", 500, (n) => publish(org, n)));
    await org.view("interaction");
    figures.push(
      await measure("publish, then caught-up view", 300, async (n) => {
        await publish(org, n);
        await org.view("interaction");
      }),
    );
    figures.push(await measure("catch-up with nothing new", 2_000, () => org.catchUp()));
    figures.push(
      await measure(
        "8 publishers at once, each publish",
        60,
        (n) => Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((m) => publish(org, n * 8 + m))),
      ),
    );
    await fill(store.org("big"), 10_000);
    await using runner = new JobRunner({ store, handlers: { learn: () => Promise.resolve() } });
    runner.start();
    figures.push(
      await measure("job from commit to its end", 300, async (n) => {
        const { result } = await org.write((tx) =>
          stageJob(tx, { kind: "learn", scope: `user-${n % 50}`, payload: n })
        );
        await waitForJobs(store, [result]);
      }),
    );
  }
  for (let run = 0; run < 3; run++) {
    await using store = await openStore({ url });
    const org = store.org("big");
    figures.push(await measure("hydrate 10,000 profiles", 1, () => org.view("profile")));
    const view = await org.view("profile");
    const ids = view.select({ limit: 10 });
    if (run === 2) figures.push(await measure("10 rows by view", 500, () => view.rows(ids)));
    if (run === 2) {
      figures.push(await measure("10 rows by key", 500, () => org.getMany("profile", ids)));
    }
  }
  for (const { name, samplesMs } of figures) {
    const p50 = quantile(samplesMs, 0.5).toFixed(3);
    const p95 = quantile(samplesMs, 0.95).toFixed(3);
    const line = `${name.padEnd(40)} p50 ${p50.padStart(9)} ms   p95 ${p95.padStart(9)} ms\n`;
    Deno.stdout.writeSync(new TextEncoder().encode(line));
  }
  await Deno.remove(folder, { recursive: true });
}

import { assert, assertEquals } from "@std/assert";
import { openStore, type Store } from "../../server/store/mod.ts";
import { makeRunner, SUM, turnsOf } from "./store_child.ts";

/** Kills of the run; the long one is asked for by the environment. */
const KILLS = Number(Deno.env.get("REFLEXIO_FAULT_KILLS") ?? "4");

/** Runs the writer, kills it after some acknowledged units, and gives their numbers. */
async function writeUntilKilled(url: string, first: number, units: number): Promise<number[]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--unstable-kv",
      new URL("./store_child.ts", import.meta.url).pathname,
      url,
      String(first),
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const acknowledged: number[] = [];
  let text = "";
  for await (const part of child.stdout.pipeThrough(new TextDecoderStream())) {
    text += part;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line !== "started") acknowledged.push(Number(line));
    if (acknowledged.length >= units) {
      child.kill("SIGKILL");
      break;
    }
  }
  await child.status;
  return acknowledged;
}

/** Units whose request is there; each must have all its turns. */
async function wholeUnits(store: Store): Promise<number[]> {
  const org = store.org("acme");
  const requests = await org.view("request");
  const turns = new Map<string, number>();
  for (const meta of (await org.view("interaction")).selectMetas()) {
    turns.set(meta.request_id, (turns.get(meta.request_id) ?? 0) + 1);
  }
  const units = requests.ids().map((id) => Number(id.slice(1)));
  for (const n of units) assertEquals(turns.get(`r${n}`), turnsOf(n), `unit ${n}`);
  assertEquals(turns.size, units.length, "no turn without its request");
  return units;
}

Deno.test("kill -9 at any moment loses no acknowledged unit, halves none, and every job is done once", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  const acknowledged = new Set<number>();
  let next = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const units = 3 + (kill * 7) % 17;
    for (const n of await writeUntilKilled(url, next, units)) acknowledged.add(n);
    // The unit under way at the kill may or may not be there; its number is not used again.
    next = Math.max(next, ...acknowledged) + 2;
    await using store = await openStore({ url, now: () => Date.now() + 3_600_000 });
    const present = new Set(await wholeUnits(store));
    for (const n of acknowledged) assert(present.has(n), `unit ${n} was acknowledged`);
    assertEquals(await store.org("acme").read(SUM, ["written"]), present.size);
    const { problems } = await store.checkOrg("acme");
    assertEquals(problems, [], `after kill ${kill}`);
  }
  {
    await using store = await openStore({ url });
    await using runner = makeRunner(store);
    runner.start();
    await runner.drain();
    const org = store.org("acme");
    assertEquals(await org.read(SUM, ["done"]), await org.read(SUM, ["written"]));
    assertEquals(runner.stats().poisoned, 0);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("two processes on one file, each killed again and again, lose nothing and do each job once", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  const acknowledged = new Set<number>();
  const lane = async (base: number) => {
    let next = base;
    for (let kill = 0; kill < Math.ceil(KILLS / 2); kill++) {
      for (const n of await writeUntilKilled(url, next, 8 + kill % 5)) {
        acknowledged.add(n);
        next = Math.max(next, n);
      }
      next += 2;
    }
  };
  await Promise.all([lane(0), lane(100_000)]);
  {
    await using store = await openStore({ url, now: () => Date.now() + 3_600_000 });
    const present = new Set(await wholeUnits(store));
    for (const n of acknowledged) assert(present.has(n), `unit ${n} was acknowledged`);
    await using runner = makeRunner(store);
    runner.start();
    await runner.drain();
    assertEquals(await store.org("acme").read(SUM, ["written"]), present.size);
    assertEquals(await store.org("acme").read(SUM, ["done"]), present.size);
    assertEquals((await store.checkOrg("acme")).problems, []);
  }
  await Deno.remove(folder, { recursive: true });
});

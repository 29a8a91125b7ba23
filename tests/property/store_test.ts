import { assertEquals } from "@std/assert";
import {
  type AnyChange,
  type Follower,
  type ListedKind,
  openStore,
  type OrgStore,
  plainKind,
  type ProfileRow,
  type Store,
} from "../../server/store/mod.ts";
import { BASE_SEC, makeProfile } from "../support/rows.ts";

const SUM = plainKind<readonly [string], number>("sum");

/** Numbers in [0, 1) that repeat with the seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Keeps contents by id, as a search index would. */
class Mirror implements Follower {
  readonly contents: Map<string, string> = new Map();

  reset(_kind: ListedKind): void {
    this.contents.clear();
  }

  hydrate(_kind: ListedKind, rows: readonly AnyChange[]): void {
    this.apply(rows);
  }

  apply(changes: readonly AnyChange[]): void {
    for (const change of changes) {
      if (change.kind !== "profile") continue;
      if (change.row === null) this.contents.delete(change.id);
      else this.contents.set(change.id, change.row.content);
    }
  }
}

/** The truth: rows by id. */
type Model = Map<string, ProfileRow>;

/** Ids of a model as a view orders them, oldest first. */
function orderedIds(model: Model): string[] {
  return [...model.values()]
    .sort((a, b) =>
      a.last_modified_timestamp - b.last_modified_timestamp ||
      (a.profile_id < b.profile_id ? -1 : 1)
    )
    .map((row) => row.profile_id);
}

/** Compares everything a store shows with the model. */
async function assertSame(org: OrgStore, mirror: Mirror | null, model: Model, hint: string) {
  const view = await org.view("profile");
  const ids = orderedIds(model);
  assertEquals(view.ids(), ids, hint);
  assertEquals(await view.rows(ids), ids.map((id) => model.get(id)), hint);
  for (const user of new Set([...model.values()].map((row) => row.user_id))) {
    const own = ids.filter((id) => model.get(id)?.user_id === user);
    assertEquals(view.idsOfUser(user), own, hint);
  }
  if (mirror === null) return;
  const contents = [...model].map(([id, row]) => [id, row.content]).sort();
  assertEquals([...mirror.contents].sort(), contents, hint);
}

/** One random change, made in the store and in the model. */
async function step(org: OrgStore, model: Model, random: () => number): Promise<void> {
  const pick = (count: number) => Math.floor(random() * count);
  const fresh = () =>
    makeProfile({
      profile_id: `p${pick(25)}`,
      user_id: `u${pick(4)}`,
      content: pick(12) === 0 ? `${pick(9)}`.repeat(70_000) : `content ${pick(1_000)}`,
      last_modified_timestamp: BASE_SEC + pick(10),
    });
  const choice = pick(10);
  if (choice < 5) {
    const rows = Array.from({ length: 1 + pick(4) }, fresh);
    await org.write((tx) => rows.forEach((row) => tx.put("profile", row)));
    for (const row of rows) model.set(row.profile_id, row);
  } else if (choice < 7) {
    const id = `p${pick(25)}`;
    await org.write((tx) => tx.delete("profile", id));
    model.delete(id);
  } else if (choice < 9) {
    const id = `p${pick(25)}`;
    const { result } = await org.write(async (tx) => {
      const row = await tx.get("profile", id);
      if (row === null) return null;
      const next = { ...row, content: `${row.content.slice(0, 20)}!` };
      tx.put("profile", next);
      return next;
    });
    if (result !== null) model.set(id, result);
  } else {
    await org.write(async (tx) => {
      const ids = [...model.keys()];
      for (const row of await tx.getMany("profile", ids)) {
        if (row !== null) tx.put("profile", { ...row, status: "archived" });
      }
    });
    for (const [id, row] of model) model.set(id, { ...row, status: "archived" });
  }
}

for (const seed of [1, 20_261_125, 77]) {
  Deno.test(`any run of changes through two stores shows the same as the model (seed ${seed})`, async () => {
    const folder = await Deno.makeTempDir();
    const url = `${folder}/a.db`;
    const random = randomFrom(seed);
    const model: Model = new Map();
    {
      const stores: Store[] = [
        await openStore({ url, maxLogEntries: 8, rowCacheBytes: 400_000 }),
        await openStore({ url }),
      ];
      const orgs = stores.map((store) => store.org("acme"));
      const mirrors = orgs.map((org) => {
        const mirror = new Mirror();
        org.follow(["profile"], mirror);
        return mirror;
      });
      for (let n = 0; n < 120; n++) {
        const at = Math.floor(random() * 2);
        const org = orgs[at];
        if (org !== undefined) await step(org, model, random);
        const seen = Math.floor(random() * 4);
        const watched = orgs[seen];
        const mirror = mirrors[seen];
        if (watched === undefined || mirror === undefined) continue;
        await watched.catchUp(["profile"]);
        await assertSame(watched, mirror, model, `seed ${seed} step ${n}`);
      }
      for (const [n, org] of orgs.entries()) {
        await org.catchUp(["profile"]);
        await assertSame(org, mirrors[n] ?? null, model, `seed ${seed} end`);
      }
      await using fresh = await openStore({ url });
      await assertSame(fresh.org("acme"), null, model, `seed ${seed} fresh`);
      assertEquals((await fresh.checkOrg("acme")).problems, []);
      for (const store of stores) await store.close();
    }
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("two stores that race on one file count every unit once and converge", async () => {
  const folder = await Deno.makeTempDir();
  const url = `${folder}/a.db`;
  {
    await using first = await openStore({ url });
    await using second = await openStore({ url });
    const work = async (store: Store, flow: string) => {
      const org = store.org("acme");
      for (let n = 0; n < 25; n++) {
        const id = `${flow}-${n}`;
        await org.write(async (tx) => {
          tx.set(SUM, ["n"], ((await tx.read(SUM, ["n"])) ?? 0) + 1);
          tx.put("profile", makeProfile({ profile_id: id, user_id: flow }), { isNew: true });
        });
        const view = await org.view("profile");
        if (view.meta(id) === undefined) throw new Error(`${id} is not seen by its own writer`);
        if (n % 5 === 4) await org.write((tx) => tx.delete("profile", id));
      }
    };
    await Promise.all([
      work(first, "a"),
      work(first, "b"),
      work(second, "c"),
      work(second, "d"),
    ]);
    assertEquals(await first.org("acme").read(SUM, ["n"]), 100);
    const views = [
      await first.org("acme").view("profile"),
      await second.org("acme").view("profile"),
    ];
    assertEquals(views[0]?.ids(), views[1]?.ids());
    assertEquals(views[0]?.size, 80);
  }
  await Deno.remove(folder, { recursive: true });
});

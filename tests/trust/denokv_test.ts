import { assert, assertEquals, assertRejects } from "@std/assert";
import { JobRunner, stageJob } from "../../server/jobs/mod.ts";
import { migrate, openStore, plainKind, StoreError } from "../../server/store/mod.ts";
import { createReflexio, type Reflexio } from "../../server/mod.ts";
import { makeInteraction, makeProfile, makeRequest } from "../support/rows.ts";
import { DENOKV_MISSING, type DenokvServer, findDenokv, startDenokv } from "./denokv_server.ts";

const DENOKV = findDenokv();
const COUNTER = plainKind<readonly [string], number>("counter");

/** A test against a server of its own; skipped, with the reason in its name, where there is none. */
function remoteTest(name: string, work: (server: DenokvServer) => Promise<void>): void {
  Deno.test({
    name: DENOKV === null ? `${name} (skipped: ${DENOKV_MISSING})` : name,
    ignore: DENOKV === null,
    // The KV client keeps timers of its own after closing.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      await using server = await startDenokv(DENOKV ?? "");
      await work(server);
    },
  });
}

remoteTest(
  "a denokv server keeps rows, parts, vectors and units over every limit",
  async (server) => {
    {
      await using store = await openStore({ url: server.url });
      const org = store.org("acme");
      const vector = Uint8Array.from({ length: 2_048 }, (_, n) => n % 256);
      const [first = 0] = await org.nextIds("interaction", 2);
      await org.write((tx) => {
        tx.put("request", makeRequest());
        tx.put("interaction", makeInteraction({ interaction_id: first }), { vector });
        tx.put(
          "interaction",
          makeInteraction({ interaction_id: first + 1, content: "ø".repeat(2e5) }),
        );
      });
      // 1,500 rows and over 3 MB, four times a commit's limits.
      await org.write((tx) => {
        for (let n = 0; n < 1_500; n++) {
          tx.put("profile", makeProfile({ profile_id: `p${n}`, content: "x".repeat(2_000) }));
        }
      });
      // 40 rows read and written: more than the ten checks a server allows.
      await org.write(async (tx) => {
        const rows = await tx.getMany("profile", Array.from({ length: 40 }, (_, n) => `p${n}`));
        for (const row of rows) if (row !== null) tx.put("profile", { ...row, content: "short" });
      });
    }
    await server.restart();
    await using store = await openStore({ url: server.url });
    const org = store.org("acme");
    assertEquals((await org.view("profile")).size, 1_500);
    const rows = await org.getMany("profile", ["p39", "p40"]);
    assertEquals(rows.map((row) => row?.content.length), [5, 2_000]);
    assertEquals((await org.get("interaction", 2))?.content.length, 200_000);
    assertEquals((await store.checkOrg("acme")).problems, []);
    assert(await store.deleteOrg("acme") > 1_500);
    assertEquals(await store.orgs(), []);
  },
);

remoteTest(
  "three stores on a denokv server race for rows and ids, and see each other",
  async (server) => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: server.url })));
    const orgs = stores.map((store) => store.org("acme"));
    const ids: number[] = [];
    await Promise.all(orgs.flatMap((org, n) =>
      Array.from({ length: 12 }, async () => {
        await org.write(async (tx) => {
          tx.set(COUNTER, ["n"], ((await tx.read(COUNTER, ["n"])) ?? 0) + 1);
        });
        const id = await org.nextId("interaction");
        ids.push(id);
        await org.write((tx) =>
          tx.put("interaction", makeInteraction({ interaction_id: id, user_id: `u${n}` }))
        );
        // What was acknowledged here is found by everybody at once.
        for (const other of orgs) {
          assert((await other.view("interaction")).meta(id) !== undefined);
        }
      })
    ));
    assertEquals(new Set(ids).size, 36);
    for (const org of orgs) {
      assertEquals(await org.read(COUNTER, ["n"]), 36);
      assertEquals((await org.view("interaction")).size, 36);
    }
    await Promise.all(stores.map((store) => store.close()));
  },
);

remoteTest("jobs of a denokv server are done once by two runners", async (server) => {
  await using store = await openStore({ url: server.url });
  await using second = await openStore({ url: server.url });
  const org = store.org("acme");
  await org.write(async (tx) => {
    for (let n = 0; n < 30; n++) {
      await stageJob(tx, { kind: "count", scope: `s${n % 6}`, payload: n });
    }
  });
  const runners = [store, second].map((own) =>
    new JobRunner({
      store: own,
      pollMs: 20,
      handlers: {
        count: async (run) => {
          await run.commit(async (tx) => {
            tx.set(
              COUNTER,
              [run.scope],
              ((await tx.read(COUNTER, [run.scope])) ?? 0) + run.jobs.length,
            );
          });
        },
      },
    })
  );
  for (const runner of runners) runner.start();
  const scopes = Array.from({ length: 6 }, (_, n) => [`s${n}`] as const);
  const done = async () => {
    const counts = await org.readMany(COUNTER, scopes);
    return counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  };
  while (await done() < 30) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const runner of runners) await runner.close();
  assertEquals(await org.readMany(COUNTER, scopes), [5, 5, 5, 5, 5, 5]);
});

remoteTest(
  "a denokv server that is killed while it is written to loses nothing acknowledged",
  async (server) => {
    const store = await openStore({ url: server.url });
    const org = store.org("acme");
    const acknowledged = new Set<string>();
    let isOver = false;
    const writers = Array.from({ length: 4 }, async (_, n) => {
      for (let k = 0; !isOver; k++) {
        const id = `w${n}-${k}`;
        await org.write((tx) => tx.put("profile", makeProfile({ profile_id: id })));
        acknowledged.add(id);
      }
    });
    for (let kills = 1; kills <= 2; kills++) {
      while (acknowledged.size < kills * 60) await new Promise((resolve) => setTimeout(resolve, 2));
      await server.restart();
    }
    isOver = true;
    await Promise.all(writers);
    await store.close();
    await using after = await openStore({ url: server.url });
    const view = await after.org("acme").view("profile");
    assertEquals([...acknowledged].filter((id) => view.meta(id) === undefined), []);
    assertEquals((await after.checkOrg("acme")).problems, []);
  },
);

remoteTest(
  "a denokv server whose disk is full keeps what was acknowledged, and goes on",
  async (server) => {
    await using store = await openStore({ url: server.url, deadlineMs: 20_000 });
    const org = store.org("acme");
    const put = (n: number) =>
      org.write((tx) =>
        tx.put("profile", makeProfile({ profile_id: `p${n}`, content: "x".repeat(5_000) }))
      );
    for (let n = 0; n < 30; n++) await put(n);
    // Refused writes are tried again until there is space.
    const full = server.fillDisk(0, 700);
    for (let n = 30; n < 34; n++) await put(n);
    await full;
    await put(34);
    const view = await org.view("profile");
    assertEquals((await view.rows(view.ids())).length, 35);
    assertEquals((await store.checkOrg("acme")).problems, []);
  },
);

remoteTest(
  "openStore() says what to do without the token and without the server",
  async (server) => {
    const token = Deno.env.get("DENO_KV_ACCESS_TOKEN") ?? "";
    Deno.env.delete("DENO_KV_ACCESS_TOKEN");
    try {
      const missing = await assertRejects(() => openStore({ url: server.url }), StoreError);
      assert(missing.message.includes("set DENO_KV_ACCESS_TOKEN"), missing.message);
    } finally {
      Deno.env.set("DENO_KV_ACCESS_TOKEN", token);
    }
    // A port that is never given out: that of an ended server may be another's by now.
    const dead = await assertRejects(() => openStore({ url: "http://127.0.0.1:1" }), StoreError);
    assert(dead.message.includes("cannot be reached"), dead.message);
    assertEquals(dead.isRetryable, true);
  },
);

remoteTest("migrate() moves a file to a denokv server and back", async (server) => {
  const folder = await Deno.makeTempDir();
  const from = `${folder}/from.db`;
  {
    await using store = await openStore({ url: from });
    for (const name of ["acme", "beta"]) {
      await store.org(name).write((tx) => {
        for (let n = 0; n < 400; n++) {
          tx.put("profile", makeProfile({ profile_id: `p${n}`, content: "x".repeat(n * 10) }));
        }
        tx.put("profile", makeProfile({ profile_id: "long", content: "ø".repeat(300_000) }));
      });
    }
  }
  const there = await migrate({ from, to: server.url });
  {
    await using store = await openStore({ url: server.url });
    assertEquals((await store.org("beta").view("profile")).size, 401);
  }
  const back = await migrate({ from: server.url, to: `${folder}/back.db` });
  assertEquals(back.sourceSha256, there.sourceSha256);
  await using store = await openStore({ url: `${folder}/back.db` });
  assertEquals((await store.org("acme").get("profile", "long"))?.content.length, 300_000);
  assertEquals((await store.checkOrg("acme")).problems, []);
  await Deno.remove(folder, { recursive: true });
});

remoteTest(
  "two whole servers on a denokv server publish, learn, search and forget as one",
  async (server) => {
    await using first = await createReflexio({ kv: server.url });
    await using second = await createReflexio({ kv: server.url });
    const call = async (reflexio: Reflexio, path: string, body: unknown) => {
      const response = await reflexio.fetch(
        new Request(`http://localhost${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
      assertEquals(response.status, 200);
      return await response.json();
    };
    await Promise.all(
      Array.from(
        { length: 8 },
        (_, n) =>
          call(n % 2 === 0 ? first : second, "/api/publish_interaction?wait_for_response=true", {
            user_id: `user-of-denokv-${n}`,
            interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
          }),
      ),
    );
    for (const reflexio of [first, second]) {
      for (let n = 0; n < 8; n++) {
        const user_id = `user-of-denokv-${n}`;
        const found = await call(reflexio, "/api/search_profiles", { user_id, query: "Bergen" });
        assertEquals(found.user_profiles.length, 1);
      }
    }
    const { report } = await call(second, "/api/forget_user", { user_id: "user-of-denokv-3" });
    assertEquals(report.left, {});
    const gone = await call(first, "/api/get_profiles", { user_id: "user-of-denokv-3" });
    assertEquals(gone.user_profiles, []);
  },
);

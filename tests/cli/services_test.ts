import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { oldRunFilePath } from "../../cli/services/run_file.ts";
import { Sandbox } from "./command_line.ts";

/** A port that was free a moment ago. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** Starts a server in the foreground and waits for its ready line. */
async function startForeground(
  box: Sandbox,
  args: readonly string[],
): Promise<{ url: string; output: () => string; end: (signal: Deno.Signal) => Promise<number> }> {
  const child = box.spawn(["services", "start", ...args]);
  await child.stdin.close();
  let text = "";
  const ready = Promise.withResolvers<string>();
  const reading = (async () => {
    for await (const part of child.stdout.pipeThrough(new TextDecoderStream())) {
      text += part;
      const url = /ready at (http:\S+)/.exec(text)?.[1];
      if (url !== undefined) ready.resolve(url);
    }
    ready.reject(new Error(`No ready line: ${text}`));
  })();
  const errors = new Response(child.stderr).text();
  const url = await ready.promise;
  return {
    url,
    output: () => text,
    end: async (signal) => {
      child.kill(signal);
      const { code } = await child.status;
      await Promise.all([reading, errors]);
      return code;
    },
  };
}

Deno.test("L-092 L-094 L-095 L-097 L-098 L-099 a server in the foreground, from start to stop", async () => {
  await using box = await Sandbox.create();
  const port = freePort();
  const kv = `${box.home}/data/memory.db`;
  const flags = ["--backend-port", `${port}`, "--kv", kv];
  const server = await startForeground(box, [...flags, "--no-reload", "--only", "backend"]);
  const text = server.output();
  assertMatch(text, /^=+ NEW REFLEXIO SERVER START \d{4}-/);
  assertStringIncludes(text, "[backend ]");
  assertMatch(text, /Learning with: embedded/);
  assertStringIncludes(await box.read(`.reflexio/run/${port}.json`), kv);
  assertEquals(Deno.readTextFileSync(kv).length > 0, true);

  const status = await box.run(["services", "status", "--json"]);
  assertEquals(JSON.parse(status.stdout).data.map(({ state }: { state: string }) => state), [
    "healthy",
  ]);
  const again = await box.run(["services", "start", ...flags]);
  assertEquals(again.code, 0, again.stderr);
  assertStringIncludes(again.stderr, "runs already");
  const bare = await box.run(["services", "start"], { env: { REFLEXIO_PORT: `${port}` } });
  assertEquals(bare.code, 0, "no other file was asked for");
  assertStringIncludes(bare.stderr, kv);
  const unlike = ["services", "start", "--backend-port", `${port}`, "--kv", `${box.home}/x.db`];
  const other = await box.run(unlike);
  assertEquals(other.code, 1);
  const unnamed = await box.run([
    "publish",
    "--user-id",
    "ada",
    "--user-message",
    "I live in Bergen",
    "--agent-response",
    "",
    "--wait",
  ]);
  assertEquals(unnamed.code, 0, "without an address the server of this machine is meant");

  assertEquals(await server.end("SIGTERM"), 0);
  assertMatch(server.output(), /POST +\/api\/publish_interaction 200 self-host-org .*ms/);
  assertStringIncludes(server.output(), "Stopped");
  assert(!box.files().some((path) => path.startsWith(".reflexio/run/")));
  Deno.listen({ hostname: "127.0.0.1", port }).close();

  const kept = await startForeground(box, flags);
  const list = await box.run(["user-profiles", "list"]);
  assertStringIncludes(list.stdout, "Bergen", "a second run sees the data of the first");
  assertEquals(await kept.end("SIGINT"), 0);
});

Deno.test("L-090 L-096 L-099 detached: start, logs, restart, stop; a note of a dead one is removed", async () => {
  await using box = await Sandbox.create();
  const port = freePort();
  const flags = ["--backend-port", `${port}`];
  const started = await box.run([
    "services",
    "start",
    "--detach",
    ...flags,
    "--kv",
    "m.db",
    "--json",
  ]);
  assertEquals(started.code, 0, started.stderr);
  const { pid, log, url } = JSON.parse(started.stdout).data;
  try {
    assertEquals((await box.run(["status", "check", "--server-url", url])).code, 0);
    const run = JSON.parse(await box.read(`.reflexio/run/${port}.json`));
    assertEquals([run.pid, run.log], [pid, log]);
    assertStringIncludes(
      (await box.run(["services", "logs", "-n", "3"])).stdout,
      "ready at",
    );
    const restarted = await box.run(["services", "restart", "--json"]);
    assertEquals(restarted.code, 0, restarted.stderr);
    const fresh = JSON.parse(restarted.stdout).data;
    assert(fresh.pid !== pid && fresh.kv === `${box.home}/m.db`);
  } finally {
    const stopped = await box.run(["services", "stop"]);
    assertEquals(stopped.code, 0, stopped.stderr);
    assertStringIncludes(stopped.stderr, `port ${port}`, "the one that runs is meant");
  }
  assertEquals((await box.run(["status", "check", "--server-url", url])).code, 1);
  const nothing = await box.run(["services", "stop", ...flags]);
  assertEquals(nothing.code, 0);
  assertStringIncludes(nothing.stderr, "No server runs");
  await box.write(
    `.reflexio/run/${port}.json`,
    JSON.stringify({
      pid: Deno.pid,
      processStart: "1",
      port,
      url,
      kv: "x",
      log: null,
      startedAt: "",
    }),
  );
  const stale = await box.run(["services", "stop", ...flags]);
  assertEquals(stale.code, 0);
  if (Deno.build.os === "linux") assertStringIncludes(stale.stderr, "was removed");
});

Deno.test("L-098 a foreign listener is named with the next free port; L-095 a failed start exits 1", async () => {
  await using box = await Sandbox.create();
  await using foreign = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => new Response("x"),
  );
  const { port } = foreign.addr;
  const taken = await box.run(["services", "start", "--backend-port", `${port}`]);
  assertEquals(taken.code, 1);
  if (Deno.build.os === "linux") assertStringIncludes(taken.stderr, `by process ${Deno.pid}`);
  assertMatch(taken.stderr, /Port \d+ is free: reflexio services start --backend-port \d+/);
  await box.write("no-database.db", "this is no database");
  const failed = await box.run([
    "services",
    "start",
    "--detach",
    "--backend-port",
    `${freePort()}`,
    "--kv",
    `${box.home}/no-database.db`,
  ]);
  assertEquals(failed.code, 1, failed.stderr);
  assertStringIncludes(failed.stderr, "Look at ");
});

Deno.test("L-091 L-093 L-100 words and ports are checked; --storage is written down in both files", async () => {
  await using box = await Sandbox.create();
  const bad = await box.run(["services", "start", "--only", "backend, nonsense"]);
  assertEquals(bad.code, 2);
  assertEquals((await box.run(["services", "start", "--storage", "mongo"])).code, 2);
  const docs = await box.run(["services", "start", "--only", "docs"]);
  assertEquals(docs.code, 0);
  assertStringIncludes(docs.stderr, "part of the server");
  await box.write(".reflexio/.env", `OPENAI_API_KEY="k"\n`);
  const port = `${freePort()}`;
  const server = await startForeground(box, [
    "--backend-port",
    port,
    "--kv",
    ":memory:",
    "--storage",
    "disk",
  ]);
  assertEquals(await server.end("SIGTERM"), 0);
  assertStringIncludes(await box.read(".reflexio/.env"), `REFLEXIO_STORAGE="disk"`);
  const config = JSON.parse(await box.read(".reflexio/configs/config_self-host-org.json"));
  assertEquals(config.storage_config, { dir_path: `${box.home}/.reflexio/disk-storage` });
  const local = await box.run(["config", "local", "--json"]);
  assertEquals(JSON.parse(local.stdout).data.persisted_storage, "disk");
});

Deno.test("L-096 the name of the old run file", async () => {
  assertMatch(await oldRunFilePath({ backend: 8081 }), /reflexio_services_43cd2de5\.json$/);
  assertMatch(
    await oldRunFilePath({ docs: 8082, backend: 8081 }),
    /reflexio_services_bff2520c\.json$/,
  );
});

Deno.test("L-174 L-175 hooks start one server of this machine when none answers", async () => {
  await using box = await Sandbox.create();
  const port = freePort();
  const env = { REFLEXIO_URL: `http://127.0.0.1:${port}`, REFLEXIO_KV: `${box.home}/hook.db` };
  const [first, second] = await Promise.all([
    box.run(["hook", "claude-code", "session-start"], { env, stdin: "{}" }),
    box.run(["hook", "claude-code", "user-prompt-submit"], {
      env,
      stdin: JSON.stringify({ prompt: "how do we deploy" }),
    }),
  ]);
  assertEquals([first?.code, first?.stdout, second?.code, second?.stdout], [0, "{}\n", 0, ""]);
  try {
    // The server answers a moment before whoever started it has seen that, and takes the guard away.
    const isGuarded = () => box.files().includes(".reflexio/logs/.server-starting");
    for (let look = 0; look < 400; look++) {
      if ((await box.run(["status", "check"], { env })).code === 0 && !isGuarded()) break;
    }
    assertEquals((await box.run(["status", "check"], { env })).code, 0);
    const log = await box.read(".reflexio/logs/hook.log");
    assertEquals(log.match(/started a server/g)?.length, 1, log);
    assert(!isGuarded(), "the guard is gone");
  } finally {
    assertEquals((await box.run(["services", "stop", "--backend-port", `${port}`])).code, 0);
  }
});

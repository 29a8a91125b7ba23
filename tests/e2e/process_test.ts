import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { temporaryFolder, until } from "../support/api.ts";
import { startServerProcess } from "../support/server_process.ts";

const MAIN = `${import.meta.dirname}/../../server/main.ts`;

/** Runs `server/main.ts` to its end. */
async function run(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--unstable-kv", "-A", MAIN, ...args],
    stdin: "null",
    env: { NO_COLOR: "1", ...options.env },
    ...options.cwd === undefined ? {} : { cwd: options.cwd },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

Deno.test("main answers --help and --version, and refuses what it does not know", async () => {
  const [help, version, unknown] = await Promise.all([
    run(["--", "--help"]),
    run(["--version"]),
    run(["--prot", "1"]),
  ]);
  assertEquals([help.code, help.stdout.includes("--port")], [0, true]);
  assert(/^\d+\.\d+\.\d+\n$/.test(version.stdout));
  assertEquals(unknown.code, 2);
  assertStringIncludes(unknown.stderr, "--prot");
});

Deno.test("main refuses to serve every address without keys, unless told so", async () => {
  const refused = await run(["--host", "0.0.0.0", "--port", "0", "--kv", ":memory:"]);
  assertEquals(refused.code, 2);
  assertStringIncludes(refused.stderr, "--allow-unauthenticated");
});

Deno.test("main says who to ask when the port is taken", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    const { port } = listener.addr;
    const taken = await run(["--port", String(port), "--kv", ":memory:"]);
    assertEquals(taken.code, 1);
    assertStringIncludes(taken.stderr, `127.0.0.1:${port}`);
    assertStringIncludes(taken.stderr, "--port");
    assertEquals(taken.stderr.trim().split("\n").length, 1);
  } finally {
    listener.close();
  }
});

Deno.test("main says why a database cannot be opened", async () => {
  await using folder = await temporaryFolder();
  await Deno.writeTextFile(`${folder.path}/x.db`, "not a database, and long enough ".repeat(200));
  const broken = await run(["--port", "0", "--kv", `${folder.path}/x.db`]);
  assertEquals(broken.code, 1);
  assertStringIncludes(broken.stderr, "damaged or not a database");
});

Deno.test("main reads .env, prints its block without colour and ends with 0 on SIGTERM", async () => {
  await using folder = await temporaryFolder();
  await using server = await startServerProcess({
    kv: `${folder.path}/data/x.db`,
    env: { REFLEXIO_AGENT_VERSION: "v5" },
  });
  await until(() => Promise.resolve(server.output().includes("Ctrl-C")));
  const output = server.output();
  assertEquals(output.includes("\u001b"), false);
  for (const part of ["Reflexio", "/docs", "x.db", "embedded"]) assertStringIncludes(output, part);
  const published = await fetch(`${server.url}/api/publish_interaction?wait_for_response=true`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user_id: "ana", interaction_data_list: [{ content: "hi" }] }),
  });
  assertEquals((await published.json()).success, true);
  assertEquals(await server.stop("SIGTERM"), 0);
  const stored = await Deno.stat(`${folder.path}/data/x.db`);
  assertEquals(stored.isFile, true);
});

Deno.test("S-180 S-186 work that was queued when the process was killed is done by the next one", async () => {
  await using folder = await temporaryFolder();
  const kv = `${folder.path}/x.db`;
  {
    await using server = await startServerProcess({ kv });
    for (let n = 0; n < 5; n++) {
      const response = await fetch(`${server.url}/api/publish_interaction`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          user_id: `u${n}`,
          interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
        }),
      });
      assertEquals(response.status, 200);
      await response.body?.cancel();
    }
    await server.stop("SIGKILL");
  }
  await using server = await startServerProcess({ kv });
  await until(async () => {
    const response = await fetch(`${server.url}/api/get_all_profiles`);
    const { user_profiles } = await response.json();
    return user_profiles.length === 5;
  });
  assertEquals(await server.stop("SIGINT"), 0);
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Answerer, deadUrl, Recorder, Sandbox } from "./command_line.ts";

const CONFIG = {
  storage_config: null,
  batch_size: 10,
  batch_interval: 5,
  agent_context_prompt: null,
  api_key_config: { openai: { api_key: "sk-abcdefghijklmnop" } },
};

const WITH_CONFIG: Answerer = ({ route }) => route === "GET /api/get_config" ? CONFIG : undefined;

Deno.test("L-101 config show prints JSON with secrets masked; --all keeps nulls, --reveal shows", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(WITH_CONFIG);
  const { env } = server;
  const human = await box.run(["config", "show"], { env });
  assertEquals(JSON.parse(human.stdout).api_key_config.openai.api_key, "sk-a...op");
  assert(!("agent_context_prompt" in JSON.parse(human.stdout)));
  const all = await box.run(["config", "show", "--all", "--json"], { env });
  assertEquals(JSON.parse(all.stdout).data.agent_context_prompt, null);
  const open = await box.run(["config", "show", "--reveal"], { env });
  assertStringIncludes(open.stdout, "sk-abcdefghijklmnop");
});

Deno.test("L-102 config local works without a server", async () => {
  await using box = await Sandbox.create();
  const { code, stdout, stderr } = await box.run(["config", "local", "--json"]);
  assertEquals(code, 0, stderr);
  assertEquals(JSON.parse(stdout).data, {
    config_file: `${box.home}/.reflexio/configs/config_self-host-org.json`,
    persisted_storage: null,
    resolved_storage: "sqlite",
    resolved_mode: "local",
  });
});

Deno.test("L-002 L-069 L-107 config set merges without storage_config and replaces with it", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(WITH_CONFIG);
  const { env } = server;
  const partial = await box.run(["config", "set", "--data", `{"batch_size": 20}`], { env });
  assertEquals(partial.code, 0, partial.stderr);
  assertEquals([server.last.body.batch_size, server.last.body.batch_interval], [20, 5]);
  assertStringIncludes(partial.stderr, "batch_size: 10 → 20");
  await box.run(["config", "set", "--data", `{"storage_config": null, "batch_size": 7}`], { env });
  assertEquals(server.last.body, { storage_config: null, batch_size: 7 });
  await box.run(["config", "set", "llm_config.generation_model_name", "gpt-x"], { env });
  assertEquals(server.last.body.llm_config, { generation_model_name: "gpt-x" });
  const before = server.requests.length;
  const dry = await box.run(["config", "set", "batch_size", "9", "--dry-run", "--json"], { env });
  assertEquals(JSON.parse(dry.stdout).data.changes, [{ path: "batch_size", before: 10, after: 9 }]);
  assertEquals(server.requests.length, before + 1, "the present one was read, nothing was sent");
  for (
    const args of [[], ["--data", "{}", "--file", "x"], ["--data", "{"], ["--data", "[]"], [
      "batch_size",
      "0",
    ]]
  ) {
    const { code } = await box.run(["config", "set", ...args], { env });
    assertEquals(code, 2, args.join(" "));
  }
});

Deno.test("config get, diff and validate", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(WITH_CONFIG);
  const { env } = server;
  assertEquals((await box.run(["config", "get", "batch_size"], { env })).stdout, "10\n");
  assertEquals((await box.run(["config", "get", "nothing"], { env })).code, 1);
  await box.write("wanted.json", `{"batch_size": 30}`);
  const diff = await box.run(["config", "diff", "wanted.json"], { env });
  assertEquals(diff.stdout, "  batch_size: 10 → 30\n");
  assertEquals((await box.run(["config", "validate", "wanted.json"])).code, 0);
  await box.write("wrong.json", `{"batch_size": 2, "batch_interval": 5, "odd": 1}`);
  const wrong = await box.run(["config", "validate", "wrong.json"]);
  assertEquals(wrong.code, 2);
  assertStringIncludes(wrong.stderr, "odd: unknown setting");
  const near = await box.run(["config", "set", "batch_siz", "12"], { env });
  assertStringIncludes(near.stderr, "did you mean batch_size?");
  assertStringIncludes(wrong.stderr, "batch_interval: 5 is more than batch_size 2");
});

const SUPABASE: Answerer = ({ route }) =>
  route === "GET /api/my_config"
    ? {
      success: true,
      message: "",
      storage_type: "supabase",
      storage_config: {
        url: "https://abcdefgh.supabase.co",
        key: "secretsecretsecret",
        db_url: "postgres://u:p@db:5432/x",
      },
    }
    : undefined;

Deno.test("L-108 config storage is masked; --reveal asks; with --json it needs --yes", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(SUPABASE);
  const { env } = server;
  const masked = await box.run(["config", "storage"], { env });
  assertStringIncludes(masked.stdout, "secr...et");
  assertStringIncludes(masked.stdout, "postgres://***@db:5432/x");
  assertEquals((await box.run(["config", "storage", "--reveal"], { env, stdin: "n\n" })).code, 1);
  const shown = await box.run(["config", "storage", "--reveal"], { env, stdin: "y\n" });
  assertStringIncludes(shown.stdout, "secretsecretsecret");
  const json = await box.run(["config", "storage", "--reveal", "--json"], { env });
  assert(!json.stdout.includes("secretsecretsecret"));
  const open = await box.run(["config", "storage", "--reveal", "--json", "--yes"], { env });
  assertStringIncludes(open.stdout, "secretsecretsecret");
  await using closed = new Recorder(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  assertEquals((await box.run(["config", "storage"], { env: closed.env })).code, 4);
});

Deno.test("L-109 config pull writes five names and refuses to replace without --force", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(SUPABASE);
  const args = [
    "config",
    "pull",
    "--env-file",
    `${box.home}/pulled.env`,
    "--api-key",
    "k-123456789",
  ];
  const first = await box.run([...args, "--json"], { env: server.env });
  assertEquals(JSON.parse(first.stdout).data.written, [
    "SUPABASE_URL",
    "SUPABASE_KEY",
    "SUPABASE_DB_URL",
    "REFLEXIO_URL",
    "REFLEXIO_API_KEY",
  ]);
  const text = await box.read("pulled.env");
  assertEquals((await box.run(args, { env: server.env })).code, 2);
  assertEquals(await box.read("pulled.env"), text);
  assertEquals((await box.run([...args, "--force"], { env: server.env })).code, 0);
});

Deno.test("L-110 login takes the key from either place or stdin and saves no bad one", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ authorization }) =>
    authorization === "Bearer bad" ? Response.json({ detail: "no" }, { status: 401 }) : undefined
  );
  const saved = async () =>
    /REFLEXIO_API_KEY="(.*)"/.exec(await box.read(".reflexio/.env").catch(() => ""))?.[1];
  const bad = await box.run(["auth", "login", "--server-url", server.url, "--api-key", "bad"]);
  assertEquals([bad.code, await saved()], [3, undefined]);
  await box.run(["auth", "login", "--server-url", server.url, "--api-key", "after"]);
  assertEquals(await saved(), "after");
  await box.run(["--api-key", "before", "--server-url", server.url, "auth", "login"]);
  assertEquals(await saved(), "before");
  await box.run(["auth", "login", "--with-token"], { stdin: "piped\n" });
  assertEquals(await saved(), "piped");
  assertEquals((await box.run(["auth", "login"])).code, 2);
});

Deno.test("L-111 L-112 auth status makes no request; logout keeps other keys", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.write(
    ".reflexio/.env",
    `REFLEXIO_URL="${server.url}"\nREFLEXIO_API_KEY="sk-1234567890"\nOPENAI_API_KEY="keep"\n`,
  );
  const status = await box.run(["auth", "status", "--json", "--api-key", "ignored-flag"]);
  assertEquals(JSON.parse(status.stdout).data.api_key, "sk-12****7890");
  assertEquals(server.requests, []);
  await box.run(["auth", "logout"]);
  assertEquals(
    await box.read(".reflexio/.env"),
    `REFLEXIO_URL="${server.url}"\nOPENAI_API_KEY="keep"\n`,
  );
  await box.run(["auth", "logout", "--all"]);
  assertEquals(await box.read(".reflexio/.env"), `OPENAI_API_KEY="keep"\n`);
});

Deno.test("L-113 a foreign page is not healthy; every failure of status check exits 1 with its address", async () => {
  await using box = await Sandbox.create();
  await using foreign = new Recorder(() => new Response("<html>"));
  for (const env of [foreign.env, { REFLEXIO_URL: deadUrl() }]) {
    const { code, stderr } = await box.run(["status", "check", "--json"], { env });
    assertEquals(code, 1);
    assertEquals(JSON.parse(stderr).error.url, env.REFLEXIO_URL);
  }
});

Deno.test("L-074 L-114 whoami shows who; 404 and refused connections exit 1 with a hint", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    org_id: "acme",
    storage_type: "kv",
    storage_label: "memory.db",
    storage_configured: false,
    message: "Hello",
  }));
  const { stdout } = await box.run(["status", "whoami", "--api-key", "sk-1234567890"], {
    env: server.env,
  });
  assertEquals(stdout.split("\n"), [
    `    Endpoint  ${server.url}`,
    "     API key  sk-12****7890",
    "      Org ID  acme",
    "Storage type  kv",
    "     Storage  memory.db [unconfigured]",
    "Hello",
    "",
  ]);
  await using old = new Recorder(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  const missing = await box.run(["status", "whoami"], { env: old.env });
  assertEquals(missing.code, 1);
  assertStringIncludes(missing.stderr, "update it");
  assertEquals((await box.run(["status", "whoami"], { env: { REFLEXIO_URL: deadUrl() } })).code, 1);
});

Deno.test("L-077 L-115 doctor: symbols and hints; exit 1 on a failure in both forms; --fix repairs", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.write(".reflexio/.env", `REFLEXIO_URL="${server.url}"\n`);
  if (Deno.build.os !== "windows") await Deno.chmod(`${box.home}/.reflexio/.env`, 0o644);
  const human = await box.run(["doctor"]);
  assertEquals(human.code, 0, human.stdout);
  assertStringIncludes(human.stdout, "✓ server_health");
  if (Deno.build.os !== "windows") {
    assertStringIncludes(human.stdout, "⚠ env_permissions");
    await box.run(["doctor", "--fix", "--yes"]);
    assertEquals(((await Deno.stat(`${box.home}/.reflexio/.env`)).mode ?? 0) & 0o777, 0o600);
  }
  const narrow = await box.run(["doctor"], { env: { REFLEXIO_FORCE_TTY: "40", TERM: "dumb" } });
  assertStringIncludes(narrow.stdout, "✓ server_health\n  http://");
  assertStringIncludes(narrow.stdout, "✓ env_file\n  ~/.reflexio/.env\n");
  const env = { REFLEXIO_URL: deadUrl() };
  const [plain, json] = await Promise.all([
    box.run(["doctor", "check"], { env }),
    box.run(["doctor", "check", "--json"], { env }),
  ]);
  assertEquals([plain.code, json.code], [1, 1]);
  assertStringIncludes(plain.stdout, "✗ server_health");
  const { data, meta } = JSON.parse(json.stdout);
  assertEquals(meta.all_pass, false);
  assertEquals(Object.keys(data[0]), ["name", "status", "message", "hint"]);
  const names = data.map(({ name }: { name: string }) => name);
  for (const name of ["env_file", "api_key", "server_health", "runtime", "python_version"]) {
    assert(names.includes(name), name);
  }
});

Deno.test("L-120 L-121 api: methods, bearer, bodies, --data anywhere, empty and text answers", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) => {
    if (route.includes("/empty")) return new Response(null, { status: 200 });
    if (route.includes("/text")) return new Response("plain words\n");
  });
  const { env } = server;
  const answer = await box.run(["api", "get", "/api/whoami", "--api-key", "k"], { env });
  assertEquals([JSON.parse(answer.stdout).success, server.last.authorization], [true, "Bearer k"]);
  for (
    const args of [["api", "POST", "/x", "--data", `{"a":1}`], [
      "api",
      "--data",
      `{"a":1}`,
      "PATCH",
      "/x",
    ]]
  ) {
    await box.run(args, { env });
    assertEquals(server.last.body, { a: 1 });
  }
  assertEquals(server.last.route, "PATCH /x");
  assertEquals((await box.run(["api", "GET", "/empty"], { env })).stdout, "null\n");
  assertEquals((await box.run(["api", "GET", "/text"], { env })).stdout, "plain words\n");
  assertEquals((await box.run(["api", "FETCH", "/x"], { env })).code, 2);
});

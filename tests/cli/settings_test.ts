import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseEnvFile, setEnvLine } from "../../cli/settings/env_file.ts";
import { Recorder, Sandbox } from "./command_line.ts";

Deno.test("L-050 L-051 server and key: flag, environment, ./.env, user file", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const envFile = (key: string) => `REFLEXIO_URL="${server.url}"\nREFLEXIO_API_KEY="${key}"\n`;
  await box.write(".reflexio/.env", envFile("user"));
  const key = async (args: string[], env: Record<string, string> = {}) => {
    await box.run(["status", "whoami", ...args], { env });
    return server.last.authorization;
  };
  assertEquals(await key([]), "Bearer user");
  await box.write("work/.env", envFile("project"));
  await box.run(["status", "whoami"], { cwd: "work" });
  assertEquals(server.last.authorization, "Bearer project");
  assertEquals(await key([], { REFLEXIO_API_KEY: "process" }), "Bearer process");
  assertEquals(await key(["--api-key", "flag"], { REFLEXIO_API_KEY: "process" }), "Bearer flag");
  assertEquals(await key([], { REFLEXIO_API_KEY: "" }), "Bearer user", "empty counts as absent");
});

Deno.test("L-053 a project's .env without our names does not hide the user file; only our names count", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.write(".reflexio/.env", `REFLEXIO_URL="${server.url}"\n`);
  await box.write("work/.env", `DATABASE_URL="postgres://x"\nPATH="/nowhere"\n`);
  const { code, stderr } = await box.run(["status", "check", "-v"], { cwd: "work" });
  assertEquals(code, 0, stderr);
  assertStringIncludes(stderr, `${box.home}/.reflexio/.env`);
});

Deno.test("L-054 L-056 an empty home stays empty and nothing goes to the public address without a key", async () => {
  await using box = await Sandbox.create();
  for (const args of [["--help"], ["--version"], ["search", "x"], ["auth", "status"]]) {
    await box.run(args);
  }
  assertEquals(box.files(), []);
  const { code, stderr } = await box.run(["search", "private text", "--json"]);
  assertEquals(code, 3);
  const { error } = JSON.parse(stderr);
  assertEquals([error.type, error.code], ["auth", "no_server"]);
  assertMatch(error.hint, /services start.*auth login/);
});

Deno.test("L-055 L-057 L-058 setting a variable replaces, uncomments or adds one line", () => {
  assertEquals(setEnvLine(`A="1"\n# note\n`, "A", "2"), `A="2"\n# note\n`);
  assertEquals(setEnvLine(`# A=""\nB="1"\n`, "A", "2"), `A="2"\nB="1"\n`);
  assertEquals(setEnvLine(`B="1"`, "A", `a"b\\c`), `B="1"\nA="a\\"b\\\\c"\n`);
  assertEquals(
    parseEnvFile(`A="a\\"b\\\\c"\nexport B=x # note\nC='q'\n#D=1\n`),
    new Map([
      ["A", `a"b\\c`],
      ["B", "x"],
      ["C", "q"],
    ]),
  );
});

Deno.test("L-055 L-058 L-059 a saved file is private, plain for the hooks' pattern, with comments only beside", async () => {
  await using box = await Sandbox.create();
  const { code } = await box.run([
    "auth",
    "login",
    "--server-url",
    "http://localhost:8081",
    "--no-verify",
  ]);
  assertEquals(code, 0);
  const text = await box.read(".reflexio/.env");
  const active = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  assertEquals(active, [`REFLEXIO_URL="http://localhost:8081"`]);
  assertEquals(/REFLEXIO_URL="([^"]*)"/.exec(text)?.[1], "http://localhost:8081");
  if (Deno.build.os !== "windows") {
    assertEquals(((await Deno.stat(`${box.home}/.reflexio/.env`)).mode ?? 0) & 0o777, 0o600);
    assertEquals(((await Deno.stat(`${box.home}/.reflexio`)).mode ?? 0) & 0o777, 0o700);
  }
  assertEquals(box.files(), [".reflexio/.env"], "no temporary file is left");
  const bad = await box.run(["auth", "login", "--api-key", "a\nb", "--no-verify"]);
  assertEquals(bad.code, 2);
});

Deno.test("L-060 names of the environment have their effect", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  await box.run(["search", "q"], { env: { ...env, REFLEXIO_USER_ID: "e" } });
  assertEquals(server.last.body.user_id, "e");
  await box.run(["context"], {
    env: { ...env, REFLEXIO_USER_ID: "e", REFLEXIO_AGENT_VERSION: "v" },
  });
  assertEquals(server.last.body.agent_version, "v");
  const asked = await box.run(["interactions", "delete-all"], {
    env: { ...env, REFLEXIO_NO_INPUT: "1" },
    stdin: "y\n",
  });
  assertEquals(asked.code, 1);
  const storage = await box.run(["config", "local", "--json"], {
    env: { REFLEXIO_STORAGE: "Disk" },
  });
  assertEquals(JSON.parse(storage.stdout).data.resolved_storage, "disk");
});

Deno.test("profiles name servers; --profile and REFLEXIO_PROFILE choose one", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.run([
    "profile",
    "add",
    "work",
    "--server-url",
    server.url,
    "--api-key",
    "sk-1234567890",
  ]);
  const list = await box.run(["profile", "list", "--json"]);
  assertEquals(JSON.parse(list.stdout).data, [{
    name: "work",
    url: server.url,
    api_key: "sk-12****7890",
  }]);
  assertEquals((await box.run(["--profile", "work", "status", "check"])).code, 0);
  assertEquals((await box.run(["status", "check"], { env: { REFLEXIO_PROFILE: "work" } })).code, 0);
  assertEquals((await box.run(["--profile", "none", "status", "check"])).code, 2);
  assertEquals((await box.run(["profile", "add", "../x", "--server-url", server.url])).code, 2);
  await box.run(["profile", "use", "work"]);
  assertStringIncludes(await box.read(".reflexio/.env"), server.url);
  await box.run(["profile", "rm", "work"]);
  assert(!box.files().some((path) => path.includes("profiles")));
});

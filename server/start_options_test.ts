import { assertEquals, assertThrows } from "@std/assert";
import { defaultKvPath } from "./data_path.ts";
import { shortenHome, startBlock } from "./start_block.ts";
import { parseStartOptions, StartOptionsError } from "./start_options.ts";

const envOf = (values: Record<string, string>) => (name: string) => values[name];

Deno.test("parseStartOptions() prefers flags over the environment and tolerates a leading --", () => {
  const env = envOf({ REFLEXIO_PORT: "9000", REFLEXIO_KV: "./env.db", REFLEXIO_RATE_LIMIT: "on" });
  const request = parseStartOptions(["--", "--port", "9123", "--kv", "./x.db"], env);
  assertEquals(request, {
    kind: "start",
    options: {
      host: "127.0.0.1",
      port: 9123,
      kv: "./x.db",
      allowsUnauthenticated: false,
      apiKeys: "",
      rateLimit: true,
      learner: null,
      tls: null,
    },
  });
});

Deno.test("parseStartOptions() has defaults for everything", () => {
  const request = parseStartOptions([], envOf({ HOME: "/home/ana" }));
  assertEquals(request.kind === "start" && request.options.port, 8081);
  assertEquals(parseStartOptions(["--help"], envOf({})).kind, "help");
  assertEquals(parseStartOptions(["--version"], envOf({})).kind, "version");
});

Deno.test("parseStartOptions() names what it cannot use", () => {
  for (const port of ["", "-1", "65536", "80a", "1.5"]) {
    const error = assertThrows(() => parseStartOptions([`--port=${port}`], envOf({})));
    assertEquals(error instanceof StartOptionsError, true);
  }
  assertThrows(() => parseStartOptions(["--prot", "1"], envOf({})), StartOptionsError, "--prot");
  const env = envOf({ REFLEXIO_LEARNER: "magic" });
  assertThrows(() => parseStartOptions([], env), StartOptionsError, "REFLEXIO_LEARNER");
});

Deno.test("defaultKvPath() follows each platform's data folder", () => {
  const env = envOf({ HOME: "/home/ana", LOCALAPPDATA: "C:\\Users\\ana\\AppData\\Local" });
  assertEquals(defaultKvPath(env, "linux"), "/home/ana/.local/share/reflexio/reflexio.db");
  assertEquals(
    defaultKvPath(env, "darwin"),
    "/home/ana/Library/Application Support/reflexio/reflexio.db",
  );
  assertEquals(
    defaultKvPath(env, "windows"),
    "C:\\Users\\ana\\AppData\\Local\\Reflexio\\reflexio.db",
  );
  assertEquals(defaultKvPath(envOf({ LOCAL_STORAGE_PATH: "/d" }), "linux"), "/d/reflexio.db");
  assertEquals(defaultKvPath(envOf({}), "linux"), "reflexio.db");
});

Deno.test("startBlock() is plain without colour and shortens the home folder", () => {
  const facts = {
    version: "1.2.3",
    url: "http://localhost:1",
    data: "~/x.db",
    learner: "embedded",
  };
  const plain = startBlock(facts, { color: false });
  assertEquals(plain.includes("\u001b"), false);
  assertEquals(plain.includes("http://localhost:1/docs"), true);
  assertEquals(startBlock(facts, { color: true }).includes("\u001b[1mReflexio"), true);
  assertEquals(shortenHome("/home/ana/x.db", "/home/ana"), "~/x.db");
});

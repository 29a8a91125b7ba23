import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { joinUrl } from "../../cli/request.ts";
import { formatAge } from "../../cli/render/age.ts";
import { maskKey, maskSetting } from "../../cli/render/mask.ts";
import { deadUrl, Recorder, Sandbox } from "./command_line.ts";

/** Answers everything with a status. */
function refusing(status: number, body: unknown): Recorder {
  return new Recorder(() => Response.json(body, { status }));
}

Deno.test("L-140 L-141 L-142 every kind of failure has its shape on stderr and its code", async () => {
  await using box = await Sandbox.create();
  const cases = [
    [401, { detail: "no key" }, "auth", 3],
    [403, { detail: "not yours" }, "auth", 3],
    [429, { error: "Rate limit exceeded: 60 per 1 minute" }, "rate_limit", 1],
    [
      422,
      { detail: [{ type: "missing", loc: ["body", "query"], msg: "Field required", input: {} }] },
      "validation",
      2,
    ],
    [404, { detail: "Not Found" }, "general", 1],
    [500, { detail: "broken disk" }, "general", 1],
  ] as const;
  await Promise.all(cases.map(async ([status, body, type, exit]) => {
    await using server = refusing(status, body);
    const args = ["search", "x"];
    const human = await box.run(args, { env: server.env });
    const json = await box.run([...args, "--json"], { env: server.env });
    assertEquals(
      [human.code, json.code, json.stdout, human.stdout],
      [exit, exit, "", ""],
      `${status}`,
    );
    assertMatch(human.stderr, /^Error: /);
    const parsed = JSON.parse(json.stderr);
    assertEquals([parsed.ok, parsed.error.type, parsed.error.exit_code], [false, type, exit]);
    if (status !== 422) {
      assertEquals(parsed.error.status, status);
      assertStringIncludes(
        human.stderr,
        "detail" in body ? String(body.detail) : "60 per 1 minute",
      );
    }
  }));
});

Deno.test("L-146 L-147 the detail is part of the message; each issue of a 422 has its line", async () => {
  await using box = await Sandbox.create();
  await using server = refusing(422, {
    detail: [
      {
        type: "missing",
        loc: ["body", "interaction_data_list", 0, "role"],
        msg: "Field required",
        input: {},
      },
      {
        type: "value_error",
        loc: ["body", "user_id"],
        msg: "Value error, must not be empty",
        input: "",
      },
    ],
  });
  const { stderr } = await box.run(["search", "x"], { env: server.env });
  assertStringIncludes(
    stderr,
    "\n  interaction_data_list.0.role: Field required\n  user_id: Value error",
  );
});

Deno.test("L-143 a refused connection says so and exits 4", async () => {
  await using box = await Sandbox.create();
  for (const args of [["search", "x"], ["api", "GET", "/"], ["user-profiles", "list"]]) {
    const { code, stderr } = await box.run(args, { env: { REFLEXIO_URL: deadUrl() } });
    assertEquals(code, 4, args.join(" "));
    assertStringIncludes(stderr, "Cannot reach server");
    assertStringIncludes(stderr, "Connection refused");
    assertStringIncludes(stderr, "\nHint: ");
  }
});

Deno.test("L-039 a server that hangs is given up after the time limit", async () => {
  await using box = await Sandbox.create();
  const pending: ((response: Response) => void)[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => new Promise<Response>((resolve) => pending.push(resolve)),
  );
  const env = { REFLEXIO_URL: `http://127.0.0.1:${server.addr.port}` };
  const [check, search] = await Promise.all([
    box.run(["status", "check", "--timeout", "0.3", "--json"], { env }),
    box.run(["search", "x", "--json"], { env: { ...env, REFLEXIO_TIMEOUT: "0.3" } }),
  ]);
  for (const resolve of pending) resolve(new Response());
  assertEquals([check.code, search.code], [1, 4]);
  assertEquals(JSON.parse(check.stderr).error.code, "timeout");
  assertEquals(JSON.parse(search.stderr).error.code, "timeout");
});

Deno.test("L-040 redirects are named and never followed", async () => {
  await using box = await Sandbox.create();
  await using second = new Recorder();
  await using first = new Recorder(() => Response.redirect(`${second.url}/api/search`, 302));
  for (const args of [["search", "x"], ["api", "GET", "/x"]]) {
    const { code, stderr } = await box.run(args, { env: first.env });
    assertEquals(code, 4);
    assertStringIncludes(stderr, `${second.url}/api/search`);
  }
  assertEquals(second.requests, []);
});

Deno.test("L-041 a path inside the address and a slash at its end are kept and joined once", async () => {
  assertEquals(joinUrl("http://x/base/", "/api/y"), "http://x/base/api/y");
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route.endsWith("/health") ? { status: "healthy" } : undefined
  );
  const env = { REFLEXIO_URL: `${server.url}/base/` };
  await box.run(["status", "check"], { env });
  await box.run(["search", "x"], { env });
  assertEquals(server.routes, ["GET /base/health", "POST /base/api/search"]);
  const bad = await box.run(["search", "x"], { env: { REFLEXIO_URL: "localhost" } });
  assertEquals(bad.code, 2, bad.stderr);
});

Deno.test(
  "L-042 Ctrl-C during a request exits 130",
  { ignore: Deno.build.os === "windows" },
  async () => {
    await using box = await Sandbox.create();
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<Response>();
    await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, () => {
      arrived.resolve();
      return answer.promise;
    });
    const child = box.spawn(["search", "x"], {
      env: { REFLEXIO_URL: `http://127.0.0.1:${server.addr.port}` },
    });
    await child.stdin.close();
    await arrived.promise;
    child.kill("SIGINT");
    const { code } = await child.output();
    answer.resolve(new Response());
    assertEquals(code, 130);
  },
);

Deno.test("L-145 no trace without REFLEXIO_DEBUG, with it there is one", async () => {
  await using box = await Sandbox.create();
  await using page = new Recorder(() =>
    new Response("<html>", { headers: { "content-type": "text/html" } })
  );
  await using cut = new Recorder(() =>
    new Response(`{"success": tr`, { headers: { "content-type": "application/json" } })
  );
  await using list = new Recorder(() => Response.json([1]));
  for (const server of [page, cut, list]) {
    const { code, stderr } = await box.run(["search", "x"], { env: server.env });
    assert([1, 2].includes(code), stderr);
    assert(!stderr.includes("    at "), stderr);
  }
  const debug = await box.run(["search", "x"], { env: { ...page.env, REFLEXIO_DEBUG: "1" } });
  assertStringIncludes(debug.stderr, "    at ");
});

Deno.test("L-037 with --json stdout is one JSON value also on a fresh home", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  for (
    const args of [["search", "x"], ["status", "check"], ["config", "show"], [
      "user-profiles",
      "list",
    ]]
  ) {
    const { stdout } = await box.run([...args, "--json"], { env: server.env });
    assertEquals(JSON.parse(stdout).ok, true, args.join(" "));
  }
});

Deno.test("L-075 L-076 masks", () => {
  assertEquals(maskKey(""), "<unset>");
  assertEquals(maskKey("12345678"), "********");
  assertEquals(maskKey("sk-abcdefghijkl"), "sk-ab****ijkl");
  assertEquals(maskKey("abcdefghijkl"), "abcd****ijkl");
  assertEquals(maskSetting("db_url", "postgres://u:pw@host:5432/x"), "postgres://***@host:5432/x");
  assertEquals(maskSetting("url", "https://abcdefgh.supabase.co"), "https://abcd....supabase.co");
  assertEquals(maskSetting("key", "short"), "*****");
  assertEquals(maskSetting("key", "abcdefghijkl"), "abcd...kl");
});

Deno.test("L-078 ages at each border", () => {
  const now = 1_700_000_000;
  const ages = [59, 60, 3_599, 3_600, 86_399, 86_400, 30 * 86_400 - 1].map((s) =>
    formatAge(now - s, now)
  );
  assertEquals(ages, ["59s ago", "1m ago", "59m ago", "1h ago", "23h ago", "1d ago", "29d ago"]);
  assertEquals(formatAge(now - 30 * 86_400, now), "2023-10-15");
  assertEquals([formatAge(0, now), formatAge(null, now), formatAge(NaN, now)], [
    "unknown",
    "unknown",
    "unknown",
  ]);
});

Deno.test("an error about a text that is no JSON shows none of the text", async () => {
  await using box = await Sandbox.create();
  await box.write("notes.txt", "secret: tulip\nmore\n");
  const { code, stderr } = await box.run(["publish", "--file", "notes.txt"], {
    env: { REFLEXIO_URL: deadUrl() },
  });
  assertEquals(code, 2);
  assertStringIncludes(stderr, "Line 1 is not JSON");
  assert(!stderr.includes("secret"), stderr);
  const text = await box.run(["publish", "I live in Bergen"]);
  assertStringIncludes(text.stderr, "--user-message");
});

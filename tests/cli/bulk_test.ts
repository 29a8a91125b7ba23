import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { readLines } from "../../cli/input/lines.ts";
import { serve } from "../../server/mod.ts";
import { Recorder, Sandbox } from "./command_line.ts";

/** JSONL of so many lines by several people. */
function manyLines(count: number): string {
  return Array.from(
    { length: count },
    (_, i) =>
      JSON.stringify({
        user_id: `u${i % 7}`,
        interactions: [{ role: "user", content: `message number ${i}` }],
      }),
  ).join("\n");
}

Deno.test("L-068 lines are read in pieces of any size, blank ones skipped, numbers and places kept", async () => {
  const bytes = new TextEncoder().encode(`{"a":1}\n\n  \n{"b":"ü"}\nlast`);
  for (const size of [1, 3, 1_000]) {
    const pieces = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, i) => bytes.slice(i * size, (i + 1) * size),
    );
    const lines = await Array.fromAsync(readLines(ReadableStream.from(pieces)));
    assertEquals(lines.map(({ number, text }) => [number, text]), [
      [1, `{"a":1}`],
      [4, `{"b":"ü"}`],
      [5, "last"],
    ]);
    assertEquals(lines.at(-1)?.endByte, bytes.length);
  }
});

Deno.test(
  "P-10 interrupted by SIGINT twice and SIGKILL once, resumed: every line is there exactly once",
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    await using box = await Sandbox.create();
    await using server = serve({ port: 0, kv: ":memory:", runsJobs: false });
    await server.ready;
    const env = { REFLEXIO_URL: server.url };
    const count = 1_200;
    await box.write("many.jsonl", manyLines(count));
    const stored = async () => {
      const response = await fetch(`${server.url}/api/get_all_interactions?limit=10000`);
      const { interactions }: { interactions: { content: string }[] } = await response.json();
      return interactions.map(({ content }) => Number(content.slice("message number ".length)));
    };
    const interrupt = async (signal: Deno.Signal, atLeast: number) => {
      const child = box.spawn(["publish", "many.jsonl", "--resume", "--concurrency", "4"], { env });
      await child.stdin.close();
      let isRunning = true;
      const output = child.output().finally(() => isRunning = false);
      while (isRunning && (await stored()).length < atLeast) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (isRunning) child.kill(signal);
      return await output;
    };
    const first = await interrupt("SIGINT", 50);
    assertEquals(first.code, 130, new TextDecoder().decode(first.stderr));
    const unasked = await box.run(["publish", "many.jsonl"], { env });
    assertEquals(unasked.code, 2);
    assertStringIncludes(unasked.stderr, "--resume");
    await interrupt("SIGKILL", 200);
    await interrupt("SIGINT", 400);
    const last = await box.run(["publish", "many.jsonl", "--resume"], { env });
    assertEquals(last.code, 0, last.stderr);
    assertStringIncludes(last.stderr, "Published 1,200 lines, refused 0");
    const numbers = await stored();
    assertEquals(numbers.toSorted((a, b) => a - b), Array.from({ length: count }, (_, i) => i));
    assertEquals(box.files(), ["many.jsonl"], "no journal is left");
  },
);

Deno.test("lines of one person are sent in order; refused ones go to a file of their own", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ body }) => {
    const [turn] = (body.interaction_data_list ?? []) as { content: string }[];
    if (turn?.content.endsWith("13")) {
      return Response.json({ detail: "not this one" }, { status: 400 });
    }
  });
  const lines = manyLines(60).split("\n");
  lines.splice(20, 0, "{ broken", "");
  await box.write("some.jsonl", lines.join("\n"));
  const { code, stderr } = await box.run([
    "publish",
    "some.jsonl",
    "--continue-on-error",
    "--concurrency",
    "5",
  ], {
    env: server.env,
  });
  assertEquals(code, 1);
  assertStringIncludes(stderr, "Published 59 lines, refused 2");
  const rejects = (await box.read("some.jsonl.rejects.jsonl")).trimEnd().split("\n").map((line) =>
    JSON.parse(line)
  );
  assertEquals(rejects.map(({ line }) => line).sort((a, b) => a - b), [14, 21]);
  const byUser = Map.groupBy(server.requests, ({ body }) => body.user_id);
  for (const [user, requests] of byUser) {
    const numbers = requests.map(({ body }) =>
      Number((body.interaction_data_list as { content: string }[])[0]?.content.split(" ").at(-1))
    );
    assertEquals(numbers, numbers.toSorted((a, b) => a - b), String(user));
  }
});

Deno.test("--dry-run counts and sends nothing; stdin cannot be resumed", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const dry = await box.run(["publish", "-", "--dry-run", "--json"], {
    env: server.env,
    stdin: manyLines(9),
  });
  assertEquals(JSON.parse(dry.stdout).data.payloads, 9);
  const resumed = await box.run(["publish", "-", "--resume"], {
    env: server.env,
    stdin: manyLines(9),
  });
  assertEquals(resumed.code, 2);
  assertEquals(server.requests.length, 0);
  assert(box.files().length === 0);
});

import { assertEquals } from "@std/assert";

/** Calls that are still queued when the program is told to end. */
const CALLS = 12;

/** A program that queues deletions, says so, and would run for ever. */
const PROGRAM = `
import { ReflexioClient } from ${JSON.stringify(new URL("../../mod.ts", import.meta.url).href)};
const [url, exitFlushMs] = (globalThis.Deno?.args ?? globalThis.process.argv.slice(2));
const client = new ReflexioClient({ urlEndpoint: url, exitFlushMs: Number(exitFlushMs), maxRetries: 0 });
for (let n = 0; n < ${CALLS}; n++) await client.deleteSession({ sessionId: "s" + n });
console.log("queued");
setInterval(() => {}, 60_000);
`;

/** A server that answers nothing before it is told to, and counts what it was asked. */
function heldServer() {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const seen: string[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const { session_id } = await request.json();
      seen.push(session_id);
      await released;
      return Response.json({ success: true, message: "", deleted_requests_count: 1 });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    seen,
    release,
    close: () => server.shutdown(),
  };
}

/** Starts the program on a runtime and gives its process once it has queued its calls. */
async function startProgram(command: string, args: readonly string[]) {
  const child = new Deno.Command(command, {
    args: [...args],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    if (text.includes("queued")) break;
  }
  return child;
}

/** How each runtime runs the program; null where the runtime is missing. */
const RUNTIMES: Readonly<Record<string, (folder: string) => Promise<[string, string[]] | null>>> = {
  Deno: (folder) =>
    Promise.resolve([Deno.execPath(), ["run", "-A", "--no-check", `${folder}/program.ts`]]),
  Node: async (folder) => {
    const found = await new Deno.Command("node", { args: ["--version"], stdout: "null" }).output()
      .catch(() => null);
    if (found === null) return null;
    const out = `${folder}/program.mjs`;
    await new Deno.Command(Deno.execPath(), {
      args: ["bundle", "--quiet", "-o", out, `${folder}/program.ts`],
      stdout: "null",
    }).output();
    return ["node", [out]];
  },
};

for (const [runtime, commandOf] of Object.entries(RUNTIMES)) {
  for (
    const [signal, code] of [["SIGTERM", 143], ["SIGINT", 130]] as const
  ) {
    Deno.test(`${signal} lets the background calls of a ${runtime} program end first (W-13)`, async () => {
      const folder = await Deno.makeTempDir();
      const server = heldServer();
      try {
        await Deno.writeTextFile(`${folder}/program.ts`, PROGRAM);
        const command = await commandOf(folder);
        if (command === null) return;
        const child = await startProgram(command[0], [...command[1], server.url, "20000"]);
        child.kill(signal);
        server.release();
        assertEquals((await child.status).code, code);
        assertEquals(
          server.seen.toSorted(),
          Array.from({ length: CALLS }, (_, n) => `s${n}`).sort(),
        );
      } finally {
        await server.close();
        await Deno.remove(folder, { recursive: true });
      }
    });
  }
}

Deno.test("SIGTERM ends a program with unanswered calls after exitFlushMs", async () => {
  const folder = await Deno.makeTempDir();
  const server = heldServer();
  try {
    await Deno.writeTextFile(`${folder}/program.ts`, PROGRAM);
    const args = ["run", "-A", "--no-check", `${folder}/program.ts`, server.url, "50"];
    const child = await startProgram(Deno.execPath(), args);
    child.kill("SIGTERM");
    assertEquals((await child.status).code, 143);
  } finally {
    server.release();
    await server.close();
    await Deno.remove(folder, { recursive: true });
  }
});

/**
 * Prints the figures of the SDK: size, time to the first request, overhead over a bare `fetch`,
 * throughput next to the Python client, and 10,000 background deletes.
 *
 *     REFLEXIO_PYTHON=/path/to/venv/bin/python deno run -A tests/runtimes/figures.ts
 *
 * Without `REFLEXIO_PYTHON` (a Python with the PyPI package reflexio-client) its line is left out.
 *
 * @module
 */
import { gzipSync } from "node:zlib";
import { ReflexioClient } from "../../mod.ts";
import { FULL_ANSWER } from "../client/scripted_fetch.ts";

const ROUNDS = 4_000;
const STARTS = 41;
const ANSWER = JSON.stringify(FULL_ANSWER);
const MOD = new URL("../../mod.ts", import.meta.url).pathname;

/** A server that answers at once, in a process of its own. */
const STUB = `
const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
  await request.arrayBuffer();
  return new Response(${
  JSON.stringify(ANSWER)
}, { headers: { "content-type": "application/json" } });
});
console.log(server.addr.port);
`;

/** A Python program that does the same work as {@link throughput}. */
const PYTHON = `
import sys, time
from reflexio import ReflexioClient
client = ReflexioClient(api_key="k", url_endpoint=sys.argv[1])
rounds = int(sys.argv[2])
for _ in range(50): client.get_interactions(user_id="u")
started = time.perf_counter()
for _ in range(rounds): client.get_interactions(user_id="u")
print(rounds / (time.perf_counter() - started))
`;

function say(name: string, figure: string): void {
  // deno-lint-ignore no-console
  console.log(`${name.padEnd(44)}${figure}`);
}

/** The value that a share of the values is below. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/** Bundle of the whole SDK, and of a program that uses its types only. */
async function sizes(): Promise<void> {
  const folder = await Deno.makeTempDir();
  const bundle = async (entry: string) => {
    await run(Deno.execPath(), ["bundle", "--quiet", "--minify", "-o", `${folder}/out.js`, entry]);
    return await Deno.readFile(`${folder}/out.js`);
  };
  const whole = await bundle(MOD);
  say("size of mod.ts, minified", `${whole.length} bytes (limit 40,000)`);
  say(
    "size of mod.ts, minified and gzipped",
    `${gzipSync(whole, { level: 9 }).length} bytes (limit 12,000)`,
  );
  await Deno.writeTextFile(
    `${folder}/types.ts`,
    `import type { Config } from ${JSON.stringify(MOD)};\nexport type Mine = Config;\n`,
  );
  const types = new TextDecoder().decode(await bundle(`${folder}/types.ts`)).trim();
  say("cost of using types only", `${types.length} bytes`);
  await Deno.remove(folder, { recursive: true });
}

/** A program that prints the milliseconds from its first import to the moment `fetch` is called. */
function startProgram(module: string, firstCall: string): string {
  return `
    const started = performance.now();
    const { ReflexioClient } = await import(${JSON.stringify(module)});
    const fetch = (_url: string, _init?: RequestInit) => {
      console.log(performance.now() - started);
      return Promise.resolve(Response.json({ success: true, org_id: "o" }));
    };
    ${firstCall}
  `;
}

/**
 * Time from the import of the SDK to the moment the first request is handed to `fetch`, in turns with
 * the floor: an empty module and a bare `fetch` of the same request.
 */
async function firstRequest(): Promise<void> {
  const folder = await Deno.makeTempDir();
  const empty = `${folder}/empty.ts`;
  await Deno.writeTextFile(empty, "export const ReflexioClient = null;\n");
  const programs = {
    ours: startProgram(
      MOD,
      `await new ReflexioClient({ urlEndpoint: "http://h", fetch }).whoami();`,
    ),
    floor: startProgram(
      empty,
      `await (await fetch("http://h/api/whoami", { headers: { accept: "application/json" } })).json();`,
    ),
  };
  await Deno.writeTextFile(`${folder}/ours.ts`, programs.ours);
  await Deno.writeTextFile(`${folder}/floor.ts`, programs.floor);
  const times: Record<keyof typeof programs, number[]> = { ours: [], floor: [] };
  for (let round = 0; round < STARTS + 2; round++) {
    for (const name of ["ours", "floor"] as const) {
      const program = `${folder}/${name}.ts`;
      // A compile cache of its own, so that other programs do not hold its lock.
      const time = await run(Deno.execPath(), ["run", "--no-lock", "--no-check", "-A", program], {
        DENO_DIR: `${folder}/cache`,
      });
      // The first starts fill the cache.
      if (round >= 2) times[name].push(Number(time));
    }
  }
  const [ours, floor] = [median(times.ours), median(times.floor)];
  say(
    `import to first request, median of ${STARTS}`,
    `${ours.toFixed(2)} ms (limit 5), floor ${floor.toFixed(2)} ms, ratio ${
      (ours / floor).toFixed(1)
    }, fastest tenth ${quantile(times.ours, 0.1).toFixed(2)} ms`,
  );
  await Deno.remove(folder, { recursive: true });
}

/** A call and a bare fetch of the same bytes, in turns. */
async function overhead(url: string): Promise<void> {
  const client = new ReflexioClient({ urlEndpoint: url, apiKey: "k" });
  const body = JSON.stringify({ user_id: "u", start_time: null, end_time: null, top_k: 30 });
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    "user-agent": "reflexio-ts/0",
    authorization: "Bearer k",
  };
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedMs = performance.now();
    const response = await fetch(`${url}/api/get_interactions`, { method: "POST", headers, body });
    await response.json();
    const halfwayMs = performance.now();
    await client.getInteractions({ userId: "u" });
    ours.push(performance.now() - halfwayMs);
    bare.push(halfwayMs - startedMs);
  }
  const [a, b] = [median(ours.slice(ROUNDS / 4)), median(bare.slice(ROUNDS / 4))];
  say(
    "p50 of a small call and of a bare fetch",
    `${(a * 1000).toFixed(0)} and ${(b * 1000).toFixed(0)} microseconds, ratio ${
      (a / b).toFixed(2)
    }`,
  );
}

/** Calls a second, one after the other, next to the Python client where there is one. */
async function throughput(url: string): Promise<void> {
  const client = new ReflexioClient({ urlEndpoint: url, apiKey: "k" });
  for (let round = 0; round < 50; round++) await client.getInteractions({ userId: "u" });
  const startedMs = performance.now();
  for (let round = 0; round < ROUNDS; round++) await client.getInteractions({ userId: "u" });
  const ours = ROUNDS / ((performance.now() - startedMs) / 1000);
  const python = Deno.env.get("REFLEXIO_PYTHON");
  const theirs = python ? Number(await run(python, ["-c", PYTHON, url, `${ROUNDS}`])) : null;
  say(
    "calls a second, TypeScript and Python",
    theirs === null
      ? `${ours.toFixed(0)} (set REFLEXIO_PYTHON to compare)`
      : `${ours.toFixed(0)} and ${theirs.toFixed(0)}, factor ${(ours / theirs).toFixed(1)}`,
  );
}

/** 10,000 background deletes against a server that refuses each hundredth. */
async function manyDeletes(url: string): Promise<void> {
  const client = new ReflexioClient({ urlEndpoint: url, logger: {}, backgroundConcurrency: 16 });
  const before = Deno.memoryUsage().rss;
  let mostBytes = 0;
  for (let number = 0; number < 10_000; number++) {
    await client.deleteRequest({ requestId: `${number}` });
    if (number % 100 === 0) mostBytes = Math.max(mostBytes, Deno.memoryUsage().rss - before);
  }
  const { completed, failed } = await client.flush();
  say(
    "10,000 background deletes",
    `${completed} done, ${failed.length} reported, at most ${
      (mostBytes / 2 ** 20).toFixed(1)
    } MiB more memory`,
  );
}

if (import.meta.main) {
  const stub = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", STUB],
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = stub.stdout.getReader();
  const { value } = await reader.read();
  const url = `http://127.0.0.1:${new TextDecoder().decode(value).trim()}`;
  await sizes();
  await firstRequest();
  await overhead(url);
  await throughput(url);
  await manyDeletes(url);
  stub.kill();
  await reader.cancel();
  await stub.status;
}

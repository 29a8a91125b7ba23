/**
 * Publishes many JSONL lines (1,000,000 unless a number is given), ends the command with SIGINT twice
 * and SIGKILL once, resumes it each time, and counts: every line must have arrived exactly once. The
 * server behind it only counts, by idempotency key, as a server of ours stores.
 *
 * Run it by hand: `deno run -A tests/cli/million_lines.ts 1000000`
 *
 * @module
 */
import { residentMib } from "../support/server_process.ts";
import { Sandbox } from "./command_line.ts";

/** Shares of the lines at which the command is ended, and how. */
const ENDS: readonly (readonly [number, Deno.Signal])[] = [
  [0.2, "SIGINT"],
  [0.45, "SIGKILL"],
  [0.7, "SIGINT"],
];

/** Pause between two looks, milliseconds. */
const LOOK_MS = 50;

/** Lines that are held for one write. */
const CHUNK = 5_000;

/** Writes the input. */
async function writeInput(path: string, count: number): Promise<void> {
  using file = await Deno.open(path, { create: true, write: true });
  const encoder = new TextEncoder();
  for (let from = 0; from < count; from += CHUNK) {
    let text = "";
    for (let i = from; i < Math.min(count, from + CHUNK); i++) {
      text += `{"user_id":"u${
        i % 997
      }","interactions":[{"role":"user","content":"message number ${i}"}]}\n`;
    }
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
  }
}

/** Counts publishes: how often each line came under a new key. */
class CountingServer {
  readonly #counts: Uint8Array;
  readonly #keys: (string | undefined)[];
  /** Lines that arrived. */
  arrived = 0;
  /** Lines that arrived under a second key: they would be stored twice. */
  doubled = 0;

  constructor(count: number) {
    this.#counts = new Uint8Array(count);
    this.#keys = new Array(count);
  }

  /** Takes a publish. */
  async take(request: Request): Promise<Response> {
    const body = await request.text();
    const number = Number(/message number (\d+)/.exec(body)?.[1]);
    const key = request.headers.get("idempotency-key") ?? crypto.randomUUID();
    if (this.#counts[number] === 0) this.arrived++;
    else if (this.#keys[number] !== key) this.doubled++;
    this.#counts[number] = 1;
    this.#keys[number] = key;
    return new Response('{"success":true,"message":"Request queued","request_id":"r"}', {
      headers: { "content-type": "application/json" },
    });
  }
}

/** One run of the command, ended when enough lines have arrived. */
async function runUntil(
  box: Sandbox,
  env: Record<string, string>,
  end: {
    readonly server: CountingServer;
    readonly lines: number;
    readonly signal: Deno.Signal | null;
  },
): Promise<{ code: number; peakMib: number; stderr: string }> {
  const child = box.spawn(["publish", "many.jsonl", "--resume", "--concurrency", "16"], { env });
  await child.stdin.close();
  let peakMib = 0;
  let isRunning = true;
  const output = child.output().finally(() => isRunning = false);
  while (isRunning && (end.signal === null || end.server.arrived < end.lines)) {
    peakMib = Math.max(peakMib, await residentMib(child.pid) ?? 0);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  if (end.signal !== null && isRunning) child.kill(end.signal);
  const { code, stderr } = await output;
  return { code, peakMib, stderr: new TextDecoder().decode(stderr) };
}

if (import.meta.main) {
  const count = Number(Deno.args[0] ?? 1_000_000);
  await using box = await Sandbox.create();
  await writeInput(`${box.home}/many.jsonl`, count);
  const server = new CountingServer(count);
  await using http = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => server.take(request),
  );
  const env = { REFLEXIO_URL: `http://127.0.0.1:${http.addr.port}` };
  const startedMs = performance.now();
  let peakMib = 0;
  const say = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
  for (const [share, signal] of ENDS) {
    const run = await runUntil(box, env, { server, lines: share * count, signal });
    peakMib = Math.max(peakMib, run.peakMib);
    if (run.code !== 130 && run.code !== 137) say(run.stderr.trim());
    say(`${signal}: exit ${run.code}, ${server.arrived} lines arrived, peak ${run.peakMib} MiB`);
  }
  const last = await runUntil(box, env, { server, lines: count, signal: null });
  peakMib = Math.max(peakMib, last.peakMib);
  const seconds = (performance.now() - startedMs) / 1_000;
  say(last.stderr.trim());
  say(
    `${server.arrived} of ${count} lines arrived, ${server.doubled} twice, ${
      Math.round(count / seconds)
    } lines/s over all runs, peak ${peakMib} MiB`,
  );
  Deno.exit(last.code === 0 && server.arrived === count && server.doubled === 0 ? 0 : 1);
}

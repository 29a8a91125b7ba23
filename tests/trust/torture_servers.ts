/** One server process of a cluster. */
interface Process {
  readonly child: Deno.ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}

/** What was done to a cluster. */
export type Fault = "kill" | "stop" | "disk_full" | "restart";

/** How long a server may take to answer, milliseconds. */
const START_LIMIT_MS = 60_000;

/** How long a server may take to end, milliseconds. */
const STOP_LIMIT_MS = 30_000;

/** How long a stopped process stands still and a disk stays full, milliseconds, at most. */
const LONGEST_STOP_MS = 2_500;
const LONGEST_FULL_MS = 1_200;

/** Waits. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Whether a server answers `/ready` with 200. */
async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Not there yet.
    return false;
  }
}

/** Starts a server that survives hitting a limit on the size of files. */
async function startProcess(
  kv: string,
  env: Readonly<Record<string, string>>,
  note: (text: string) => void,
): Promise<Process> {
  const main = new URL("../../server/main.ts", import.meta.url).pathname;
  const script = `trap '' XFSZ; exec "$0" run --unstable-kv -A --no-check "$@"`;
  const child = new Deno.Command("sh", {
    args: ["-c", script, Deno.execPath(), main, "--port", "0", "--kv", kv],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", ...env },
  }).spawn();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = "";
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const part of stream.pipeThrough(new TextDecoderStream())) {
      note(part);
      text = `${text}${part}`.slice(-4_000);
      const url = /http:\/\/localhost:\d+/.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    }
  };
  const ended = Promise.all([read(child.stdout), read(child.stderr), child.status]).then(() =>
    reject(new Error(`A server ended while it started: ${text}`))
  );
  const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  try {
    const url = await promise;
    while (!await isReady(url)) await sleep(20);
    return { child, url, ended };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a signal to a process that may be gone already. */
function signal(child: Deno.ChildProcess, name: Deno.Signal): void {
  try {
    child.kill(name);
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Limits the size of files a process may write, as a full disk does; null: no limit. */
export async function limitFiles(pid: number, bytes: number | null): Promise<boolean> {
  const { success } = await new Deno.Command("prlimit", {
    args: ["--pid", `${pid}`, `--fsize=${bytes ?? "unlimited"}:unlimited`],
    stderr: "null",
  }).output();
  return success;
}

/** Options of {@link Cluster}. */
export interface ClusterOptions {
  /** Where the data are. */
  readonly kv: string;
  /** Server processes. */
  readonly size: number;
  /** Environment of the servers. */
  readonly env?: Readonly<Record<string, string>>;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
}

/** Server processes on one database, and what can happen to them. */
export class Cluster {
  readonly faults: Record<Fault, number> = { kill: 0, stop: 0, disk_full: 0, restart: 0 };
  /** What servers did that they must not. */
  readonly problems: string[] = [];
  /** Everything the servers wrote, cut to its end. */
  output = "";
  readonly #options: ClusterOptions;
  readonly #processes: Process[] = [];

  constructor(options: ClusterOptions) {
    this.#options = options;
  }

  /** Starts all servers. */
  async start(): Promise<void> {
    for (let n = 0; n < this.#options.size; n++) this.#processes.push(await this.#spawn());
  }

  #spawn(): Promise<Process> {
    const { kv, env = {} } = this.#options;
    return startProcess(kv, env, (text) => this.output = `${this.output}${text}`.slice(-200_000));
  }

  /** URL of a random server. */
  anyUrl(): string {
    return this.#pick()?.url ?? "";
  }

  /** URLs of all servers. */
  get urls(): string[] {
    return this.#processes.map(({ url }) => url);
  }

  #pick(): Process | undefined {
    return this.#processes[Math.floor(this.#options.random() * this.#processes.length)];
  }

  /** Does something bad to a random server and lets it, or its successor, come back. */
  async hurt(fault: Fault): Promise<void> {
    const process = this.#pick();
    if (process === undefined) return;
    const { random, kv } = this.#options;
    if (fault === "stop") {
      signal(process.child, "SIGSTOP");
      await sleep(50 + random() * LONGEST_STOP_MS);
      signal(process.child, "SIGCONT");
    } else if (fault === "disk_full") {
      const { size } = await Deno.stat(`${kv}-wal`).catch(() => ({ size: 0 }));
      const limit = Math.floor(size * random());
      if (!await limitFiles(process.child.pid, limit)) return;
      await sleep(50 + random() * LONGEST_FULL_MS);
      await limitFiles(process.child.pid, null);
    } else {
      if (fault === "kill") signal(process.child, "SIGKILL");
      await this.#end(process);
      const next = await this.#spawn();
      this.#processes[this.#processes.indexOf(process)] = next;
    }
    this.faults[fault]++;
  }

  /** Stops a server politely, and otherwise when it does not end. */
  async #end({ child, ended }: Process): Promise<void> {
    signal(child, "SIGTERM");
    const timer = setTimeout(() => {
      this.problems.push(`A server did not end within ${STOP_LIMIT_MS} ms of SIGTERM`);
      signal(child, "SIGKILL");
    }, STOP_LIMIT_MS);
    await ended.catch(() => {});
    clearTimeout(timer);
  }

  /** Adds a server that starts from nothing. */
  async addFresh(): Promise<string> {
    const process = await this.#spawn();
    this.#processes.push(process);
    return process.url;
  }

  /** Stops all servers politely. */
  async close(): Promise<void> {
    await Promise.all(this.#processes.map((process) => this.#end(process)));
  }
}

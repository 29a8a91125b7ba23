import { ENGINE_FLAGS } from "../../cli/engine_flags.ts";

/** A server in a process of its own, started the way a user starts it. */
export interface ServerProcess extends AsyncDisposable {
  /** Base URL it printed, without a trailing slash. */
  readonly url: string;
  /** Process id. */
  readonly pid: number;
  /** Milliseconds from spawning to the first 200 of `/health`. */
  readonly startMs: number;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** Ends it at once (SIGKILL) or politely (SIGTERM) and gives the exit code. */
  stop(signal?: "SIGKILL" | "SIGTERM" | "SIGINT"): Promise<number>;
}

/** Options of {@link startServerProcess}. */
export interface StartServerProcessOptions {
  /** KV file, `:memory:` or URL. */
  readonly kv: string;
  /** Further flags for `server/main.ts`. */
  readonly args?: readonly string[];
  /**
   * Flags that say what the process may do.
   * @default ["-A"]
   */
  readonly permissions?: readonly string[];
  /** Environment added to a minimal one. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How long a server may take to answer `/health` before the start counts as failed. */
const START_LIMIT_MS = 20_000;

/** Copies a stream into `keep` until it ends. */
async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  keep: (text: string) => void,
) {
  for await (const text of stream.pipeThrough(new TextDecoderStream())) keep(text);
}

/**
 * Starts `server/main.ts` on a free port and waits until it answers.
 *
 * @throws {Error} If it ends or stays silent for 20 s; the message carries what it printed.
 */
export async function startServerProcess(
  options: StartServerProcessOptions,
): Promise<ServerProcess> {
  const main = `${import.meta.dirname}/../../server/main.ts`;
  const startedMs = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--unstable-kv",
      `--v8-flags=${ENGINE_FLAGS}`,
      ...options.permissions ?? ["-A"],
      main,
      "--port",
      "0",
      "--kv",
      options.kv,
      ...options.args ?? [],
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", ...options.env },
  }).spawn();
  let text = "";
  const reading = Promise.all([
    collect(child.stdout, (part) => text += part),
    collect(child.stderr, (part) => text += part),
  ]);
  let ended: number | null = null;
  const status = child.status.then(async ({ code }) => {
    await reading;
    ended = code;
    return code;
  });
  let url = "";
  while (url === "") {
    if (ended !== null || performance.now() - startedMs > START_LIMIT_MS) {
      if (ended === null) child.kill("SIGKILL");
      await status;
      throw new Error(`Cannot start the server (exit code ${ended ?? "none"}): ${text}`);
    }
    const printed = /http:\/\/[\w.[\]:]+:\d+/.exec(text)?.[0];
    if (printed !== undefined && await isHealthy(printed)) url = printed;
    else await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const stop = (signal: "SIGKILL" | "SIGTERM" | "SIGINT" = "SIGTERM") => {
    if (ended === null) {
      try {
        child.kill(signal);
      } catch (error) {
        if (!(error instanceof TypeError) && !(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
    return status;
  };
  return {
    url,
    pid: child.pid,
    startMs: performance.now() - startedMs,
    output: () => text,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

/** Whether `/health` answers 200. */
async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`);
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Resident memory of a process in MiB (Linux), null elsewhere. */
export function residentMib(pid: number): Promise<number | null> {
  return memoryMib(pid, "VmRSS");
}

/** Most resident memory a process ever had in MiB (Linux), null elsewhere. */
export function peakResidentMib(pid: number): Promise<number | null> {
  return memoryMib(pid, "VmHWM");
}

async function memoryMib(pid: number, name: "VmRSS" | "VmHWM"): Promise<number | null> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    const kib = new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1];
    return Math.round(Number(kib ?? 0) / 1024);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

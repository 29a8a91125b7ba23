import { limitFiles, sleep } from "./torture_servers.ts";

/** A `denokv` server in a process of its own, on a database that nobody else has. */
export interface DenokvServer extends AsyncDisposable {
  /** URL for `openStore`. */
  readonly url: string;
  /** Path of its SQLite file. */
  readonly path: string;
  /** Ends it at once (SIGKILL) and starts it again on the same file and port. */
  restart(): Promise<void>;
  /** Ends it at once; {@link DenokvServer.restart} brings it back. */
  kill(): Promise<void>;
  /**
   * Refuses it writes behind a share of its write-ahead log, as a full disk would, and after some
   * time no more.
   */
  fillDisk(share: number, forMs: number): Promise<void>;
}

/** Token of every server that tests start; clients of one process share an environment. */
const ACCESS_TOKEN = "token-of-the-tests";

/** How long a server may take to listen, milliseconds. */
const START_LIMIT_MS = 10_000;

/** Said by skipped tests. */
export const DENOKV_MISSING =
  "denokv is not on PATH and DENOKV_BIN is not set; tools/denokv.sh builds it";

/** Path of the program: `DENOKV_BIN`, else on `PATH`, else what `tools/denokv.sh` built; null when missing. */
export function findDenokv(): string | null {
  const cache = Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME") ?? ""}/.cache`;
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  const candidates = [
    Deno.env.get("DENOKV_BIN") ?? "",
    ...folders.map((folder) => `${folder}/denokv`),
    `${cache}/reflexio/denokv/bin/denokv`,
  ];
  return candidates.find((path) => path !== "" && isFile(path)) ?? null;
}

/** Whether a path names a file. */
function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw error;
  }
}

/** A running program and the address it printed. */
interface Running {
  readonly child: Deno.ChildProcess;
  readonly address: string;
  readonly reading: Promise<void>;
}

/** Starts the program and waits until it says where it listens. */
async function spawn(program: string, path: string, address: string): Promise<Running> {
  // It has to survive the signal that comes with hitting a limit on the size of files.
  const child = new Deno.Command("sh", {
    args: [
      "-c",
      `trap '' XFSZ; exec "$0" "$@"`,
      program,
      ...["--sqlite-path", path, "serve", "--addr", address, "--num-workers", "2"],
    ],
    env: { DENO_KV_ACCESS_TOKEN: ACCESS_TOKEN, RUST_LOG: "info" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  let text = "";
  const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
  const reading = (async () => {
    for await (const part of child.stderr.pipeThrough(new TextDecoderStream())) {
      text += part;
      const found = /Listening on http:\/\/([\d.]+:\d+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    }
    reject(new Error(`denokv ended before it listened: ${text}`));
  })();
  const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  try {
    return { child, address: await listening, reading };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts a server on a new database.
 *
 * @param program Path of `denokv`.
 */
export async function startDenokv(program: string): Promise<DenokvServer> {
  Deno.env.set("DENO_KV_ACCESS_TOKEN", ACCESS_TOKEN);
  const folder = await Deno.makeTempDir({ prefix: "reflexio-denokv-" });
  const path = `${folder}/kv.db`;
  let running = await spawn(program, path, "127.0.0.1:0");
  const kill = async () => {
    try {
      running.child.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof Deno.errors.NotFound)) throw error;
    }
    await running.child.status;
    await running.reading;
  };
  return {
    url: `http://${running.address}`,
    path,
    kill,
    fillDisk: async (share, forMs) => {
      const { size } = await Deno.stat(`${path}-wal`).catch(() => ({ size: 0 }));
      const { pid } = running.child;
      if (!await limitFiles(pid, Math.floor(size * share))) return;
      await sleep(forMs);
      await limitFiles(pid, null);
    },
    restart: async () => {
      await kill();
      running = await spawn(program, path, running.address);
    },
    [Symbol.asyncDispose]: async () => {
      await kill();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

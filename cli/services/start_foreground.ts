import type { ReflexioServer, ServeOptions } from "../../server/mod.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { PROVIDER_KEYS, reflexioHome } from "../settings/settings.ts";
import { PRINTED, type Result } from "../result.ts";
import { openInBrowser } from "../shell/browser.ts";
import { wrapWords } from "../render/width.ts";
import { VERSION } from "../version.ts";
import { LearntFeed } from "./learnt_feed.ts";
import { isHealthy } from "./probe.ts";
import { processStart, removeRunFile, type RunFile, writeRunFile } from "./run_file.ts";
import { LogFile } from "./spawn.ts";
import type { StartOptions } from "./start_options.ts";
import { dirname, join } from "../settings/path.ts";
import { loadServer } from "./server_code.ts";
import { tlsRecord } from "./tls.ts";

/** Words by which log files of hooks tell one start from the next. */
const BANNER = "NEW REFLEXIO SERVER START";

/** One answered request, as the server tells it. */
type RequestRecord = Parameters<NonNullable<ServeOptions["onRequest"]>>[0];

/** Writes lines of the server, each behind its name. */
class ServerLines {
  readonly #write: (text: string) => void;
  readonly #name: string;
  readonly #dim: (text: string) => string;
  readonly #columns: number;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;

  private constructor(context: Context, write: (text: string) => void, isTerminal: boolean) {
    const { cyan, dim } = context.out.screen.style;
    this.#write = write;
    this.#name = isTerminal ? cyan("[backend ]") : "[backend ]";
    this.#dim = isTerminal ? dim : (text) => text;
    this.#columns = isTerminal ? context.out.screen.columns : Infinity;
    this.isTerminal = isTerminal;
  }

  /** Lines on stdout, or in the file of `--log`. */
  static async open(context: Context): Promise<ServerLines> {
    const path = context.input.filled("log");
    if (path === undefined) {
      return new ServerLines(
        context,
        (text) => context.out.write(text),
        context.out.screen.isTerminal,
      );
    }
    const file = await LogFile.open(path);
    return new ServerLines(context, (text) => file.write(text), false);
  }

  /** A line without a name. */
  plain(text: string): void {
    this.#write(`${text}\n`);
  }

  /** A line with time and name; on a terminal it is broken between words. */
  say(text: string): void {
    const time = new Date().toTimeString().slice(0, 8);
    const line = `${this.#name} ${this.#dim(time)} ${text}`;
    this.#write(`${wrapWords(line, this.#columns - 2).join("\n  ")}\n`);
  }

  /** The line of an answered request. */
  request({ method, path, status, ms, org }: RequestRecord): void {
    this.say(
      `${method.padEnd(6)} ${path ?? "(no such path)"} ${status} ${org ?? "-"} ${
        this.#dim(`${ms.toFixed(1)} ms`)
      }`,
    );
  }
}

/** Starts a server in this process and stays until it ends. */
export async function startForeground(context: Context, options: StartOptions): Promise<Result> {
  const { host, interrupt, input } = context;
  const signal = interrupt.take();
  const lines = await ServerLines.open(context);
  lines.plain(`===== ${BANNER} ${new Date().toISOString()} =====`);
  const startedMs = performance.now();
  const feed = new LearntFeed((text) => lines.say(text), lines.isTerminal);
  const server = await open(context, options, lines, feed);
  const run: RunFile = {
    pid: Deno.pid,
    processStart: processStart(Deno.pid),
    port: server.port,
    url: server.url,
    kv: options.kv,
    hostname: options.hostname,
    version: VERSION,
    startedAt: new Date().toISOString(),
    log: input.filled("log") ?? null,
    tls: options.tls === null ? null : tlsRecord(options.tls),
  };
  try {
    const reflexio = await server.ready;
    if (!await isHealthy(server.url, run.tls)) {
      throw new Error(`${server.url}/health does not answer`);
    }
    await writeRunFile(host, run);
    await removeStartGuard(context);
    const tookMs = Math.round(performance.now() - startedMs);
    lines.say(`pid ${Deno.pid}, data ${options.kv}`);
    lines.say(`Learning with: ${reflexio.learner}${modelHint(context)}`);
    lines.say(
      `Server is ready at ${server.url} (${tookMs} ms); docs at ${server.url}/docs; Ctrl-C stops it`,
    );
    feed.follow(reflexio, server.url);
    if (input.on("open")) await openInBrowser(`${server.url}/docs`);
    await new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
      server.finished.then(resolve);
      if (signal.aborted) resolve();
    });
    lines.say("Stopping: running work is finished first");
  } catch (error) {
    lines.say(`Failed: ${error instanceof Error ? error.message : error}`);
    throw new CliError(
      "general",
      `The server failed: ${error instanceof Error ? error.message : error}`,
      {
        code: "server_failed",
        hint: "Run reflexio doctor",
        cause: error,
      },
    );
  } finally {
    feed.close();
    await server.close();
    removeRunFile(host, run);
  }
  lines.say("Stopped");
  return PRINTED;
}

/** Begins to listen. */
async function open(
  context: Context,
  { hostname, port, kv, tls }: StartOptions,
  lines: ServerLines,
  feed: LearntFeed,
): Promise<ReflexioServer> {
  const { settings } = context;
  const { serve, parseApiKeys, keysFileAccess, isLoopback } = await loadServer();
  const keys = settings.get("REFLEXIO_API_KEYS") ?? "";
  const apiKeys = keys === "" ? [] : await parseApiKeys(keys);
  const keysFile = settings.get("REFLEXIO_KEYS_FILE") ?? "";
  const onProblem = (message: string) => lines.say(`warn: ${message}`);
  const rate = settings.get("REFLEXIO_RATE_LIMIT");
  if (kv !== ":memory:" && !/^https?:/.test(kv)) {
    await Deno.mkdir(dirname(kv), { recursive: true, mode: 0o700 });
  }
  try {
    return serve({
      hostname,
      port,
      kv,
      env: (name) => settings.get(name),
      apiKeys,
      ...tls === null ? {} : { tls: { cert: tls.cert, key: tls.key } },
      ...keysFile === ""
        ? {}
        : { authenticate: await keysFileAccess(keysFile, { more: apiKeys, onProblem }) },
      limitsRate: rate === undefined ? !isLoopback(hostname) : rate === "on",
      learnsInThread: settings.get("REFLEXIO_LEARNER_THREAD") !== "off",
      answersFirst: true,
      log: (level, message) => {
        if (level !== "info") lines.say(`${level}: ${message}`);
      },
      onRequest: (record) => {
        if (record.path === "/health" || feed.isOwn(record.path)) return;
        lines.request(record);
        feed.notice(record.path);
      },
    });
  } catch (error) {
    if (error instanceof Error && error.name === "ServeError") {
      throw new CliError("validation", error.message, { cause: error });
    }
    throw error;
  }
}

/** How to add a model, when none is there. */
function modelHint({ settings }: Context): string {
  const has = PROVIDER_KEYS.some((name) => settings.get(name) !== undefined);
  return has ? "" : " (a model can be added: reflexio setup init)";
}

/** Hooks that asked for a start may ask again. */
async function removeStartGuard({ host }: Context): Promise<void> {
  await Deno.remove(join(reflexioHome(host), "logs", ".server-starting")).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

import type { ReadEnv } from "./data_path.ts";
import type { ApiKey, RequestRecord } from "./http/mod.ts";
import { requestLine, type RequestLogFormat, requestLogFormat } from "./request_log.ts";
import { isLoopback, type ReflexioServer, serve, ServeError } from "./serve.ts";
import { shortenHome, startBlock } from "./start_block.ts";
import {
  parseStartOptions,
  START_HELP,
  type StartOptions,
  StartOptionsError,
  type StartRequest,
} from "./start_options.ts";
import { VERSION } from "./version.ts";

/** Exit codes of the program. */
const FAILED = 1;
const USAGE = 2;

/** Writes a line of talk. */
function say(text: string): void {
  // deno-lint-ignore no-console
  console.error(text);
}

/** Variables of `.env` in the current folder; none when there is no file. */
async function readEnvFile(): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    const text = await Deno.readTextFile(".env");
    const { parseEnv } = await import("node:util");
    return parseEnv(text);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

/** Whether the start block may be coloured. */
function isColored(): boolean {
  return Deno.stdout.isTerminal() && !Deno.env.get("NO_COLOR");
}

/** What to say when the port is taken. */
function portTakenText(host: string, port: number): string {
  const ask = Deno.build.os === "windows" ? `netstat -ano | findstr :${port}` : `lsof -i :${port}`;
  return `Cannot listen on ${host}:${port}: the port is taken; see who has it with "${ask}", ` +
    "or choose another with --port";
}

/** Access by a keys file, where one is named; keys are made and revoked while the server runs. */
async function keysFileOptions(path: string | undefined, more: readonly ApiKey[]) {
  if (path === undefined || path === "") return {};
  const { keysFileAccess } = await import("./http/keys_file.ts");
  return { authenticate: await keysFileAccess(path, { more, onProblem: say }) };
}

/** Certificate and key, where they are named. */
async function tlsOptions(tls: StartOptions["tls"]) {
  if (tls === null) return {};
  const [cert, key] = await Promise.all([tls.certPath, tls.keyPath].map(readPem));
  return { tls: { cert: cert ?? "", key: key ?? "" } };
}

/** Text of a PEM file. */
async function readPem(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (cause) {
    throw new StartOptionsError(`Cannot read ${path}: check that it exists and may be read`, {
      cause,
    });
  }
}

/** Lines of the access log on standard error, where they are wanted. */
function requestLogOptions(format: RequestLogFormat) {
  if (format === "off") return {};
  return { onRequest: (record: RequestRecord) => say(requestLine(format, record, Date.now())) };
}

/** Starts to listen, or says why not and ends. */
async function listen(options: StartOptions, env: ReadEnv): Promise<ReflexioServer> {
  const { host, port, kv, allowsUnauthenticated } = options;
  const { parseApiKeys } = await import("./api_keys.ts");
  const apiKeys = options.apiKeys === "" ? [] : await parseApiKeys(options.apiKeys);
  return serve({
    hostname: host,
    port,
    kv,
    env,
    allowsUnauthenticated,
    apiKeys,
    ...await keysFileOptions(env("REFLEXIO_KEYS_FILE"), apiKeys),
    limitsRate: options.rateLimit ?? !isLoopback(host),
    learnsInThread: env("REFLEXIO_LEARNER_THREAD") !== "off",
    answersFirst: true,
    ...await tlsOptions(options.tls),
    ...requestLogOptions(requestLogFormat(env("REFLEXIO_LOG_REQUESTS"))),
    log: (level, message) => {
      if (level !== "info" || env("DEBUG_LOG_TO_CONSOLE")) say(`${level}: ${message}`);
    },
  });
}

/** Closes on the first signal, ends at once on the second. */
function closeOnSignals(server: ReflexioServer): void {
  let isClosing = false;
  const stop = () => {
    if (isClosing) Deno.exit(FAILED);
    isClosing = true;
    server.close().then(() => Deno.exit(0), (error: unknown) => {
      say(textOf(error));
      Deno.exit(FAILED);
    });
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
}

/** What a person is told about an error. */
function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs the server until it is told to stop. */
async function start(options: StartOptions, env: ReadEnv): Promise<void> {
  const server = await listen(options, env);
  closeOnSignals(server);
  const { learner } = await server.ready;
  const data = options.kv === ":memory:"
    ? "in memory, gone when it stops"
    : shortenHome(options.kv, env("HOME"));
  const facts = { version: VERSION, url: server.url, data, learner };
  // deno-lint-ignore no-console
  console.log(startBlock(facts, { color: isColored() }));
  await server.finished;
}

/** What the command line asks for. */
function readRequest(env: ReadEnv): StartRequest {
  return parseStartOptions(Deno.args, env);
}

if (import.meta.main) {
  const file = await readEnvFile();
  const env: ReadEnv = (name) => Deno.env.get(name) ?? file[name];
  try {
    const request = readRequest(env);
    // deno-lint-ignore no-console
    if (request.kind === "help") console.log(START_HELP);
    // deno-lint-ignore no-console
    else if (request.kind === "version") console.log(VERSION);
    else await start(request.options, env);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      const request = readRequest(env);
      if (request.kind === "start") say(portTakenText(request.options.host, request.options.port));
    } else {
      say(textOf(error));
    }
    Deno.exit(error instanceof StartOptionsError || error instanceof ServeError ? USAGE : FAILED);
  }
}

import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { pauseMs } from "../interrupt.ts";
import type { Result } from "../result.ts";
import { openInBrowser } from "../shell/browser.ts";
import { isHealthy } from "./probe.ts";
import { logPath, readRunFile, type RunFile } from "./run_file.ts";
import { spawnDetached } from "./spawn.ts";
import type { StartOptions } from "./start_options.ts";

/** Longest wait until a server answers, milliseconds. */
const START_LIMIT_MS = 20_000;

/** Pause between two looks, milliseconds. */
const LOOK_MS = 25;

/** Lines of the log that are shown when a start fails. */
const SHOWN_LINES = 12;

/** Starts a server in the background and waits until it answers. */
export async function startDetached(context: Context, options: StartOptions): Promise<Result> {
  const { host, out, settings, input } = context;
  const { port, hostname, kv, tls } = options;
  if (port === 0) {
    throw new CliError("usage", "--detach needs a port, not 0", {
      hint: "Name one with --backend-port",
    });
  }
  const log = logPath(host, port);
  const child = spawnDetached([
    "services",
    "start",
    ...["--backend-port", `${port}`, "--host", hostname, "--kv", kv, "--log", log],
    ...tls === null ? [] : ["--cert", tls.certPath, "--key", tls.keyPath],
  ], settings.fileValues());
  let code: number | null = null;
  child.ended.then((ended) => code = ended);
  const startedMs = performance.now();
  let run: RunFile | null = null;
  while (run === null && code === null && performance.now() - startedMs < START_LIMIT_MS) {
    await pauseMs(LOOK_MS);
    const written = readRunFile(host, port);
    if (written?.pid === child.pid && await isHealthy(written.url, written.tls)) run = written;
  }
  if (run === null) throw await startFailure(log, code);
  out.note(
    `Server is ready at ${run.url} (pid ${run.pid}, ${
      Math.round(performance.now() - startedMs)
    } ms)`,
  );
  out.note(`Log: ${log}`);
  out.note(`Data: ${kv}`);
  if (input.on("open")) await openInBrowser(`${run.url}/docs`);
  return { data: { url: run.url, pid: run.pid, port, kv, log }, human: () => run.url };
}

/** Why no server came up: the last lines of its log. */
async function startFailure(log: string, code: number | null): Promise<CliError> {
  const text = await Deno.readTextFile(log).catch(() => "");
  const lines = text.trimEnd().split("\n").slice(-SHOWN_LINES).map((line) => `  ${line}`);
  const what = code === null
    ? `The server did not answer within ${START_LIMIT_MS / 1_000} s`
    : `The server ended with code ${code} before it answered`;
  return new CliError("general", [what, ...lines].join("\n"), {
    code: "start_failed",
    hint: `Look at ${log}, or start it in the foreground: reflexio services start`,
  });
}

import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { formatAge } from "../render/age.ts";
import { renderTable } from "../render/table.ts";
import type { Result } from "../result.ts";
import { withTilde } from "../settings/path.ts";
import { isHealthy, listenerPid, localUrl, nextFreePort, probePort } from "../services/probe.ts";
import {
  isSameProcess,
  listRunFiles,
  oldRunFilePath,
  readRunFile,
  removeRunFile,
  type RunFile,
} from "../services/run_file.ts";
import {
  keepStorage,
  readStartOptions,
  runningPort,
  type StartOptions,
  wantsServer,
} from "../services/start_options.ts";
import { namedDataFile } from "../services/data_file.ts";
import { stopProcess } from "../services/stop_process.ts";
import { readTls } from "../services/tls.ts";

/** `services start`: a server in the foreground, or with `--detach` in the background. */
export async function start(context: Context): Promise<Result> {
  const { input, out } = context;
  if (!wantsServer(context)) {
    out.note(
      "The documentation is part of the server: reflexio services start, then reflexio open docs",
    );
    return { data: { started: [] } };
  }
  await keepStorage(context);
  if (input.has("docs-port")) {
    out.note("--docs-port: the documentation is at /docs of the server itself");
  }
  const options = await readStartOptions(context);
  const running = await whatRuns(context, options);
  if (running !== null) return running;
  if (input.on("detach")) {
    const { startDetached } = await import("../services/start_detached.ts");
    return await startDetached(context, options);
  }
  const { startForeground } = await import("../services/start_foreground.ts");
  return await startForeground(context, options);
}

/** What to say when something listens already, null when the port is free. */
async function whatRuns(context: Context, options: StartOptions): Promise<Result | null> {
  const { port, hostname } = options;
  const run = readRunFile(context.host, port);
  const state = await probePort(hostname, port, run);
  if (state === "free") return null;
  if (state === "ours") {
    const url = run?.url ?? localUrl(hostname, port, null);
    if (run === null || run.kv === options.kv || namedDataFile(context) === undefined) {
      const data = run === null ? "" : `, with the data file ${run.kv}`;
      context.out.note(`A server runs already at ${url}${data}`);
      return { data: { url, pid: run?.pid ?? null, already_running: true } };
    }
    throw new CliError("general", `A server runs at ${url}, with the data file ${run.kv}`, {
      code: "already_running",
      hint:
        `Stop it with reflexio services stop --backend-port ${port}, or take another --backend-port`,
    });
  }
  const pid = await listenerPid(port);
  const next = nextFreePort(hostname, port);
  throw new CliError(
    "general",
    `Port ${port} is taken${pid === null ? "" : ` by process ${pid}`}`,
    {
      code: "port_taken",
      hint: next === null
        ? "Take another one with --backend-port"
        : `Port ${next} is free: reflexio services start --backend-port ${next}`,
    },
  );
}

/** `services stop`: ends the server that was written down, nothing else. */
export async function stop(context: Context): Promise<Result> {
  const { input, host, out } = context;
  if (!wantsServer(context)) {
    out.note("The documentation is part of the server: nothing to stop");
    return { data: { stopped: null } };
  }
  const port = runningPort(context);
  const run = readRunFile(host, port) ?? await oldRun(port);
  if (run === null) {
    const isThere = await isHealthy(localUrl("127.0.0.1", port, null), null);
    out.note(
      isThere
        ? `A server runs on port ${port}, but services start did not begin it: it was left alone`
        : `No server runs on port ${port}`,
    );
    return { data: { port, stopped: null } };
  }
  const how = await stopProcess(run, { isForced: input.on("force") });
  removeRunFile(host, run);
  const text = {
    stopped: `Stopped the server on port ${port} (pid ${run.pid})`,
    killed: `Ended the server on port ${port} (pid ${run.pid})`,
    stale: `No server runs on port ${port}; the note of an earlier one was removed`,
  }[how];
  out.note(text);
  return { data: { port, pid: run.pid, stopped: how } };
}

/** A server that an earlier command line started, when its process is still that one. */
async function oldRun(port: number): Promise<RunFile | null> {
  const path = await oldRunFilePath({ backend: port });
  try {
    const { backend: pid } = JSON.parse(await Deno.readTextFile(path));
    const command = await Deno.readTextFile(`/proc/${pid}/cmdline`);
    if (!command.includes("reflexio.server.api:app")) return null;
    return {
      pid,
      port,
      processStart: null,
      url: localUrl("127.0.0.1", port, null),
      kv: "",
      hostname: "127.0.0.1",
      version: "",
      startedAt: "",
      log: null,
      tls: null,
    };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** `services status`: which servers run. */
export async function status({ host, out }: Context): Promise<Result> {
  const rows = await Promise.all(
    listRunFiles(host).map(async (run) => {
      const isAlive = isSameProcess(run);
      const state = !isAlive
        ? "gone"
        : await isHealthy(run.url, run.tls)
        ? "healthy"
        : "not answering";
      return { ...run, state };
    }),
  );
  if (rows.length === 0) out.note("No server was started here: reflexio services start");
  return {
    data: rows.map(({ pid, port, url, kv, version, startedAt, log, state }) => ({
      port,
      state,
      pid,
      url,
      kv,
      version,
      started_at: startedAt,
      log,
    })),
    keepsNulls: true,
    human: (screen) =>
      renderTable(
        [
          { title: "PORT", paint: screen.style.cyan },
          {
            title: "STATE",
            paint: (text) =>
              text.trim() === "healthy" ? screen.style.green(text) : screen.style.yellow(text),
          },
          { title: "PID" },
          { title: "SINCE", dropOrder: 1 },
          { title: "URL", dropOrder: 3 },
          { title: "DATA", flexible: true },
          { title: "LOG", dropOrder: 2 },
        ],
        rows.map((row) => [
          `${row.port}`,
          row.state,
          `${row.pid}`,
          formatAge(Date.parse(row.startedAt) / 1_000, screen.nowSec),
          row.url,
          withTilde(row.kv, host.home),
          withTilde(row.log ?? "foreground", host.home),
        ]),
        screen,
      ),
  };
}

/** `services restart`: ends the server and starts it in the background with the same options. */
export async function restart(context: Context): Promise<Result> {
  const { host, out } = context;
  const port = runningPort(context);
  const run = readRunFile(host, port);
  if (run === null) {
    throw new CliError("general", `services start did not begin a server on port ${port}`, {
      hint: `reflexio services start --detach --backend-port ${port}`,
    });
  }
  const tls = run.tls && await readTls(context, run.tls.certPath, run.tls.keyPath);
  await stopProcess(run, { isForced: false });
  removeRunFile(host, run);
  out.note(`Stopped pid ${run.pid}`);
  const { startDetached } = await import("../services/start_detached.ts");
  return await startDetached(context, { port, hostname: run.hostname, kv: run.kv, tls });
}

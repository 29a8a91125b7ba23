import type { Host } from "../host.ts";
import { isRecord } from "../render/fields.ts";
import { writePrivateFile } from "../settings/private_file.ts";
import { reflexioHome } from "../settings/settings.ts";
import { join } from "../settings/path.ts";
import type { TlsRecord } from "./tls.ts";

/** What is written down about a running server. */
export interface RunFile {
  /** Process id. */
  readonly pid: number;
  /** Start of the process as the system counts it, null where it cannot be read. */
  readonly processStart: string | null;
  /** Port it listens on. */
  readonly port: number;
  /** Address. */
  readonly url: string;
  /** Data file, `:memory:` or URL. */
  readonly kv: string;
  /** Address it listens on. */
  readonly hostname: string;
  /** Version of the program. */
  readonly version: string;
  /** When it was started, ISO 8601. */
  readonly startedAt: string;
  /** Log file, null in the foreground. */
  readonly log: string | null;
  /** Its certificate; null: no TLS. */
  readonly tls: TlsRecord | null;
}

/** Folder of the run files. */
function runFolder(host: Host): string {
  return join(reflexioHome(host), "run");
}

/** Run file of a port. */
export function runFilePath(host: Host, port: number): string {
  return join(runFolder(host), `${port}.json`);
}

/** Log file of a server in the background. */
export function logPath(host: Host, port: number): string {
  return join(reflexioHome(host), "logs", port === 8081 ? "server.log" : `server-${port}.log`);
}

/** Writes down a running server. */
export async function writeRunFile(host: Host, run: RunFile): Promise<void> {
  await writePrivateFile(runFilePath(host, run.port), `${JSON.stringify(run, null, 2)}\n`);
}

/** Removes the run file when it is still that of `pid`. */
export function removeRunFile(host: Host, run: { readonly port: number; readonly pid: number }) {
  const now = readRunFile(host, run.port);
  if (now === null || now.pid !== run.pid) return;
  try {
    Deno.removeSync(runFilePath(host, run.port));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** What is written down about a port, null when nothing is. */
export function readRunFile(host: Host, port: number): RunFile | null {
  try {
    return parseRunFile(Deno.readTextFileSync(runFilePath(host, port)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** A run file's text as a record, null when it is damaged. */
function parseRunFile(text: string): RunFile | null {
  try {
    const value: unknown = JSON.parse(text);
    const isWhole = isRecord(value) && typeof value.pid === "number" &&
      typeof value.port === "number" && typeof value.url === "string";
    if (!isWhole) return null;
    // Notes of earlier versions know nothing of TLS.
    const run = value as unknown as RunFile;
    return { ...run, tls: run.tls ?? null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** All servers that are written down. */
export function listRunFiles(host: Host): RunFile[] {
  try {
    return [...Deno.readDirSync(runFolder(host))].flatMap(({ name }) => {
      const run = /^\d+\.json$/.test(name) ? readRunFile(host, parseInt(name)) : null;
      return run === null ? [] : [run];
    }).sort((a, b) => a.port - b.port);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** A living server that `services start` began, null when there is none; the usual port first. */
export function localServer(host: Host): RunFile | null {
  const runs = listRunFiles(host).filter((run) => isSameProcess(run));
  return runs.find(({ port }) => port === 8081) ?? runs[0] ?? null;
}

/** Whether the process written down is alive and not another one with its number. */
export function isSameProcess(run: RunFile): boolean {
  const start = processStart(run.pid);
  if (start !== null) return run.processStart === null || run.processStart === start;
  return Deno.build.os !== "linux" && isAlive(run.pid);
}

/** Start of a process in clock ticks since boot (Linux), null when unknown or gone. */
export function processStart(pid: number): string | null {
  if (Deno.build.os !== "linux") return null;
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // The name in parentheses may hold spaces; field 22 counts from behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : fields[19] ?? null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotCapable) {
      return null;
    }
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return null;
    throw error;
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    const command = Deno.build.os === "windows"
      ? new Deno.Command("tasklist", { args: ["/FI", `PID eq ${pid}`, "/NH"], stderr: "null" })
      : new Deno.Command("kill", { args: ["-0", `${pid}`], stderr: "null", stdout: "null" });
    const { success, stdout } = command.outputSync();
    if (Deno.build.os !== "windows") return success;
    return new TextDecoder().decode(stdout).includes(`${pid}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Old run file of earlier command lines: ports started, hashed into its name. Read by `stop` only. */
export async function oldRunFilePath(ports: Readonly<Record<string, number>>): Promise<string> {
  const { createHash } = await import("node:crypto");
  const names = Object.keys(ports).sort();
  const text = `{${names.map((name) => `"${name}": ${ports[name]}`).join(", ")}}`;
  const hash = createHash("md5").update(text).digest("hex").slice(0, 8);
  return join(
    Deno.build.os === "windows" ? Deno.env.get("TEMP") ?? "." : "/tmp",
    `reflexio_services_${hash}.json`,
  );
}

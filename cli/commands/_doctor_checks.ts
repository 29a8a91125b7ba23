import type { Context } from "../context.ts";
import { connectionFailure, toCliError } from "../failure.ts";
import { hookCommand } from "../integrations/plans.ts";
import { readIfThere } from "../integrations/plan.ts";
import { isOurHook } from "../integrations/claude_settings.ts";
import { formatCount } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import { joinUrl } from "../request.ts";
import { dataFilePath, isDataFile } from "../services/data_file.ts";
import { isSameProcess, listRunFiles, localServer, removeRunFile } from "../services/run_file.ts";
import { parseEnvFile, readEnvText } from "../settings/env_file.ts";
import { DEFAULT_URL, reflexioHome, userEnvPath } from "../settings/settings.ts";
import { VERSION } from "../version.ts";
import { HEALTH_TIMEOUT_MS } from "./status.ts";
import { dirname, join } from "../settings/path.ts";

/** Result of one check. */
export interface Check {
  /** Stable name. */
  readonly name: string;
  /** How it is. */
  readonly status: "pass" | "warn" | "fail";
  /** What was found. */
  readonly message: string;
  /** What to do, null when nothing is to be done. */
  readonly hint: string | null;
}

/** A check with what repairs it. */
export interface Finding extends Check {
  /** Repairs it; absent where a person has to. */
  readonly repair?: { readonly what: string; readonly run: () => Promise<void> };
}

/** Least free space beside the data file, bytes. */
const MIN_FREE_BYTES = 200 * 1024 * 1024;

/** Largest difference of clocks that is no warning, seconds. */
const MAX_CLOCK_SKEW_SEC = 30;

function pass(name: string, message: string): Finding {
  return { name, status: "pass", message, hint: null };
}

function warn(name: string, message: string, hint: string): Finding {
  return { name, status: "warn", message, hint };
}

/** The user's environment file: there, private, not shadowed. */
export async function checkEnvFile(context: Context): Promise<Finding[]> {
  const path = userEnvPath(context.host);
  const text = await readIfThere(path);
  if (text === null) {
    return [
      warn("env_file", `There is no ${path}`, "Run reflexio setup init, or reflexio auth login"),
    ];
  }
  const findings: Finding[] = [pass("env_file", path)];
  const { mode } = await Deno.stat(path);
  if (mode !== null && Deno.build.os !== "windows" && (mode & 0o077) !== 0) {
    findings.push({
      ...warn("env_permissions", `${path} can be read by others`, `chmod 600 ${path}`),
      repair: { what: `Make ${path} private`, run: () => Deno.chmod(path, 0o600) },
    });
  }
  const local = parseEnvFile(await readEnvText(join(context.host.cwd, ".env")));
  const shadowed = [...local.keys()].filter((name) => name.startsWith("REFLEXIO_"));
  if (shadowed.length > 0) {
    findings.push(
      warn(
        "env_shadowing",
        `./.env sets ${shadowed.join(", ")} for this folder`,
        "Remove them there if that is not wanted",
      ),
    );
  }
  return findings;
}

/** Whether a key is there, where one is needed. */
export function checkKey(context: Context): Finding {
  const key = context.settings.findKey();
  if (key !== undefined) return pass("api_key", `ends with ${key.value.slice(-4)} (${key.origin})`);
  const needsOne = (context.settings.findUrl()?.value ?? DEFAULT_URL) === DEFAULT_URL &&
    localServer(context.host) === null;
  return needsOne
    ? warn("api_key", "no key", "A managed server needs one: reflexio auth login")
    : pass("api_key", "none; servers of this machine need none");
}

/** The server: reachable, healthy, of our version, with our clock. */
export async function checkServer(context: Context): Promise<Finding[]> {
  let url: string;
  try {
    ({ url } = context.server());
  } catch (error) {
    const failure = toCliError(error);
    return [{
      name: "server_health",
      status: "fail",
      message: failure.message,
      hint: failure.hint ?? null,
    }];
  }
  const startedMs = Date.now();
  try {
    const response = await fetch(joinUrl(url, "/health"), {
      headers: { "user-agent": "reflexio-cli" },
      redirect: "manual",
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    const text = await response.text();
    const isOurs = response.ok && /"status"/.test(text);
    if (!isOurs) {
      return [{
        name: "server_health",
        status: "fail",
        message: `${url} answers ${response.status}, but is no Reflexio server`,
        hint: "Check REFLEXIO_URL",
      }];
    }
    const isHealthy = /"healthy"/.test(text);
    return [
      isHealthy ? pass("server_health", `${url} is healthy, ${Date.now() - startedMs} ms`) : warn(
        "server_health",
        `${url} says ${text.slice(0, 80)}`,
        "Look at reflexio services logs",
      ),
      ...clockFinding(response.headers.get("date")),
      ...await versionFinding(context),
    ];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const failure = connectionFailure(url, error);
    return [{
      name: "server_health",
      status: "fail",
      message: failure.message,
      hint: failure.hint ?? null,
    }];
  }
}

/** Whether the clocks agree. */
function clockFinding(date: string | null): Finding[] {
  const skewSec = date === null ? 0 : Math.abs(Date.parse(date) - Date.now()) / 1_000;
  if (!(skewSec > MAX_CLOCK_SKEW_SEC)) return [];
  return [
    warn(
      "clock",
      `This clock and the server's differ by ${Math.round(skewSec)} s`,
      "Set the clock",
    ),
  ];
}

/** Whether client and server are of one version. */
async function versionFinding(context: Context): Promise<Finding[]> {
  try {
    const { body } = await context.request("GET /meta/version", { timeoutMs: HEALTH_TIMEOUT_MS });
    const version = isRecord(body) ? String(body.server_version) : "unknown";
    return version === VERSION
      ? [pass("version", `${VERSION} on both sides`)]
      : [warn("version", `Server ${version}, this program ${VERSION}`, "Update the older one")];
  } catch (error) {
    return [
      warn(
        "version",
        `The server does not tell its version: ${toCliError(error).message}`,
        "It may be older",
      ),
    ];
  }
}

/** What runs this program. */
export function checkRuntime(): Finding[] {
  const how = Deno.build.standalone ? "one binary" : "deno run";
  const message =
    `reflexio ${VERSION}, Deno ${Deno.version.deno}, ${Deno.build.os} ${Deno.build.arch} (${how})`;
  return [pass("runtime", message), pass("python_version", "not needed")];
}

/** The data file: its folder can be written and has room. */
export async function checkData(context: Context): Promise<Finding[]> {
  const kv = await dataFilePath(context);
  if (!isDataFile(kv)) return [pass("data_file", kv)];
  const folder = dirname(kv);
  const sizes = await Promise.all([kv, `${kv}-wal`].map(sizeOf));
  const about = sizes[0] === null
    ? `${kv} (not there yet)`
    : `${kv} (${formatCount(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0))} bytes)`;
  const findings: Finding[] = [];
  try {
    const probe = await Deno.makeTempFile({
      dir: await nearestFolder(folder),
      prefix: ".reflexio-",
    });
    await Deno.remove(probe);
    findings.push(pass("data_file", about));
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    findings.push({
      name: "data_file",
      status: "fail",
      message: `${folder} cannot be written`,
      hint: "Give another place with --kv or REFLEXIO_KV",
    });
  }
  const free = await freeBytes(await nearestFolder(folder));
  if (free !== null && free < MIN_FREE_BYTES) {
    findings.push(
      warn("disk", `Only ${formatCount(free / 1_048_576)} MiB are free at ${folder}`, "Make room"),
    );
  }
  return findings;
}

/** Size of a file in bytes, null when it is not there. */
function sizeOf(path: string): Promise<number | null> {
  return Deno.stat(path).then(({ size }) => size, () => null);
}

/** The folder, or the nearest one above it that is there. */
async function nearestFolder(path: string): Promise<string> {
  try {
    if ((await Deno.stat(path)).isDirectory) return path;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return dirname(path) === path ? path : await nearestFolder(dirname(path));
}

/** Free bytes of a file system, null where it cannot be told. */
async function freeBytes(path: string): Promise<number | null> {
  const { statfs } = await import("node:fs/promises");
  try {
    const { bavail, bsize } = await statfs(path);
    return Number(bavail) * Number(bsize);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Run files of servers that are gone. */
export function checkRunFiles({ host }: Context): Finding[] {
  return listRunFiles(host).filter((run) => !isSameProcess(run)).map((run) => ({
    ...warn(
      "run_file",
      `Port ${run.port}: the server that was written down is gone`,
      "reflexio services stop removes the note",
    ),
    repair: {
      what: `Forget the server of port ${run.port}`,
      run: () => Promise.resolve(removeRunFile(host, run)),
    },
  }));
}

/** Whether hooks of Claude Code name this program. */
export async function checkHooks({ host }: Context): Promise<Finding[]> {
  const path = join(host.home, ".claude", "settings.json");
  const text = await readIfThere(path);
  if (text === null || !text.includes("reflexio")) return [];
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [warn("hooks", `${path} is not JSON`, "Repair it")];
  }
  const ours = commandsIn(settings).filter(isOurHook);
  const expected = hookCommand("claude-code", "session-start");
  const isCurrent = ours.length === 0 || ours.includes(expected);
  return [
    isCurrent ? pass("hooks", `${ours.length} in ${path}`) : warn(
      "hooks",
      `Hooks in ${path} name another program`,
      "Renew them: reflexio setup claude-code --global",
    ),
  ];
}

/** Every `command` inside a value. */
function commandsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (!isRecord(value)) return [];
  const own = typeof value.command === "string" ? [value.command] : [];
  return [...own, ...Object.values(value).flatMap(commandsIn)];
}

/** Another `reflexio` on the search path, such as an earlier one for Python. */
export async function checkPath({ host }: Context): Promise<Finding[]> {
  const separator = host.os === "windows" ? ";" : ":";
  const found: string[] = [];
  for (const folder of (host.env("PATH") ?? "").split(separator)) {
    const path = join(folder, host.os === "windows" ? "reflexio.exe" : "reflexio");
    const text = await readStart(path);
    if (text !== null && /python/.test(text)) found.push(path);
  }
  return found.map((path) =>
    warn(
      "path",
      `${path} is an earlier reflexio for Python`,
      `It was left alone; this one is in ${join(reflexioHome(host), "bin")} or where you put it`,
    )
  );
}

/** First characters of a file, null when it is not there. */
async function readStart(path: string): Promise<string | null> {
  try {
    using file = await Deno.open(path);
    const bytes = new Uint8Array(128);
    const count = await file.read(bytes) ?? 0;
    return new TextDecoder().decode(bytes.subarray(0, count));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

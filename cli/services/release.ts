import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { connectionFailure, timeoutFailure } from "../failure.ts";

/** A release as its checksum file tells it. */
export interface Release {
  /** Address of its folder, without a slash at the end. */
  readonly url: string;
  /** Version, for example `1.2.3`. */
  readonly version: string;
  /** File name of the binary for this machine. */
  readonly name: string;
  /** SHA-256 of that binary, hex. */
  readonly sha256: string;
}

/** Names of systems and processors in file names of binaries. */
const NAMES: Readonly<Record<string, string>> = {
  darwin: "macos",
  x86_64: "x64",
  aarch64: "arm64",
};

/** File name of the binary for a machine, as `tools/compile.ts` gives it. */
export function binaryName({ os, arch }: { os: string; arch: string } = Deno.build): string {
  const tail = os === "windows" ? ".exe" : "";
  return `reflexio-${NAMES[os] ?? os}-${NAMES[arch] ?? arch}${tail}`;
}

/**
 * Reads what a release is: the newest one, or one by its version.
 *
 * @param baseUrl Where the releases are.
 * @param wanted A version; undefined: the newest.
 * @throws {CliError} `network` when it cannot be fetched, `general` when it lacks something.
 */
export async function findRelease(
  context: Context,
  baseUrl: string,
  wanted: string | undefined,
): Promise<Release> {
  if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw invalid(`--base-url is ${JSON.stringify(baseUrl)}, must begin with http:// or https://`);
  }
  const base = baseUrl.replace(/\/+$/, "");
  const url = wanted === undefined ? base : `${base}/v${wanted.replace(/^v/, "")}`;
  const text = (name: string) => fetchText(context, `${url}/${name}`);
  const sums = parseSums(await text("SHA256SUMS"));
  const version = await text("VERSION");
  if (await sha256Of(version) !== sums.get("VERSION")) throw damaged("VERSION");
  const name = binaryName();
  const sha256 = sums.get(name);
  if (sha256 === undefined) {
    throw new CliError("general", `The release has no ${name}`, {
      code: "not_found",
      hint: "Run it from source with Deno",
    });
  }
  return { url, version: version.trim(), name, sha256 };
}

/** Checksums by file name. */
function parseSums(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").map((line) => /^([0-9a-f]{64}) [ *](\S+)$/.exec(line.trim()));
  return new Map(lines.flatMap((found) => found ? [[found[2] ?? "", found[1] ?? ""]] : []));
}

/** SHA-256 of a text, hex. */
async function sha256Of(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toHex();
}

/** A file that is not what its checksum says. */
function damaged(name: string): CliError {
  return new CliError("general", `The checksum of ${name} is wrong: nothing was changed`, {
    code: "damaged",
    hint: "Try again; tell the publisher if it stays so",
  });
}

/** A short file of a release. */
async function fetchText({ timeoutMs }: Context, url: string): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await (await fetchFile(url, signal)).text();
  } catch (error) {
    throw signal.aborted ? timeoutFailure(url, timeoutMs) : error;
  }
}

/** A good answer for a file of a release. */
async function fetchFile(url: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { "user-agent": "reflexio-cli" }, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw connectionFailure(url, error);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  throw new CliError("general", `Cannot fetch ${url}: the server answered ${response.status}`, {
    code: "not_found",
    hint: "Check --base-url and the version",
    extra: { url, status: response.status },
  });
}

/**
 * Fetches the binary of a release into a file and compares its checksum.
 *
 * @param path Where to; it is executable afterwards.
 * @param signal Ends it.
 * @throws {CliError} `general` when the checksum is wrong.
 */
export async function fetchBinary(
  context: Context,
  { url, name, sha256 }: Release,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  const stall = new Stall(context.timeoutMs);
  const progress = context.out.progress("Fetching");
  let done = 0;
  try {
    const either = AbortSignal.any([signal, stall.signal]);
    const response = await fetchFile(`${url}/${name}`, either);
    const total = Number(response.headers.get("content-length")) || null;
    using file = await Deno.open(path, { write: true, create: true, truncate: true, mode: 0o755 });
    for await (const chunk of response.body ?? []) {
      stall.restart();
      hash.update(chunk);
      for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
      progress.update({ done: done += chunk.length, total, note: "bytes" });
    }
    await file.syncData();
  } catch (error) {
    throw stall.signal.aborted ? timeoutFailure(url, context.timeoutMs) : error;
  } finally {
    stall.end();
    progress.clear();
  }
  if (hash.digest("hex") !== sha256) throw damaged(name);
}

/** Aborts when nothing comes for some time. */
class Stall {
  readonly #controller = new AbortController();
  readonly #limitMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.restart();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    clearTimeout(this.#timer);
    const reason = new DOMException("Nothing came in time", "TimeoutError");
    this.#timer = setTimeout(() => this.#controller.abort(reason), this.#limitMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** The order of two versions: below 0 when the first is older. A preliminary one is older. */
export function compareVersions(a: string, b: string): number {
  const [aMain, bMain] = [mainOf(a), mainOf(b)];
  for (let i = 0; i < Math.max(aMain.length, bMain.length); i++) {
    const order = (aMain[i] ?? 0) - (bMain[i] ?? 0);
    if (order !== 0) return order;
  }
  const [aTail, bTail] = [tailOf(a), tailOf(b)];
  if (aTail === "" || bTail === "") return aTail === bTail ? 0 : aTail === "" ? 1 : -1;
  return aTail.localeCompare(bTail, "en", { numeric: true });
}

/** The numbers of a version. */
function mainOf(version: string): number[] {
  return (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
}

/** What stands behind the dash: `rc.1` of `1.2.0-rc.1`. */
function tailOf(version: string): string {
  return /-([^+]*)/.exec(version)?.[1] ?? "";
}

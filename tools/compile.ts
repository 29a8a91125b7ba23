/**
 * Compiles the `reflexio` binary for five targets into `dist/`, and writes `dist/VERSION` and
 * `dist/SHA256SUMS`.
 *
 * Each target needs its own runtime (`denort`), which Deno downloads once. Where that cannot be had
 * the reason is printed with what to fetch and where to put it, the other targets go on, and
 * everything but the runtime is rehearsed; the exit code is then 1. `--target NAME` (also several
 * times) limits the work, `--check` also runs the binary of this machine.
 *
 * @module
 */
import { ENGINE_FLAGS } from "../cli/engine_flags.ts";

/** One binary. */
export interface Target {
  /** Name for people and in file names. */
  readonly name: string;
  /** Name as the compiler knows it. */
  readonly triple: string;
}

/** Every system that gets a binary. */
export const TARGETS: readonly Target[] = [
  { name: "linux-x64", triple: "x86_64-unknown-linux-gnu" },
  { name: "linux-arm64", triple: "aarch64-unknown-linux-gnu" },
  { name: "macos-x64", triple: "x86_64-apple-darwin" },
  { name: "macos-arm64", triple: "aarch64-apple-darwin" },
  { name: "windows-x64", triple: "x86_64-pc-windows-msvc" },
];

const ROOT = new URL("../", import.meta.url);
const DIST = new URL("dist/", ROOT);

/** Files that the program reads, and the modules that it finds only while it runs. */
const ASSETS: readonly string[] = [
  "server/mod.ts",
  "server/learner_worker.ts",
  "server/search/assets",
  "docs/demo/conversations.json",
];

/** Permissions of the binary: everything a server and its tools need, nothing more. */
const PERMISSIONS: readonly string[] = [
  "--allow-net",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--allow-run",
  "--allow-sys",
];

/** File name of a target's binary. */
function fileName({ name }: Target): string {
  return `reflexio-${name}${name.startsWith("windows") ? ".exe" : ""}`;
}

/** Says something to the person. */
function say(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}

/**
 * The arguments of `deno` that compile a target.
 *
 * @param output Path of the binary.
 */
export function compileArguments({ triple }: Target, output: string): string[] {
  return [
    "compile",
    "--unstable-kv",
    `--v8-flags=${ENGINE_FLAGS}`,
    "--no-check",
    ...PERMISSIONS,
    ...ASSETS.flatMap((asset) => ["--include", asset]),
    "--target",
    triple,
    "--output",
    output,
    "cli/main.ts",
  ];
}

/**
 * Compiles one target.
 *
 * @param output Path of the binary.
 * @param runtime Runtime to use in place of the one that Deno fetches.
 * @returns Null when it worked, else why it did not.
 */
export async function compile(
  target: Target,
  output: string,
  runtime?: string,
): Promise<string | null> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: compileArguments(target, output),
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    env: { NO_COLOR: "1", ...runtime === undefined ? {} : { DENORT_BIN: runtime } },
  }).output();
  return success ? null : reasonIn(new TextDecoder().decode(stderr));
}

/** What is said where only the runtime is missing. */
const NO_RUNTIME = "gives no runtime";

/** The innermost causes that the compiler names, as one line. */
export function reasonIn(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const causes = lines.filter((line) => /^\d+: /.test(line) && !line.endsWith("<unknown>"))
    .map((line) => line.replace(/^\d+: /, ""));
  const error = lines.find((line) => line.startsWith("error:"))?.slice("error:".length).trim();
  const fetching = causes.find((cause) => cause.includes("https://"));
  if (fetching === undefined) return causes.at(-1) ?? error ?? "the compiler says nothing";
  const host = /https:\/\/([^/]+)/.exec(fetching)?.[1];
  return `${host} ${NO_RUNTIME}: ${fetching.split(": ").at(-1)}`;
}

/** What to fetch, and where to put it, so that targets can be made without a network. */
export function remedy(targets: readonly Target[], cache: string): string {
  const release = `release/v${Deno.version.deno}`;
  const [first] = targets;
  return [
    `Missing is the runtime (denort) of Deno ${Deno.version.deno}. Fetch, where there is a network,`,
    ...targets.map(({ triple }) => `  https://dl.deno.land/${release}/denort-${triple}.zip`),
    "and put the files, packed and under these names, into",
    `  ${cache}/dl/${release}/`,
    "or unpack one and make its target alone:",
    `  DENORT_BIN=path/to/denort deno task compile --target ${first?.name}`,
  ].join("\n");
}

/** The folder in which Deno keeps what it fetched. */
async function cacheFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}

/**
 * Does everything but the last step: packs modules and assets behind Deno itself in place of the
 * runtime, and throws the result away.
 *
 * @returns Null when it worked, else why it did not.
 */
async function rehearse(): Promise<string | null> {
  const target = ownTarget();
  if (target === undefined) return `this machine (${Deno.build.target}) is no target`;
  const folder = await Deno.makeTempDir({ prefix: "reflexio-compile-" });
  try {
    return await compile(target, `${folder}/${fileName(target)}`, Deno.execPath());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** SHA-256 of a file, hex. */
async function sha256(path: URL): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return new Uint8Array(hash).toHex();
}

/** The target of this machine. */
export function ownTarget(): Target | undefined {
  return TARGETS.find(({ triple }) => triple === Deno.build.target);
}

/** Whether the binary of this machine runs and says the right version. */
async function runsHere(target: Target, version: string): Promise<boolean> {
  const { success, stdout } = await new Deno.Command(
    decodeURIComponent(new URL(fileName(target), DIST).pathname),
    { args: ["--version"], stderr: "null" },
  ).output();
  return success && new TextDecoder().decode(stdout).trim() === `reflexio ${version}`;
}

/** The targets that were asked for; all when none was. */
function wantedTargets(args: readonly string[]): readonly Target[] {
  const names = args.flatMap((arg, i) => arg === "--target" ? args[i + 1] ?? [] : []);
  return names.length === 0 ? TARGETS : TARGETS.filter(({ name }) => names.includes(name));
}

/** Makes one binary and checks it; its SHA-256, or why there is none. */
async function make(target: Target, version: string): Promise<{ hash: string } | { why: string }> {
  const path = new URL(fileName(target), DIST);
  const why = await compile(target, decodeURIComponent(path.pathname));
  if (why !== null) return { why };
  const isRun = Deno.args.includes("--check") && target === ownTarget();
  if (isRun && !await runsHere(target, version)) {
    return { why: "the binary does not run this program" };
  }
  return { hash: await sha256(path) };
}

if (import.meta.main) {
  const { version } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  await Deno.mkdir(DIST, { recursive: true });
  const wanted = wantedTargets(Deno.args);
  const sums: string[] = [];
  const missing: Target[] = [];
  let failures = 0;
  for (const target of wanted) {
    const startedMs = performance.now();
    const made = await make(target, version);
    if ("why" in made) {
      failures++;
      if (made.why.includes(NO_RUNTIME)) missing.push(target);
      say(`FAILED  ${target.name}: ${made.why}`);
      continue;
    }
    sums.push(`${made.hash}  ${fileName(target)}`);
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
    say(`ok      ${target.name} (${seconds} s) ${made.hash.slice(0, 12)}…`);
  }
  await Deno.writeTextFile(new URL("VERSION", DIST), `${version}\n`);
  sums.push(`${await sha256(new URL("VERSION", DIST))}  VERSION`);
  await Deno.writeTextFile(new URL("SHA256SUMS", DIST), sums.map((line) => `${line}\n`).join(""));
  if (missing.length > 0) {
    const why = await rehearse();
    say(
      `${why === null ? "ok    " : "FAILED"}  all but the runtime${why === null ? "" : `: ${why}`}`,
    );
    say(`\n${remedy(missing, await cacheFolder())}`);
  }
  say(`\n${wanted.length - failures} of ${wanted.length} targets were made`);
  Deno.exit(failures === 0 ? 0 : 1);
}

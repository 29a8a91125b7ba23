/**
 * Compiles the `reflexio` binary for five targets into `dist/`, and writes `dist/VERSION` and
 * `dist/SHA256SUMS`.
 *
 * Each target needs its own runtime (`denort`), which Deno downloads once. Where that cannot be had
 * the reason is printed and the other targets go on; the exit code is then 1. `--target NAME` (also
 * several times) limits the work, `--check` also runs the binary of this machine.
 *
 * @module
 */

/** One binary. */
interface Target {
  /** Name for people and in file names. */
  readonly name: string;
  /** Name as the compiler knows it. */
  readonly triple: string;
}

const TARGETS: readonly Target[] = [
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

/** The assets that are there; a folder that is generated may be missing. */
async function presentAssets(): Promise<string[]> {
  const found = await Promise.all(ASSETS.map(async (path) => {
    try {
      await Deno.stat(new URL(path, ROOT));
      return [path];
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    }
  }));
  return found.flat();
}

/** Compiles one target; null when it worked, else why it did not. */
async function compile(target: Target): Promise<string | null> {
  const path = new URL(fileName(target), DIST);
  const assets = await presentAssets();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "compile",
      "--unstable-kv",
      "--no-check",
      ...PERMISSIONS,
      ...assets.flatMap((asset) => ["--include", asset]),
      "--target",
      target.triple,
      "--output",
      decodeURIComponent(path.pathname),
      "cli/main.ts",
    ],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return null;
  return reasonIn(new TextDecoder().decode(stderr));
}

/** The innermost causes that the compiler names, as one line. */
function reasonIn(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const causes = lines.filter((line) => /^\d+: /.test(line) && !line.endsWith("<unknown>"))
    .map((line) => line.replace(/^\d+: /, ""));
  const error = lines.find((line) => line.startsWith("error:"))?.slice("error:".length).trim();
  return causes.find((cause) => cause.includes("https://")) ?? causes.at(-1) ?? error ??
    "the compiler says nothing";
}

/** SHA-256 of a file, hex. */
async function sha256(path: URL): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return new Uint8Array(hash).toHex();
}

/** The target of this machine. */
function ownTarget(): Target | undefined {
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

if (import.meta.main) {
  const { version } = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  await Deno.mkdir(DIST, { recursive: true });
  const sums: string[] = [];
  let failures = 0;
  for (const target of wantedTargets(Deno.args)) {
    const startedMs = performance.now();
    const reason = await compile(target);
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
    if (reason !== null) {
      failures++;
      say(`FAILED  ${target.name}: ${reason}`);
      continue;
    }
    const isRun = Deno.args.includes("--check") && target === ownTarget();
    if (isRun && !await runsHere(target, version)) {
      failures++;
      say(`FAILED  ${target.name}: the binary does not run this program`);
      continue;
    }
    const hash = await sha256(new URL(fileName(target), DIST));
    sums.push(`${hash}  ${fileName(target)}`);
    say(`ok      ${target.name} (${seconds} s) ${hash.slice(0, 12)}…`);
  }
  await Deno.writeTextFile(new URL("VERSION", DIST), `${version}\n`);
  sums.push(`${await sha256(new URL("VERSION", DIST))}  VERSION`);
  await Deno.writeTextFile(new URL("SHA256SUMS", DIST), sums.map((line) => `${line}\n`).join(""));
  if (failures > 0) {
    say(
      `${failures} targets could not be made. Each needs denort of Deno ${Deno.version.deno} from`,
    );
    say("dl.deno.land; where that cannot be reached, set DENORT_BIN to a denort of that target.");
  }
  Deno.exit(failures === 0 ? 0 : 1);
}

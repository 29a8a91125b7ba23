/**
 * Runs the behaviour suite on Deno, Node, Bun, workerd (Miniflare) and headless Chromium, and prints
 * a table.
 *
 *     deno run -A tests/runtimes/run.ts [deno node bun workerd chromium]
 *
 * Bun and Miniflare come from npm, Chromium from the machine (`apt-get install chromium`); a runtime
 * that cannot be had is skipped with the reason.
 *
 * @module
 */
import * as sdk from "../../mod.ts";
import { buildNpm } from "../../tools/build_npm.ts";
import { startBehaviourServer } from "./behaviour_server.ts";
import { type CaseResult, runSuite } from "./suite.ts";

/** Versions that are installed from npm. */
const NPM_PACKAGES = { bun: "bun@1", workerd: "miniflare@4" } as const;

/** How long one runtime may take, in milliseconds. */
const LIMIT_MS = 120_000;

/** What a runtime made of the suite. */
interface Outcome {
  readonly runtime: string;
  readonly version: string;
  readonly results: readonly CaseResult[];
  /** Why it was not run. */
  readonly skipped?: string;
}

/** Where things are while the matrix runs. */
interface Workbench {
  /** Folder with the package in `node_modules` and the compiled suite. */
  readonly folder: string;
  /** Address of the behaviour server. */
  readonly serverUrl: string;
  /** Settles with what a page reports. */
  readonly report: Promise<string>;
}

/** Says why a runtime is not there. */
class Missing extends Error {}

/** Runs a program and gives what it printed. */
async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  const child = new Deno.Command(command, {
    args: [...args],
    cwd,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const { success, stdout, stderr } = await child.output().catch((error) => {
    throw error instanceof Deno.errors.NotFound
      ? new Missing(`${command} is not installed`)
      : error;
  });
  const text = new TextDecoder();
  if (!success) throw new Error(`${command} failed: ${text.decode(stderr).slice(-2000)}`);
  return text.decode(stdout).trim();
}

/** Installs a package from npm next to the suite. */
async function install(name: string, folder: string): Promise<void> {
  try {
    await output("npm", ["install", "--no-audit", "--no-fund", "--silent", name], folder);
  } catch (error) {
    throw new Missing(`npm cannot install ${name}: ${error instanceof Error ? error.message : ""}`);
  }
}

/** A program that runs the suite and prints the results. */
const DRIVER = `
import * as sdk from "@reflexio/client";
import { runSuite } from "./suite.js";
const [serverUrl, run] = process.argv.slice(2);
console.log(JSON.stringify(await runSuite(sdk, serverUrl, run)));
`;

/** A worker that runs the suite when it is called. */
const WORKER = `
import * as sdk from "./package/mod.js";
import { runSuite } from "./suite.js";
export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    return Response.json(await runSuite(sdk, searchParams.get("server"), "workerd"));
  },
};
`;

/** A program that runs the worker in Miniflare. */
const WORKERD_DRIVER = `
import { Miniflare } from "miniflare";
const miniflare = new Miniflare({
  modules: true,
  modulesRoot: ".",
  scriptPath: "worker.js",
  modulesRules: [{ type: "ESModule", include: ["**/*.js"] }],
  compatibilityDate: "2025-01-01",
});
const url = "http://worker/?server=" + encodeURIComponent(process.argv[2]);
console.log(await (await miniflare.dispatchFetch(url)).text());
await miniflare.dispose();
`;

/** A page that runs the suite and reports. */
const PAGE = `<!doctype html><meta charset="utf-8"><script type="module">
import * as sdk from "/package/mod.js";
import { runSuite } from "/suite.js";
const results = await runSuite(sdk, location.origin, "chromium");
await fetch("/report", {
  method: "POST",
  body: JSON.stringify({ version: navigator.userAgent, results }),
});
</script>`;

const RUNTIMES: Readonly<
  Record<string, (bench: Workbench) => Promise<Omit<Outcome, "runtime">>>
> = {
  async deno({ serverUrl }) {
    return { version: Deno.version.deno, results: await runSuite(sdk, serverUrl, "deno") };
  },
  async node({ folder, serverUrl }) {
    const version = await output("node", ["--version"], folder);
    const printed = await output("node", ["driver.mjs", serverUrl, "node"], folder);
    return { version, results: JSON.parse(printed) };
  },
  async bun({ folder, serverUrl }) {
    await install(NPM_PACKAGES.bun, folder);
    const bun = `${folder}/node_modules/.bin/bun`;
    const version = await output(bun, ["--version"], folder);
    const printed = await output(bun, ["driver.mjs", serverUrl, "bun"], folder);
    return { version, results: JSON.parse(printed) };
  },
  async workerd({ folder, serverUrl }) {
    await install(NPM_PACKAGES.workerd, folder);
    const { version } = JSON.parse(
      await Deno.readTextFile(`${folder}/node_modules/workerd/package.json`),
    );
    const printed = await output("node", ["workerd.mjs", serverUrl], folder);
    return { version, results: JSON.parse(printed) };
  },
  async chromium({ folder, serverUrl, report }) {
    const child = new Deno.Command("chromium", {
      args: [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${folder}/chromium`,
        `${serverUrl}/page.html`,
      ],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    });
    let browser: Deno.ChildProcess;
    try {
      browser = child.spawn();
    } catch {
      throw new Missing("chromium is not installed (apt-get install chromium)");
    }
    const timer = setTimeout(() => browser.kill("SIGKILL"), LIMIT_MS);
    const text = await Promise.race([report, browser.status.then(() => "")]);
    clearTimeout(timer);
    if (text === "") throw new Error("chromium ended without a report");
    browser.kill("SIGKILL");
    await browser.status;
    const { version, results } = JSON.parse(text);
    return { version: /Chrome\/([\d.]+)/.exec(version)?.[1] ?? version, results };
  },
};

/** Prepares the folder in which Node, Bun, workerd and the browser find the package and the suite. */
async function prepare(folder: string): Promise<void> {
  await buildNpm(`${folder}/package`);
  const suite = new URL("./suite.ts", import.meta.url).pathname;
  await output(Deno.execPath(), ["transpile", "-o", `${folder}/suite.js`, suite], folder);
  await Deno.writeTextFile(`${folder}/package.json`, '{"type":"module","private":true}');
  await Deno.writeTextFile(`${folder}/driver.mjs`, DRIVER);
  await Deno.writeTextFile(`${folder}/worker.js`, WORKER);
  await Deno.writeTextFile(`${folder}/workerd.mjs`, WORKERD_DRIVER);
  await output("npm", ["install", "--offline", "--silent", "./package"], folder).catch((error) => {
    if (!(error instanceof Missing)) throw error;
  });
}

/** Serves the page, the package and the suite, and takes the page's report. */
function pageServer(
  folder: string,
  onReport: (text: string) => void,
): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/report") {
      onReport(await request.text());
      return new Response();
    }
    if (pathname === "/page.html") {
      return new Response(PAGE, { headers: { "content-type": "text/html" } });
    }
    if (!/^\/(?:package\/[\w/.-]+|suite)\.js$/.test(pathname)) return null;
    const code = await Deno.readTextFile(`${folder}${pathname}`);
    return new Response(code, { headers: { "content-type": "text/javascript" } });
  };
}

/** Runs one runtime; what goes wrong becomes part of the outcome. */
async function outcomeOf(runtime: string, bench: Workbench): Promise<Outcome> {
  try {
    const run = RUNTIMES[runtime];
    if (!run) throw new Missing("there is no such runtime in the matrix");
    return { runtime, ...await run(bench) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Missing) return { runtime, version: "-", results: [], skipped: message };
    return { runtime, version: "-", results: [{ name: "start", problem: message }] };
  }
}

/** The outcomes as lines of a table, with each failed case below. */
function toTable(outcomes: readonly Outcome[]): string {
  const lines = [`${"runtime".padEnd(10)}${"version".padEnd(18)}${"passed".padStart(7)}  failed`];
  for (const { runtime, version, results, skipped } of outcomes) {
    const failed = results.filter((result) => result.problem !== null);
    const counts = skipped
      ? `  skipped: ${skipped}`
      : `${`${results.length - failed.length}`.padStart(7)}${`${failed.length}`.padStart(8)}`;
    lines.push(`${runtime.padEnd(10)}${version.padEnd(18)}${counts}`);
    for (const { name, problem } of failed) lines.push(`    ${name}: ${problem}`);
  }
  return lines.join("\n");
}

if (import.meta.main) {
  const folder = await Deno.makeTempDir({ prefix: "reflexio-runtimes-" });
  const { promise: report, resolve: onReport } = Promise.withResolvers<string>();
  const outcomes: Outcome[] = [];
  {
    await using server = startBehaviourServer(pageServer(folder, onReport));
    await prepare(folder);
    const names = Deno.args.length > 0 ? Deno.args : Object.keys(RUNTIMES);
    for (const name of names) {
      outcomes.push(await outcomeOf(name, { folder, serverUrl: server.url, report }));
    }
  }
  await Deno.remove(folder, { recursive: true });
  // deno-lint-ignore no-console
  console.log(toTable(outcomes));
  Deno.exit(outcomes.some(({ results }) => results.some((each) => each.problem !== null)) ? 1 : 0);
}

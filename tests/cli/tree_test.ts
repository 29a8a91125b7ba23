import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { complete, FILES } from "../../cli/help/completion_words.ts";
import { commandHelp, environmentHelp, groupHelp, mainHelp } from "../../cli/help/help.ts";
import { manPage } from "../../cli/help/man.ts";
import { referencePage } from "../../cli/help/reference.ts";
import { suggest } from "../../cli/parse/suggest.ts";
import { makeStyle } from "../../cli/render/style.ts";
import { displayWidth } from "../../cli/render/width.ts";
import { COMMANDS, GROUPS } from "../../cli/table/commands.ts";
import { GLOBAL_FLAGS } from "../../cli/table/globals.ts";
import { Recorder, Sandbox } from "./command_line.ts";

/** The tree that scripts of the Python command line rely on. */
const TREE: Readonly<Record<string, readonly string[]>> = {
  "": ["publish", "search", "context", "api"],
  "services": ["start", "stop"],
  "interactions": ["publish", "list", "search", "delete", "delete-all"],
  "user-profiles": ["list", "search", "add", "delete", "delete-all", "regenerate"],
  "user-playbooks": ["list", "search", "add", "update", "delete", "delete-all", "regenerate"],
  "agent-playbooks": [
    "list",
    "search",
    "add",
    "update",
    "update-status",
    "delete",
    "delete-all",
    "aggregate",
  ],
  "config": ["show", "local", "set", "storage", "pull"],
  "auth": ["login", "status", "logout"],
  "status": ["check", "whoami"],
  "doctor": ["check"],
  "setup": ["init", "claude-code", "openclaw"],
};

Deno.test("L-001 every name of the tree is there, removed names exit 2", async () => {
  const paths = new Set(COMMANDS.map(({ path }) => path));
  for (const [group, names] of Object.entries(TREE)) {
    for (const name of names) assert(paths.has(`${group} ${name}`.trim()), `${group} ${name}`);
  }
  await using box = await Sandbox.create();
  for (
    const words of [["profiles"], ["feedbacks"], ["auth", "setup"], ["user-profiles", "generate"]]
  ) {
    const { code, stdout } = await box.run(words);
    assertEquals([code, stdout], [2, ""], words.join(" "));
  }
});

Deno.test("every command can be loaded and has a summary and an example", async () => {
  for (const command of COMMANDS) {
    assertEquals(typeof await command.load(), "function", command.path);
    assertMatch(command.summary, /^[A-Z].*[^.]$/, command.path);
    assert(command.hidden || (command.examples?.length ?? 0) > 0, command.path);
    const names = [...command.flags ?? [], ...GLOBAL_FLAGS].map(({ name }) => name);
    const own = new Set(command.flags?.map(({ name }) => name));
    assertEquals(own.size, command.flags?.length ?? 0, `${command.path} has a flag twice`);
    assert(names.length > 0);
  }
});

Deno.test("L-032 no words, a bare group, an unknown word", async () => {
  await using box = await Sandbox.create();
  const [nothing, group, unknown, nested, top] = await Promise.all([
    box.run([]),
    box.run(["user-profiles"]),
    box.run(["serch", "x"]),
    box.run(["user-profiles", "lst"]),
    box.run(["agent-playbooks", "approve", "3"]),
  ]);
  assertEquals([nothing?.code, group?.code, unknown?.code, nested?.code], [2, 2, 2, 2]);
  assertStringIncludes(nothing?.stdout ?? "", "services start");
  assertEquals(group?.stdout, "");
  assertStringIncludes(group?.stderr ?? "", "regenerate");
  assertStringIncludes(unknown?.stderr ?? "", "Did you mean search?");
  assertStringIncludes(nested?.stderr ?? "", "Did you mean user-profiles list?");
  assertStringIncludes(top?.stderr ?? "", "Did you mean reflexio approve?");
});

Deno.test("L-031 L-034 globals stand anywhere; --version wins; -h and help show the same page", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { env } = server;
  const before = await box.run(["--json", "search", "q"], { env });
  const after = await box.run(["search", "q", "--json"], { env });
  assertEquals(before.stdout, after.stdout);
  assertEquals(JSON.parse(after.stdout).ok, true);
  const everywhere = await box.run(
    ["-q", "search", "--timeout", "5", "q", "--no-color", "--no-input", "--no-pager", "-v"],
    { env },
  );
  assertEquals(everywhere.code, 0, everywhere.stderr);
  const named = await box.run(["search", "q", "--server-url", server.url, "--api-key", "secret"]);
  assertEquals([named.code, server.last.authorization], [0, "Bearer secret"]);
  const version = await box.run(["publish", "--nonsense", "--version"]);
  assertMatch(version.stdout, /^reflexio \d+\.\d+\.\d+\n$/);
  const [short, word] = await Promise.all([
    box.run(["publish", "-h"]),
    box.run(["help", "publish"]),
  ]);
  assertEquals(short?.stdout, word?.stdout);
  assertStringIncludes(short?.stdout ?? "", "Examples");
});

Deno.test("L-033 text behind -- may begin with a dash; abbreviations are refused", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  await box.run(["search", "--", "--foo"], { env: server.env });
  assertEquals(server.last.body.query, "--foo");
  const short = await box.run(["search", "x", "--top", "3"], { env: server.env });
  assertEquals(short.code, 2);
  assertStringIncludes(short.stderr, "Did you mean --top-k?");
});

Deno.test("L-144 usage errors on a pipe have no box and name what would help", async () => {
  await using box = await Sandbox.create();
  const { code, stdout, stderr } = await box.run(["publish", "--usr-id", "x"]);
  assertEquals([code, stdout], [2, ""]);
  assertEquals(
    stderr,
    "Error: Unknown option --usr-id of reflexio publish\nHint: Did you mean --user-id?\n",
  );
  const bare = await box.run(["--vresion"]);
  assertEquals([bare.code, bare.stdout], [2, ""]);
  assertEquals(
    bare.stderr,
    "Error: Unknown option --vresion of reflexio\nHint: Did you mean --version?\n",
  );
  const help = await box.run(["help", "serch"]);
  assertStringIncludes(help.stderr, "Did you mean search?");
  const json = await box.run(["publish", "--usr-id", "x", "--json"]);
  const { error } = JSON.parse(json.stderr);
  assertEquals([error.type, error.exit_code], ["usage", 2]);
});

Deno.test("L-043 an unknown word runs reflexio-<word> of the search path, without loading code", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  const path = await box.write(
    "bin/reflexio-hello",
    `#!/bin/sh\necho "hello $* at $REFLEXIO_URL"\nexit 7\n`,
  );
  await Deno.chmod(path, 0o755);
  const { code, stdout } = await box.run(["hello", "a", "-b", "--server-url", "http://x"], {
    env: { PATH: `${box.home}/bin:${Deno.env.get("PATH")}` },
  });
  assertEquals([code, stdout], [7, "hello a -b at http://x\n"]);
});

Deno.test("every page of help fits a terminal of 40 columns", () => {
  const screen = {
    style: makeStyle("plain"),
    isTerminal: true,
    columns: 40,
    rows: 24,
    wide: false,
    long: false,
    nowSec: 0,
  };
  const pages = [
    mainHelp(screen, "1.2.3"),
    environmentHelp(screen),
    ...GROUPS.map((group) => groupHelp(group, screen)),
    ...COMMANDS.map((command) => commandHelp(command, screen)),
  ];
  const wide = pages.flatMap((page) => page.split("\n")).filter((line) => displayWidth(line) > 40);
  assertEquals(wide, []);
});

Deno.test("docs/cli.md is what the table says", async () => {
  const path = new URL("../../docs/cli.md", import.meta.url);
  // The formatter pads tables and wraps lines; the words must be the same.
  const words = (text: string) => text.replaceAll(/-{3,}/g, "---").split(/\s+/).join(" ").trim();
  assertEquals(
    words(await Deno.readTextFile(path)) === words(referencePage()),
    true,
    "run: deno task reflexio man --format md > docs/cli.md && deno fmt docs/cli.md",
  );
});

Deno.test("the manual names every command that is shown", () => {
  const page = manPage("1.2.3");
  assertMatch(page, /^\.TH REFLEXIO 1/);
  for (const { path, hidden } of COMMANDS) {
    if (!hidden) assertStringIncludes(page, `reflexio ${path}`.replaceAll("-", "\\-"));
  }
});

Deno.test("complete() knows groups, commands, flags, words and files", () => {
  const words = (...typed: string[]) => {
    const found = complete(typed);
    return found === FILES ? found : found.map(({ word }) => word);
  };
  assert(words("").includes("publish") && words("").includes("services"));
  assertEquals(words("se"), ["services", "setup", "search"]);
  assertEquals(words("services", "sta"), ["start", "status"]);
  assert(words("user-profiles", "list", "--st").includes("--status"));
  assertEquals(words("user-profiles", "list", "--status", ""), ["current", "pending", "archived"]);
  assertEquals(words("publish", "--file", ""), FILES);
  assertEquals(words("completion", "z"), ["zsh"]);
  assertEquals(words("user-profiles", "list", "--status=p"), ["--status=pending"]);
  assertEquals(words("--api-key", "k", "user-profiles", "list", "--status", "a"), ["archived"]);
  assertEquals(words("search", "q", "--type", "profiles,a"), ["profiles,agent-playbooks"]);
  assertEquals(words("agent-playbooks", "update-status", "3", "app"), ["approved"]);
  assertEquals(words("publish", "--no-w"), ["--no-wait"]);
  assertEquals(words("help", "user-profiles", "li"), ["list"]);
  assertEquals(words("stats", ""), ["--days"]);
  assertEquals(words("restore", "--kv", "x", ""), FILES);
  assert(!words("").includes("__complete"));
  assertEquals(GROUPS.every(({ name }) => words("").includes(name)), true);
});

Deno.test("suggest() finds near words and stays silent for far ones", () => {
  assertEquals(suggest("pubilsh", ["publish", "search"]), "publish");
  assertEquals(suggest("interact", ["interactions", "search"]), "interactions");
  assertEquals(suggest("zebra", ["publish", "search"]), undefined);
});

Deno.test("client commands load no server code, --version loads next to nothing", async () => {
  const graph = await readGraph("cli/main.ts");
  const main = modulesOf(graph, "cli/main.ts", { dynamic: false });
  assert(main.length <= 3, main.join("\n"));
  const run = modulesOf(graph, "cli/run.ts", { dynamic: false });
  for (const path of run) assert(!path.startsWith("node:"), `${path} makes every start slower`);
  // The runtime reads what may be imported later, too, before it runs anything.
  for (const path of modulesOf(graph, "cli/main.ts", { dynamic: true })) {
    assert(!/\/server\/|^(jsr|npm|https?):/.test(path), path);
  }
});

/** A module as `deno info` tells it. */
interface Module {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly code?: { readonly specifier: string };
    readonly isDynamic?: boolean;
  }[];
}

/** Every module that a module may load, by address. */
async function readGraph(path: string): Promise<ReadonlyMap<string, Module>> {
  const root = new URL(`../../${path}`, import.meta.url).href;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", root],
    stderr: "null",
  }).output();
  const info: { readonly modules: readonly Module[] } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  return new Map(info.modules.map((module) => [module.specifier, module]));
}

/** Modules that are read when `path` is: with those of `import()`, or without. */
function modulesOf(
  graph: ReadonlyMap<string, Module>,
  path: string,
  { dynamic }: { readonly dynamic: boolean },
): string[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { code, isDynamic } of graph.get(name)?.dependencies ?? []) {
      if (code && (dynamic || !isDynamic)) visit(code.specifier);
    }
  };
  visit(new URL(`../../${path}`, import.meta.url).href);
  return [...seen];
}

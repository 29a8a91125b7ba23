import { assertEquals } from "@std/assert";

/** The repository, with a slash at the end. */
const ROOT = new URL("../../", import.meta.url);

/** Most lines of a file. */
const MAX_LINES = 500;

/** Tables without logic that may be longer. */
const TABLES: ReadonlySet<string> = new Set(["client/contract/endpoint_types.ts"]);

/** A product file with its imports. */
interface Source {
  /** Path from the root. */
  readonly path: string;
  /** Number of lines. */
  readonly lines: number;
  /** Specifiers of imports and re-exports, relative ones as paths from the root. */
  readonly imports: readonly string[];
  /** Whether it re-exports from other files. */
  readonly reexports: boolean;
}

/** Text without comments, as far as imports need it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** Reads one file. */
function readSource(path: string): Source {
  const text = Deno.readTextFileSync(new URL(path, ROOT));
  const code = withoutComments(text);
  const from = /\b(?:import|export)\b[^;'"`]*?\bfrom\s*["']([^"']+)["']/g;
  const bare = /(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;
  const specifiers = [...code.matchAll(from), ...code.matchAll(bare)].map((match) =>
    match[1] ?? match[2] ?? ""
  );
  return {
    path,
    lines: text.split("\n").length - 1,
    imports: specifiers.map((specifier) =>
      specifier.startsWith(".")
        ? new URL(specifier, new URL(path, ROOT)).href.slice(ROOT.href.length)
        : specifier
    ),
    reexports: /\bexport\b[^;'"`=()]*?\bfrom\s*["']/.test(code),
  };
}

/** Every TypeScript file below a folder, paths from the root. */
function filesBelow(folder: string): string[] {
  return [...Deno.readDirSync(new URL(folder, ROOT))].flatMap(({ name, isDirectory }) => {
    const path = `${folder}${name}`;
    if (isDirectory) return filesBelow(`${path}/`);
    return name.endsWith(".ts") ? [path] : [];
  });
}

/** Product files; tests are not bound by doors. */
const SOURCES = ["client/", "server/", "cli/"].flatMap(filesBelow)
  .filter((path) => !path.endsWith("_test.ts") && !path.endsWith("_bench.ts"))
  .map(readSource);

/** Rooms, the innermost first, each with the rooms and files that it may import from. */
const DOORS: readonly (readonly [string, readonly string[]])[] = [
  ["client/contract/", []],
  ["client/", ["client/contract/"]],
  ["server/http/", ["server/services/", "server/validate/", "client/contract/"]],
  ["server/validate/", ["client/contract/"]],
  ["server/services/", [
    "server/store/",
    "server/search/",
    "server/learn/",
    "server/jobs/",
    "server/llm/",
    "server/breath.ts",
    "client/contract/",
  ]],
  ["server/learn/", ["server/llm/", "server/store/", "server/breath.ts", "client/contract/"]],
  ["server/jobs/", ["server/store/", "server/breath.ts", "client/contract/"]],
  ["server/store/", ["client/contract/"]],
  ["server/search/", []],
  ["server/llm/", []],
  ["server/", ["server/", "client/contract/"]],
  ["cli/", ["mod.ts", "client/adapters/mcp.ts", "client/contract/", "server/mod.ts"]],
];

/** Packages that a room may use. */
function mayUsePackage(path: string, specifier: string): boolean {
  if (specifier.startsWith("node:")) return true;
  return path.startsWith("cli/") && /^@std\/(cli|dotenv)(\/|$)/.test(specifier);
}

/** Whether a file may import another; `deno.json` carries the version. */
function isOpen(path: string, target: string): boolean {
  if (target === "deno.json") return true;
  const [room, doors] = DOORS.find(([folder]) => path.startsWith(folder)) ?? ["", []];
  const isWithin = target.startsWith(room) &&
    DOORS.find(([folder]) => target.startsWith(folder))?.[0] === room;
  return isWithin || doors.some((door) => target.startsWith(door));
}

Deno.test("rooms import through their doors only", () => {
  const forced = SOURCES.flatMap(({ path, imports }) =>
    imports.filter((target) =>
      /^[a-z@]+[/\w.-]*\.(ts|json)$/.test(target)
        ? !isOpen(path, target)
        : !mayUsePackage(path, target)
    ).map((target) => `${path} imports ${target}`)
  );
  assertEquals(forced, []);
});

Deno.test("client and server import no package and nothing from the network", () => {
  const strangers = SOURCES.filter(({ path }) => !path.startsWith("cli/")).flatMap((
    { path, imports },
  ) =>
    imports.filter((target) => /^(npm|jsr|https?|data):|^@/.test(target)).map((target) =>
      `${path} imports ${target}`
    )
  );
  assertEquals(strangers, []);
});

Deno.test("files whose name starts with _ stay in their folder", () => {
  const leaks = SOURCES.flatMap(({ path, imports }) =>
    imports.filter((target) => {
      const cut = target.lastIndexOf("/") + 1;
      const isPrivate = target.endsWith(".ts") && target[cut] === "_";
      return isPrivate && path.slice(0, path.lastIndexOf("/") + 1) !== target.slice(0, cut);
    }).map((target) => `${path} imports ${target}`)
  );
  assertEquals(leaks, []);
});

Deno.test("only mod.ts re-exports", () => {
  const others = SOURCES.filter(({ path, reexports }) => reexports && !path.endsWith("mod.ts"));
  assertEquals(others.map(({ path }) => path), []);
});

Deno.test("no file is longer than 500 lines and no folder is a drawer", () => {
  const everything = ["client/", "server/", "cli/", "tests/", "tools/"].flatMap(filesBelow);
  const long = everything.filter((path) => !TABLES.has(path)).map(readSource).filter(({ lines }) =>
    lines > MAX_LINES
  );
  assertEquals(long.map(({ path, lines }) => `${path}: ${lines}`), []);
  const drawers = everything.filter((path) => /(^|\/)(utils?|helpers?|common|misc)\//.test(path));
  assertEquals(drawers, []);
});

Deno.test("names of files and folders are snake_case", () => {
  const everything = ["client/", "server/", "cli/"].flatMap(filesBelow);
  const odd = everything.filter((path) => !/^[a-z0-9_/]+(_test|_bench)?\.ts$/.test(path));
  assertEquals(odd, []);
});

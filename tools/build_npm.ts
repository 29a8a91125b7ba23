/**
 * Makes the npm package of the SDK in `npm/`: ES modules and types from the same sources, for Node
 * 20 and newer, Bun, browsers and edge workers. The server and the command line are not part of it.
 *
 *     deno run -A tools/build_npm.ts [folder]
 *
 * @module
 */

const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

/** Modules that users import; the worker is loaded by the blocking client, not imported. */
export const ENTRY_POINTS: Readonly<Record<string, string>> = {
  ".": "./mod.ts",
  "./sync": "./client/sync.ts",
  "./context": "./client/adapters/context.ts",
  "./recorder": "./client/adapters/recorder.ts",
  "./ai-sdk": "./client/adapters/ai_sdk.ts",
  "./langchain": "./client/adapters/langchain/mod.ts",
  "./openai": "./client/adapters/openai.ts",
  "./mastra": "./client/adapters/mastra.ts",
  "./mcp": "./client/adapters/mcp.ts",
};
const WORKER = "./client/sync_worker.ts";

/** One file of a tar archive. */
interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a gzipped tar archive. */
async function readArchive(path: string): Promise<ArchivedFile[]> {
  const file = await Deno.open(path);
  const plain = file.readable.pipeThrough(new DecompressionStream("gzip"));
  const archive = new Uint8Array(await new Response(plain).arrayBuffer());
  const textAt = (start: number, length: number) =>
    new TextDecoder().decode(archive.subarray(start, start + length)).replace(/\0.*$/s, "");
  const files: ArchivedFile[] = [];
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const size = parseInt(textAt(at + 124, 12), 8);
    const prefix = textAt(at + 345, 155);
    const name = `${prefix}${prefix && "/"}${textAt(at, 100)}`;
    files.push({ path: name, bytes: archive.slice(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Copies a folder, tests left out. */
async function copySources(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copySources(`${from}/${name}`, `${to}/${name}`);
    else if (!name.endsWith("_test.ts")) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** A link in Markdown that leads to a file beside the page, or above it. */
const RELATIVE_LINK = /\[([^\]]+)\]\((?!\w+:|#)([^)#]+)(?:#[^)]*)?\)/g;

/**
 * The page that a registry shows. It shows no other file of the package, so links to pages become
 * their names, and the page of every symbol is named.
 *
 * @param text `docs/sdk/README.md`.
 * @param name Name of the package.
 */
export function registryPage(text: string, name: string): string {
  const plain = text.replaceAll(RELATIVE_LINK, (_, title, path) => `${title} (\`docs/${path}\`)`);
  return `${plain.trimEnd()}\n\nThe pages are in the package. Every symbol is described at\n` +
    `<https://jsr.io/${name}/doc>.\n`;
}

/** Puts the documentation into the package: links between its pages stay, those out of it go. */
async function copyPages(target: string, name: string): Promise<void> {
  const folder = `${ROOT}/docs/sdk`;
  await Deno.mkdir(`${target}/docs`, { recursive: true });
  for await (const { name: file } of Deno.readDir(folder)) {
    const text = await Deno.readTextFile(`${folder}/${file}`);
    if (file === "README.md") {
      await Deno.writeTextFile(`${target}/README.md`, registryPage(text, name));
      continue;
    }
    const page = text.replaceAll(
      RELATIVE_LINK,
      (link, title, path) => path.startsWith("../") ? title : link,
    );
    await Deno.writeTextFile(`${target}/docs/${file}`, page);
  }
}

/** Runs `deno` and shows its output when it fails. */
async function runDeno(args: readonly string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) throw new Error(`deno ${args[0]} failed:\n${new TextDecoder().decode(stderr)}`);
}

/** Where a compiled file is loaded from, for each kind of reader. */
function exportsOf(entryPoints: Readonly<Record<string, string>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(entryPoints).map(([name, source]) => {
      const stem = source.replace(/\.ts$/, "");
      return [name, { types: `${stem}.d.ts`, default: `${stem}.js` }];
    }),
  );
}

/**
 * Builds the package.
 *
 * @param target Folder that is emptied and filled.
 */
export async function buildNpm(target: string): Promise<void> {
  const config = JSON.parse(await Deno.readTextFile(`${ROOT}/deno.json`));
  const stage = await Deno.makeTempDir({ prefix: "reflexio-npm-" });
  try {
    await copySources(`${ROOT}/client`, `${stage}/client`);
    await Deno.copyFile(`${ROOT}/mod.ts`, `${stage}/mod.ts`);
    const { name, version, license, compilerOptions } = config;
    await Deno.writeTextFile(
      `${stage}/deno.json`,
      JSON.stringify({
        name,
        version,
        license,
        compilerOptions,
        exports: { ...ENTRY_POINTS, "./sync-worker": WORKER },
      }),
    );
    await runDeno(["pack", "--allow-dirty", "--no-source-maps", "-o", "package.tgz"], stage);
    await Deno.remove(target, { recursive: true }).catch(ignoreMissing);
    for (const { path, bytes } of await readArchive(`${stage}/package.tgz`)) {
      const file = `${target}/${path.replace(/^package\//, "")}`;
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      await Deno.writeFile(file, bytes);
    }
    const syncPath = `${target}/client/sync.js`;
    const sync = await Deno.readTextFile(syncPath);
    await Deno.writeTextFile(syncPath, sync.replaceAll("./sync_worker.ts", "./sync_worker.js"));
    await Deno.copyFile(`${ROOT}/LICENSE`, `${target}/LICENSE`);
    await copyPages(target, name);
    await Deno.writeTextFile(
      `${target}/package.json`,
      `${
        JSON.stringify(
          {
            name,
            version,
            description: "Memory and self-improvement for AI agents: the Reflexio SDK",
            license,
            type: "module",
            sideEffects: false,
            engines: { node: ">=20.16" },
            exports: exportsOf(ENTRY_POINTS),
          },
          null,
          2,
        )
      }\n`,
    );
  } finally {
    await Deno.remove(stage, { recursive: true });
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

if (import.meta.main) {
  const target = Deno.args[0] ?? `${ROOT}/npm`;
  await buildNpm(target);
  // deno-lint-ignore no-console
  console.log(`${target} is ready: npm pack ${target}`);
}

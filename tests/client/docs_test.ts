import { assert, assertEquals } from "@std/assert";
import { serve } from "../../server/mod.ts";
import { ENTRY_POINTS } from "../../tools/build_npm.ts";
import { markdownBlocks } from "../support/markdown_blocks.ts";

const ROOT = new URL("../../", import.meta.url);

/** Pages whose `ts` blocks are programs. */
const PAGES = ["README", "runtimes", "edge", "sync", "errors", "adapters", "migration"];

/** An import map under which the package goes by its published name. */
function importMap(): string {
  const imports = Object.fromEntries(
    Object.entries(ENTRY_POINTS).map(([name, path]) => [
      `@reflexio/client${name.slice(1)}`,
      new URL(path, ROOT).href,
    ]),
  );
  return JSON.stringify({ imports });
}

/** Writes each program of the pages to a file and gives the names of the files, in order. */
async function writePrograms(folder: string, url: string): Promise<string[]> {
  const names: string[] = [];
  for (const page of PAGES) {
    const text = await Deno.readTextFile(new URL(`docs/sdk/${page}.md`, ROOT));
    const programs = markdownBlocks(text).filter(({ language, note }) =>
      language === "ts" && note !== "ignore"
    );
    assert(programs.length > 0, page);
    for (const { code, line } of programs) {
      const name = `${page}_line_${line}.ts`;
      await Deno.writeTextFile(
        `${folder}/${name}`,
        code.replaceAll("http://localhost:8081", url),
      );
      names.push(name);
    }
  }
  return names;
}

/** Runs `deno` in a folder; its complaint is the failure. */
async function deno(folder: string, ...args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: folder,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals(success, true, new TextDecoder().decode(stderr));
}

Deno.test("docs/sdk: every ts block type-checks and runs against a server, in order", async () => {
  const folder = await Deno.makeTempDir({ prefix: "reflexio-docs-" });
  try {
    await using server = serve({ port: 0, kv: ":memory:", log: () => {} });
    const names = await writePrograms(folder, server.url);
    const steps = names.map((name) =>
      `await import("./${name}").catch((cause) => { throw new Error("${name}", { cause }); });\n`
    );
    await Deno.writeTextFile(`${folder}/all.ts`, steps.join(""));
    await Deno.writeTextFile(`${folder}/map.json`, importMap());
    await deno(folder, "run", "-A", "--check", "--no-lock", "--import-map=map.json", "all.ts");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import { assertEquals } from "@std/assert";
import { markdownBlocks } from "../support/markdown_blocks.ts";
import { startServerProcess } from "../support/server_process.ts";

const ROOT = `${import.meta.dirname}/../..`;

/** Runs a program against a server, as a reader of the README would. */
async function runBlock(code: string, options: { readonly url: string; readonly file: string }) {
  await Deno.writeTextFile(options.file, code.replaceAll("http://localhost:8081", options.url));
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `--import-map=${ROOT}/tools/offline/import_map.json`, options.file],
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  assertEquals(success, true, `${code}\n${text.decode(stderr)}`);
  return text.decode(stdout);
}

Deno.test("README.md: every ts block runs against a fresh server, in order", async () => {
  const directory = await Deno.makeTempDir({ prefix: "reflexio-readme-" });
  try {
    await using server = await startServerProcess({ kv: `${directory}/readme.db` });
    const readme = await Deno.readTextFile(`${ROOT}/README.md`);
    const blocks = markdownBlocks(readme).filter(({ language, note }) =>
      language === "ts" && note !== "ignore"
    );
    assertEquals(blocks.length > 0, true);
    for (const { code, line } of blocks) {
      await runBlock(code, { url: server.url, file: `${directory}/line_${line}.ts` });
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

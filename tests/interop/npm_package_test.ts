import { assertEquals, assertStringIncludes } from "@std/assert";
import { buildNpm, registryPage } from "../../tools/build_npm.ts";
import { startBehaviourServer } from "../runtimes/behaviour_server.ts";

/** Runs a program; null when it is not installed. */
async function run(command: string, args: readonly string[], cwd: string): Promise<string | null> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, {
      args: [...args],
      cwd,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    const text = new TextDecoder();
    if (!success) throw new Error(`${command} ${args.join(" ")}: ${text.decode(stderr)}`);
    return text.decode(stdout);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Uses both clients as a program on Node does; the blocking one ends with work still queued. */
const PROGRAM = `
import { ReflexioClient } from "@reflexio/client";
import { ReflexioClientSync } from "@reflexio/client/sync";
import { createReflexioTool } from "@reflexio/client/langchain";
const urlEndpoint = process.argv[2];
const client = new ReflexioClient({ urlEndpoint });
const sync = new ReflexioClientSync({ urlEndpoint });
console.log(JSON.stringify({
  context: (await client.context("tea", { userId: "u" })).text,
  blocking: sync.search({ query: "tea" }).profiles.length,
  tool: createReflexioTool({ client }).name,
}));
sync.deleteRequest({ requestId: "last" });
`;

/** Targets of the links of a page that are no addresses. */
function relativeLinks(page: string): string[] {
  return [...page.matchAll(/\]\(([^)#]+)/g)].map(([, path]) => path ?? "")
    .filter((path) => !/^\w+:/.test(path));
}

/** Checks that the package's first page has no links to files, and that the others' lead somewhere. */
async function assertNoDeadLinks(folder: string): Promise<void> {
  assertEquals(relativeLinks(await Deno.readTextFile(`${folder}/README.md`)), []);
  const names = [...Deno.readDirSync(`${folder}/docs`)].map(({ name }) => name);
  assertEquals(names.includes("migration.md"), true);
  for (const name of names) {
    const links = relativeLinks(await Deno.readTextFile(`${folder}/docs/${name}`));
    assertEquals(links.filter((path) => !names.includes(path)), [], name);
  }
}

Deno.test("the page for a registry names pages in place of links to them", () => {
  const page = registryPage(
    "See [a page](page.md#part), [that](https://x.y) and [here](#h).\n",
    "@a/b",
  );
  assertStringIncludes(page, "See a page (`docs/page.md`), [that](https://x.y) and [here](#h).\n");
  assertStringIncludes(page, "<https://jsr.io/@a/b/doc>");
});

const hasNode = await run("node", ["--version"], ".") !== null &&
  await run("npm", ["--version"], ".") !== null;

Deno.test({
  name: hasNode
    ? "the npm package packs, installs and runs on Node"
    : "the npm package packs, installs and runs on Node (skipped: node or npm is not installed)",
  ignore: !hasNode,
  async fn() {
    await using server = startBehaviourServer();
    const folder = await Deno.makeTempDir({ prefix: "reflexio-npm-test-" });
    try {
      await buildNpm(`${folder}/built`);
      await assertNoDeadLinks(`${folder}/built`);
      const packed = await run("npm", ["pack", "--silent", `${folder}/built`], folder);
      const tarball = packed?.trim().split("\n").at(-1) ?? "";
      assertStringIncludes(tarball, ".tgz");
      await Deno.writeTextFile(`${folder}/package.json`, '{"type":"module","private":true}');
      await run("npm", ["install", "--offline", "--silent", "--no-audit", `./${tarball}`], folder);
      await Deno.writeTextFile(`${folder}/program.js`, PROGRAM);
      const url = `${server.url}/npm/context`;
      const printed = await run("node", ["program.js", url], folder);
      assertEquals(JSON.parse(printed ?? ""), {
        context: "**User Context:**\n- Drinks tea",
        blocking: 1,
        tool: "reflexio_search",
      });
      const seen = await (await fetch(`${server.url}/seen?of=npm/context`)).json();
      assertEquals(seen.at(-1).body, { request_id: "last" });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

import { assert, assertEquals } from "@std/assert";
import { SERVER_VARIABLES, VARIABLE_GROUPS } from "../../cli/table/variables.ts";

/** Sources below a folder without tests, by their path. */
async function sourcesOf(folder: URL): Promise<[path: string, text: string][]> {
  const found: [string, string][] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const url = new URL(isDirectory ? `${name}/` : name, folder);
    if (isDirectory) found.push(...await sourcesOf(url));
    else if (/^(?!.*_test).*\.ts$/.test(name)) {
      found.push([url.pathname, await Deno.readTextFile(url)]);
    }
  }
  return found;
}

Deno.test("every variable that is read is in the list, and the settings of a server are explained", async () => {
  const root = new URL("../../", import.meta.url);
  const listed = new Set(
    VARIABLE_GROUPS.flatMap(({ variables }) => variables.flatMap(({ names }) => names)),
  );
  const read = new Set<string>();
  for (const room of ["cli", "client", "server"]) {
    for (const [path, text] of await sourcesOf(new URL(`${room}/`, root))) {
      if (path.endsWith("/table/variables.ts")) continue;
      for (const [name] of text.matchAll(/\bREFLEXIO_[A-Z_]*[A-Z]\b/g)) read.add(name);
    }
  }
  assert(read.size > 40);
  assertEquals([...read].filter((name) => !listed.has(name)), [], "not listed");
  const ours = [...listed].filter((name) => name.startsWith("REFLEXIO_"));
  assertEquals(ours.filter((name) => !read.has(name)), [], "listed, but never read");
  const pages = await Promise.all(
    ["README.md", "docs/operations.md", "docs/threat-model.md"].map((path) =>
      Deno.readTextFile(new URL(path, root))
    ),
  );
  const unexplained = SERVER_VARIABLES.flatMap(({ names }) => names).filter((name) =>
    name.startsWith("REFLEXIO_") && !pages.some((page) => page.includes(`${name}`))
  );
  assertEquals(unexplained, []);
});

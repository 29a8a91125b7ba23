import { assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

/** Files that a file needs when it runs, by the imports that are not of types alone. */
async function neededBy(file: URL): Promise<URL[]> {
  const source = await Deno.readTextFile(file);
  const needed: URL[] = [];
  for (
    const [, names = "", path = ""] of source.matchAll(
      /^(?:import|export) (?!type )([^;"]*?)(?: from )?"(\.[^"]+)";$/gm,
    )
  ) {
    const inside = /\{([^}]*)\}/.exec(names)?.[1];
    const isTypesOnly = inside?.split(",").every((name) => /^\s*(?:type .*)?$/s.test(name));
    if (!isTypesOnly) needed.push(new URL(path, file));
  }
  return needed;
}

Deno.test("mod.ts names each file of the client, so that loading takes one round", async () => {
  const mod = new URL("mod.ts", ROOT);
  const named = new Set((await neededBy(mod)).map((file) => file.href));
  const reached = new Set(named);
  for (const href of reached) {
    for (const file of await neededBy(new URL(href))) reached.add(file.href);
  }
  assertEquals([...reached].filter((href) => !named.has(href)), []);
});

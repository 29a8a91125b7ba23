import { assert, assertEquals } from "@std/assert";
import { playTour, TOUR } from "./tour.ts";

Deno.test("docs/tour.md shows what its commands print", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const page = await Deno.readTextFile(TOUR);
  const commands = page.match(/^\$ .+$/gm) ?? [];
  assert(commands.length <= 15, `${commands.length} commands`);
  // On a slow machine an age is a digit longer, and its column with it.
  const even = (text: string) => text.replaceAll(/ {2,}/g, "  ");
  assertEquals(even(await playTour(page)), even(page), "run: deno run -A tests/cli/tour.ts");
});

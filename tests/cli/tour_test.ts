import { assert, assertEquals } from "@std/assert";
import { playTour, TOUR } from "./tour.ts";

Deno.test("docs/tour.md shows what its commands print", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const page = await Deno.readTextFile(TOUR);
  const commands = page.match(/^\$ .+$/gm) ?? [];
  assert(commands.length <= 15, `${commands.length} commands`);
  assertEquals(await playTour(page), page, "run: deno run -A tests/cli/tour.ts");
});

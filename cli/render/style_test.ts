import { assert, assertEquals } from "@std/assert";
import { backgroundOf, makeStyle } from "./style.ts";

/** Reads variables from a record. */
function envOf(variables: Readonly<Record<string, string>>) {
  return (name: string) => variables[name];
}

/** Part of white's brightness that one of the 216 colours of the cube has. */
function luminance(code: number): number {
  const steps = [0, 95, 135, 175, 215, 255];
  const cube = code - 16;
  const parts = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((step) => {
    const share = (steps[step] ?? 0) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

Deno.test("backgroundOf() believes COLORFGBG where 256 colours are there", () => {
  const rich = { TERM: "xterm-256color" };
  assertEquals(backgroundOf(envOf({ ...rich, COLORFGBG: "0;15" })), "light");
  assertEquals(backgroundOf(envOf({ ...rich, COLORFGBG: "0;default;15" })), "light");
  assertEquals(
    backgroundOf(envOf({ TERM: "xterm", COLORTERM: "truecolor", COLORFGBG: "0;7" })),
    "light",
  );
  assertEquals(backgroundOf(envOf({ ...rich, COLORFGBG: "15;0" })), "dark");
  assertEquals(backgroundOf(envOf({ ...rich, COLORFGBG: "15;default" })), "dark");
  assertEquals(backgroundOf(envOf({ TERM: "xterm", COLORFGBG: "0;15" })), "dark");
  assertEquals(backgroundOf(envOf(rich)), "dark");
});

Deno.test("makeStyle() for a light background has colours with a contrast of 4.5 or more to white", () => {
  const style = makeStyle("colours", "light");
  for (
    const paint of [style.red, style.green, style.yellow, style.cyan, style.magenta, style.mark]
  ) {
    const code = Number(/38;5;(\d+)m/.exec(paint("x"))?.[1]);
    assert(1.05 / (luminance(code) + 0.05) >= 4.5, `colour ${code}`);
  }
  assertEquals(makeStyle("weights", "light").red("x"), "x");
  assertEquals(makeStyle("plain", "light").bold("x"), "x");
});

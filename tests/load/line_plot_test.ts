import { assert, assertEquals } from "@std/assert";
import { plotSvg, roundUp } from "./line_plot.ts";

Deno.test("plotSvg() draws each line to its scale, with gaps, words escaped and both schemes", () => {
  const svg = plotSvg({
    title: "a < b & c",
    timesSec: [0, 60, 120],
    panels: [
      { title: "Memory", unit: "MiB", lines: [{ label: "rss", values: [0, 50, 100] }] },
      { title: "Time", unit: "ms", lines: [{ label: "p99", values: [4, NaN, 2] }] },
    ],
  });
  assertEquals(svg.match(/<polyline/g)?.length, 3, "a gap makes two pieces of a line");
  const [, points] = /points="([^"]+)"/.exec(svg) ?? [];
  const [low, middle, high] = (points ?? "").split(" ").map((pair) => pair.split(",").map(Number));
  assertEquals((low?.[1] ?? 0) - (high?.[1] ?? 0), 120);
  assertEquals((middle?.[0] ?? 0) - (low?.[0] ?? 0), (high?.[0] ?? 0) - (middle?.[0] ?? 0));
  assert(svg.includes("a &lt; b &amp; c") && !svg.includes("a < b"));
  assert(svg.includes("prefers-color-scheme: dark") && svg.includes(">2 min<"));
});

Deno.test("roundUp() gives 1, 2 or 5 times a power of ten", () => {
  assertEquals([0, 0.3, 1, 1.1, 37, 50, 51, 730].map(roundUp), [1, 0.5, 1, 2, 50, 50, 100, 1_000]);
});

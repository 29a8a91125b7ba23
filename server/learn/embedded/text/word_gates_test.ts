import { assertEquals } from "@std/assert";
import { gateWords, WordGates } from "./word_gates.ts";

/** Positions of the open gates for a text. */
function openFor(gates: WordGates, text: string): readonly number[] {
  return gates.open(gateWords(text));
}

Deno.test("a gate is open where each of its groups has a word, in order, past every 32nd", () => {
  const closed = Array.from({ length: 31 }, () => [new Set(["zebra"])]);
  const gates = new WordGates([
    [new Set(["late", "behind"])],
    ...closed,
    [new Set(["is", "are"]), new Set(["late"])],
    ...closed,
    [],
    [new Set(["late"]), new Set(["zebra"])],
  ]);
  assertEquals(openFor(gates, "the train is late"), [0, 32, 64]);
  assertEquals(openFor(gates, "it is far behind"), [0, 64]);
  assertEquals(openFor(gates, "on time"), [64]);
  assertEquals(openFor(new WordGates([]), "on time"), []);
});

Deno.test("gateWords gives words, stops, digits as one sign and the parts of what is joined", () => {
  assertEquals(gateWords("every 24-hour shift , o'clock"), [
    "every",
    "24-hour",
    "shift",
    ",",
    "o'clock",
    "#",
    "hour",
    "o",
    "clock",
  ]);
});

import { assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/support/fake_clock.ts";
import { LearningGate } from "./learning_gate.ts";

/** A gate, its time, and those who have come in and not left. */
function gateFor(most: number) {
  const clock = new FakeClock();
  const gate = new LearningGate(most, clock);
  const places = new Map<string, Disposable>();
  const come = async (name: string) => {
    places.set(name, await gate.enter());
  };
  const leave = (name: string) => {
    places.get(name)?.[Symbol.dispose]();
    places.delete(name);
  };
  const inside = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return [...places.keys()].join(" ");
  };
  return { clock, gate, come, leave, inside };
}

Deno.test("LearningGate lets as many in as there are places when nobody asks", async () => {
  const { come, leave, inside } = gateFor(2);
  for (const name of ["a", "b", "c", "d"]) void come(name);
  assertEquals(await inside(), "a b");
  leave("a");
  assertEquals(await inside(), "b c");
  leave("b");
  leave("c");
  assertEquals(await inside(), "d");
});

Deno.test("LearningGate lets one in at a time, in their order, while requests are answered", async () => {
  const { clock, gate, come, leave, inside } = gateFor(3);
  gate.noteAnswer();
  for (const name of ["a", "b", "c"]) void come(name);
  assertEquals(await inside(), "a");
  clock.advance(49);
  leave("a");
  assertEquals(await inside(), "b");
  clock.advance(49);
  gate.noteAnswer();
  void come("d");
  assertEquals(await inside(), "b");
  leave("b");
  assertEquals(await inside(), "c");
});

Deno.test("LearningGate fills all places once it has grown quiet", async () => {
  const { clock, gate, come, leave, inside } = gateFor(3);
  gate.noteAnswer();
  clock.advance(60);
  for (const name of ["a", "b", "c", "d"]) void come(name);
  assertEquals(await inside(), "a");
  clock.advance(40);
  void come("e");
  assertEquals(await inside(), "a b c");
  leave("a");
  assertEquals(await inside(), "b c d");
});

Deno.test("LearningGate is held up by none that takes long, once only by each", async () => {
  const { clock, gate, come, leave, inside } = gateFor(1);
  gate.noteAnswer();
  for (const name of ["slow", "a", "b"]) void come(name);
  assertEquals(await inside(), "slow");
  clock.advance(50);
  assertEquals(await inside(), "slow a");
  leave("slow");
  assertEquals(await inside(), "a");
  leave("a");
  assertEquals(await inside(), "b");
});

Deno.test("LearningGate gets its place back from work that fails", async () => {
  const { gate, come, inside } = gateFor(1);
  const fails = async () => {
    using _place = await gate.enter();
    throw new Error("cannot be read");
  };
  await fails().catch(() => {});
  void come("next");
  assertEquals(await inside(), "next");
});

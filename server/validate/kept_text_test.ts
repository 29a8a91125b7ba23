import { assertEquals } from "@std/assert";
import { integer } from "./numbers.ts";
import { list, map, nullable } from "./containers.ts";
import { keptText, textOf } from "./kept_text.ts";
import { object, optional, required } from "./object.ts";
import type { AnySchema } from "./schema.ts";
import { text } from "./text.ts";

interface Item {
  name: string;
  size?: number | null;
  notes?: Readonly<Record<string, unknown>> | null;
}

const item = object<Item>(null, {
  name: required(text),
  size: optional(nullable(integer()), null),
  notes: optional(nullable(map), null),
});

/** An answer around items, of which one schema keeps the texts and the other does not. */
function answerOf(items: AnySchema) {
  return object<{ ok: string; items: readonly Item[]; msg?: string | null }>(null, {
    ok: required(text),
    items: required(list(items as typeof item)),
    msg: optional(nullable(text), null),
  });
}

Deno.test("keptText() writes what would be written anew, the first time and later", () => {
  const [keeping, plain] = [answerOf(keptText(item)), answerOf(item)];
  const items = [
    { name: 'q"\u2028\ud800é', size: null, notes: { b: [1, null], a: { c: "x" } }, other: 1 },
    { name: "", size: 3, notes: null },
    { name: "long ".repeat(5_000) },
  ];
  for (const value of [{ ok: "y", items, msg: null }, { ok: "n", items: [], msg: "m", more: 2 }]) {
    for (const keepsNulls of [true, false, true, false]) {
      const expected = JSON.stringify(plain.write?.(value, keepsNulls));
      assertEquals(textOf(keeping, value, keepsNulls), expected);
      assertEquals(textOf(plain, value, keepsNulls), expected);
    }
  }
});

Deno.test("keptText() does not look again at an object that it knows", () => {
  let looks = 0;
  const value = {
    get name() {
      looks++;
      return "a";
    },
  };
  const schema = keptText(item);
  assertEquals([1, 2].map(() => textOf(schema, value, false)), ['{"name":"a"}', '{"name":"a"}']);
  assertEquals(looks, 1);
});

import { assertEquals } from "@std/assert";
import { nullable } from "./containers.ts";
import { boolean, integer } from "./numbers.ts";
import { object, optional, required } from "./object.ts";
import { startRun } from "./schema.ts";
import { text } from "./text.ts";

interface Example {
  readonly name: string;
  readonly size?: number;
  readonly note?: string | null;
}

const example = object<Example>("Example", {
  name: required(text),
  size: optional(integer(), 3),
  note: optional(nullable(text), null),
});

Deno.test("object() does not compile when a field has another type, is missing or is unknown", () => {
  object<Example>(null, {
    // @ts-expect-error a number where the contract has a text
    name: required(integer()),
    size: optional(integer(), 3),
    note: optional(nullable(text), null),
  });
  object<Example>(null, {
    name: required(text),
    size: optional(integer(), 3),
    // @ts-expect-error a text where the contract has a text or null
    note: optional(text, ""),
  });
  object<Example>(null, {
    name: required(text),
    // @ts-expect-error required where the contract has an optional field
    size: required(integer()),
    note: optional(nullable(text), null),
  });
  object<Example>(null, {
    // @ts-expect-error optional where the contract has a required field
    name: optional(text, ""),
    size: optional(integer(), 3),
    note: optional(nullable(text), null),
  });
  // @ts-expect-error a field of the contract is missing
  object<Example>(null, { name: required(text), size: optional(integer(), 3) });
  object<Example>(null, {
    name: required(text),
    size: optional(integer(), 3),
    note: optional(nullable(text), null),
    // @ts-expect-error the contract has no such field
    extra: required(boolean),
  });
});

Deno.test("object() fills in defaults and drops unknown fields", () => {
  const run = startRun({ nowSec: 1, blocksPrivateUrls: false });
  assertEquals(example.parse({ name: "a", extra: 1 }, run), { name: "a", size: 3, note: null });
  assertEquals(run.issues, []);
});

Deno.test("H-134 object() reports every violation in field order with its place and input", () => {
  const run = startRun({ nowSec: 1, blocksPrivateUrls: false });
  example.parse({ note: 1, size: "x" }, run);
  assertEquals(run.issues.map(({ type, loc }) => [type, loc]), [
    ["missing", ["name"]],
    ["int_parsing", ["size"]],
    ["string_type", ["note"]],
  ]);
  assertEquals(run.issues[0]?.input, { note: 1, size: "x" });
  assertEquals(run.path, []);
});

Deno.test("object() writes known fields in schema order without nulls, or with them", () => {
  const value = { extra: 1, note: null, name: "a" };
  assertEquals(JSON.stringify(example.write?.(value, false)), '{"name":"a"}');
  assertEquals(
    JSON.stringify(example.write?.(value, true)),
    '{"name":"a","size":null,"note":null}',
  );
});

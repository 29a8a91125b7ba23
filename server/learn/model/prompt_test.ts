import { assert, assertEquals, assertThrows } from "@std/assert";
import { type Prompt, promptRuleId, renderPrompt } from "./prompt.ts";
import * as prompts from "./prompts/mod.ts";

const ALL: readonly Prompt[] = Object.values(prompts);

const GREETING: Prompt = {
  id: "query_reformulation",
  version: 3,
  variables: ["name", "note"],
  schemaName: null,
  text: "Hello {{name}}.\n\n{{#note}}\nNote: {{note}}\n{{/note}}\n\nBye.",
};

Deno.test("S-166 each id has one active version, kept in a file of its name", async () => {
  assertEquals(new Set(ALL.map((prompt) => prompt.id)).size, ALL.length);
  const files: string[] = [];
  for await (const entry of Deno.readDir(new URL("./prompts", import.meta.url))) {
    if (entry.name !== "mod.ts") files.push(entry.name);
  }
  assertEquals(
    files.toSorted(),
    ALL.map((prompt) => `${prompt.id}_v${prompt.version}.ts`).toSorted(),
  );
});

for (const prompt of ALL) {
  Deno.test(`S-166 S-212 ${prompt.id} names its variables and renders them when unset`, () => {
    const used = [...prompt.text.matchAll(/\{\{[#/]?(\w+)\}\}/g)].map((match) => match[1] ?? "");
    assertEquals([...new Set(used)].toSorted(), prompt.variables.toSorted());
    const unset = Object.fromEntries(prompt.variables.map((name) => [name, null]));
    assert(!/[{}]{2}|\b(?:None|undefined)\b/.test(renderPrompt(prompt, unset)));
    assertThrows(() => renderPrompt(prompt, {}), RangeError, "is missing");
  });
}

Deno.test("S-166 renderPrompt() inserts values as they are", () => {
  const name = "{{note}} $& {{#note}}x{{/note}}\n\n\n\nend";
  assertEquals(renderPrompt(GREETING, { name, note: "n" }), `Hello ${name}.\n\nNote: n\n\nBye.`);
});

Deno.test("renderPrompt() leaves out sections whose variable is empty", () => {
  assertEquals(renderPrompt(GREETING, { name: "Ada", note: " " }), "Hello Ada.\n\nBye.");
  assertEquals(promptRuleId(GREETING), "prompt:query_reformulation.v3");
});

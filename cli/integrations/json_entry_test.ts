import { assertEquals, assertThrows } from "@std/assert";
import { readEntry, withEntry, withoutEntry } from "./json_entry.ts";

const PLACE = { file: "settings.json", group: "mcpServers", name: "reflexio" };
const ENTRY = { command: "reflexio", args: ["mcp"] };

/** Sets the entry, compares, and takes it out again. */
function there(before: string, after: string): string | null {
  const text = withEntry(before, PLACE, ENTRY);
  assertEquals(text, after);
  assertEquals(readEntry(text, PLACE), ENTRY);
  assertEquals(withEntry(text, PLACE, ENTRY), text, "again changes nothing");
  return withoutEntry(text, PLACE);
}

Deno.test("withEntry() makes a file that is missing or empty; withoutEntry() takes it away", () => {
  const fresh = `${JSON.stringify({ mcpServers: { reflexio: ENTRY } }, null, 2)}\n`;
  assertEquals(withEntry(null, PLACE, ENTRY), fresh);
  assertEquals(withEntry(" \n", PLACE, ENTRY), fresh);
  assertEquals(withoutEntry(fresh, PLACE), null);
  assertEquals(withoutEntry(null, PLACE), null);
});

Deno.test("withEntry() keeps indentation, comments, commas and line ends; withoutEntry() gives them back", () => {
  const entry = (indent: string, step: string, eol = "\n") =>
    [
      `${indent}"reflexio": {`,
      `${indent}${step}"command": "reflexio",`,
      `${indent}${step}"args": [`,
      `${indent}${step}${step}"mcp"`,
      `${indent}${step}]`,
      `${indent}}`,
    ].join(eol);
  const tabs = `{\n\t"a": [1,2],\n\t"mcpServers": {\n\t\t"other": {"command": "x"}\n\t}\n}\n`;
  assertEquals(
    there(
      tabs,
      `{\n\t"a": [1,2],\n\t"mcpServers": {\n\t\t"other": {"command": "x"},\n${
        entry("\t\t", "\t")
      }\n\t}\n}\n`,
    ),
    tabs,
  );
  const commented =
    `// mine\r\n{\r\n    "a": 1, // one\r\n    "b": {"c": "}//"} // two\r\n    /* end */\r\n}`;
  assertEquals(
    there(
      commented,
      `// mine\r\n{\r\n    "a": 1, // one\r\n    "b": {"c": "}//"}, // two\r\n    "mcpServers": {\r\n${
        entry("        ", "    ", "\r\n")
      }\r\n    }\r\n    /* end */\r\n}`,
    ),
    commented,
  );
  const trailing = `{\n  "mcpServers": {\n    "other": {},\n  },\n}\n`;
  assertEquals(
    there(
      trailing,
      `{\n  "mcpServers": {\n    "other": {},\n${entry("    ", "  ")},\n  },\n}\n`,
    ),
    `{\n  "mcpServers": {\n    "other": {},\n  },\n}\n`,
  );
  const open = `{\n  "mcpServers": {\n${
    entry("    ", "  ")
  },\n    // next\n    "other": {}\n  }\n}\n`;
  assertEquals(
    withoutEntry(open, PLACE),
    `{\n  "mcpServers": {\n    // next\n    "other": {}\n  }\n}\n`,
  );
});

Deno.test("withEntry() works in texts of one line and in empty objects", () => {
  for (
    const before of [
      `{"a":1}`,
      `{}`,
      `{ }\n`,
      `{"mcpServers":{}}`,
      `{"mcpServers":{"x":{}},"b":[]}`,
    ]
  ) {
    const after = withEntry(before, PLACE, ENTRY);
    const { mcpServers, ...rest } = JSON.parse(after);
    const { mcpServers: servers = {}, ...others } = JSON.parse(before);
    assertEquals(mcpServers, { ...servers, reflexio: ENTRY });
    assertEquals(rest, others);
    const back = JSON.parse(withoutEntry(after, PLACE) ?? "{}");
    assertEquals(
      back,
      Object.keys(servers).length > 0 ? { mcpServers: servers, ...others } : others,
    );
  }
});

Deno.test("withEntry() renews an entry in its place", () => {
  const old = `{\n  "mcpServers": {\n    "reflexio": {"command": "old"},\n    "z": {}\n  }\n}\n`;
  const after = withEntry(old, PLACE, ENTRY);
  assertEquals(Object.keys(JSON.parse(after).mcpServers), ["reflexio", "z"]);
  assertEquals(readEntry(after, PLACE), ENTRY);
});

Deno.test("what is no JSON object is refused", () => {
  for (
    const text of ["{ broken", "[]", `"x"`, `{"a": 1} {}`, `{"a" 1}`, `{"a": 1 "b": 2}`, "{,}"]
  ) {
    assertThrows(() => withEntry(text, PLACE, ENTRY), Error, "settings.json is no JSON object");
  }
  const wrong = `{"mcpServers": []}`;
  assertThrows(() => withEntry(wrong, PLACE, ENTRY), Error, "mcpServers is no object");
});

import { assertEquals, assertThrows } from "@std/assert";
import type { Command } from "../command.ts";
import { GLOBAL_FLAGS } from "../table/globals.ts";
import { findCommandWords } from "./find.ts";
import { ownFlagOf, parseArguments, splitGlobals } from "./parser.ts";

const COMMAND: Command = {
  path: "try",
  summary: "Try",
  positionals: [{ name: "id", summary: "Id" }, { name: "more", summary: "More", rest: true }],
  flags: [
    { name: "id", type: "int", summary: "Id" },
    { name: "wait", type: "switch", negatable: true, summary: "Wait" },
    { name: "kind", type: "word", words: ["a", "b"], summary: "Kind" },
    { name: "kinds", type: "words", words: ["a", "b"], summary: "Kinds" },
    { name: "lines", short: "n", type: "int", summary: "Lines" },
    { name: "query", type: "text", summary: "Query" },
  ],
  load: () => Promise.reject(new Error("never run")),
};

Deno.test("parseArguments() reads every form of a flag", () => {
  const input = parseArguments(COMMAND, [
    "7",
    "--wait",
    "-n",
    "5",
    "--kind=b",
    "--kinds",
    "a, b",
    "x",
    "--",
    "--y",
  ]);
  assertEquals(input.number("id", 0), 7);
  assertEquals(input.on("wait"), true);
  assertEquals(input.number("lines", 0), 5);
  assertEquals(input.text("kind"), "b");
  assertEquals(input.words("kinds"), ["a", "b"]);
  assertEquals(input.rest, ["x", "--y"]);
  assertEquals(parseArguments(COMMAND, ["--no-wait"]).on("wait"), false);
  assertEquals(parseArguments(COMMAND, ["--query", "--json"]).text("query"), "--json");
});

Deno.test("parseArguments() refuses wrong values, unknown flags, words too many", () => {
  const bare: Command = { ...COMMAND, positionals: [] };
  for (
    const args of [["--id", "x"], ["--id", "1.5"], ["--kind", "c"], ["--odd"], ["--query"], [
      "--wait=1",
    ]]
  ) {
    assertThrows(() => parseArguments(COMMAND, args), Error, "", args.join(" "));
  }
  assertThrows(() => parseArguments(bare, ["word"]));
});

Deno.test("splitGlobals() takes globals anywhere and leaves values of own flags alone", () => {
  const split = splitGlobals(
    ["--json", "--query", "--quiet", "-q", "--server-url", "http://x", "--", "--json=a"],
    GLOBAL_FLAGS,
    ownFlagOf(COMMAND),
  );
  assertEquals([...split.globals], [["json", true], ["quiet", true], ["server-url", "http://x"]]);
  assertEquals(split.args, ["--query", "--quiet", "--", "--json=a"]);
});

Deno.test("findCommandWords() skips globals and their values", () => {
  const path = (...args: string[]) => findCommandWords(args).command?.path;
  assertEquals(path("--server-url", "publish", "search", "x"), "search");
  assertEquals(path("--json", "user-profiles", "-q", "list"), "user-profiles list");
  assertEquals(path("status"), "status check");
  assertEquals(path("services"), undefined);
  assertEquals(findCommandWords(["user-profiles", "serach"]).near, "user-profiles search");
});

import { assertEquals } from "@std/assert";
import { readRewrittenQuery } from "./rewrite_query.ts";

Deno.test("R-044 readRewrittenQuery() takes the first line without quotes and doubled blanks", () => {
  assertEquals(readRewrittenQuery('\n  "how   to refund"  \nmore'), "how to refund");
  assertEquals(readRewrittenQuery("`plain`"), "plain");
});

Deno.test("R-043 R-044 readRewrittenQuery() refuses what cannot be a query", () => {
  const refused = [
    "",
    "   ",
    "?!",
    "x".repeat(513),
    "Here is your query: refunds",
    "output: refunds",
    "I cannot help with that",
    "{refunds}",
    "refunds [1]",
    "```json\nrefunds",
  ];
  assertEquals(refused.map(readRewrittenQuery), refused.map(() => null));
  assertEquals(readRewrittenQuery("x".repeat(512)), "x".repeat(512));
});

import { assertEquals } from "@std/assert";
import type { RewriteInput } from "../../learner.ts";
import { expandText } from "./expand_document.ts";
import { rewriteQueryText } from "./rewrite_query.ts";

function rewrite(
  query: string,
  history: readonly (readonly [string, string])[] = [],
): string | null {
  return rewriteQueryText({
    query,
    history: history.map(([role, content]) => ({ role, content })) as RewriteInput["history"],
    config: {} as RewriteInput["config"],
    signal: new AbortController().signal,
  });
}

Deno.test("rewriteQueryText() drops greetings and politeness (S-994)", () => {
  assertEquals(
    rewrite("Hi, could you please tell me the refund deadline for tickets, thanks"),
    "the refund deadline for tickets",
  );
});

Deno.test("rewriteQueryText() expands abbreviations of its list", () => {
  assertEquals(
    rewrite("k8s config of the billing service"),
    "kubernetes configuration of the billing service",
  );
});

Deno.test("rewriteQueryText() is null when nothing changes", () => {
  assertEquals(rewrite("refund deadline for tickets"), null);
});

Deno.test("rewriteQueryText() puts the last request before a query of one word", () => {
  assertEquals(
    rewrite("deadline?", [["user", "How do refunds for concert tickets work?"], [
      "assistant",
      "By form.",
    ]]),
    "How do refunds for concert tickets work deadline?",
  );
});

Deno.test("rewriteQueryText() resolves a pronoun when just one noun fits", () => {
  assertEquals(
    rewrite("how long does it take to descale", [["user", "I bought the espresso machine"]]),
    "how long does the espresso machine take to descale",
  );
});

Deno.test("rewriteQueryText() keeps the original when the result has brackets or no letter", () => {
  assertEquals(rewrite("hello {name}"), null);
  assertEquals(rewrite("???"), null);
});

Deno.test("expandText() groups known terms with their synonyms (S-995)", () => {
  assertEquals(expandText("Prefers contact by email"), "email, mail, message");
});

Deno.test("expandText() is null when no term is known", () => {
  assertEquals(expandText("Zxq"), null);
});

Deno.test("expandText() stops at eight terms", () => {
  const groups =
    expandText("answer error fix delete add change create buy price cheap bill refund customer")
      ?.split("; ") ?? [];
  assertEquals(groups.length, 8);
});

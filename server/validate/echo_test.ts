import { assertEquals } from "@std/assert";
import { echoIssue, isSecretName } from "./echo.ts";

/** The input of an issue at `loc` as it is sent. */
function echo(input: unknown, loc: (string | number)[] = ["body"]): unknown {
  return echoIssue({ type: "x", loc, msg: "", input }).input;
}

Deno.test("H-065 echoIssue() cuts texts at 200 characters", () => {
  assertEquals(echo("x".repeat(300)), "x".repeat(200));
  assertEquals(echo({ a: ["y".repeat(201)] }), { a: ["y".repeat(200)] });
});

Deno.test("H-065 echoIssue() masks the values of fields that hold secrets", () => {
  const sent = {
    openai: { api_key: "sk-secret" },
    key: "k",
    db_url: "u",
    access_token: ["t"],
    n: 1,
  };
  assertEquals(echo(sent), {
    openai: { api_key: "***" },
    key: "***",
    db_url: "***",
    access_token: ["***"],
    n: 1,
  });
  assertEquals(echo("sk-secret", ["body", "openai", "api_key"]), "***");
});

Deno.test("H-062 H-075 echoIssue() writes what JSON can hold", () => {
  assertEquals(echo(Infinity), "Infinity");
  assertEquals(echo("a\ud800"), "a\ufffd");
  assertEquals(echo(undefined), null);
});

Deno.test("echoIssue() bounds lists, maps and levels", () => {
  assertEquals((echo(Array(500).fill(1)) as unknown[]).length, 100);
  let deep: unknown = 1;
  for (let i = 0; i < 50; i++) deep = [deep];
  assertEquals(JSON.stringify(echo(deep)).length < 40, true);
});

Deno.test("isSecretName() leaves ordinary names alone", () => {
  for (const name of ["user_id", "tokens_used", "keyword", "monkey", "profile_time_to_live"]) {
    assertEquals(isSecretName(name), false, name);
  }
});

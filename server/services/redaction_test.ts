import { assertEquals, assertThrows } from "@std/assert";
import { parseOwnPatterns, passesIbanCheck, passesLuhn, redactText } from "./redaction.ts";

Deno.test("redactText() replaces addresses, numbers and keys by their kind", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["write to ana.b+x@mail.example.org today", "write to [email] today"],
    ["call +47 912 34 567 after five", "call [phone] after five"],
    ["call 030/12345678", "call [phone]"],
    ["card 4111 1111 1111 1111, thanks", "card [card], thanks"],
    ["card 5500-0055-5555-5559", "card [card]"],
    ["pay to DE89 3704 0044 0532 0130 00 please", "pay to [iban] please"],
    ["GB82WEST12345698765432", "[iban]"],
    ["key sk-proj-abcdefghijklmnopqrstuvwx here", "key [secret] here"],
    ["AKIAABCDEFGHIJKLMNOP", "[secret]"],
    [
      "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\nok",
      "[secret]\nok",
    ],
  ];
  for (const [text, expected] of cases) assertEquals(redactText(text), expected);
});

Deno.test("redactText() leaves order numbers, dates, versions and prices alone", () => {
  const texts = [
    "order 1234567890123456 shipped",
    "on 2026-11-25 at 12:30:05",
    "version 2.9.6 costs 1,204.50",
    "part DE12 ABCD 0000 is not an account",
    "0 of 12 done, 007 is a film",
    "@handle and a@b",
  ];
  for (const text of texts) assertEquals(redactText(text), text);
});

Deno.test("redactText() applies own patterns last", () => {
  const ownPatterns = parseOwnPatterns("EMP-\\d{4};;secret club");
  assertEquals(redactText("EMP-1234 of the secret club", { ownPatterns }), "[own] of the [own]");
  assertThrows(() => parseOwnPatterns("ok\n(("), SyntaxError, "pattern 2");
});

Deno.test("passesLuhn() and passesIbanCheck() know right from wrong digits", () => {
  assertEquals([passesLuhn("4111111111111111"), passesLuhn("4111111111111112")], [true, false]);
  assertEquals(passesIbanCheck("DE89 3704 0044 0532 0130 00"), true);
  assertEquals(passesIbanCheck("DE88 3704 0044 0532 0130 00"), false);
});

Deno.test("redactText() stays linear on long input", () => {
  for (const unit of ["a.", "1 ", "+1", "a@", "AB12 "]) {
    assertEquals(typeof redactText(unit.repeat(50_000)), "string");
  }
});

import { assertEquals } from "@std/assert";
import { keepMaskedSecrets, maskSecret, maskSecrets, maskUrl } from "./secret_mask.ts";

Deno.test("R-069 maskSecret() shows four first and two last characters of a long secret", () => {
  assertEquals(maskSecret(""), "<empty>");
  assertEquals(maskSecret("12345678"), "********");
  assertEquals(maskSecret("sk-1234567890"), "sk-1...90");
});

Deno.test("R-069 maskUrl() hides user information, host and path", () => {
  assertEquals(maskUrl(""), "");
  assertEquals(maskUrl("https://abcdef.example.co/path?x=1"), "https://abcd...example.co");
  assertEquals(maskUrl("http://hostname"), "http://host...");
  assertEquals(maskUrl("postgres://me:pw@db.example.com/x"), "postgres://***@db.example.com");
  assertEquals(maskUrl("a"), "a...");
});

Deno.test("keepMaskedSecrets() restores what was masked and takes what is new", () => {
  const stored = {
    api_key_config: { openai: { api_key: "sk-1234567890" }, xai: { api_key: "abcdefghij" } },
  };
  const masked = maskSecrets(stored);
  assertEquals(masked.api_key_config.openai.api_key, "sk-1...90");
  assertEquals(keepMaskedSecrets(masked, stored), stored);
  const changed = { api_key_config: { openai: { api_key: "sk-new-key-0000" } } };
  assertEquals(keepMaskedSecrets(changed, stored), changed);
  assertEquals(keepMaskedSecrets({ openai: { api_key: "sk-1...90" } }, {}), {
    openai: { api_key: "sk-1...90" },
  });
});

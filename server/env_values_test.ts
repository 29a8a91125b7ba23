import { assertEquals, assertThrows } from "@std/assert";
import { countOf, listOf } from "./env_values.ts";
import { requestLogFormat } from "./request_log.ts";

Deno.test("countOf() takes whole numbers from 1 and names the variable of anything else", () => {
  assertEquals(countOf("REFLEXIO_JOBS", undefined), null);
  assertEquals(countOf("REFLEXIO_JOBS", " "), null);
  assertEquals(countOf("REFLEXIO_JOBS", "3"), 3);
  for (const text of ["0", "-1", "1.5", "two", "1e99"]) {
    assertThrows(() => countOf("REFLEXIO_JOBS", text), TypeError, `REFLEXIO_JOBS "${text}"`);
  }
});

Deno.test("listOf() gives the words between commas", () => {
  assertEquals(listOf(undefined), null);
  assertEquals(listOf(" , "), null);
  assertEquals(listOf("a, b ,,c"), ["a", "b", "c"]);
});

Deno.test("requestLogFormat() knows three words and refuses others by name", () => {
  assertEquals(requestLogFormat(undefined), "off");
  assertEquals(requestLogFormat(" JSON "), "json");
  assertEquals(requestLogFormat("pretty"), "pretty");
  assertThrows(() => requestLogFormat("yes"), TypeError, 'REFLEXIO_LOG_REQUESTS "yes"');
});

import { assertEquals } from "@std/assert";
import { asksForTime, speakerOf, tellsTime } from "./talk_cues.ts";

Deno.test("speakerOf() takes a name from the role, else from before the colon of a transcript", () => {
  assertEquals(speakerOf("Ada", "Good morning."), "Ada");
  assertEquals(speakerOf(" Ada ", "Bo: hello"), "Ada");
  assertEquals(speakerOf("User", "Ada Lovelace: Good morning."), "Ada Lovelace");
  assertEquals(speakerOf("assistant", "花子: おはよう。"), "花子");
  assertEquals(speakerOf("user", "Good morning."), null);
  assertEquals(speakerOf("user", "see http://a.example: it is down"), null);
  assertEquals(speakerOf("user", "This is a longer clause: no name."), null);
  assertEquals(speakerOf("Assistant", "User: hello"), null);
  assertEquals(speakerOf("", ""), null);
});

Deno.test("asksForTime() knows questions that a point or span of time answers", () => {
  for (const text of ["When did she move?", "how long has he played", "In which year was it?"]) {
    assertEquals(asksForTime(text), true, text);
  }
  for (const text of ["What happens when it rains?", "whenever", "Which yearbook?", ""]) {
    assertEquals(asksForTime(text), false, text);
  }
});

Deno.test("tellsTime() knows days, months, years and spans", () => {
  for (const word of ["yesterday", "week", "march", "2023", "ago"]) {
    assertEquals(tellsTime(word), true, word);
  }
  for (const word of ["lake", "20230", "meeting"]) assertEquals(tellsTime(word), false, word);
});

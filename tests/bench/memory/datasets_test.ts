import { assertEquals, assertThrows } from "@std/assert";
import { readLocomo, readLongMemEval } from "./datasets.ts";
import { scoresByType } from "./score.ts";

Deno.test("readLocomo() gives sessions in order and only questions with known evidence", () => {
  const text = JSON.stringify([{
    sample_id: "conv-1",
    conversation: {
      speaker_a: "Ada",
      session_10: [{ speaker: "Ada", dia_id: "D10:1", text: "Later." }],
      session_2: [{ speaker: "Bo", dia_id: "D2:1", text: "Look", blip_caption: "a kite" }],
      session_2_date_time: "1 May 2023",
    },
    qa: [
      { question: "What did Bo show?", category: 4, evidence: ["D2:1; D9:9"] },
      { question: "Unanswerable?", category: 5, evidence: [] },
    ],
  }]);
  assertEquals(readLocomo(text), [{
    id: "conv-1",
    sessions: [
      {
        id: "session_2",
        date: "1 May 2023",
        turns: [{ id: "D2:1", speaker: "Bo", text: "Look [image: a kite]" }],
      },
      { id: "session_10", date: "", turns: [{ id: "D10:1", speaker: "Ada", text: "Later." }] },
    ],
    questions: [{ question: "What did Bo show?", type: "single-hop", evidence: ["D2:1"] }],
  }]);
});

Deno.test("readLongMemEval() takes the marked turns as evidence", () => {
  const text = JSON.stringify([{
    question_id: "q1",
    question_type: "single-session-user",
    question: "Which bakery?",
    haystack_session_ids: ["s-a"],
    haystack_dates: ["2023/05/20"],
    haystack_sessions: [[
      { role: "user", content: "I bought rye at Lind.", has_answer: true },
      { role: "assistant", content: "Nice." },
    ]],
  }]);
  const [sample] = readLongMemEval(text);
  assertEquals(sample?.questions[0]?.evidence, ["0:0"]);
  assertEquals(sample?.sessions[0]?.turns.length, 2);
});

Deno.test("readLocomo() names the part that has another shape", () => {
  assertThrows(() => readLocomo("{}"), TypeError, "the LoCoMo file");
});

Deno.test("scoresByType() averages recall and any-hit by type", () => {
  const scores = scoresByType([
    { type: "a", evidence: ["1", "2"], hits: ["1", "9"] },
    { type: "b", evidence: ["3"], hits: ["8", "7", "6", "5", "4", "3"] },
  ]);
  assertEquals(scores.get("a"), { questions: 1, recallAt1: 0.5, recallAt5: 0.5, anyAt5: 1 });
  assertEquals(scores.get("all"), { questions: 2, recallAt1: 0.25, recallAt5: 0.25, anyAt5: 0.5 });
});

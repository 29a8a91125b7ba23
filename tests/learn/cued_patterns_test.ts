/**
 * No pattern is spared that would have matched: its words stand in all that it matches.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { IDLE_TALK } from "../../server/learn/embedded/judge/idle_talk.ts";
import { OBJECTIONS } from "../../server/learn/embedded/signals/pushback.ts";
import { type CuedPattern, CuedPatterns } from "../../server/learn/embedded/text/cued_patterns.ts";
import { mayHold } from "../../server/learn/embedded/text/mask_cues.ts";
import { FICTIONS, PAYLOADS } from "../../server/learn/embedded/text/mask_tasks.ts";
import { gateWords } from "../../server/learn/embedded/text/word_gates.ts";
import { samplesOf } from "../support/regexp_samples.ts";

const TRIES = 300;

/** Texts that the pattern matches and its words do not lead to. */
function missed(cued: CuedPattern): string[] {
  const alone = new CuedPatterns([cued]);
  return samplesOf(cued[1], TRIES).filter((text) => alone.exec(text, gateWords(text)) === null);
}

for (const [name, table] of Object.entries({ IDLE_TALK, OBJECTIONS })) {
  Deno.test(`${name}: words lead to all that a pattern matches`, () => {
    for (const cued of table) {
      const { source } = cued[1];
      assert(samplesOf(cued[1], TRIES).length > 0, `nothing was made of ${source}`);
      assertEquals(missed(cued), [], source);
    }
  });
}

for (const [name, table] of Object.entries({ PAYLOADS, FICTIONS })) {
  Deno.test(`${name}: a mask's words stand in all that its pattern matches`, () => {
    for (const [cue, pattern] of table) {
      const samples = samplesOf(pattern, TRIES);
      assert(samples.length > 0, `nothing was made of ${pattern.source}`);
      assertEquals(samples.filter((text) => !mayHold(text, cue)), [], `${cue} ${pattern.source}`);
    }
  });
}

Deno.test("a word that is lacking is found out", () => {
  assert(missed(["late", /\b(?:late|behind)\b/]).includes("behind"));
  assertEquals(missed(["late behind", /\b(?:late|behind)\b/]), []);
});

Deno.test("samplesOf makes texts of all that a pattern says", () => {
  assertEquals(samplesOf(/^(?:a|b)c?(?= |$)(?!x)$/, 100).toSorted(), ["a", "ac", "b", "bc"]);
  assertEquals(samplesOf(/[^k]\d{2}\p{L}/u, 100).toSorted(), [
    " 77k",
    ",77k",
    ".77k",
    "777k",
    "x77k",
  ]);
  assertEquals(samplesOf(/\bnot(?= good)/, 20), []);
});

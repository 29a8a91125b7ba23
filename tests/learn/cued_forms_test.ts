/**
 * Readers of forms are passed over where their words are missing; nothing is missed by that.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { readWindow } from "../../server/learn/embedded/analysis/read.ts";
import { CuedReaders, reacting, saying } from "../../server/learn/embedded/signals/forms/cued.ts";
import type { Input } from "../../server/learn/embedded/signals/forms/form.ts";
import { FORMS } from "../../server/learn/embedded/signals/forms/forms.ts";
import { pushbacksIn } from "../../server/learn/embedded/signals/pushback.ts";
import { lightStem } from "../../server/learn/embedded/text/stem.ts";
import type { Context } from "../../server/learn/embedded/signals/finding.ts";
import { StepBudget } from "../../server/learn/embedded/rules/pattern.ts";
import { TurnCues } from "../../server/learn/embedded/rules/turn_cues.ts";
import { speakerOf } from "../../server/learn/embedded/turns.ts";
import type { Case } from "../bench/learning_score.ts";

const SETS = ["blind", "blind_2", "blind_3", "blind_4", "blind_5", "blind_6", "blind_7", "heldout"];

/** Labelled dialogues, one on a line. */
function casesOf(lines: string): Case[] {
  return lines.split("\n").filter((line) => line !== "").map((line): Case => JSON.parse(line));
}

/** Each English sentence of the user's in the labelled dialogues, as the readers get it. */
async function* inputs(): AsyncGenerator<Input> {
  for (const set of SETS) {
    const file = new URL(`../bench/learning_${set}.jsonl`, import.meta.url);
    for (const { publishes } of casesOf(await Deno.readTextFile(file))) {
      const window = readWindow(
        publishes.flat().map((turn, index) => ({
          interactionId: index + 1,
          speaker: speakerOf(turn.role),
          content: turn.content,
          expertContent: turn.expert_content ?? "",
          toolsUsed: (turn.tools_used ?? []).map((tool) => ({ ...tool, tool_data: {} })),
        })),
      );
      const context: Context = {
        window,
        nowSec: 1_790_000_000,
        stem: lightStem,
        budget: new StepBudget(1_000_000),
        declined: [],
        cues: new TurnCues(),
      };
      for (const read of window) {
        if (read.turn.speaker !== "user") continue;
        const pushbacks = pushbacksIn(window, read.index);
        for (const sentence of read.sentences) {
          if (sentence.lang !== "en") continue;
          const folds = sentence.tokens.map((token) => token.fold);
          yield { read, sentence, folds, text: folds.join(" "), pushbacks, context };
        }
      }
    }
  }
}

Deno.test("forms: a reader whose words are missing would have found nothing", async () => {
  const cued = new CuedReaders(FORMS);
  const all = new CuedReaders(FORMS.map(({ read }) => saying(read)));
  let sentences = 0;
  let found = 0;
  for await (const input of inputs()) {
    const draft = all.read(input);
    assertEquals(cued.read(input), draft, input.text);
    sentences++;
    if (draft !== null) found++;
  }
  assert(sentences > 2_000, `only ${sentences} sentences`);
  assert(found > 60, `only ${found} drafts`);
});

Deno.test("CuedReaders shows a sentence to the readers whose words it has, in order", async () => {
  const asked: string[] = [];
  const named = (name: string) => () => {
    asked.push(name);
    return null;
  };
  const readers = new CuedReaders([
    ...Array.from({ length: 40 }, (_, n) => saying(named(`never ${n}`), "zebra")),
    saying(named("late"), "weeks week", "# two"),
    reacting(named("reaction"), "weeks"),
    saying(named("always")),
    saying(named("other half"), "weeks", "zebra"),
    saying(named("joined"), "hour"),
  ]);
  for await (const input of inputs()) {
    const first = { ...input, text: "every 24-hour shift takes 3 weeks" };
    assertEquals(readers.read({ ...first, read: { ...input.read, index: 0 } }), null);
    break;
  }
  assertEquals(asked, ["late", "always", "joined"]);
});

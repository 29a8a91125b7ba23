/**
 * `Only send reminders when a payment is late`: what is to be done in one case, and in no other.
 *
 * @module
 */

import { fold } from "./heads/head.ts";
import { textOf } from "../rules/values.ts";
import type { Instruction } from "./instruction.ts";

/** Cases of the talk itself: there `only` says what is given (`only give the result when I ask`). */
const OF_TALK = /^(?:i|we|you|it|they|that|this)$|ing$/;

/** The case as `only when …`; "" when `only` belongs to the thing, or no case is named behind it. */
export function onlyWhen({ sentence, head, body, condition }: Instruction): string {
  if (
    condition === null || head.negative || fold(sentence, head.at - 1) !== "only" ||
    condition.from <= body.from || !/^(?:when|whenever|if|once)$/.test(condition.opener) ||
    OF_TALK.test(fold(sentence, condition.from)) || body.from === body.to
  ) return "";
  return `only ${condition.opener} ${
    textOf(sentence, condition.from, condition.to, { person: "rule" })
  }`;
}

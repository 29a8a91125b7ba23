/**
 * The name under a turn: `Regards,\nMaud Teller, berth 14`.
 *
 * @module
 */

import type { ProfileFinding, ReadTurn } from "../types.ts";
import { nameFinding } from "./given_finding.ts";

/** A line that ends a letter, the name on the next line, and what may stand behind it. */
const SIGNED =
  /\n[ \t]*(?:(?:kind|best|warm) (?:regards|wishes)|regards|sincerely|yours(?: sincerely| truly)?|cheers|best|many thanks|thanks(?: a lot| in advance)?|mit freundlichen grüßen|viele grüße|liebe grüße|saludos|un saludo|cordialement|bien à vous|atenciosamente|abraços)[ ,.!]*\n[ \t]*((?:\p{Lu}[\p{L}'-]{1,20}|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}'-]{1,20}|\p{Lu}\.|von|van|de|da|di)){0,3})[ \t]*(?:[,(\n-][^\n]{0,60})?\s*$/iu;
/** A salutation: the whole is a letter, whoever wrote it. */
const LETTER =
  /^\s*(?:dear|hi|hello|hey|sehr geehrte\p{L}*|liebe[r]?|hallo|estimad[oa]|querid[oa]|bonjour|cher|chère|prezad[oa]|olá)\b[^\n]{0,40},[ \t]*\n/iu;
/** What stands there instead of a name. */
const NO_NAME = /^(?:team|support|the|your|sent|tel|phone|mobile|www|and|no|yes|ps)\b/i;

/** The user's name, where the turn is signed and is not itself a letter to somebody. */
export function signatureOf(read: ReadTurn): ProfileFinding[] {
  const match = read.text.includes("\n") ? SIGNED.exec(read.text) : null;
  const name = match?.[1]?.trim() ?? "";
  const capitals = name.split(" ").every((part) => /^\p{Lu}|^(?:von|van|de|da|di)$/u.test(part));
  if (
    match === null || !capitals || NO_NAME.test(name) || read.masks.length > 0 ||
    LETTER.test(read.text)
  ) return [];
  const start = match.index + match[0].lastIndexOf(name);
  return [nameFinding(read, {
    ruleId: "en.name.signature",
    name,
    offset: start,
    span: {
      interaction_id: read.turn.interactionId,
      start: read.toRaw(start),
      end: read.toRaw(start + name.length - 1) + 1,
      part: "value",
    },
    change: false,
  })];
}

/**
 * The situation in which an output is made: `When giving prices`, `When writing a letter`.
 *
 * @module
 */

import { OUTPUTS } from "../lexicon/things.ts";
import { wordSet } from "../lexicon/words.ts";

const GIVEN = wordSet(
  `price prices date dates distance distances amount amounts number numbers time times temperature temperatures figure figures
unit units measurement measurements result results option options suggestion suggestions recommendation recommendations total totals source sources
link links image images picture pictures example examples quote quotes estimate estimates name names listings`,
);
const ANSWERED = wordSet(
  "answer answers reply replies response responses word words line lines sentence sentences paragraph paragraphs emoji emojis bullet bullets greeting greetings jokes joke apology apologies disclaimer disclaimers",
);
const SCHEDULED = wordSet(
  "meeting meetings appointment appointments event events booking bookings reservation reservations reminder reminders",
);
const HANDLED = wordSet(
  "file files order orders payment payments refund refunds transfer transfers delivery deliveries deployment deployments backup backups migration migrations branch branches ticket tickets issue issues invoice invoices contract contracts query queries",
);
const MADE = wordSet(
  "table tables chart charts graph graphs plot plots list lists plan plans playlist playlists slides deck diagram diagrams itinerary itineraries",
);

/** `commit subject lines`: lines that are written by themselves. */
const OF_PART =
  /\b(?:subject|commit|tag|headline|caption|e-?mail|mail|invoice|log) (?:[\w-]+ )?\w+$/i;

/** `When making tables`, by the kind of output; a bare singular gets its article. */
export function outputTrigger(text: string): string {
  const noun = text.split(" ").at(-1)?.toLowerCase() ?? "";
  if (!OUTPUTS.has(noun)) return `When working on ${text}`;
  if (ANSWERED.has(noun) && !OF_PART.test(text)) return "When answering";
  return `When ${verbFor(noun)} ${withArticle(text, noun)}`;
}

function withArticle(text: string, noun: string): string {
  const open = noun.endsWith("s") && !noun.endsWith("ss") || noun === "code" ||
    noun === "feedback" || /^(?:the|a|an|the user's)\b/.test(text);
  if (open) return text;
  return /^(?!uni|use|usa|eu|one\b)[aeiou]/i.test(text) ? `an ${text}` : `a ${text}`;
}

function verbFor(noun: string): string {
  if (/^questions?$/.test(noun)) return "answering";
  if (GIVEN.has(noun)) return "giving";
  if (SCHEDULED.has(noun)) return "scheduling";
  if (HANDLED.has(noun)) return "handling";
  return MADE.has(noun) ? "making" : "writing";
}

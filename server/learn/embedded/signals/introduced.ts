/**
 * Who somebody says they are in one breath: `I'm Priya, head of marketing at Zalando`, `I'm Ben, 34, dad of two`.
 *
 * @module
 */

import { JOBS } from "../lexicon/people.ts";
import { FUNCTION_WORDS } from "../lexicon/things.ts";
import { baseForm } from "../lexicon/verbs.ts";
import { NUMBER_WORDS } from "../rules/classes.ts";
import { job } from "../rules/shapes.ts";
import { textOf } from "../rules/values.ts";
import type { ProfileFinding, ReadTurn, Sentence } from "../types.ts";
import { spanOf } from "./finding.ts";
import { givenFinding, nameFinding } from "./given_finding.ts";

/** Words before the name, and the name up to its comma. */
const INTRODUCTION =
  /^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|morning|evening|greetings|so|ok|well|btw|and|yes|oh)(?: (?:there|all|everyone|team|again))?(?: ?[,!-] ?| )?)*(?:(?:i am|this is|my name is|the name is|name is) ((?:(?:dr|prof|mr|mrs|ms|miss)(?: \.)? )?[\p{L}'-]{2,20}(?: [\p{L}'-]{2,20}){0,2}?)|([\p{L}'-]{2,20}) here) ,/u;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A part of the introduction that says something, as it is kept. */
interface Said {
  readonly id: string;
  readonly slot: string;
  readonly key: string;
  readonly value: string;
  readonly content: string;
  readonly ttl: ProfileFinding["life"]["ttl"];
}

/** Facts of an introduction; the name too where no rule has found one. */
export function introduced(read: ReadTurn, found: readonly ProfileFinding[]): ProfileFinding[] {
  const [sentence] = read.sentences;
  if (sentence === undefined || sentence.lang !== "en" || sentence.terminator === "?") return [];
  const match = INTRODUCTION.exec(sentence.said);
  const words = (match?.[1] ?? match?.[2] ?? "").split(" ");
  if (match === null || sentence.clauses.some(({ mood }) => mood !== "statement")) return [];
  const comma = match[0].split(" ").length - 1;
  const at = comma - words.length - (match[2] === undefined ? 0 : 1);
  if (sentence.tokens[comma]?.text !== "," || !isName(sentence, at, at + words.length)) return [];
  const facts = partsOf(sentence, comma + 1).flatMap((part) => {
    const from = sentence.folds.indexOf("from", part.from + 1);
    const isFrom = from > 0 && from < part.to - 1 && sentence.tokens[from + 1]?.capital === true;
    return isFrom ? [{ from: part.from, to: from }, { from, to: part.to }] : [part];
  }).flatMap((part) => {
    const said = saidOf(sentence, part);
    const start = sentence.tokens[part.from]?.start ?? sentence.start;
    const isKnown = said === null ||
      found.some(({ slot, offset }) => slot === said.slot && offset >= sentence.start);
    return isKnown ? [] : [givenFinding(read, {
      ...said,
      ruleId: `en.introduced.${said.id}`,
      offset: start,
      span: spanOf(read, sentence, part, "value"),
      change: false,
    })];
  });
  const isNamed = found.some(({ slot }) => slot === "name");
  return facts.length === 0 || isNamed ? facts : [
    nameFinding(read, {
      ruleId: "en.introduced.name",
      name: textOf(sentence, at, at + words.length, { person: "rule" }),
      offset: sentence.tokens[at]?.start ?? sentence.start,
      span: spanOf(read, sentence, { from: at, to: at + words.length }, "value"),
      change: false,
    }),
    ...facts,
  ];
}

/** `Ana`, `Dr. Okafor`, and not `sorry`, `Canadian`, `Team Lead`. */
function isName(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.slice(from, to).every((token) =>
    token.kind === "punct" ||
    token.capital && token.kind === "word" && !FUNCTION_WORDS.has(token.fold) &&
      !JOBS.has(token.fold) &&
      !(/(?:ed|ing)$/.test(token.fold) && baseForm(token.fold) !== undefined) &&
      !/(?:ian|ish|ese|-\w+ed|sorry|glad|happy|new|just|back|afraid|sure|not)$/.test(token.fold)
  );
}

/** Stretches between commas; a new clause ends them. */
function partsOf(sentence: Sentence, from: number): Range[] {
  const out: Range[] = [];
  let start = from;
  const { tokens } = sentence;
  // `This is Nora, my daughter, a nurse`: somebody else.
  if (/^(?:my|our|his|her|their)$/.test(tokens[from]?.fold ?? "")) return out;
  for (let at = from; at <= tokens.length; at++) {
    const token = tokens[at];
    const isEnd = token === undefined || token.kind === "punct" && /^[,;:()–—-]$/.test(token.text);
    const joins = token?.fold === "and" &&
      /^(?:a|an|the|mum|mom|dad|mother|father|i|we|my|based|living|from)$/
        .test(tokens[at + 1]?.fold ?? "");
    if (!isEnd && !joins) continue;
    if (at > start) out.push({ from: start, to: at });
    start = at + 1;
    if (/^(?:i|we|my|our|you|can|could|how|what|please|looking)$/.test(tokens[start]?.fold ?? "")) {
      break;
    }
  }
  return out;
}

/** Trades by their letters; in small ones some are something else. */
const SHORT_JOBS = /^(?:PM|CEO|CTO|CFO|COO|CMO|CIO|VP|SRE|DBA|PA|EA|GP|RN|TPM|BA|QA)$/;

const COUNTED: Readonly<Record<string, string>> = { one: "a child", twins: "twins" };

/** What a part says; null where it is nothing that is kept. */
function saidOf(sentence: Sentence, { from, to }: Range): Said | null {
  const folds = sentence.folds.slice(from, to);
  const text = (start: number) => textOf(sentence, start, to, { person: "rule" });
  if (folds.length === 1 && /^(?:1[4-9]|[2-9]\d)$/.test(folds[0] ?? "")) {
    const age = folds[0] ?? "";
    return {
      id: "age",
      slot: "age",
      key: "",
      value: age,
      content: `Is ${age} years old`,
      ttl: "one_year",
    };
  }
  const parent =
    /^(?:a |the )?(?:(?:proud|single|working|busy) )?(?:mum|mom|mother|dad|father|parent) (?:of|to) (\w+)(?: \w+)?$/
      .exec(folds.join(" "))?.[1] ?? "";
  if (NUMBER_WORDS.has(parent) || /^\d$/.test(parent) || parent in COUNTED) {
    const whom = COUNTED[parent] ?? `${parent} children`;
    return {
      id: "parent",
      slot: "family",
      key: "child",
      value: whom,
      content: `Has ${whom}`,
      ttl: "infinity",
    };
  }
  if (folds[0] === "from" && sentence.tokens[from + 1]?.capital === true && folds.length <= 4) {
    return {
      id: "origin",
      slot: "place.origin",
      key: "",
      value: text(from + 1),
      content: `Comes from ${text(from + 1)}`,
      ttl: "infinity",
    };
  }
  const head = /^(?:a|an|the|your|one)$/.test(folds[0] ?? "") ? from + 1 : from;
  const isShort = SHORT_JOBS.test(sentence.tokens[head]?.text ?? "");
  const trade = isShort ? { to: head + 1 } : job({ sentence, from: head, to });
  // `Left-handed here, remember`: an order.
  const isOrder = folds.length === 1 && baseForm(folds[0] ?? "") === folds[0] &&
    !JOBS.has(folds[0] ?? "");
  if (trade === null || isOrder) return null;
  const behind = sentence.folds.slice(trade.to, to).join(" ");
  if (behind !== "" && !/^(?:at|for|with|in|of|on) /.test(behind)) {
    return null;
  }
  const article = head > from && /^(?:a|an|the)$/.test(folds[0] ?? "") ? `${folds[0]} ` : "";
  const value = text(head);
  return {
    id: "job",
    slot: "job",
    key: "",
    value,
    content: `Works as ${article}${value}`,
    ttl: "infinity",
  };
}

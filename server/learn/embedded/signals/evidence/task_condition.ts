/**
 * Whether the condition of an instruction is a task of the assistant, or only the moment.
 *
 * @module
 */

import { OUTPUTS, TOOLS } from "../../lexicon/things.ts";
import { baseForm } from "../../lexicon/verbs.ts";
import { wordSet } from "../../lexicon/words.ts";
import type { Instruction } from "../instruction.ts";
import { isGeneric, isWayForKind } from "./generic.ts";

/** The assistant itself does not know: `when in doubt`, `if unsure`. */
const IN_DOUBT =
  /^(?:(?:you are )?(?:ever )?in doubt|(?:you are )?(?:unsure|not sure|uncertain|unclear))\b/;

/** `if you're going to quote a statute`. */
const ABOUT_TO =
  /^you are (?:(?:going|about|asked) to (?!be\b)\w+|(?!(?:being|going|having|getting|feeling|thinking|looking|waiting|working|starting|doing|trying|wondering|kidding|joking|driving|leaving|passing|shopping|eating|sleeping|flying|walking|travelling|traveling|coming|sitting|standing)\b)\w+ing (?:to |for |on |about |with )?(?!him|her|it|them|that|this)\w+)/;

/** `after you finish a task`: any one of its kind. */
const GENERAL_STEP =
  /^you (?:finish|complete|start|begin|leave|go through|read) (?:a|an|any|each|every) \w/;

/** What one wants to be told of each time. */
const TELL_ME = /^(?:whenever|once|when|if) (?:a|an|any|one of) \w/;

/** `when it comes to hotel offers`. */
const AS_FOR = /^it (?:comes to|is about|has to do with) (?:[\w-]+ ){0,3}[\w-]+$/;

/** What comes again and again by itself: `the forecast says rain`, `the stock falls below ten`. */
const REPORTED_WORLD =
  /^(?:the |our |my )?(?:[\w-]+ )?(?:forecast|weather|temperature|thermometer|stock|sensor|level|count|tide|wind|pressure|humidity|battery|table|chart|gauge|dashboard|meter|monitor|alarm) (?:says|shows(?! up)|predicts|promises|reports|announces|falls|drops|rises|goes|climbs|exceeds|reaches|sinks|turns|is (?:below|above|under|over|low|high|bad))\b/;

/** A state that lasts for a while: `while the lift is broken`. */
const OUT_OF_ORDER =
  /^(?:(?:the|our|my) (?:[\w-]+ ){1,3}|(?!it |he |she |they |i |we |you |there )[\w-]+ )(?:is|are) (?:broken|closed|down|shut|under (?:repair|construction|review)|out of (?:order|service|action|use)|unavailable|in repair|being \w+ed|on (?:(?:maternity |paternity |parental |sick |study )?leave|holiday|vacation|strike|tour)|away|off sick|ill)\b/;

/** A measured value past a border: `the reading is above 8`. */
const THRESHOLD =
  /^(?:the|a|an|any|one) (?:[\w-]+ ){1,3}(?:is|are|goes|falls|drops|rises|gets|reads) (?:above|below|over|under|more than|less than|higher than|lower than|past) \d/;

/** Whom an assistant serves, one after the other. */
const GUEST_ROLES =
  /^(?:the|our) (?:customer|guest|caller|client|patient|visitor|buyer|tenant|parent|student|pupil|applicant|reader|member|supplier|sender) /;

const IDLE_CONDITION =
  /^(?:you (?:are|can|could|want|wish|like|have|get|find out|need|think|know|prefer|feel|would|do not mind|start|begin|go|finish|leave|reply|see this|notice that|read this)|it (?:is|works|does|helps|makes)|that (?:is|works|helps)|this|possible|necessary|needed|not|so|i am|he|she|they are|ready|done)\b/;

/** Words behind who does it that change nothing: `if I ever ask`. */
const STRESSES = wordSet("ever also still");

/** Conditions about the assistant's tasks make a rule; conditions of the moment do not. */
export function isTaskCondition(instruction: Instruction, pushed: boolean): boolean {
  const { condition, sentence } = instruction;
  if (condition === null) return false;
  const folds = sentence.tokens.slice(condition.from, condition.to).map((token) => token.fold)
    .filter((word, at) => at !== 1 || !STRESSES.has(word));
  const text = folds.join(" ");
  if (AS_FOR.test(text)) return true;
  if (IN_DOUBT.test(text)) return instruction.head.form !== "want";
  if (instruction.head.verb === "let" && !TELL_ME.test(`${condition.opener} ${text}`)) return false;
  if (
    condition.opener === "while" &&
    /^(?:i am|we are) (?:on (?:holiday|holidays|vacation|leave|sick leave|maternity leave|parental leave|a trip|tour|call|duty|(?:[a-z]+ )?shifts?)|away|off|out of|in hospital|travelling|traveling|abroad)\b/
      .test(text)
  ) return instruction.head.form === "imperative" && isGeneric(instruction);
  if (condition.opener === "while" && OUT_OF_ORDER.test(text)) {
    return instruction.head.form === "imperative" &&
      !/^(?:turn|switch|get|take)$/.test(instruction.head.verb);
  }
  if (
    /^(?:if|when)$/.test(condition.opener) && THRESHOLD.test(text) &&
    instruction.head.form === "imperative" &&
    /^(?:flag|mark|highlight|colour|color|escalate|hand|route|label|tag)$/.test(
      instruction.head.verb,
    )
  ) return true;
  if (
    /^when(?:ever)?$/.test(condition.opener) &&
    /^you can ?not (?!find|do|help|see|come|make)\w+/.test(text)
  ) {
    return instruction.head.form === "imperative";
  }
  if (condition.opener === "when" && OWN_STATE.test(text)) {
    return instruction.head.form === "imperative" &&
      /^(?:me|us)\b/.test(sentence.folds[instruction.body.from] ?? "") &&
      !/^(?:let|call|text|ring)$/.test(instruction.head.verb);
  }
  if (
    IDLE_CONDITION.test(text) && !GENERAL_STEP.test(text) && !ABOUT_TO.test(text) &&
    condition.opener !== "whenever"
  ) return false;
  if (folds.some((word) => /^(?:today|tomorrow|tonight|now|this|yesterday)$/.test(word))) {
    return false;
  }
  if (/^(?:in|for|on|with|at|during|under|inside|throughout)$/.test(condition.opener)) {
    return frontIsStanding(instruction, text, pushed);
  }
  if (condition.opener === "whenever" || condition.opener === "whatever") return true;
  if (/^(?:every|each|all)$/.test(folds[0] ?? "")) return true;
  if (REPORTED_WORLD.test(text) && condition.opener === "when") {
    return instruction.head.form === "imperative" &&
      !/^(?:buy|sell|order|book|cancel|move|call|transfer|pay)$/.test(instruction.head.verb);
  }
  const first = folds[0] ?? "";
  if (first === "you") {
    return !folds.slice(2, 4).some((word) => /^(?:it|that|this|them|him|her)$/.test(word)) ||
      condition.opener === "before" &&
        /\b(?:whether|if|that) (?:a|an|any) \w/.test(sentenceText(instruction));
  }
  if (first.endsWith("ing") && baseForm(first) !== undefined) return true;
  if (/^(?:i|we)$/.test(first)) {
    if (instruction.head.form === "want") {
      if (folds[1] === "ask") {
        return /^(?:when|whenever|if)$/.test(condition.opener) && isAsked(folds, condition.opener);
      }
      return condition.opener === "when" &&
        /^(?:request|call|write|say|send|order|inquire|enquire)$/.test(folds[1] ?? "") &&
        folds.length >= 3;
    }
    return /^(?:when|if|unless|should)$/.test(condition.opener) &&
        /^(?:ask|say|send|give|paste|share|mention|write|post|upload|want|name|request|forward|dictate|report|type|tell|call)$/
          .test(folds[1] ?? "") ||
      /^(?:i|we) do not (?:name|say|mention|give|specify|tell|write|state|ask|set) /.test(text);
  }
  if (
    /^(?:a|an|any|someone|somebody|something|there|no|anyone|people|customers|guests|anybody|anything|everything)$/
      .test(first)
  ) {
    return condition.opener !== "if" || pushed || !/^(?:there)$/.test(first);
  }
  if (
    GUEST_ROLES.test(text) &&
    !/\bat (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\b/
      .test(text) &&
    /^(?:if|when)$/.test(condition.opener)
  ) {
    return /^(?:imperative|modal)$/.test(instruction.head.form);
  }
  if (first === "the" || first === "it") return pushed && condition.opener === "when";
  return /s$/.test(first) || folds.some((word) => OUTPUTS.has(word)) && condition.opener === "when";
}

/** A state that comes again: `I am stuck`, `I am at work`. */
const OWN_STATE =
  /^(?:i am|we are) (?:stuck|lost|confused|tired|stressed|unsure|upset|angry|wrong|at work|abroad|away|driving|travelling|traveling|on call|on duty|in a hurry|in meetings|in a meeting)$/;

/** `I ask where a shipment is`, `I ask for the status`; `I ask my boss for a raise` asks somebody else. */
function isAsked(folds: readonly string[], opener: string): boolean {
  // `If I ask for a raise, I want to know what to say`
  if (opener === "if" && folds[2] === "for") return false;
  return /^(?:what|where|when|who|how|which|whether|if|why|for|about|you)$/.test(folds[2] ?? "") ||
    /^(?:the|a|an)$/.test(folds[2] ?? "") && !folds.includes("to");
}

/** `with anything that goes over the network`. */
const OF_ANY_KIND =
  /^(?:anything|everything|anyone|everyone|anybody|everybody) (?!else\b|going|happening|that happened|you (?:did|have done))(?:that|which|who|i|we|over|under|above|below|with|from|to|about|on|in|\w+(?:ed|ing|al|ic|able|ible|ous|ary|ent|ant|ive|ful|ile|ar|ky|ry))\b/;

/** `In release notes, …`, `For board mails, …`: only with a kind of output. */
function frontIsStanding(instruction: Instruction, text: string, pushed: boolean): boolean {
  if (OF_ANY_KIND.test(text)) {
    return /^(?:imperative|modal|norm)$/.test(instruction.head.form) &&
      !/^(?:see|let|take|have|do|be|come|go)$/.test(instruction.head.verb);
  }
  if (
    pushed && instruction.head.form === "want" && /^[a-z-]+(?: [a-z-]+)?$/.test(text) &&
    !/^(?:now|today|me|us|this|that|it|the|once|example|starters|dinner|lunch|breakfast|christmas)\b/
      .test(text) &&
    /\b(?:only|just|nothing else|not|and)\b/.test(sentenceText(instruction))
  ) return true;
  const heading = instruction.condition?.to ?? 0;
  if (/^(?:any|every|each|all) /.test(text) && instruction.sentence.tokens[heading]?.text === ":") {
    return true;
  }
  if (isWayForKind(instruction)) return true;
  if (
    pushed && instruction.head.form === "imperative" && /^[a-z-]{5,}$/.test(text) &&
    /^(?:use|ask|check|query|read|call|consult)$/.test(instruction.head.verb) &&
    !/^(?:example|instance|starters|dinner|lunch|today|tonight|tomorrow|there|these|those|everyone|somebody)$/
      .test(text)
  ) return true;
  const plural = text.split(" ").some((word) => OUTPUTS.has(word) && /[^s]s$/.test(word));
  const quantified = /^(?:all|any|every|each|future|my|our)\b/.test(text) &&
    !/\b(?:this|the)\b/.test(text);
  if (
    /^(?:code|prose|[a-z+#]+ code|pull requests|commits)$/.test(text) || isToolName(instruction)
  ) return isGeneric(instruction) && instruction.head.form === "imperative";
  return (plural || quantified && text.split(" ").some((word) => OUTPUTS.has(word))) &&
    (pushed || plural || quantified) && !/^(?:this|the|these)\b/.test(text) &&
    instruction.head.form !== "want";
}

function sentenceText(instruction: Instruction): string {
  return instruction.sentence.said;
}

/** `For Rust, …`, `In Excel, …`: a front clause of one known tool or programming language. */
function isToolName(instruction: Instruction): boolean {
  const { condition, sentence } = instruction;
  if (condition === null || condition.to - condition.from !== 1) return false;
  const token = sentence.tokens[condition.from];
  return token !== undefined && token.capital && TOOLS.has(token.fold);
}

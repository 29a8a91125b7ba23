/**
 * Text that a host or this system put into the conversation. It is never learnt back.
 *
 * @module
 */

import {
  CONTEXT_HEADINGS,
  CONTEXT_MARKER,
  isContextText,
} from "../../../../client/contract/mod.ts";
import { mayHold } from "../text/mask_cues.ts";
import type { Mask } from "../types.ts";

/** Tags with which hosts wrap what they add to a turn. */
const HOST_TAG = /<(\/?)([A-Za-z][\w:.-]{0,60})((?:\s[^<>]{0,400})?)>/g;
const PLAIN_TAGS = new Set([
  "b",
  "i",
  "u",
  "em",
  "strong",
  "br",
  "p",
  "a",
  "code",
  "kbd",
  "sub",
  "sup",
  "s",
  "span",
]);

/** Headings of the context block that this system gives out. */
const OWN_HEADINGS =
  /^(?:# IMPORTANT: Apply These Corrections|## (?:User Preferences|Behavior Corrections|User Behavior Corrections) \u2014 (?:APPLY|FOLLOW) THESE)/m;
const OWN_BLOCK_HEAD =
  /^(?:---\n)?# IMPORTANT: Apply These Corrections|^## (?:User |Behavior )[^\n]{0,40}\u2014 (?:APPLY|FOLLOW) THESE/m;

/** Lines that label the speaker of a pasted transcript or a prompt scaffold. */
const ROLE_LINE =
  /^\s{0,3}(?:\*\*|#{1,4} ?|\[|<\|)?(?:user|human|assistant|ai|bot|system|tool|developer|function|agent|customer|observation|thought|action|action input|final answer|tool[_ ](?:call|result|output|use))(?:\|>|\*\*|\])?\s?[:>\]]/i;
const SCAFFOLD =
  /^\s{0,3}(?:#{1,4} ?)?(?:system prompt|instructions to the (?:model|assistant)|you are (?:an?|the) (?:helpful |expert |ai |large |senior )?(?:ai|assistant|language model|chatbot|agent)\b|ignore (?:all |any )?(?:previous|prior|above|earlier) instructions|\[(?:system|inst|tool|memory|context)\b|caveat: the messages below)/i;
const INLINE_INJECTION =
  /\b(?:ignore|disregard|forget) (?:all |any )?(?:of )?(?:the |your |my )?(?:previous|prior|above|earlier|preceding) (?:instructions|prompts|rules|messages)\b/i;

/** A sentence that speaks to whatever program reads the page, or tells it what to keep of a person. */
const TO_PROGRAMS =
  /\b(?:notes?|notice|attention|message|instructions?) (?:for|to) (?:all |any |the )?(?:ai|llms?|language models?|chatbots?|automated|virtual) ?(?:assistants?|agents?|models?|readers?|systems?)?\s?[:\u2013\u2014-]|\b(?:save|add|write|commit|store) (?:it |this )?(?:to|in|into) (?:your )?(?:long-term )?memory (?:that )?(?:the|this) (?:user|visitor|customer|reader|guest|client)\b/i;

/** Whether a text is, or contains, a context block of this system. */
export function hasOwnHeadings(text: string): boolean {
  return OWN_HEADINGS.test(text) || isContextText(text);
}

/** Masks host blocks, transcripts, prompt scaffolds and our own context output. */
export function maskInjected(text: string): Mask[] {
  const out = [...maskTags(text), ...maskOwnContext(text), ...maskScaffold(text)];
  return out;
}

function maskTags(text: string): Mask[] {
  if (!text.includes("<")) return [];
  const out: Mask[] = [];
  const open: { name: string; start: number }[] = [];
  for (const match of text.matchAll(HOST_TAG)) {
    const name = (match[2] ?? "").toLowerCase();
    if (PLAIN_TAGS.has(name)) continue;
    const end = match.index + match[0].length;
    if (match[1] === "/") {
      const at = open.findLastIndex((tag) => tag.name === name);
      const tag = open[at];
      if (tag === undefined) continue;
      open.length = at;
      out.push({ start: tag.start, end, kind: "injected" });
    } else {
      out.push({ start: match.index, end, kind: "injected" });
      if (!(match[3] ?? "").endsWith("/")) open.push({ name, start: match.index });
    }
  }
  for (const tag of open) {
    if (/[-_]/.test(tag.name) || /^(?:system|context|memory|instructions)$/.test(tag.name)) {
      out.push({ start: tag.start, end: text.length, kind: "injected" });
    }
  }
  return out;
}

/** Our block runs to its closing three dashes, to a blank line that no list follows, or to the end. */
function maskOwnContext(text: string): Mask[] {
  const out: Mask[] = [];
  const match = OWN_BLOCK_HEAD.exec(text);
  if (match !== null) {
    const close = text.indexOf("\n---", match.index + match[0].length);
    out.push({ start: match.index, end: close < 0 ? text.length : close + 4, kind: "injected" });
  }
  if (!isContextText(text)) return out;
  const marks = [CONTEXT_MARKER, ...Object.values(CONTEXT_HEADINGS)];
  const starts = marks.map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
  const start = Math.min(...starts);
  out.push({ start, end: contextEnd(text, start), kind: "injected" });
  return out;
}

/** The context text ends before the first paragraph that is neither a heading nor a bullet. */
function contextEnd(text: string, start: number): number {
  let at = start;
  for (const line of text.slice(start).split("\n")) {
    const own = line.trim() === "" || /^(?:\*\*|- |\s{2}|#|>)/.test(line) ||
      line.startsWith(CONTEXT_MARKER);
    if (!own) return at;
    at += line.length + 1;
  }
  return text.length;
}

function maskScaffold(text: string): Mask[] {
  const out: Mask[] = [];
  const roleLines: number[] = [];
  const mayInject = mayHold(text, "injection");
  const mayAddress = mayHold(text, "toPrograms");
  let at = 0;
  for (const line of text.split("\n")) {
    if (SCAFFOLD.test(line)) out.push({ start: at, end: text.length, kind: "injected" });
    else if (mayInject && INLINE_INJECTION.test(line) || mayAddress && TO_PROGRAMS.test(line)) {
      out.push({ start: at, end: at + line.length, kind: "injected" });
    }
    if (ROLE_LINE.test(line)) roleLines.push(at);
    at += line.length + 1;
  }
  const first = roleLines[0];
  if (first !== undefined && roleLines.length >= 2) {
    out.push({ start: first, end: text.length, kind: "injected" });
  }
  return out;
}

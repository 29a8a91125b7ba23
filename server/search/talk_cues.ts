/**
 * What the wording of a turn, or of a question about a talk, gives away: who speaks, who is asked
 * about, whether the answer is a time.
 *
 * @module
 */
import { stemOf } from "./analyze.ts";

/** Roles that name nobody. */
const ROLES: ReadonlySet<string> = new Set(
  `user assistant system agent ai bot chatbot model human tool function developer customer client
  operator support speaker unknown`.split(/\s+/),
);

/** A name of up to three capitalised words that a colon follows, as in a transcript. */
const TRANSCRIPT_NAME =
  /^\s*((?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*){0,2}):\s/u;

/**
 * The name of who speaks a turn, or null: the role, when it is a name and not a part such as `user`,
 * else the name that a transcript puts before the text (`Ada: Good morning.`).
 */
export function speakerOf(role: string, content: string): string | null {
  const name = role.trim();
  if (name !== "" && !ROLES.has(name.toLowerCase())) return name;
  const written = TRANSCRIPT_NAME.exec(content)?.[1];
  return written === undefined || ROLES.has(written.toLowerCase()) ? null : written;
}

/** Starts of questions that a point or span of time answers. */
const TIME_QUESTION =
  /^\W*(?:when|since when|until when|how long(?: ago)?|how recently|(?:in |on |at )?(?:what|which) (?:year|month|week|weekday|day|date|time|season))\b/i;

/** Whether a time answers a question. */
export function asksForTime(query: string): boolean {
  return TIME_QUESTION.test(query);
}

/** Stems of words that tell a time. */
const TIME_STEMS: ReadonlySet<string> = new Set(
  `yesterday today tonight tomorrow day week weekend month year decade ago last next since until
  morning evening night recently soon anniversary birthday spring summer autumn fall winter monday
  tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december`.split(/\s+/).map(stemOf),
);

const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word, given as its stem, tells a time. */
export function tellsTime(stem: string): boolean {
  return TIME_STEMS.has(stem) || YEAR.test(stem);
}

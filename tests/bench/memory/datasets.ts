/** A turn to publish. */
export interface MemoryTurn {
  /** Name of the turn in the data set; evidence refers to it. */
  readonly id: string;
  /** Who speaks: a name or a role. */
  readonly speaker: string;
  /** What is said. */
  readonly text: string;
}

/** One session: published as one request. */
export interface MemorySession {
  /** Name of the session in the data set. */
  readonly id: string;
  /** When it took place, as the data set words it; empty when unknown. */
  readonly date: string;
  /** Its turns in order. */
  readonly turns: readonly MemoryTurn[];
}

/** A question with the turns that answer it. */
export interface MemoryQuestion {
  readonly question: string;
  /** Kind of question, for the report. */
  readonly type: string;
  /** Ids of the turns that carry the answer. */
  readonly evidence: readonly string[];
}

/** One long conversation and what is asked about it. */
export interface MemorySample {
  readonly id: string;
  readonly sessions: readonly MemorySession[];
  readonly questions: readonly MemoryQuestion[];
}

/** LoCoMo's numbered question categories in words. */
const LOCOMO_TYPES: Readonly<Record<string, string>> = {
  "1": "multi-hop",
  "2": "temporal",
  "3": "open-domain",
  "4": "single-hop",
  "5": "adversarial",
};

type Json = Readonly<Record<string, unknown>>;

/** The value as an object, or an error that names what was read. */
function objectOf(value: unknown, what: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`Cannot read ${what}: expected an object`);
  }
  return value as Json;
}

/** The value as a list, or an error that names what was read. */
function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`Cannot read ${what}: expected a list`);
  return value;
}

/** The value as text; anything else counts as empty. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** Turn ids of an evidence entry: `D1:3`, or several in one text. */
function evidenceOf(value: unknown): string[] {
  return listOf(value ?? [], "evidence").flatMap((entry) => textOf(entry).match(/D\d+:\d+/g) ?? []);
}

/** Sessions of one LoCoMo conversation: keys `session_N` with `session_N_date_time`. */
function locomoSessions(conversation: Json): MemorySession[] {
  return Object.keys(conversation)
    .filter((key) => /^session_\d+$/.test(key))
    .sort((a, b) => Number(a.slice(8)) - Number(b.slice(8)))
    .map((key) => ({
      id: key,
      date: textOf(conversation[`${key}_date_time`]),
      turns: listOf(conversation[key], key).map((entry) => {
        const turn = objectOf(entry, key);
        const caption = textOf(turn.blip_caption);
        return {
          id: textOf(turn.dia_id),
          speaker: textOf(turn.speaker),
          text: textOf(turn.text) + (caption === "" ? "" : ` [image: ${caption}]`),
        };
      }),
    }))
    .filter((session) => session.turns.length > 0);
}

/**
 * Reads LoCoMo (a list of conversations with `qa`). Questions without evidence are left out.
 *
 * @throws {TypeError} If the text is not of that shape; the message names the part.
 */
export function readLocomo(text: string): MemorySample[] {
  return listOf(JSON.parse(text), "the LoCoMo file").map((entry, i) => {
    const sample = objectOf(entry, `sample ${i}`);
    const sessions = locomoSessions(objectOf(sample.conversation, `conversation of sample ${i}`));
    const known = new Set(sessions.flatMap((session) => session.turns.map((turn) => turn.id)));
    const questions = listOf(sample.qa, `qa of sample ${i}`).map((item) => {
      const qa = objectOf(item, `qa of sample ${i}`);
      return {
        question: textOf(qa.question),
        type: LOCOMO_TYPES[textOf(qa.category)] ?? textOf(qa.category),
        evidence: evidenceOf(qa.evidence).filter((id) => known.has(id)),
      };
    });
    return {
      id: textOf(sample.sample_id) || `locomo-${i}`,
      sessions,
      questions: questions.filter((question) => question.evidence.length > 0),
    };
  });
}

/**
 * Reads LongMemEval (a list of questions, each with its own haystack of sessions). Turns marked
 * `has_answer` are the evidence; a question without such a turn is left out.
 *
 * @throws {TypeError} If the text is not of that shape; the message names the part.
 */
export function readLongMemEval(text: string): MemorySample[] {
  return listOf(JSON.parse(text), "the LongMemEval file").flatMap((entry, i) => {
    const item = objectOf(entry, `question ${i}`);
    const ids = listOf(item.haystack_session_ids ?? [], "haystack_session_ids");
    const dates = listOf(item.haystack_dates ?? [], "haystack_dates");
    const evidence: string[] = [];
    const sessions = listOf(item.haystack_sessions, `haystack of question ${i}`).map(
      (session, s) => ({
        id: textOf(ids[s]) || `session-${s}`,
        date: textOf(dates[s]),
        turns: listOf(session, `session ${s}`).map((turn, t) => {
          const { role, content, has_answer } = objectOf(turn, `turn ${t}`);
          const id = `${s}:${t}`;
          if (has_answer === true) evidence.push(id);
          return { id, speaker: textOf(role), text: textOf(content) };
        }),
      }),
    ).filter((session) => session.turns.length > 0);
    const question = {
      question: textOf(item.question),
      type: textOf(item.question_type),
      evidence,
    };
    const id = textOf(item.question_id) || `longmemeval-${i}`;
    return evidence.length > 0 ? [{ id, sessions, questions: [question] }] : [];
  });
}

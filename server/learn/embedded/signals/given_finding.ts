import type { EvidenceSpan, ProfileFinding, ReadTurn } from "../types.ts";

/** How sure it is what the user wrote or gave by itself. */
const CONFIDENCE = 90;

/** Where something that is given by itself stands, and what it says. */
interface Given {
  readonly ruleId: string;
  readonly slot: string;
  /** Which of the facts of the slot it is; "" where there is one. */
  readonly key: string;
  readonly value: string;
  readonly content: string;
  /** Where it begins in the text of the turn, UTF-16 code units. */
  readonly offset: number;
  readonly span: EvidenceSpan;
  /** Whether another was there before. */
  readonly change: boolean;
  readonly ttl: ProfileFinding["life"]["ttl"];
}

/** What the user gave by itself, under a letter or beside a name, as a finding. */
export function givenFinding(
  read: ReadTurn,
  { ruleId, slot, key, value, content, offset, span, change, ttl }: Given,
): ProfileFinding {
  return {
    kind: "profile",
    ruleId,
    turn: read.index,
    offset,
    interactionIds: [read.turn.interactionId],
    spans: [span],
    mood: "statement",
    scope: "none",
    owner: "user",
    negative: false,
    lang: "en",
    base: CONFIDENCE,
    adjust: [],
    confidence: CONFIDENCE,
    slot,
    key,
    value,
    content,
    life: { ttl, from: "default", words: "", limited: false },
    change,
  };
}

/** The user's name as a finding. */
export function nameFinding(
  read: ReadTurn,
  { name, ...given }: Pick<Given, "ruleId" | "offset" | "span" | "change"> & {
    readonly name: string;
  },
): ProfileFinding {
  return givenFinding(read, {
    ...given,
    slot: "name",
    key: "",
    value: name,
    content: `Is called ${name}`,
    ttl: "infinity",
  });
}

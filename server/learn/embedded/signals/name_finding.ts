import type { EvidenceSpan, ProfileFinding, ReadTurn } from "../types.ts";

/** How sure a name is that the user wrote or gave by itself. */
const CONFIDENCE = 90;

/** Where a name stands, and what it takes the place of. */
interface NameFound {
  readonly ruleId: string;
  readonly name: string;
  /** Where it begins in the text of the turn, UTF-16 code units. */
  readonly offset: number;
  readonly span: EvidenceSpan;
  /** Whether another name was there before. */
  readonly change: boolean;
}

/** The user's name as a finding. */
export function nameFinding(
  read: ReadTurn,
  { ruleId, name, offset, span, change }: NameFound,
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
    slot: "name",
    key: "",
    value: name,
    content: `Is called ${name}`,
    life: { ttl: "infinity", from: "default", words: "", limited: false },
    change,
  };
}

/** How an endpoint can be told the form of an answer, strictest first. */
export type StructureMode = "json_schema" | "json_object" | "none";

/** Parameters that an endpoint turned out not to take. */
export interface EndpointQuirks {
  /** Form of structured answers it takes. */
  structure: StructureMode;
  /** Whether `temperature` is sent. */
  sendsTemperature: boolean;
  /** Whether `seed` is sent. */
  sendsSeed: boolean;
  /** Whether `dimensions` is sent. */
  sendsDimensions: boolean;
  /** Name under which the limit of the answer is sent. */
  maxTokensField: "max_tokens" | "max_completion_tokens";
}

/** Words of a refusal, and what is sent otherwise from then on. Gives whether something changed. */
const ADAPTATIONS: readonly {
  readonly words: RegExp;
  readonly apply: (quirks: EndpointQuirks) => boolean;
}[] = [
  {
    words: /response_?format|json_?schema|json_object|structured output/i,
    apply: (quirks) => {
      if (quirks.structure === "none") return false;
      quirks.structure = quirks.structure === "json_schema" ? "json_object" : "none";
      return true;
    },
  },
  {
    words: /max_completion_tokens|max_tokens/i,
    apply: (quirks) => {
      if (quirks.maxTokensField === "max_completion_tokens") return false;
      quirks.maxTokensField = "max_completion_tokens";
      return true;
    },
  },
  { words: /temperature/i, apply: (quirks) => switchOff(quirks, "sendsTemperature") },
  { words: /\bseed\b/i, apply: (quirks) => switchOff(quirks, "sendsSeed") },
  { words: /dimensions|matryoshka/i, apply: (quirks) => switchOff(quirks, "sendsDimensions") },
];

function switchOff(
  quirks: EndpointQuirks,
  key: "sendsTemperature" | "sendsSeed" | "sendsDimensions",
): boolean {
  const wasOn = quirks[key];
  quirks[key] = false;
  return wasOn;
}

/** What is assumed of an endpoint that was never called. */
export function newQuirks(structure: StructureMode): EndpointQuirks {
  return {
    structure,
    sendsTemperature: true,
    sendsSeed: true,
    sendsDimensions: true,
    maxTokensField: "max_tokens",
  };
}

/**
 * Learns from a refusal which parameter an endpoint does not take.
 *
 * @param refusal Text of the refusal; read here, never kept.
 * @returns Whether the call is worth repeating in its new form.
 */
export function adaptToRefusal(quirks: EndpointQuirks, refusal: string): boolean {
  const fitting = ADAPTATIONS.find(({ words }) => words.test(refusal));
  return fitting !== undefined && fitting.apply(quirks);
}

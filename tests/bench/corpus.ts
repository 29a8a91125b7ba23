import { seeded } from "./measure.ts";

/** Words of invented rows: common ones first, so that frequencies fall as in real text. */
const WORDS =
  ("the order customer refund ticket invoice report answer short table email deploy region server test branch " +
    "review format language metric price flight hotel window seat vegetarian allergy morning meeting " +
    "calendar summary bullet list code typescript python database index query error timeout retry " +
    "log dashboard budget quarter expense approval manager delivery address return warranty size " +
    "colour stock shipping label discount coupon newsletter privacy account password login reset " +
    "mobile desktop browser download upload image video caption subtitle chapter paragraph heading " +
    "footnote citation source journal study sample figure axis legend unit kilometre celsius litre " +
    "recipe oven garlic noodle lentil yoghurt almond walnut breakfast dinner bakery market garden " +
    "bicycle helmet tram ferry harbour bridge museum ticketing concert violin choir rehearsal")
    .split(
      " ",
    );

/** One invented sentence of `length` words with a Zipf-like choice. */
function sentence(random: () => number, length: number): string {
  const words: string[] = [];
  for (let i = 0; i < length; i++) {
    words.push(WORDS[Math.floor(WORDS.length * random() ** 2)] ?? "order");
  }
  return words.join(" ");
}

/** Rows for the three searchable kinds, `count` each, in the shape of the add endpoints. */
export function corpusOf(count: number, seed = 7): {
  readonly profiles: readonly Record<string, unknown>[];
  readonly userPlaybooks: readonly Record<string, unknown>[];
  readonly agentPlaybooks: readonly Record<string, unknown>[];
} {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, (_, i) => i);
  return {
    profiles: rows.map((i) => ({
      profile_id: `p${i}`,
      user_id: "bench",
      content: `Prefers ${sentence(random, 14)} ref${i}`,
      last_modified_timestamp: 1_760_000_000 + i,
      generated_from_request_id: "bench",
    })),
    userPlaybooks: rows.map((i) => ({
      user_id: "bench",
      agent_version: "v1",
      request_id: "bench",
      playbook_name: "bench",
      trigger: `When asked about ${sentence(random, 6)} ref${i}`,
      content: `Always ${sentence(random, 14)}`,
    })),
    agentPlaybooks: rows.map((i) => ({
      agent_version: "v1",
      playbook_name: "bench",
      trigger: `When ${sentence(random, 6)} ref${i}`,
      content: `Always ${sentence(random, 14)}`,
    })),
  };
}

/** Queries of two to five words over the same vocabulary, no two the same. */
export function queriesOf(count: number, seed = 11): readonly string[] {
  const random = seeded(seed);
  const queries = new Set<string>();
  while (queries.size < count) queries.add(sentence(random, 2 + Math.floor(random() * 4)));
  return [...queries];
}

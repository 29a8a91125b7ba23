import type { ProfileTimeToLive } from "../../../client/contract/mod.ts";
import type { ProfileRow } from "../../store/rows.ts";
import type { Known, ProfileCandidate } from "../learner.ts";
import { asText, asTimeToLive } from "./answer_values.ts";
import { minuteText } from "./context_lines.ts";
import { refusedFact } from "./guards.ts";
import { PROFILE_DEDUPLICATION } from "./prompts/mod.ts";
import type { ItemGroup } from "./read_groups.ts";
import type { ReconcileKind } from "./reconcile.ts";
import { PROFILE_GROUPS_SCHEMA } from "./schemas.ts";

/** How profiles are reconciled at a time. */
export function profileKind(
  nowSec: number,
  source: string | null,
): ReconcileKind<ProfileCandidate, ProfileRow, string> {
  return {
    prompt: PROFILE_DEDUPLICATION,
    schema: PROFILE_GROUPS_SCHEMA,
    search: { topK: 10, threshold: 0.4 },
    queryOf: factOf,
    idOf: (row) => row.profile_id,
    changedAtSec: (row) => row.last_modified_timestamp,
    isEqual: (candidate, row) => folded(candidate.content) === folded(row.content),
    variables: (candidates, stored) => ({
      new_profile_count: String(candidates.length),
      new_profiles: candidates.map((candidate, at) =>
        profileLine(`NEW-${at}`, {
          content: factOf(candidate),
          timeToLive: candidate.timeToLive,
          source,
          changedAtSec: nowSec,
          isRetraction: candidate.intent === "retract",
        })
      ).join("\n"),
      existing_profile_count: String(stored.length),
      existing_profiles: stored.map(({ row }, at) =>
        profileLine(`EXISTING-${at}`, {
          content: row.content,
          timeToLive: row.profile_time_to_live,
          source: row.source,
          changedAtSec: row.last_modified_timestamp,
          isRetraction: false,
        })
      ).join("\n"),
    }),
    merge: mergeProfiles,
  };
}

/** The fact of a candidate; a retraction keeps the fact it takes back in its record. */
function factOf(candidate: ProfileCandidate): string {
  return candidate.intent === "learn" ? candidate.content : candidate.explain.value ?? "";
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

interface LineFacts {
  readonly content: string;
  readonly timeToLive: ProfileTimeToLive;
  readonly source: string | null;
  readonly changedAtSec: number;
  readonly isRetraction: boolean;
}

/** One profile on one line; the content as a JSON text, so that it cannot break out. */
function profileLine(label: string, facts: LineFacts): string {
  const parts = [
    `time_to_live: ${facts.timeToLive}`,
    `source: ${JSON.stringify(facts.source ?? "")}`,
    `last change: ${minuteText(facts.changedAtSec)}`,
    ...(facts.isRetraction ? ["retraction"] : []),
  ];
  return `${label}: ${JSON.stringify(facts.content)} (${parts.join(", ")})`;
}

/** The merged profile: text and lifetime of the answer, features of the stored ones below the new. */
function mergeProfiles(
  members: readonly ProfileCandidate[],
  stored: readonly Known<ProfileRow>[],
  answer: ItemGroup["answer"],
): ProfileCandidate | null {
  const [first] = members;
  const content = asText(answer["merged_content"]);
  if (first === undefined || content === null || refusedFact(content, "") !== null) return null;
  const features = [
    ...stored.map(({ row }) => row.custom_features),
    ...members.map((member) => member.customFeatures),
  ].flatMap((some) => Object.entries(some ?? {}));
  const ids = new Set(members.flatMap((member) => member.evidenceIds));
  const names = new Set(members.map((member) => member.extractorName));
  return {
    ...first,
    content,
    timeToLive: asTimeToLive(answer["merged_time_to_live"]) ?? first.timeToLive,
    expiresAtSec: null,
    customFeatures: features.length === 0 ? null : Object.fromEntries(features),
    alsoFoundBy: [...names].filter((name) => name !== first.extractorName),
    evidenceIds: [...ids].toSorted((a, b) => a - b),
  };
}

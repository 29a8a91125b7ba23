import type { ChatModel } from "../../llm/mod.ts";
import type {
  ExplainRecord,
  Extraction,
  ExtractProfilesInput,
  ProfileCandidate,
} from "../learner.ts";
import type { Asker } from "./ask.ts";
import { type ConversationView, windowViews } from "./conversation_view.ts";
import { type Evidence, explainRecord, findEvidence } from "./explain.ts";
import { fence } from "./fence.ts";
import { refusedFact } from "./guards.ts";
import { EXTRACTION_LIMITS } from "./limits.ts";
import { PROFILE_UPDATE_INSTRUCTION_START, PROFILE_UPDATE_MAIN } from "./prompts/mod.ts";
import { type ProfileAnswer, readProfiles } from "./read_items.ts";
import { PROFILES_SCHEMA } from "./schemas.ts";
import { withEvidenceMarked } from "./speakers.ts";

/** Stored profiles that the model is shown. */
const MAX_KNOWN = 5;

/** Reads profiles out of a window, in several calls when it is long. */
export async function extractProfiles(
  asker: Asker,
  model: ChatModel,
  input: ExtractProfilesInput,
): Promise<Extraction<ProfileCandidate>> {
  const turns = withEvidenceMarked(input.turns);
  const candidates: ProfileCandidate[] = [];
  const declined: ExplainRecord[] = [];
  for (const view of windowViews(turns)) {
    const found = [...input.found, ...candidates];
    for (const answer of await askProfiles(asker, model, { input, view, found })) {
      const evidence = findEvidence(answer.evidence, turns, view.fresh);
      const candidate = toCandidate(answer, { input, evidence, modelName: model.name });
      const reason = refusedFact(answer.content, evidence.text);
      if (reason === null) candidates.push(candidate);
      else declined.push({ ...candidate.explain, outcome: "declined", reason });
    }
  }
  return { candidates, declined };
}

interface AskOptions {
  readonly input: ExtractProfilesInput;
  readonly view: ConversationView;
  readonly found: readonly ProfileCandidate[];
}

function askProfiles(
  asker: Asker,
  model: ChatModel,
  { input, view, found }: AskOptions,
): Promise<ProfileAnswer[]> {
  const { extractor, config } = input;
  const facts = found.filter((candidate) => candidate.intent === "learn");
  return asker.askStructured({
    model,
    schema: PROFILES_SCHEMA,
    read: readProfiles,
    images: view.images,
    limits: { ...EXTRACTION_LIMITS, signal: input.signal },
    system: {
      prompt: PROFILE_UPDATE_INSTRUCTION_START,
      variables: {
        agent_context_prompt: config.agent_context_prompt,
        context_prompt: extractor.context_prompt,
        extraction_definition_prompt: extractor.extraction_definition_prompt,
        metadata_definition_prompt: extractor.metadata_definition_prompt,
      },
    },
    user: {
      prompt: PROFILE_UPDATE_MAIN,
      variables: {
        existing_profiles: fencedList(knownContents(input), ", "),
        interactions: view.text,
        previously_added_profiles: fencedList(facts.map(({ content }) => content), "\n"),
      },
    },
  });
}

/** Contents of the stored profiles that changed last. */
function knownContents(input: ExtractProfilesInput): string[] {
  return input.known
    .map(({ row }) => row)
    .toSorted((a, b) => b.last_modified_timestamp - a.last_modified_timestamp)
    .slice(0, MAX_KNOWN)
    .map((row) => row.content);
}

function fencedList(texts: readonly string[], separator: string): string | null {
  return texts.length === 0 ? null : fence(texts.join(separator));
}

interface CandidateOptions {
  readonly input: ExtractProfilesInput;
  readonly evidence: Evidence;
  readonly modelName: string;
}

function toCandidate(
  answer: ProfileAnswer,
  { input, evidence, modelName }: CandidateOptions,
): ProfileCandidate {
  const record = explainRecord({
    prompt: PROFILE_UPDATE_INSTRUCTION_START,
    modelName,
    outcome: answer.retracts ? "retracted" : "added",
    evidence,
    ttlFrom: answer.hasUnknownLifetime ? "unknown word, one_month taken" : "model",
  });
  return {
    intent: answer.retracts ? "retract" : "learn",
    content: answer.retracts ? "" : answer.content,
    timeToLive: answer.timeToLive,
    expiresAtSec: null,
    customFeatures: answer.customFeatures,
    extractorName: input.extractor.extractor_name,
    evidenceIds: evidence.interactionIds,
    explain: { ...record, value: answer.content },
  };
}

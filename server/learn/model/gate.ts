import type {
  Complete,
  ProfileExtractorConfig,
  UserPlaybookExtractorConfig,
} from "../../../client/contract/mod.ts";
import { type ChatModel, LlmError } from "../../llm/mod.ts";
import type { LearnInput } from "../learner.ts";
import type { Asker, FilledPrompt } from "./ask.ts";
import { expertTurns, renderComparisonPairs } from "./comparison_pairs.ts";
import { toolLines } from "./context_lines.ts";
import { numbering, windowViews } from "./conversation_view.ts";
import { STEP_LIMITS } from "./limits.ts";
import {
  PLAYBOOK_SHOULD_GENERATE,
  PLAYBOOK_SHOULD_GENERATE_EXPERT,
  PROFILE_SHOULD_GENERATE,
} from "./prompts/mod.ts";
import { withEvidenceMarked } from "./speakers.ts";
import { planNewest } from "./window_plan.ts";

/** What the profile gate needs to know. */
export type ProfileGateInput = LearnInput & {
  readonly extractors: readonly Complete<ProfileExtractorConfig>[];
};

/** What the playbook gate needs to know. */
export type PlaybookGateInput = LearnInput & {
  readonly extractors: readonly Complete<UserPlaybookExtractorConfig>[];
};

/** The lines as a numbered list. */
function numbered(lines: readonly string[]): string {
  return lines.map((line, at) => `${at + 1}. ${line}`).join("\n");
}

/** Whether any question is answered with true; a failing call counts as true. */
async function anyTrue(
  asker: Asker,
  model: ChatModel,
  { questions, signal }: {
    readonly questions: readonly FilledPrompt[];
    readonly signal: AbortSignal;
  },
): Promise<boolean> {
  try {
    for (const user of questions) {
      const answer = await asker.askText({ model, user, limits: { ...STEP_LIMITS, signal } });
      if (/true/i.test(answer)) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof LlmError) return true;
    throw error;
  }
}

/** Whether a window is worth a profile run: one question, or one for each part of a long window. */
export function isWorthProfiles(
  asker: Asker,
  model: ChatModel,
  input: ProfileGateInput,
): Promise<boolean> {
  const criteria = input.extractors.map((extractor) => {
    const condition = extractor.should_extract_profile_prompt_override ?? "";
    return [
      ...(extractor.extraction_definition_prompt.trim() === ""
        ? []
        : [`definition: ${extractor.extraction_definition_prompt}`]),
      ...(condition.trim() === "" ? [] : [`condition: ${condition}`]),
    ].join("; ");
  }).filter((line) => line !== "");
  if (input.turns.length === 0) return Promise.resolve(false);
  if (criteria.length === 0) return Promise.resolve(true);
  const questions = windowViews(withEvidenceMarked(input.turns)).map((view) => ({
    prompt: PROFILE_SHOULD_GENERATE,
    variables: {
      agent_context_prompt: input.config.agent_context_prompt,
      should_extract_profile_prompt: numbered(criteria),
      new_interactions: view.text,
    },
  }));
  return anyTrue(asker, model, { questions, signal: input.signal });
}

/**
 * Whether a window is worth a playbook run. Answers of experts are asked about first; an ordinary
 * correction beside them counts as well.
 */
export function isWorthPlaybooks(
  asker: Asker,
  model: ChatModel,
  input: PlaybookGateInput,
): Promise<boolean> {
  const definitions = input.extractors
    .map((extractor) => extractor.extraction_definition_prompt)
    .filter((definition) => definition.trim() !== "");
  if (input.turns.length === 0) return Promise.resolve(false);
  if (definitions.length === 0) return Promise.resolve(true);
  const { agent_context_prompt } = input.config;
  const turns = withEvidenceMarked(input.turns);
  const ordinary = windowViews(turns).map((view) => ({
    prompt: PLAYBOOK_SHOULD_GENERATE,
    variables: {
      agent_context_prompt,
      extraction_definition_prompt: numbered(definitions),
      new_interactions: view.text,
      tool_can_use: toolLines(input.config),
    },
  }));
  const questions = [...expertQuestions(input, turns), ...ordinary];
  return anyTrue(asker, model, { questions, signal: input.signal });
}

function expertQuestions(
  input: PlaybookGateInput,
  turns: PlaybookGateInput["turns"],
): FilledPrompt[] {
  const expert = expertTurns(turns);
  if (expert.length === 0) return [];
  const numberOf = numbering(turns);
  const part = planNewest(
    expert,
    (turn, maxTurnTokens) =>
      renderComparisonPairs([turn], turns, { numberOf, maxTurnTokens, marksNew: false }),
  );
  const comparison_pairs = renderComparisonPairs(part.turns, turns, {
    numberOf,
    maxTurnTokens: part.maxTurnTokens,
    marksNew: false,
  });
  const { agent_context_prompt } = input.config;
  return [{
    prompt: PLAYBOOK_SHOULD_GENERATE_EXPERT,
    variables: { agent_context_prompt, comparison_pairs },
  }];
}

import type { ChatModel } from "../../llm/mod.ts";
import type {
  ExplainRecord,
  Extraction,
  ExtractPlaybooksInput,
  LearnTurn,
  PlaybookCandidate,
} from "../learner.ts";
import type { Asker } from "./ask.ts";
import { expertTurns, renderComparisonPairs } from "./comparison_pairs.ts";
import { toolLines } from "./context_lines.ts";
import { numbering, windowViews } from "./conversation_view.ts";
import { type Evidence, explainRecord, findEvidence } from "./explain.ts";
import { fence } from "./fence.ts";
import { refusedRule } from "./guards.ts";
import { EXTRACTION_LIMITS } from "./limits.ts";
import type { Prompt } from "./prompt.ts";
import {
  PLAYBOOK_EXTRACTION_CONTEXT,
  PLAYBOOK_EXTRACTION_CONTEXT_EXPERT,
  PLAYBOOK_EXTRACTION_MAIN,
  PLAYBOOK_EXTRACTION_MAIN_EXPERT,
} from "./prompts/mod.ts";
import { type PlaybookAnswer, readPlaybooks } from "./read_items.ts";
import { PLAYBOOKS_SCHEMA } from "./schemas.ts";
import { withEvidenceMarked } from "./speakers.ts";
import { planCalls } from "./window_plan.ts";

/** One answer with the prompt that brought it and the turns it may rest on. */
interface FoundRule {
  readonly answer: PlaybookAnswer;
  readonly prompt: Prompt;
  readonly fallback: readonly LearnTurn[];
}

/**
 * Reads playbooks out of a window: from the conversation, and from the answers of experts where
 * there are new ones. What both find is left to reconciling.
 */
export async function extractPlaybooks(
  asker: Asker,
  model: ChatModel,
  input: ExtractPlaybooksInput,
): Promise<Extraction<PlaybookCandidate>> {
  const turns = withEvidenceMarked(input.turns);
  const rules = [
    ...await askExperts(asker, model, { input, turns }),
    ...await askConversation(asker, model, { input, turns }),
  ];
  const candidates: PlaybookCandidate[] = [];
  const declined: ExplainRecord[] = [];
  for (const rule of rules) {
    const evidence = findEvidence(rule.answer.evidence, turns, rule.fallback);
    const candidate = toCandidate(rule, { input, evidence, modelName: model.name });
    const reason = refusedRule(candidate, evidence.text);
    if (reason === null) candidates.push(candidate);
    else declined.push({ ...candidate.explain, outcome: "declined", reason });
  }
  return { candidates, declined };
}

interface AskOptions {
  readonly input: ExtractPlaybooksInput;
  /** Turns with those marked new that carry evidence. */
  readonly turns: readonly LearnTurn[];
}

async function askConversation(
  asker: Asker,
  model: ChatModel,
  { input, turns }: AskOptions,
): Promise<FoundRule[]> {
  const { extractor, config } = input;
  const rules: FoundRule[] = [];
  for (const view of windowViews(turns)) {
    const found = [...input.found, ...rules.map(({ answer }) => answer)].map(ruleLine);
    const answers = await asker.askStructured({
      model,
      schema: PLAYBOOKS_SCHEMA,
      read: readPlaybooks,
      images: view.images,
      limits: { ...EXTRACTION_LIMITS, signal: input.signal },
      system: {
        prompt: PLAYBOOK_EXTRACTION_CONTEXT,
        variables: {
          agent_context_prompt: config.agent_context_prompt,
          extraction_definition_prompt: extractor.extraction_definition_prompt,
          context_prompt: extractor.context_prompt,
          tool_can_use: toolLines(config),
        },
      },
      user: {
        prompt: PLAYBOOK_EXTRACTION_MAIN,
        variables: {
          interactions: view.text,
          previously_extracted_playbooks: found.length === 0 ? null : fence(found.join("\n")),
        },
      },
    });
    rules.push(...answers.map((answer) => ({
      answer,
      prompt: PLAYBOOK_EXTRACTION_CONTEXT,
      fallback: view.fresh,
    })));
  }
  return rules;
}

async function askExperts(
  asker: Asker,
  model: ChatModel,
  { input, turns }: AskOptions,
): Promise<FoundRule[]> {
  const { extractor, config } = input;
  const fresh = expertTurns(turns).filter((turn) => turn.isNew);
  const numberOf = numbering(turns);
  const render = (some: readonly LearnTurn[], maxTurnTokens: number) =>
    renderComparisonPairs(some, turns, { numberOf, maxTurnTokens, marksNew: false });
  const rules: FoundRule[] = [];
  for (const part of planCalls(fresh, (turn, maxTokens) => render([turn], maxTokens))) {
    if (part.turns.length === 0) continue;
    const answers = await asker.askStructured({
      model,
      schema: PLAYBOOKS_SCHEMA,
      read: readPlaybooks,
      limits: { ...EXTRACTION_LIMITS, signal: input.signal },
      system: {
        prompt: PLAYBOOK_EXTRACTION_CONTEXT_EXPERT,
        variables: {
          agent_context_prompt: config.agent_context_prompt,
          extraction_definition_prompt: extractor.extraction_definition_prompt,
          context_prompt: extractor.context_prompt,
        },
      },
      user: {
        prompt: PLAYBOOK_EXTRACTION_MAIN_EXPERT,
        variables: { comparison_pairs: render(part.turns, part.maxTurnTokens) },
      },
    });
    rules.push(...answers.map((answer) => ({
      answer,
      prompt: PLAYBOOK_EXTRACTION_CONTEXT_EXPERT,
      fallback: part.turns,
    })));
  }
  return rules;
}

function ruleLine(rule: { readonly trigger: string | null; readonly content: string }): string {
  return JSON.stringify({ trigger: rule.trigger, content: rule.content });
}

interface CandidateOptions {
  readonly input: ExtractPlaybooksInput;
  readonly evidence: Evidence;
  readonly modelName: string;
}

function toCandidate(
  { answer, prompt }: FoundRule,
  { input, evidence, modelName }: CandidateOptions,
): PlaybookCandidate {
  return {
    intent: "learn",
    trigger: answer.trigger,
    content: answer.content,
    rationale: answer.rationale,
    blockingIssue: answer.blockingIssue,
    extractorName: input.extractor.extractor_name,
    evidenceIds: evidence.interactionIds,
    expiresAtSec: null,
    explain: explainRecord({ prompt, modelName, outcome: "added", evidence, ttlFrom: null }),
  };
}

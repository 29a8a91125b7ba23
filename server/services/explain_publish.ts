import {
  type AnyExtractor,
  type ExplainRecord,
  type Known,
  type LearnInput,
  type LearnTurn,
  PLAYBOOK_SERVICE,
  PROFILE_SERVICE,
  withoutOwnTurns,
} from "../learn/mod.ts";
import type { AnyCandidate, ItemService } from "../learn/item_service.ts";
import type { ItemScope, LearnContext } from "../learn/run.ts";
import type { InteractionRow } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { bodyFields, bodyText, invalid } from "./extension_input.ts";
import type { ExtensionCall } from "./handlers.ts";
import { enterFreely } from "./learning_gate.ts";
import { readConfig } from "./org_config.ts";
import { similarSearch } from "./similar_search.ts";

/** Most turns of a dry run. */
const MAX_TURNS = 200;

/** A turn of a body; only what a learner reads is looked at. */
function turnOf(value: unknown, n: number, facts: { userId: string; atSec: number }): LearnTurn {
  if (typeof value !== "object" || value === null) {
    throw invalid("interaction_data_list", `turn ${n} must be an object`);
  }
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  const interaction: InteractionRow = {
    interaction_id: n + 1,
    user_id: facts.userId,
    request_id: "",
    created_at: facts.atSec,
    role: bodyText(fields, "role", "User"),
    content: bodyText(fields, "content", ""),
    user_action: "none",
    user_action_description: bodyText(fields, "user_action_description", ""),
    interacted_image_url: "",
    shadow_content: "",
    expert_content: bodyText(fields, "expert_content", ""),
    tools_used: toolsOf(fields["tools_used"]),
    retrieved_learnings: null,
    citations: null,
    metadata: null,
  };
  return { interaction, sessionId: null, isNew: true };
}

/** Tool calls of a turn. */
function toolsOf(value: unknown): InteractionRow["tools_used"] {
  if (!Array.isArray(value)) return [];
  return value.map((tool: unknown) => {
    const fields: Readonly<Record<string, unknown>> = typeof tool === "object" && tool !== null
      ? Object.fromEntries(Object.entries(tool))
      : {};
    const data = fields["tool_data"];
    return {
      tool_name: bodyText(fields, "tool_name", ""),
      tool_data: typeof data === "object" && data !== null
        ? Object.fromEntries(Object.entries(data))
        : {},
    };
  });
}

/** What one kind of item would become. */
async function readKind<E extends AnyExtractor, C extends AnyCandidate, Row, Id>(
  service: ItemService<E, C, Row, Id>,
  context: LearnContext,
  scope: ItemScope,
  input: LearnInput,
) {
  const known: readonly Known<Row>[] = await service.known(context.org, scope, input.nowSec);
  const candidates: C[] = [];
  const declined: ExplainRecord[] = [];
  for (const extractor of service.extractors(input.config)) {
    const found = await service.extract(context.learner, {
      ...input,
      extractor,
      known,
      found: [...candidates],
    });
    candidates.push(...found.candidates);
    declined.push(...found.declined);
  }
  if (candidates.length === 0) return { changes: [], declined };
  const result = await service.reconcile(context, scope, { ...input, candidates, known });
  return { changes: result.changes, declined: [...declined, ...result.declined] };
}

/** Reads a publish as it would be learnt, against what is known; nothing is stored. */
export async function dryRun(deps: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const fields = bodyFields(call);
  const userId = bodyText(fields, "user_id").trim();
  const list = fields["interaction_data_list"];
  if (userId === "") throw invalid("user_id", "must not be empty");
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_TURNS) {
    throw invalid("interaction_data_list", `must be a list of 1 to ${MAX_TURNS} turns`);
  }
  const agentVersion = bodyText(fields, "agent_version", "") || deps.settings.defaultAgentVersion;
  const org = deps.store.org(call.org);
  const configRow = await readConfig(org);
  const nowSec = Math.floor(deps.nowMs() / 1_000);
  const signal = new AbortController().signal;
  const context = await dryContext(deps, call.org, configRow, signal);
  const input: LearnInput = {
    userId,
    agentVersion,
    source: null,
    turns: withoutOwnTurns(
      list.map((turn: unknown, n) => turnOf(turn, n, { userId, atSec: nowSec })),
      context.isGivenOut,
    ),
    config: configRow.config,
    nowSec,
    signal,
  };
  const scope: ItemScope = { userId, agentVersion, status: null };
  return {
    success: true,
    learner: context.learner.kind,
    turns: await context.learner.explain?.(input.turns, nowSec) ?? null,
    profiles: await readKind(PROFILE_SERVICE, context, scope, input),
    user_playbooks: await readKind(PLAYBOOK_SERVICE, context, scope, input),
  };
}

/** A context in which nothing can be committed. */
async function dryContext(
  deps: ServiceDeps,
  orgName: string,
  configRow: Awaited<ReturnType<typeof readConfig>>,
  signal: AbortSignal,
): Promise<LearnContext> {
  const refuse = () => Promise.reject(new Error("A dry run commits nothing"));
  return {
    org: deps.store.org(orgName),
    learner: await deps.learners.of(configRow.config),
    learnConfig: configRow,
    similar: similarSearch(deps, configRow.config),
    followUps: { aggregate: refuse, complete: refuse, archiveAt: refuse },
    windows: deps.windows,
    enter: enterFreely,
    isGivenOut: (line) => deps.givenOut.has(orgName, line),
    deduplicates: deps.settings.deduplicates,
    signal,
    nowSec: () => deps.nowMs() / 1_000,
    commit: refuse,
  };
}

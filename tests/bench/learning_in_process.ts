/**
 * Runs labelled dialogues against the embedded learner with a small store in memory.
 *
 * @module
 */

import type { Complete, Config } from "../../client/contract/mod.ts";
import type {
  ExplainRecord,
  Known,
  LearnTurn,
  PlaybookCandidate,
  ProfileCandidate,
} from "../../server/learn/learner.ts";
import { EmbeddedLearner } from "../../server/learn/embedded/embedded_learner.ts";
import type { InteractionRow, ProfileRow, UserPlaybookRow } from "../../server/store/rows.ts";
import type { LearnCase } from "./learning_bench.ts";
import type { Case, CaseTurn, Learnt } from "./learning_score.ts";

/** 2026-06-10 12:00 UTC, a Wednesday: the runs do not depend on the day. */
export const NOW_SEC = 1_781_092_800;
const NEVER_SEC = 4_102_444_800;
const DAY_SEC = 86_400;
const DAYS: Readonly<Record<string, number>> = {
  one_day: 1,
  one_week: 7,
  one_month: 30,
  one_quarter: 90,
  one_year: 365,
};

/** What the small store holds for one user. */
export interface MemoryStore {
  readonly profiles: Map<string, Known<ProfileRow>>;
  readonly playbooks: Map<number, Known<UserPlaybookRow>>;
  readonly turns: InteractionRow[];
  readonly declined: ExplainRecord[];
  nextId: number;
}

/** An empty store. */
export function emptyStore(): MemoryStore {
  return { profiles: new Map(), playbooks: new Map(), turns: [], declined: [], nextId: 1 };
}

/** Turns as they would be stored. */
export function storedTurn(
  turn: CaseTurn,
  interactionId: number,
  requestId: string,
): InteractionRow {
  return {
    interaction_id: interactionId,
    user_id: "user",
    request_id: requestId,
    created_at: NOW_SEC,
    role: turn.role,
    content: turn.content,
    user_action: "none",
    user_action_description: "",
    interacted_image_url: "",
    shadow_content: "",
    expert_content: turn.expert_content ?? "",
    tools_used: (turn.tools_used ?? []).map((tool) => ({
      tool_name: tool.tool_name,
      tool_data: tool.tool_data ?? {},
    })),
    retrieved_learnings: [],
    citations: [],
    metadata: {},
  };
}

/** Publishes turns and applies what the learner decides. */
export async function publish(
  learner: EmbeddedLearner,
  store: MemoryStore,
  turns: readonly CaseTurn[],
  nowSec = NOW_SEC,
): Promise<void> {
  const requestId = `request-${store.nextId}`;
  const added = turns.map((turn) => storedTurn(turn, store.nextId++, requestId));
  store.turns.push(...added);
  const first = added[0]?.interaction_id ?? 0;
  const window: LearnTurn[] = store.turns.slice(-10).map((interaction) => ({
    interaction,
    sessionId: null,
    isNew: interaction.interaction_id >= first,
  }));
  await learnWindow(learner, store, window, { requestId, nowSec });
}

/** Runs the learner over one window and applies what it decides. */
export async function learnWindow(
  learner: EmbeddedLearner,
  store: MemoryStore,
  turns: readonly LearnTurn[],
  options: { readonly requestId: string; readonly nowSec: number },
): Promise<void> {
  const base = {
    userId: "user",
    agentVersion: "v1",
    source: null,
    turns,
    config: {} as Complete<Config>,
    nowSec: options.nowSec,
    signal: new AbortController().signal,
  };
  const profiles = await learner.extractProfiles({
    ...base,
    extractor: { extractor_name: "profile" } as never,
    known: [...store.profiles.values()],
    found: [],
  });
  const playbooks = await learner.extractPlaybooks({
    ...base,
    extractor: { extractor_name: "playbook" } as never,
    found: [],
  });
  store.declined.push(...profiles.declined, ...playbooks.declined);
  const none = () => Promise.resolve([]);
  const profileChanges = await learner.reconcileProfiles({
    ...base,
    candidates: profiles.candidates,
    known: [...store.profiles.values()],
    findSimilar: none,
  });
  const playbookChanges = await learner.reconcilePlaybooks({
    ...base,
    candidates: playbooks.candidates,
    known: [...store.playbooks.values()],
    findSimilar: none,
  });
  store.declined.push(...profileChanges.declined, ...playbookChanges.declined);
  for (const change of profileChanges.changes) {
    if (change.op === "remove") change.ids.forEach((id) => store.profiles.delete(id));
    else if (change.op === "renew") {
      putProfile(store, change.id, change.candidate, change.explain, options);
    } else {
      change.replaces.forEach((id) => store.profiles.delete(id));
      putProfile(store, `profile-${store.nextId++}`, change.candidate, change.explain, options);
    }
  }
  for (const change of playbookChanges.changes) {
    if (change.op === "remove") change.ids.forEach((id) => store.playbooks.delete(id));
    else if (change.op === "renew") {
      putPlaybook(store, change.id, change.candidate, change.explain, options);
    } else {
      change.replaces.forEach((id) => store.playbooks.delete(id));
      putPlaybook(store, store.nextId++, change.candidate, change.explain, options);
    }
  }
}

function putProfile(
  store: MemoryStore,
  id: string,
  candidate: ProfileCandidate,
  explain: ExplainRecord,
  options: { readonly requestId: string; readonly nowSec: number },
): void {
  const days = DAYS[candidate.timeToLive];
  const row: ProfileRow = {
    profile_id: id,
    user_id: "user",
    content: candidate.content,
    last_modified_timestamp: options.nowSec,
    generated_from_request_id: options.requestId,
    profile_time_to_live: candidate.timeToLive,
    expiration_timestamp: days === undefined ? NEVER_SEC : options.nowSec + days * DAY_SEC,
    custom_features: null,
    source: null,
    status: null,
    extractor_names: [candidate.extractorName],
    expanded_terms: null,
  };
  store.profiles.set(id, { row, explain });
}

function putPlaybook(
  store: MemoryStore,
  id: number,
  candidate: PlaybookCandidate,
  explain: ExplainRecord,
  options: { readonly requestId: string; readonly nowSec: number },
): void {
  const row: UserPlaybookRow = {
    user_playbook_id: id,
    user_id: "user",
    agent_version: "v1",
    request_id: options.requestId,
    playbook_name: candidate.extractorName,
    created_at: options.nowSec,
    content: candidate.content,
    trigger: candidate.trigger,
    rationale: candidate.rationale,
    blocking_issue: candidate.blockingIssue,
    status: null,
    source: null,
    source_interaction_ids: [...candidate.evidenceIds],
    expanded_terms: null,
  };
  store.playbooks.set(id, { row, explain });
}

/** What a store knows, as the scorer reads it. */
export function learntOf(store: MemoryStore): Learnt {
  return {
    profiles: [...store.profiles.values()].map(({ row }) => ({
      content: row.content,
      ttl: row.profile_time_to_live,
    })),
    playbooks: [...store.playbooks.values()].map(({ row }) => ({
      text: [row.trigger, row.content, row.rationale].filter((part) => part !== null && part !== "")
        .join("\n"),
    })),
  };
}

/** A runner that gives every dialogue a fresh store. */
export function learnInProcess(learner: EmbeddedLearner = new EmbeddedLearner()): LearnCase {
  return async (dialogue: Case): Promise<Learnt> => {
    const store = emptyStore();
    for (const turns of dialogue.publishes) await publish(learner, store, turns);
    return learntOf(store);
  };
}

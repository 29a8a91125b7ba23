/**
 * Runs short conversations through the embedded learner with a store in memory, for tests.
 *
 * @module
 */

import type { Complete, Config } from "../../client/contract/mod.ts";
import type { InteractionRow, ProfileRow, UserPlaybookRow } from "../../server/store/rows.ts";
import type {
  ExplainRecord,
  Known,
  Learner,
  LearnTurn,
  PlaybookCandidate,
  ProfileCandidate,
} from "../../server/learn/learner.ts";
import { EmbeddedLearner } from "../../server/learn/embedded/mod.ts";

/** 2026-06-10 12:00 UTC, a Wednesday. */
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

/** One turn of a test conversation. */
export interface TestTurn {
  readonly role: string;
  readonly content: string;
  readonly expert?: string;
  readonly tools?: readonly {
    readonly tool_name: string;
    readonly tool_data: Readonly<Record<string, unknown>>;
  }[];
}

/** A user turn. */
export function user(content: string): TestTurn {
  return { role: "user", content };
}

/** An assistant turn. */
export function assistant(content: string, more: Partial<TestTurn> = {}): TestTurn {
  return { role: "assistant", content, ...more };
}

/** A user's store with the learner that fills it. */
export class TestMemory {
  readonly profiles = new Map<string, Known<ProfileRow>>();
  readonly playbooks = new Map<number, Known<UserPlaybookRow>>();
  readonly declined: ExplainRecord[] = [];
  readonly turns: InteractionRow[] = [];
  readonly learner: Learner;
  #nextId = 1;

  /** @param learner Who learns. */
  constructor(learner: Learner = new EmbeddedLearner()) {
    this.learner = learner;
  }

  /** Publishes turns and applies what the learner decides. */
  async publish(turns: readonly TestTurn[], nowSec = NOW_SEC): Promise<void> {
    const first = this.turns.length;
    for (const turn of turns) this.turns.push(storedTurn(turn, this.#nextId++));
    await this.learn(
      this.turns.slice(-10).map((interaction) => ({
        interaction,
        sessionId: null,
        isNew: this.turns.indexOf(interaction) >= first,
      })),
      nowSec,
    );
  }

  /** Runs the learner over a window. */
  async learn(turns: readonly LearnTurn[], nowSec = NOW_SEC): Promise<void> {
    const input = {
      userId: "user",
      agentVersion: "v1",
      source: null,
      turns,
      config: {} as Complete<Config>,
      nowSec,
      signal: new AbortController().signal,
    };
    const none = () => Promise.resolve([]);
    const profiles = await this.learner.extractProfiles({
      ...input,
      extractor: { extractor_name: "profile" } as never,
      known: [],
      found: [],
    });
    const playbooks = await this.learner.extractPlaybooks({
      ...input,
      extractor: { extractor_name: "playbook" } as never,
      found: [],
    });
    const facts = await this.learner.reconcileProfiles({
      ...input,
      candidates: profiles.candidates,
      known: [...this.profiles.values()],
      findSimilar: none,
    });
    const rules = await this.learner.reconcilePlaybooks({
      ...input,
      candidates: playbooks.candidates,
      known: [...this.playbooks.values()],
      findSimilar: none,
    });
    this.declined.push(
      ...profiles.declined,
      ...playbooks.declined,
      ...facts.declined,
      ...rules.declined,
    );
    for (const change of facts.changes) {
      if (change.op === "remove") change.ids.forEach((id) => this.profiles.delete(id));
      else {
        if (change.op === "add") change.replaces.forEach((id) => this.profiles.delete(id));
        this.#putProfile(
          change.op === "renew" ? change.id : `profile-${this.#nextId++}`,
          change.candidate,
          change.explain,
          nowSec,
        );
      }
    }
    for (const change of rules.changes) {
      if (change.op === "remove") change.ids.forEach((id) => this.playbooks.delete(id));
      else {
        if (change.op === "add") change.replaces.forEach((id) => this.playbooks.delete(id));
        this.#putPlaybook(
          change.op === "renew" ? change.id : this.#nextId++,
          change.candidate,
          change.explain,
          nowSec,
        );
      }
    }
  }

  /** Contents of the current profiles. */
  facts(): string[] {
    return [...this.profiles.values()].map(({ row }) => row.content);
  }

  /** Current playbooks as `trigger → content`. */
  rules(): string[] {
    return [...this.playbooks.values()].map(({ row }) => `${row.trigger ?? ""} → ${row.content}`);
  }

  #putProfile(
    id: string,
    candidate: ProfileCandidate,
    explain: ExplainRecord,
    nowSec: number,
  ): void {
    const days = DAYS[candidate.timeToLive];
    this.profiles.set(id, {
      explain,
      row: {
        profile_id: id,
        user_id: "user",
        content: candidate.content,
        last_modified_timestamp: nowSec,
        generated_from_request_id: "request",
        profile_time_to_live: candidate.timeToLive,
        expiration_timestamp: days === undefined ? NEVER_SEC : nowSec + days * DAY_SEC,
        custom_features: null,
        source: null,
        status: null,
        extractor_names: [candidate.extractorName],
        expanded_terms: null,
      },
    });
  }

  #putPlaybook(
    id: number,
    candidate: PlaybookCandidate,
    explain: ExplainRecord,
    nowSec: number,
  ): void {
    this.playbooks.set(id, {
      explain,
      row: {
        user_playbook_id: id,
        user_id: "user",
        agent_version: "v1",
        request_id: "request",
        playbook_name: candidate.extractorName,
        created_at: nowSec,
        content: candidate.content,
        trigger: candidate.trigger,
        rationale: candidate.rationale,
        blocking_issue: candidate.blockingIssue,
        status: null,
        source: null,
        source_interaction_ids: [...candidate.evidenceIds],
        expanded_terms: null,
      },
    });
  }
}

/** A turn as it is stored. */
export function storedTurn(turn: TestTurn, interactionId: number): InteractionRow {
  return {
    interaction_id: interactionId,
    user_id: "user",
    request_id: "request",
    created_at: NOW_SEC,
    role: turn.role,
    content: turn.content,
    user_action: "none",
    user_action_description: "",
    interacted_image_url: "",
    shadow_content: "",
    expert_content: turn.expert ?? "",
    tools_used: turn.tools ?? [],
    retrieved_learnings: [],
    citations: [],
    metadata: {},
  };
}

/** Publishes one conversation for a fresh user. */
export async function learnt(...publishes: readonly (readonly TestTurn[])[]): Promise<TestMemory> {
  const memory = new TestMemory();
  for (const turns of publishes) await memory.publish(turns);
  return memory;
}

/** A line of a table of talk: what is said, and the facts and rules that are known afterwards. */
export interface TalkLine {
  /** What is said, as it stands in the table. */
  readonly said: string;
  /** Facts, then rules. */
  readonly known: readonly string[];
}

/**
 * Reads a table of talk, one line each: what is said, `=>`, facts and rules with ` ; ` between them.
 */
export function talkLines(table: string): TalkLine[] {
  return table.trim().split("\n").map((line) => {
    const [said = "", known = ""] = line.split(/ =>(?: |$)/);
    return { said, known: known === "" ? [] : known.split(" ; ") };
  });
}

/**
 * What is known after talk: ` ## ` stands between two publishes, `A>` and `U>` before turns, `\\n`
 * for a line break.
 */
export async function knownAfter(said: string): Promise<string[]> {
  const publishes = said.replaceAll("\\n", "\n").split(" ## ").map((publish) =>
    publish.split(/(?=[AU]> )/).map((turn) =>
      turn.startsWith("A> ")
        ? assistant(turn.slice(3).trim())
        : user(turn.replace(/^U> /, "").trim())
    )
  );
  const memory = await learnt(...publishes);
  return [...memory.facts(), ...memory.rules()];
}

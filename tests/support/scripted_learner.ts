import type {
  AggregatedPlaybook,
  AggregateInput,
  ClusterInput,
  EvaluateInput,
  ExplainRecord,
  Extraction,
  ExtractPlaybooksInput,
  ExtractProfilesInput,
  Learner,
  LearnInput,
  PlaybookCandidate,
  PlaybookCluster,
  ProfileCandidate,
  ReconcilePlaybooksInput,
  ReconcileProfilesInput,
  Reconciliation,
  RewriteInput,
  Verdict,
} from "../../server/learn/learner.ts";

/** What the learner was shown in one call. */
export interface Seen {
  /** The step. */
  readonly step: "gate" | "profiles" | "playbooks" | "evaluate" | "aggregate";
  /** The user, empty where there is none. */
  readonly userId: string;
  /** Name of the extractor, empty where there is none. */
  readonly extractor: string;
  /** Texts of all turns in order. */
  readonly turns: readonly string[];
  /** Texts of the new turns. */
  readonly fresh: readonly string[];
  /** Contents of the items given as known. */
  readonly known: readonly string[];
}

/** A record of a candidate. */
export function recordOf(ids: readonly number[], slot: string | null): ExplainRecord {
  return {
    rule_id: "script",
    rules_version: "1",
    outcome: "added",
    reason: null,
    spans: [],
    verdicts: {},
    slot,
    key: null,
    value: null,
    confidence: { base: 90, adjust: [], final: 90 },
    interaction_ids: ids,
    replaced_ids: [],
    merged_into: null,
    ttl_from: null,
  };
}

/** Texts of turns. */
function textsOf(input: LearnInput, which: "all" | "fresh"): string[] {
  return input.turns.filter((turn) => which === "all" || turn.isNew)
    .map((turn) => turn.interaction.content);
}

/**
 * A learner that reads a tiny language, so that the pipeline around it can be tested exactly:
 *
 * - `fact <slot>=<value>` is a profile `<slot> is <value>`; a known one of the slot is replaced
 * - `forget <slot>` retracts it
 * - `rule <trigger> => <content>` is a playbook; a known one of the trigger is replaced
 * - `boom` makes reading fail
 */
export class ScriptedLearner implements Learner {
  readonly kind: "embedded" | "model";
  readonly savesCalls: boolean;
  /** Every call in order. */
  readonly seen: Seen[] = [];
  /** Answer of the worth-it gate. */
  isWorth = true;
  /** Runs before each reading; may wait or throw. */
  beforeRead: (input: LearnInput, step: "profiles" | "playbooks") => Promise<void> | void =
    () => {};
  /** Verdict on every session. */
  verdict: Verdict | null = null;

  /** @param options `model` has both gates, `embedded` none. */
  constructor(options: { readonly kind?: "embedded" | "model" } = {}) {
    this.kind = options.kind ?? "embedded";
    this.savesCalls = this.kind === "model";
  }

  /** Calls of one step. */
  callsOf(step: Seen["step"]): Seen[] {
    return this.seen.filter((call) => call.step === step);
  }

  isWorthProfiles(input: LearnInput): Promise<boolean> {
    this.#note("gate", input, "", []);
    return Promise.resolve(this.isWorth);
  }

  isWorthPlaybooks(input: LearnInput): Promise<boolean> {
    this.#note("gate", input, "", []);
    return Promise.resolve(this.isWorth);
  }

  async extractProfiles(input: ExtractProfilesInput): Promise<Extraction<ProfileCandidate>> {
    const { extractor_name: name } = input.extractor;
    this.#note("profiles", input, name, input.known.map(({ row }) => row.content));
    await this.beforeRead(input, "profiles");
    failOnBoom(input);
    const candidates = input.turns.flatMap((turn): ProfileCandidate[] => {
      if (!turn.isNew) return [];
      const id = turn.interaction.interaction_id;
      const fact = /^fact (\w+)=(.*)$/.exec(turn.interaction.content);
      const gone = /^forget (\w+)$/.exec(turn.interaction.content);
      const slot = fact?.[1] ?? gone?.[1];
      if (slot === undefined) return [];
      return [{
        intent: fact ? "learn" : "retract",
        content: fact ? `${slot} is ${fact[2]}` : "",
        timeToLive: slot === "brief" ? "one_day" : "one_month",
        expiresAtSec: null,
        customFeatures: null,
        extractorName: name,
        evidenceIds: [id],
        explain: recordOf([id], slot),
      }];
    });
    return { candidates, declined: [] };
  }

  async extractPlaybooks(input: ExtractPlaybooksInput): Promise<Extraction<PlaybookCandidate>> {
    const { extractor_name: name } = input.extractor;
    this.#note("playbooks", input, name, []);
    await this.beforeRead(input, "playbooks");
    failOnBoom(input);
    const candidates = input.turns.flatMap((turn): PlaybookCandidate[] => {
      const rule = turn.isNew ? /^rule (.*) => (.*)$/.exec(turn.interaction.content) : null;
      if (rule === null) return [];
      const id = turn.interaction.interaction_id;
      return [{
        intent: "learn",
        trigger: rule[1] ?? "",
        content: rule[2] ?? "",
        rationale: null,
        blockingIssue: null,
        extractorName: name,
        evidenceIds: [id],
        expiresAtSec: null,
        explain: recordOf([id], rule[1] ?? null),
      }];
    });
    return { candidates, declined: [] };
  }

  reconcileProfiles(
    input: ReconcileProfilesInput,
  ): Promise<Reconciliation<ProfileCandidate, string>> {
    const bySlot = new Map(input.candidates.map((one) => [one.explain.slot, one]));
    const changes = [...bySlot].map(([slot, candidate]) => {
      const old = input.known.filter(({ explain }) => explain?.slot === slot);
      const ids = old.map(({ row }) => row.profile_id);
      if (candidate.intent === "retract") {
        const explain = { ...candidate.explain, outcome: "retracted" as const, replaced_ids: ids };
        return { op: "remove" as const, ids, explain };
      }
      const same = old.find(({ row }) => row.content === candidate.content);
      if (same) {
        const explain = { ...candidate.explain, outcome: "merged" as const };
        return { op: "renew" as const, id: same.row.profile_id, candidate, explain };
      }
      return { op: "add" as const, candidate, replaces: ids, explain: candidate.explain };
    });
    return Promise.resolve({ changes, declined: [] });
  }

  reconcilePlaybooks(
    input: ReconcilePlaybooksInput,
  ): Promise<Reconciliation<PlaybookCandidate, number>> {
    const byTrigger = new Map(input.candidates.map((one) => [one.trigger, one]));
    const changes = [...byTrigger].map(([trigger, candidate]) => {
      const replaces = input.known.filter(({ row, explain }) =>
        row.trigger === trigger && explain !== null
      ).map(({ row }) => row.user_playbook_id);
      return { op: "add" as const, candidate, replaces, explain: candidate.explain };
    });
    return Promise.resolve({ changes, declined: [] });
  }

  async cluster({ playbooks, aggregation }: ClusterInput): Promise<readonly PlaybookCluster[]> {
    const groups = new Map<string, number[]>();
    for (const { row } of playbooks) {
      const key = (row.trigger ?? row.content).split(" ")[0] ?? "";
      groups.set(key, [...groups.get(key) ?? [], row.user_playbook_id]);
    }
    const clusters: PlaybookCluster[] = [];
    for (const ids of groups.values()) {
      if (ids.length < aggregation.min_cluster_size) continue;
      const memberIds = ids.toSorted((a, b) => a - b);
      clusters.push({ memberIds, fingerprint: await fingerprintOf(memberIds) });
    }
    return clusters;
  }

  aggregate(input: AggregateInput): Promise<AggregatedPlaybook | null> {
    this.seen.push({
      step: "aggregate",
      userId: "",
      extractor: "",
      turns: input.members.map(({ row }) => row.content),
      fresh: [],
      known: input.existing.map((row) => row.content),
    });
    const first = input.members[0]?.row;
    if (first === undefined || first.content === "nothing") return Promise.resolve(null);
    if (first.content === "fail") return Promise.reject(new Error("The cluster cannot be read"));
    return Promise.resolve({
      trigger: first.trigger,
      content: input.members.map(({ row }) => row.content).join(" + "),
      rationale: null,
      blockingIssue: null,
      metadata: "",
    });
  }

  evaluate(input: EvaluateInput): Promise<Verdict | null> {
    this.seen.push({
      step: "evaluate",
      userId: "",
      extractor: input.evaluator.evaluation_name,
      turns: input.turns.map((turn) => turn.interaction.content),
      fresh: [],
      known: [],
    });
    if (input.turns.some((turn) => turn.interaction.content === "boom")) {
      return Promise.reject(new Error("The session cannot be judged"));
    }
    return Promise.resolve(this.verdict);
  }

  rewriteQuery({ query, history }: RewriteInput): Promise<string | null> {
    const last = history.at(-1)?.content ?? "";
    return Promise.resolve(query === "it" ? last : query === "mad" ? "{ output: 1 }" : null);
  }

  expandDocument(text: string): Promise<string | null> {
    return Promise.resolve(text.includes("tea") ? "tea, chai" : null);
  }

  #note(
    step: Seen["step"],
    input: LearnInput,
    extractor: string,
    known: readonly string[],
  ): void {
    const turns = textsOf(input, "all");
    const fresh = textsOf(input, "fresh");
    this.seen.push({ step, userId: input.userId, extractor, turns, fresh, known });
  }
}

/** Fails when a new turn says so. */
function failOnBoom(input: LearnInput): void {
  if (textsOf(input, "fresh").includes("boom")) throw new Error("The turn cannot be read");
}

/** First 16 hexadecimal digits of SHA-256 over ids joined by commas. */
async function fingerprintOf(ids: readonly number[]): Promise<string> {
  const bytes = new TextEncoder().encode(ids.join(","));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

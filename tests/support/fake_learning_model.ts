import type { FakeQuestion, FakeReply } from "./fake_providers.ts";

/** What the model knows to answer, by step; a function sees the question. */
export interface FakeLearning {
  /** @default true */
  readonly isWorth?: boolean;
  /** Items of profile extraction. @default none */
  readonly profiles?: Answer<readonly unknown[]>;
  /** Items of playbook extraction. @default none */
  readonly playbooks?: Answer<readonly unknown[]>;
  /** Groups of items that say the same. @default none */
  readonly groups?: Answer<readonly unknown[]>;
  /** Outcome of aggregation. @default null */
  readonly playbook?: Answer<unknown>;
  /** Verdict on a session. @default a success */
  readonly verdict?: Answer<unknown>;
  /** Synonyms. @default none */
  readonly terms?: Answer<readonly unknown[]>;
  /** Rewritten query. @default "a clean query" */
  readonly query?: string;
}

/** A value, or how it follows from the question. */
export type Answer<Value> = Value | ((question: FakeQuestion) => Value);

function valueOf<Value>(answer: Answer<Value> | undefined, question: FakeQuestion): unknown {
  return typeof answer === "function"
    ? (answer as (question: FakeQuestion) => Value)(question)
    : answer;
}

function structured(learning: FakeLearning, question: FakeQuestion): unknown {
  const [field = ""] = question.answerFields;
  switch (field) {
    case "duplicate_groups":
      return { duplicate_groups: valueOf(learning.groups, question) ?? [], unique_ids: [] };
    case "is_success":
      return valueOf(learning.verdict, question) ?? { is_success: true };
    case "playbook":
      return { playbook: valueOf(learning.playbook, question) ?? null };
    case "profiles":
    case "playbooks":
    case "terms":
      return { [field]: valueOf(learning[field], question) ?? [] };
    default:
      throw new Error(`The fake does not know an answer with the field ${field}`);
  }
}

/** A model that plays all steps of learning. */
export function fakeLearningModel(learning: FakeLearning): (question: FakeQuestion) => FakeReply {
  return (question): FakeReply => {
    if (question.task === "embeddings") return { kind: "vectors", length: 512 };
    if (question.answerFields.length > 0) {
      return { kind: "json", value: structured(learning, question) };
    }
    const isGate = question.prompt.includes("Answer true if");
    return {
      kind: "text",
      text: isGate ? String(learning.isWorth ?? true) : learning.query ?? "a clean query",
    };
  };
}

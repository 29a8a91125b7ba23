/** Outcome of one question. */
export interface Answered {
  /** Kind of question. */
  readonly type: string;
  /** Ids of the turns that carry the answer. */
  readonly evidence: readonly string[];
  /** Ids of the turns that search gave, best first. */
  readonly hits: readonly string[];
}

/** Means over a group of questions, each in 0…1. */
export interface MemoryScore {
  readonly questions: number;
  /** Share of the evidence among the first hit. */
  readonly recallAt1: number;
  /** Share of the evidence among the first five hits. */
  readonly recallAt5: number;
  /** Share of questions with at least one evidence turn among the first five hits. */
  readonly anyAt5: number;
}

/** Share of `evidence` found among the first `k` hits. */
function recall(answer: Answered, k: number): number {
  const first = new Set(answer.hits.slice(0, k));
  return answer.evidence.filter((id) => first.has(id)).length / answer.evidence.length;
}

/** Means over the questions of one group. */
function scoreOf(answers: readonly Answered[]): MemoryScore {
  const mean = (value: (answer: Answered) => number) =>
    answers.reduce((sum, answer) => sum + value(answer), 0) / Math.max(1, answers.length);
  return {
    questions: answers.length,
    recallAt1: mean((answer) => recall(answer, 1)),
    recallAt5: mean((answer) => recall(answer, 5)),
    anyAt5: mean((answer) => recall(answer, 5) > 0 ? 1 : 0),
  };
}

/** Scores by question type, `all` last. */
export function scoresByType(answers: readonly Answered[]): Map<string, MemoryScore> {
  const groups = Map.groupBy(answers, (answer) => answer.type);
  const sorted = [...groups].sort(([a], [b]) => a < b ? -1 : 1);
  const scores = new Map(sorted.map(([type, group]) => [type, scoreOf(group)]));
  return scores.set("all", scoreOf(answers));
}

/**
 * Which turns of a long talk answer a question about it: recall@1, recall@5 and any-hit@5 by kind of
 * question, plain word search first, then with the features of the engine added one by one.
 *
 * `deno run -A tests/bench/dialogue_bench.ts [FILE]` (default: the talks of this repository, in the
 * shape of LoCoMo).
 *
 * @module
 */
import {
  EMBEDDED_MIN_COSINE,
  embedText,
  questionShare,
  type RankingOptions,
  SearchIndex,
  type SearchQuery,
  speakerOf,
} from "../../server/search/mod.ts";
import { type MemorySample, readLocomo } from "./memory/datasets.ts";
import { type Answered, scoresByType } from "./memory/score.ts";
import { DATA_FOLDER } from "./retrieval_set.ts";

/** A way of searching that the table has a row for. */
interface Variant {
  readonly name: string;
  readonly query: Partial<SearchQuery>;
  readonly ranking: Partial<RankingOptions>;
}

/** As the server searches turns: words, and vectors above its floor. */
const SERVED = { minCosine: EMBEDDED_MIN_COSINE };

/** What the rows leave out, each less than the one before. */
const ANY_SPEAKER = { speaker: 0, time: 0 };
const ANY_LENGTH = { ...ANY_SPEAKER, brevity: 0 };
const NO_ANSWERS = { ...ANY_LENGTH, answer: 0.2, question: 0 };
const APART = { ...NO_ANSWERS, neighbour: 0, answer: 0 };

/** Rows of the table; the last is the default. */
const VARIANTS: readonly Variant[] = [
  {
    name: "BM25",
    query: { mode: "fts", mendSpelling: false },
    ranking: { ...APART, closeness: 0, lengthNorm: 0.75 },
  },
  { name: "vectors alone", query: { mode: "vector" }, ranking: APART },
  { name: "words and vectors", query: SERVED, ranking: APART },
  { name: "+ neighbouring turns", query: SERVED, ranking: NO_ANSWERS },
  { name: "+ answers to questions", query: SERVED, ranking: ANY_LENGTH },
  { name: "+ short turns less", query: SERVED, ranking: ANY_SPEAKER },
  { name: "+ speakers and times", query: SERVED, ranking: {} },
];

/** All turns of all samples in one index, as the server has them. */
export function indexTurns(
  samples: readonly MemorySample[],
  ranking: Partial<RankingOptions>,
): SearchIndex {
  const index = new SearchIndex({
    fields: { content: 1 },
    columns: {
      user_id: "keyword",
      request_id: "keyword",
      created_at: "number",
      asks: "number",
      speaker: "keyword",
    },
    conversation: { group: "request_id", order: "created_at", asks: "asks", speaker: "speaker" },
  }, { ranking });
  let place = 0;
  for (const { id: user, sessions } of samples) {
    for (const session of sessions) {
      for (const turn of session.turns) {
        const content = `${turn.speaker}: ${turn.text}`;
        index.upsert({
          id: `${user}/${turn.id}`,
          fields: { content },
          columns: {
            user_id: user,
            request_id: `${user}/${session.id}`,
            created_at: place++,
            asks: questionShare(content),
            speaker: speakerOf(turn.speaker, content),
          },
          vector: embedText(content),
        });
      }
    }
  }
  return index;
}

/** Asks all questions. */
export function ask(samples: readonly MemorySample[], { query, ranking }: Variant): Answered[] {
  const index = indexTurns(samples, ranking);
  const answers = samples.flatMap(({ id: user, questions }) =>
    questions.map(({ question, type, evidence }): Answered => {
      const hits = index.search({
        ...query,
        text: question,
        vector: embedText(question),
        filters: [{ column: "user_id", op: "eq", value: user }],
        topK: 10,
      });
      return { type, evidence, hits: hits.map(({ id }) => String(id).slice(user.length + 1)) };
    })
  );
  index.close();
  return answers;
}

if (import.meta.main) {
  const file = Deno.args[0] ?? `${DATA_FOLDER}dialogue_recall.json`;
  const samples = readLocomo(await Deno.readTextFile(file));
  // deno-lint-ignore no-console
  const print = console.log;
  print(`${file.split("/").at(-1)}: recall@1/recall@5/any@5 by kind of question`);
  for (const variant of VARIANTS) {
    const cells = [...scoresByType(ask(samples, variant))].map(([type, score]) =>
      `${type} ${
        [score.recallAt1, score.recallAt5, score.anyAt5].map((n) => n.toFixed(2)).join("/")
      }`
    );
    print(`${variant.name.padEnd(22)} ${cells.join("  ")}`);
  }
}

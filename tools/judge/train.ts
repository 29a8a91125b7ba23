/**
 * Makes the weights of the judge from the labelled turns and the quiet dialogues of `tests/bench`.
 *
 * `deno task train:judge` writes `server/learn/embedded/judge/weights.json`; with `--check` it only
 * prints how well talk is judged that was left out (four folds).
 *
 * @module
 */

import { type Example, quietExamples, turnExamples } from "./examples.ts";
import { probabilities, train, type Weights } from "./logistic.ts";

const TURNS = new URL("../../tests/bench/judge/", import.meta.url);
const DIALOGUES = new URL("../../tests/bench/", import.meta.url);
const OUT = new URL("../../server/learn/embedded/judge/weights.json", import.meta.url);
/** Dialogues that the judge must never have seen, so that they go on measuring it. */
const KEPT_APART = /blind_(?:8|9|1\d)\.jsonl$/;
/** Weights are kept as whole numbers of this part of one. */
const SCALE = 16;
/** Features that tell the verdicts apart by less are left out; most of them stood in two talks. */
const LEAST_SPREAD = 6;
const FOLDS = 4;

async function read(folder: URL, pattern: RegExp): Promise<string[]> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name)
    .filter((name) => pattern.test(name) && !KEPT_APART.test(name)).toSorted();
  return await Promise.all(names.map((name) => Deno.readTextFile(new URL(name, folder))));
}

async function load(): Promise<Example[]> {
  let talks = 0;
  const talk = () => talks++;
  const turns = await read(TURNS, /\.jsonl$/);
  const dialogues = await read(DIALOGUES, /^learning_.*\.jsonl$/);
  return [
    ...turns.flatMap((text) => turnExamples(text, talk)),
    ...dialogues.flatMap((text) => quietExamples(text, talk)),
  ];
}

/** Names one a line, and their weights as 16-bit numbers in base64. */
function asJson(weights: Weights): string {
  const rows = [...weights].map(([name, row]) =>
    [name, row.map((weight) => Math.round(weight * SCALE))] as const
  ).filter(([, row]) => Math.max(...row) - Math.min(...row) >= LEAST_SPREAD);
  const numbers = Int16Array.from(rows.flatMap(([, row]) => row));
  const table = {
    scale: SCALE,
    names: rows.map(([name]) => name).join("\n"),
    weights: new Uint8Array(numbers.buffer).toBase64(),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
}

/** Precision and recall of some verdicts from a least probability on. */
function line(
  judged: readonly { readonly example: Example; readonly shares: readonly number[] }[],
  verdicts: readonly number[],
  least: number,
): string {
  const sum = (shares: readonly number[]) =>
    verdicts.reduce((total, verdict) => total + (shares[verdict] ?? 0), 0);
  const picked = judged.filter(({ shares }) => sum(shares) >= least);
  const right = picked.filter(({ example }) => verdicts.includes(example.verdict)).length;
  const all = judged.filter(({ example }) => verdicts.includes(example.verdict)).length;
  const percent = (part: number, whole: number) => (100 * part / Math.max(1, whole)).toFixed(1);
  return `precision ${percent(right, picked.length)}, recall ${percent(right, all)}`;
}

function check(examples: readonly Example[]): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = train(examples.filter(({ talk }) => talk % FOLDS !== fold));
    return examples.filter(({ talk }) => talk % FOLDS === fold)
      .map((example) => ({ example, shares: probabilities(example.features, weights) }));
  }).flat();
  for (const least of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    // deno-lint-ignore no-console
    console.log(
      `from ${least.toFixed(2)}: facts ${line(judged, [0, 1], least)}; rules ${
        line(judged, [2], least)
      }`,
    );
  }
}

if (import.meta.main) {
  const examples = await load();
  // deno-lint-ignore no-console
  console.log(`${examples.length} units of talk`);
  if (Deno.args.includes("--check")) check(examples);
  else await Deno.writeTextFile(OUT, asJson(train(examples)));
}

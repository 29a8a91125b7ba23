/**
 * Scores a learner on labelled dialogues: recall, precision, quiet and other violations, by tag.
 *
 * `deno run -A tests/bench/learning_bench.ts <file.jsonl> [--url http://localhost:8081] [--verbose]`
 *
 * Without `--url` the embedded learner runs in this process against a small store in memory.
 *
 * @module
 */

import { learnInProcess } from "./learning_in_process.ts";
import { learnOverHttp } from "./learning_over_http.ts";
import { type Case, type Learnt, scoreAll, type Scored } from "./learning_score.ts";
import { scoreTable } from "./learning_table.ts";

/** Runs one dialogue and gives what is known afterwards. */
export type LearnCase = (dialogue: Case) => Promise<Learnt>;

/** Reads labelled dialogues. */
export async function readCases(path: string | URL): Promise<Case[]> {
  const text = await Deno.readTextFile(path);
  return text.split("\n").filter((line) => line.trim() !== "").map((line) =>
    JSON.parse(line) as Case
  );
}

/** Runs all dialogues, one after the other, and scores them. */
export async function runCases(cases: readonly Case[], learn: LearnCase): Promise<Scored[]> {
  const learnt: Learnt[] = [];
  for (const dialogue of cases) learnt.push(await learn(dialogue));
  return scoreAll(cases, learnt);
}

function describe(entry: Scored): string[] {
  const lines = [
    `${entry.solved ? "ok  " : "FAIL"} ${entry.dialogue.id} ${entry.dialogue.tags.join(",")}`,
  ];
  for (const item of entry.items) {
    lines.push(`     ${item.right ? "+" : "-"} ${item.kind}: ${item.text.replaceAll("\n", " | ")}`);
  }
  for (const missed of entry.missed) lines.push(`     missing ${missed}`);
  for (const fault of entry.faults) lines.push(`     ${fault}`);
  return lines;
}

if (import.meta.main) {
  const args = [...Deno.args];
  const take = (flag: string): string | undefined => {
    const at = args.indexOf(flag);
    return at < 0 ? undefined : args.splice(at, 2)[1];
  };
  const url = take("--url");
  const only = take("--only");
  const verbose = args.includes("--verbose");
  const path = args.find((arg) => !arg.startsWith("--")) ??
    new URL("learning_heldout.jsonl", import.meta.url);
  const cases = (await readCases(path)).filter((dialogue) =>
    only === undefined || dialogue.id.includes(only)
  );
  const scored = await runCases(cases, url === undefined ? learnInProcess() : learnOverHttp(url));
  const out: string[] = [];
  for (const entry of scored) {
    if (verbose || !entry.solved || entry.items.some((item) => !item.right)) {
      out.push(...describe(entry));
    }
  }
  out.push(scoreTable(scored));
  await Deno.stdout.write(new TextEncoder().encode(`${out.join("\n")}\n`));
}

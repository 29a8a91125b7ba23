/**
 * Measures how long warm starts of the command take: `deno run -A tests/cli/startup.ts [runs]`.
 *
 * Each line is a median and a 90th percentile in milliseconds, beside that of `deno eval 0`. The
 * cases take turns, so that a busy moment of the machine hits all of them.
 *
 * @module
 */
import { COMMAND, Sandbox } from "./command_line.ts";

/** Command lines of `deno` by their name. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "deno eval 0": ["eval", "0"],
  "reflexio --version": [...COMMAND, "--version"],
  "reflexio --help": [...COMMAND, "--help"],
  "reflexio publish --help": [...COMMAND, "publish", "--help"],
  "reflexio services status": [...COMMAND, "services", "status"],
};

/** Runs `deno` once and gives the milliseconds it took. */
async function timeOf(args: readonly string[], box: Sandbox): Promise<number> {
  const startedMs = performance.now();
  await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: box.home,
    clearEnv: true,
    env: box.env(),
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return performance.now() - startedMs;
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

if (import.meta.main) {
  const runs = Number(Deno.args[0] ?? 30);
  await using box = await Sandbox.create();
  const times = new Map(Object.keys(CASES).map((name) => [name, [] as number[]]));
  for (let i = -2; i < runs; i++) {
    for (const [name, args] of Object.entries(CASES)) {
      const ms = await timeOf(args, box);
      if (i >= 0) times.get(name)?.push(ms);
    }
  }
  for (const [name, ms] of times) {
    const [median, p90] = [quantile(ms, 0.5), quantile(ms, 0.9)].map((value) =>
      value.toFixed(1).padStart(6)
    );
    // deno-lint-ignore no-console
    console.log(`${name.padEnd(26)} median ${median} ms   p90 ${p90} ms`);
  }
}

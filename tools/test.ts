/**
 * Runs the test suite and closes with one line of real counts: `N passed, N failed`.
 *
 * Arguments are handed to `deno test`; without any, the whole suite runs.
 *
 * @module
 */

/** What the runner's summary lines add up to. */
interface Counts {
  passed: number;
  failed: number;
  ignored: number;
}

/** Colour codes of a terminal, which may stand between the words of a summary. */
// deno-lint-ignore no-control-regex
const ANSI = /\u001b\[[0-9;]*m/g;

/** Adds the figures of one line when it is a summary of `deno test`. */
function addSummary(counts: Counts, line: string): void {
  const match = /\| (\d+) passed.* \| (\d+) failed(?:.* \| (\d+) ignored)?/.exec(line);
  if (!match) return;
  counts.passed += Number(match[1]);
  counts.failed += Number(match[2]);
  counts.ignored += Number(match[3] ?? 0);
}

/** Copies a stream to `sink` and reads the summaries on the way. */
async function relay(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  sink: { write(bytes: Uint8Array): Promise<number> },
  counts: Counts,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of stream) {
    let at = 0;
    while (at < bytes.length) at += await sink.write(bytes.subarray(at));
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) addSummary(counts, line.replaceAll(ANSI, ""));
  }
  addSummary(counts, rest.replaceAll(ANSI, ""));
}

if (import.meta.main) {
  const launcher = `${import.meta.dirname}/deno.ts`;
  const args = ["run", "-A", launcher, "test", "-A", "--parallel", "--quiet", ...Deno.args];
  const child = new Deno.Command(Deno.execPath(), {
    args,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: Deno.stdout.isTerminal() ? { FORCE_COLOR: "1" } : {},
  }).spawn();
  const counts: Counts = { passed: 0, failed: 0, ignored: 0 };
  const [status] = await Promise.all([
    child.status,
    relay(child.stdout, Deno.stdout, counts),
    relay(child.stderr, Deno.stderr, counts),
  ]);
  // A run that broke before its summary is a failure even when no test says so.
  const failed = Math.max(counts.failed, status.success && counts.passed > 0 ? 0 : 1);
  const skipped = counts.ignored > 0 ? `, ${counts.ignored} skipped` : "";
  // deno-lint-ignore no-console
  console.log(`${counts.passed} passed, ${failed} failed${skipped}`);
  Deno.exit(failed === 0 ? 0 : 1);
}

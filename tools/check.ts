/**
 * Everything that must be clean before a commit lands: format, lint, types, documentation of every
 * public symbol, and a publish dry run. (The import rules are a test of the suite.)
 *
 * @module
 */

/** Modules that users import; each symbol they export must be documented. */
const ENTRY_POINTS: readonly string[] = Object.values(
  (JSON.parse(await Deno.readTextFile(new URL("../deno.json", import.meta.url))) as {
    exports: Record<string, string>;
  }).exports,
);

/** One step: a name for people and the arguments for `deno`. */
interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

const LAUNCHER = `${import.meta.dirname}/deno.ts`;

const STEPS: readonly Step[] = [
  { name: "format", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  { name: "types", args: ["run", "-A", LAUNCHER, "check", "."] },
  { name: "public documentation", args: ["doc", "--lint", ...ENTRY_POINTS] },
  { name: "publish dry run", args: ["publish", "--dry-run", "--allow-dirty"] },
];

/** Runs one step; its output is shown only when it fails. */
async function runStep(step: Step): Promise<boolean> {
  const startedMs = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...step.args],
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  // deno-lint-ignore no-console
  console.log(`${success ? "ok    " : "FAILED"}  ${step.name} (${seconds} s)`);
  if (!success) {
    await Deno.stderr.write(stdout);
    await Deno.stderr.write(stderr);
  }
  return success;
}

if (import.meta.main) {
  let clean = true;
  for (const step of STEPS) clean = await runStep(step) && clean;
  Deno.exit(clean ? 0 : 1);
}

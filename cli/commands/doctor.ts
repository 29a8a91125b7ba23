import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { plural } from "../render/age.ts";
import type { Screen } from "../render/screen.ts";
import { wrap } from "../render/width.ts";
import type { Result } from "../result.ts";
import { withTilde } from "../settings/path.ts";
import {
  type Check,
  checkData,
  checkEnvFile,
  checkHooks,
  checkKey,
  checkPath,
  checkRunFiles,
  checkRuntime,
  checkServer,
  type Finding,
} from "./_doctor_checks.ts";

/** `doctor check`: finds what is wrong, with `--fix` repairs what it can. */
export async function check(context: Context): Promise<Result> {
  let findings = await examine(context);
  if (context.input.on("fix")) {
    await repairAll(context, findings);
    findings = await examine(context);
  }
  const checks: Check[] = findings.map(({ name, status, message, hint }) => ({
    name,
    status,
    message,
    hint,
  }));
  const tilded = (each: Check) => ({
    ...each,
    message: withTilde(each.message, context.host.home),
    hint: each.hint && withTilde(each.hint, context.host.home),
  });
  const failed = checks.filter(({ status }) => status === "fail").length;
  const failure = failed === 0
    ? undefined
    : new CliError("general", `${plural(failed, "check")} failed`, {
      exitedZeroBefore: context.out.isJson,
      code: "unhealthy",
    });
  return {
    data: checks,
    meta: { all_pass: checks.every(({ status }) => status === "pass") },
    keepsNulls: true,
    human: (screen) => checks.map((each) => checkLines(tilded(each), screen)).join("\n"),
    ...failure ? { failure } : {},
  };
}

/** Makes every check. */
async function examine(context: Context): Promise<Finding[]> {
  return [
    ...await checkEnvFile(context),
    checkKey(context),
    ...await checkServer(context),
    ...checkRuntime(),
    ...await checkData(context),
    ...checkRunFiles(context),
    ...await checkHooks(context),
    ...await checkPath(context),
  ];
}

/** Repairs what can be repaired; asks unless `--yes`. */
async function repairAll(context: Context, findings: readonly Finding[]): Promise<void> {
  const { out, prompt, input } = context;
  const repairs = findings.flatMap(({ repair }) => repair === undefined ? [] : [repair]);
  if (repairs.length === 0) out.note("There is nothing to repair without you");
  for (const { what, run } of repairs) {
    if (!input.on("yes")) await prompt.confirm(what);
    await run();
    out.note(`${what}: done`);
  }
}

/** Narrowest terminal in which the message stands beside the name. */
const MIN_BESIDE_CELLS = 60;

/** A check as a line, its remedy below it; in a narrow terminal the message is below it too. */
function checkLines({ name, status, message, hint }: Check, screen: Screen): string {
  const { green, yellow, red, dim, bold } = screen.style;
  const sign = { pass: green("✓"), warn: yellow("⚠"), fail: red("✗") }[status];
  const isBeside = screen.columns >= MIN_BESIDE_CELLS;
  const indent = " ".repeat(isBeside ? 19 : 2);
  const room = Number.isFinite(screen.columns) ? screen.columns - indent.length - 1 : 1_000;
  const head = `${sign} ${bold(isBeside ? name.padEnd(16) : name)}`;
  const texts = wrap(message, room);
  const below = [
    ...texts.slice(isBeside ? 1 : 0).map((line) => indent + line),
    ...hint === null ? [] : wrap(hint, room).map((line) => indent + dim(line)),
  ];
  return [isBeside ? `${head} ${texts[0] ?? ""}` : head, ...below].join("\n");
}

import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { formatCount, plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import { renderTable } from "../render/table.ts";
import type { Result } from "../result.ts";
import { dataFilePath, isDataFile, serverOf } from "../services/data_file.ts";
import { loadServer } from "../services/server_code.ts";

/** Problems that are listed for people; the rest is only counted. */
const MAX_SHOWN = 50;

/** `kv path`: where the data file is. */
export async function path(context: Context): Promise<Result> {
  const kv = await dataFilePath(context);
  return { data: { kv }, human: () => kv };
}

/**
 * `kv check`: asks the server when one was named or runs on the file, else opens the file itself.
 */
export async function check(context: Context): Promise<Result> {
  const repair = context.input.on("repair");
  const report = await askForReport(context, repair);
  const problems = Array.isArray(report.problems) ? report.problems.filter(isRecord) : [];
  const open = problems.filter((problem) => problem.repaired !== true).length;
  context.out.note(
    `${formatCount(Number(report.keys))} keys, ${formatCount(Number(report.bytes))} bytes, ` +
      `${plural(problems.length, "problem")}${
        repair ? `, ${problems.length - open} repaired` : ""
      }`,
  );
  const failure = open === 0
    ? undefined
    : new CliError("general", `${plural(open, "problem")} found`, {
      code: "damaged",
      hint: repair
        ? "Restore a backup: reflexio restore FILE"
        : "Repair with reflexio kv check --repair",
    });
  return {
    data: report,
    ...failure ? { failure } : {},
    human: (screen) =>
      renderTable(
        [{ title: "PROBLEM", paint: screen.style.yellow }, { title: "KEY", flexible: true }, {
          title: "REPAIRED",
        }],
        problems.slice(0, MAX_SHOWN).map((problem) => [
          String(problem.kind),
          String(problem.key),
          problem.repaired === true ? "yes" : "no",
        ]),
        screen,
      ),
  };
}

/** The report of a server, or of the file. */
async function askForReport(context: Context, repair: boolean): Promise<Record<string, unknown>> {
  const isFileNamed = context.input.has("kv");
  const isServerNamed = context.globals.has("server-url") ||
    context.settings.findUrl() !== undefined;
  if (isServerNamed && !isFileNamed) {
    const { body } = await context.request("POST /api/kv_check", { body: { repair } });
    return asReport(body);
  }
  const kv = await dataFilePath(context);
  const server = serverOf(context, kv);
  if (server !== null) context.out.detail(`A server (pid ${server.pid}) has the file open as well`);
  return await checkFile(kv, repair);
}

/** Opens a data file, without background work, and checks it. */
async function checkFile(kv: string, repair: boolean): Promise<Record<string, unknown>> {
  if (isDataFile(kv)) await requireFile(kv);
  const { createReflexio } = await loadServer();
  await using reflexio = await createReflexio({ kv, runsJobs: false });
  const response = await reflexio.fetch(
    new Request("http://localhost/api/kv_check", {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "reflexio-cli" },
      body: JSON.stringify({ repair }),
    }),
  );
  return asReport(await response.json());
}

/** An answer as a report. */
function asReport(body: unknown): Record<string, unknown> {
  if (isRecord(body) && Array.isArray(body.problems)) return body;
  throw new CliError("api", "The answer is no report of a check", {
    hint: "The server may be of another version: run reflexio doctor",
  });
}

/** Refuses when there is no file, which opening would make. */
async function requireFile(path: string): Promise<void> {
  try {
    await Deno.stat(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw invalid(`There is no data file ${path}`, "Name it with --kv PATH");
  }
}

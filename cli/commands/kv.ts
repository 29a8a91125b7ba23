import type { Context } from "../context.ts";
import { CliError, invalid } from "../errors.ts";
import { formatCount, plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import { maskUrl } from "../render/mask.ts";
import { renderTable } from "../render/table.ts";
import type { Result } from "../result.ts";
import {
  cipherOf,
  dataFilePath,
  isDataFile,
  requireDataFile,
  serverOf,
  unservedDataFile,
} from "../services/data_file.ts";
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
  return await checkFile(context, kv, repair);
}

/** Opens a data file, without background work, and checks it. */
async function checkFile(
  { settings }: Context,
  kv: string,
  repair: boolean,
): Promise<Record<string, unknown>> {
  await requireDataFile(kv);
  const { createReflexio } = await loadServer();
  await using reflexio = await createReflexio({
    kv,
    runsJobs: false,
    env: (name) => settings.get(name),
  });
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

/** `kv compact`: rewrites the file without what was removed. */
export async function compact(context: Context): Promise<Result> {
  const kv = await fileForWork(context);
  const { compactFile } = await loadServer();
  const { bytesBefore, bytesAfter } = await compactFile(kv);
  context.out.note(
    `${formatCount(bytesBefore)} bytes before, ${formatCount(bytesAfter)} bytes after`,
  );
  return {
    data: { kv, bytes_before: bytesBefore, bytes_after: bytesAfter },
    human: () => `Compacted ${kv}`,
  };
}

/** `kv reseal`: seals every value with the newest key. */
export async function reseal(context: Context): Promise<Result> {
  const kv = await unservedDataFile(context);
  await requireDataFile(kv);
  const cipher = await cipherOf(context);
  if (cipher === null) {
    throw invalid(
      "REFLEXIO_ENCRYPTION_KEYS is not set",
      "Set it to the new key, then the old ones: id:base64,id:base64",
    );
  }
  const { resealValues } = await loadServer();
  const report = await resealValues({ url: kv, cipher });
  const { resealed, kept, left } = report;
  context.out.note(
    `${plural(resealed, "value")} sealed with key ${cipher.keyId}, ${
      formatCount(kept)
    } were already`,
  );
  if (isDataFile(kv)) {
    context.out.note("The file keeps the old bytes in free pages until reflexio kv compact");
  }
  const failure = left === 0 ? undefined : new CliError(
    "general",
    `${plural(left, "value")} could not be sealed anew: keep the old keys`,
    { code: "damaged", hint: "Look with reflexio kv check" },
  );
  return {
    data: { kv: maskUrl(kv), key_id: cipher.keyId, ...report },
    ...failure ? { failure } : {},
    human: () => left === 0 ? `Sealed with key ${cipher.keyId}; older keys may go` : "",
  };
}

/** The data file, when it is one and no server uses it. */
async function fileForWork(context: Context): Promise<string> {
  const kv = await unservedDataFile(context);
  if (!isDataFile(kv)) {
    throw invalid(`Cannot compact ${maskUrl(kv)}: it is no file`, "Name a file with --kv PATH");
  }
  await requireDataFile(kv);
  return kv;
}

import { isObject } from "./containers.ts";
import { echoIssue } from "./echo.ts";
import { recordSets } from "./models/records.ts";
import { INVALID, startRun } from "./schema.ts";
import type { ValidatedCall, ValidateOptions } from "./validate_call.ts";

/** Checks a body of whole records; every violation is reported at once. */
export function validateRecords(
  body: unknown,
  options: Pick<ValidateOptions, "nowSec" | "blocksPrivateUrls">,
): Extract<ValidatedCall, { kind: "valid" | "invalid" }> {
  const run = startRun(options);
  run.path.push("body");
  const value = recordSets.parse(body ?? {}, run);
  if (value === INVALID || run.issues.length > 0) {
    return { kind: "invalid", issues: run.issues.map(echoIssue) };
  }
  return { kind: "valid", body: value, query: null, presentKeys: [] };
}

/** A record without its vector, which is made anew where it arrives. */
function withoutVector(record: unknown): unknown {
  if (!isObject(record) || !("embedding" in record)) return record;
  const { embedding: _, ...rest } = record;
  return rest;
}

/** Whole records with every field in the order of their schema; other keys stay as they are. */
export function writeRecords(answer: unknown): unknown {
  if (!isObject(answer)) return answer;
  const written = recordSets.write?.(answer, true);
  if (!isObject(written)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => {
      const records = written[key] ?? value;
      return [key, Array.isArray(records) ? records.map(withoutVector) : records];
    }),
  );
}

import type {
  Complete,
  StorageConfig,
  StorageConfigDisk,
  StorageConfigSQLite,
  StorageConfigSupabase,
  ValidationIssue,
} from "../../../client/contract/mod.ts";
import { isObject, nullable } from "../containers.ts";
import { object, optional, required } from "../object.ts";
import { INVALID, type Invalid, refuseValue, type Run, type Schema } from "../schema.ts";
import { nonEmptyText, text } from "../text.ts";

const sqlite = object<StorageConfigSQLite>("StorageConfigSQLite", {
  db_path: optional(nullable(text), null),
});

const supabase = object<StorageConfigSupabase>("StorageConfigSupabase", {
  url: required(nonEmptyText),
  key: required(nonEmptyText),
  db_url: required(nonEmptyText),
});

const disk = object<StorageConfigDisk>("StorageConfigDisk", {
  dir_path: required(nonEmptyText),
  qmd_binary: optional(text, "qmd"),
});

/** A storage configuration after validation. */
type ParsedStorage = Complete<StorageConfig>;

/** The shapes in the order in which ties are decided; there is no field that tells them apart. */
const CANDIDATES: readonly {
  readonly name: string;
  readonly fields: readonly string[];
  readonly parse: (input: unknown, run: Run) => ParsedStorage | Invalid;
}[] = [
  { name: "StorageConfigSQLite", fields: ["db_path"], parse: sqlite.parse },
  { name: "StorageConfigSupabase", fields: ["url", "key", "db_url"], parse: supabase.parse },
  { name: "StorageConfigDisk", fields: ["dir_path", "qmd_binary"], parse: disk.parse },
];

/** What became of the candidates for one input. */
interface Trial {
  best: ParsedStorage | null;
  bestFields: number;
  readonly issues: ValidationIssue[];
}

/** Tries every shape; the valid one with most of its fields present wins. */
function tryCandidates(input: unknown, run: Run): Trial {
  const trial: Trial = { best: null, bestFields: -1, issues: [] };
  for (const { name, fields, parse } of CANDIDATES) {
    const attempt: Run = { ...run, path: [...run.path, name], issues: [] };
    const value = parse(input, attempt);
    trial.issues.push(...attempt.issues);
    const present = isObject(input) ? fields.filter((field) => Object.hasOwn(input, field)) : [];
    if (value !== INVALID && present.length > trial.bestFields) {
      trial.best = value;
      trial.bestFields = present.length;
    }
  }
  return trial;
}

/** Recognises a storage configuration by its fields. */
function parseStorageConfig(input: unknown, run: Run): ParsedStorage | Invalid {
  const { best, bestFields, issues } = tryCandidates(input, run);
  const isEmpty = isObject(input) && Object.keys(input).length === 0;
  if (best !== null && (bestFields > 0 || isEmpty)) return best;
  if (issues.length > 0) {
    run.issues.push(...issues);
    return INVALID;
  }
  return refuseValue(run, "must be one of the three storage shapes", input);
}

const parts = [sqlite, supabase, disk];

/** Where the data lives. */
export const storageConfig: Schema<ParsedStorage> = {
  parse: (input, run) => parseStorageConfig(input, run),
  write: (value, keepsNulls) => {
    const has = (field: string) => isObject(value) && Object.hasOwn(value, field);
    const shape = has("url") ? supabase : has("dir_path") ? disk : sqlite;
    return shape.write === null ? value : shape.write(value, keepsNulls);
  },
  json: { $ref: "#/components/schemas/StorageConfig" },
  component: { name: "StorageConfig", json: { anyOf: parts.map(({ json }) => json) } },
  parts,
};

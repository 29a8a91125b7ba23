import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { readDataObject } from "../input/text_input.ts";

/** Texts of a playbook as flags and `--data` give them; flags win. */
export interface PlaybookTexts {
  /** What the agent should do. */
  readonly content: string | undefined;
  /** When it applies. */
  readonly trigger: string | undefined;
  /** Why it holds. */
  readonly rationale: string | undefined;
  /** Name of the extractor. */
  readonly playbookName: string | undefined;
  /** Everything else of `--data`. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads the texts of a playbook. */
export async function readPlaybookTexts(context: Context): Promise<PlaybookTexts> {
  const { input, host } = context;
  const data = input.has("data") ? await readDataObject(host, input.text("data") ?? "") : {};
  const pick = (flag: string, field: string) => {
    const value = data[field];
    return input.text(flag) ?? (typeof value === "string" ? value : undefined);
  };
  return {
    content: pick("content", "content"),
    trigger: pick("trigger", "trigger"),
    rationale: pick("rationale", "rationale"),
    playbookName: pick("playbook-name", "playbook_name"),
    data,
  };
}

/**
 * Checks that an update changes something.
 *
 * @throws {CliError} `usage` when nothing was given.
 */
export function requireChange(texts: PlaybookTexts): void {
  const { content, trigger, rationale, playbookName } = texts;
  if ([content, trigger, rationale, playbookName].some((text) => text !== undefined)) return;
  throw usageError(
    "Nothing to change",
    "Add --content, --trigger, --rationale, --playbook-name or --data",
  );
}

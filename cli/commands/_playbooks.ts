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
 * The texts that an update changes.
 *
 * @throws {CliError} `usage` when none was given.
 */
export function changesOf(
  { content, trigger, rationale, playbookName }: PlaybookTexts,
): { content?: string; trigger?: string; rationale?: string; playbookName?: string } {
  const changes = {
    ...content === undefined ? {} : { content },
    ...trigger === undefined ? {} : { trigger },
    ...rationale === undefined ? {} : { rationale },
    ...playbookName === undefined ? {} : { playbookName },
  };
  if (Object.keys(changes).length > 0) return changes;
  throw usageError(
    "Nothing to change",
    "Add --content, --trigger, --rationale, --playbook-name or --data",
  );
}

import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { readPayloads } from "../input/payload.ts";
import { isRecord } from "../render/fields.ts";
import type { Screen } from "../render/screen.ts";
import { oneLine } from "../render/width.ts";
import type { Result } from "../result.ts";
import { parseJson, readTextInput } from "../input/text_input.ts";
import { publishCall } from "./publish.ts";

/** `explain --publish` and `--text`: what a conversation would teach; nothing is stored. */
export async function explainPublish(
  context: Context,
  given: { readonly path: string | undefined; readonly text: string | undefined },
): Promise<Result> {
  const payloads = given.text !== undefined
    ? [{ interactions: [{ role: "user", content: given.text }] }]
    : readPayloads(
      parseJson(await readTextInput(context.host, given.path ?? ""), given.path ?? ""),
      given.path ?? "",
    );
  const [payload, ...more] = payloads;
  if (payload === undefined) throw usageError("There is no conversation in it");
  if (more.length > 0) {
    context.out.warn(`Only the first of ${payloads.length} conversations is read`);
  }
  const userId = payload.userId ?? context.settings.userId ?? "dry-run";
  const call = publishCall(context, { ...payload, userId });
  const { body } = await context.request("POST /api/explain_publish", {
    body: {
      user_id: call.userId,
      interaction_data_list: call.interactions,
      agent_version: call.agentVersion ?? "",
    },
  });
  const turns = call.interactions.map(({ content }) => content ?? "");
  return { data: body, human: (screen) => isRecord(body) ? dryRunText(body, turns, screen) : "" };
}

/** The records of a list. */
function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What would be learnt and what was declined, for people. */
function dryRunText(
  answer: Readonly<Record<string, unknown>>,
  turns: readonly string[],
  screen: Screen,
): string {
  const { bold, dim } = screen.style;
  const parts = [
    ["Profiles", answer.profiles],
    ["Playbooks", answer.user_playbooks],
  ] as const;
  const lines = parts.flatMap(([title, part]) => {
    const { changes, declined } = isRecord(part) ? part : {};
    const learnt = records(changes).map((change) => changeLine(change, screen));
    const refused = records(declined).map((record) => declinedLine(record, turns, screen));
    return [
      bold(title),
      ...learnt,
      ...refused,
      ...learnt.length + refused.length === 0 ? [dim("  nothing")] : [],
    ];
  });
  return [...sentenceLines(answer, screen), ...lines].join("\n");
}

/** Each sentence with its mood, where the server tells. */
function sentenceLines(answer: Readonly<Record<string, unknown>>, screen: Screen): string[] {
  const sentences = records(answer.turns).flatMap((turn) => records(turn.sentences));
  if (sentences.length === 0) return [];
  const { bold, dim, green, yellow } = screen.style;
  const lines = sentences.flatMap((sentence) => {
    const moods = records(sentence.clauses).map(({ mood }) => String(mood));
    const rules = records(sentence.rules).map((rule) =>
      rule.outcome === "learnt"
        ? `    ${green("+")} ${rule.rule_id}: ${oneLine(String(rule.content ?? ""))}`
        : `    ${yellow("-")} ${rule.rule_id}: ${rule.reason ?? "declined"}`
    );
    return [
      `  ${oneLine(String(sentence.text))} ${dim(`[${[...new Set(moods)].join(", ")}]`)}`,
      ...rules,
    ];
  });
  return [bold("Sentences"), ...lines, ""];
}

/** What would change. */
function changeLine(change: Readonly<Record<string, unknown>>, screen: Screen): string {
  const candidate = isRecord(change.candidate) ? change.candidate : change;
  const explain = isRecord(change.explain) ? change.explain : {};
  const trigger = typeof candidate.trigger === "string" ? `${candidate.trigger} → ` : "";
  const what = String(change.op ?? "add");
  return `  ${screen.style.green("+")} ${trigger}${oneLine(String(candidate.content ?? ""))} ${
    screen.style.dim(`[${[what, explain.rule_id].filter(Boolean).join(", ")}]`)
  }`;
}

/** What was seen and not learnt, with the reason. Turns of a dry run are numbered from 1. */
function declinedLine(
  record: Readonly<Record<string, unknown>>,
  turns: readonly string[],
  screen: Screen,
): string {
  const quotes = records(record.spans).map(({ interaction_id, start, end }) =>
    (turns[Number(interaction_id) - 1] ?? "").slice(Number(start), Number(end))
  );
  return `  ${screen.style.yellow("-")} ${oneLine(quotes.join(" … ")) || String(record.rule_id)} ${
    screen.style.dim(`[${record.reason ?? "declined"}]`)
  }`;
}

import type { UnifiedSearchViewResponse } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { formatAge, plural } from "../render/age.ts";
import { contextBlock, DEFAULT_MAX_CHARS } from "../render/context_block.ts";
import { highlight } from "../render/highlight.ts";
import { paintReview, statusTag } from "../render/items.ts";
import { readSince } from "../render/since.ts";
import type { Screen } from "../render/screen.ts";
import { oneLine, wrap } from "../render/width.ts";
import type { Result } from "../result.ts";

/** `search`: profiles and playbooks at once. */
export async function search(context: Context): Promise<Result> {
  const { input, settings, out } = context;
  const query = input.text("query")?.trim() ?? "";
  if (query === "") throw invalid("The query is blank, must be a text");
  const userId = input.filled("user-id") ??
    (input.on("all-users") ? undefined : settings.userId);
  const client = await context.client();
  const answer = await client.search({
    query,
    topK: positive(input.number("top-k", 5), "top-k"),
    threshold: input.number("threshold", 0.4),
    userId: userId ?? null,
    agentVersion: input.filled("agent-version") ?? null,
    searchMode: searchMode(input.text("mode")),
  });
  const found = narrowed(context, answer);
  const { profiles, agent_playbooks, user_playbooks } = found;
  const total = profiles.length + agent_playbooks.length + user_playbooks.length;
  out.note(
    `${plural(total, "item")}: ${plural(profiles.length, "profile")}, ` +
      `${plural(agent_playbooks.length, "agent playbook")}, ` +
      `${plural(user_playbooks.length, "user playbook")}`,
  );
  if (userId === undefined && profiles.length === 0 && !input.on("all-users")) {
    out.note("Profiles belong to a person: name one with --user-id, or set REFLEXIO_USER_ID");
  } else if (total === 0) {
    out.note("Nothing fits: take other words, or see all with reflexio user-profiles list");
  }
  const failure = refusalIn(answer, "search");
  return {
    data: found,
    ...failure ? { failure } : {},
    human: (screen) =>
      input.on("explain")
        ? hitList(found, query, screen)
        : contextBlock(found, input.number("max-chars", DEFAULT_MAX_CHARS)),
  };
}

/** A ranking word as its type. */
function searchMode(word: string | undefined): "hybrid" | "vector" | "fts" {
  return word === "vector" || word === "fts" ? word : "hybrid";
}

/** A number that must be at least 1. */
function positive(value: number, name: string): number {
  if (value < 1) throw invalid(`--${name} is ${value}, must be at least 1`);
  return value;
}

/** The items that `--type` and `--since` leave. */
function narrowed(
  { input, out }: Context,
  answer: UnifiedSearchViewResponse,
): UnifiedSearchViewResponse {
  const kinds = input.words("type");
  const since = input.filled("since");
  const fromSec = since === undefined ? 0 : readSince(since, out.screen.nowSec);
  const wants = (kind: string) => kinds === undefined || kinds.includes(kind);
  return {
    ...answer,
    profiles: wants("profiles")
      ? answer.profiles.filter((each) => each.last_modified_timestamp >= fromSec)
      : [],
    agent_playbooks: wants("agent-playbooks")
      ? answer.agent_playbooks.filter((each) => each.created_at >= fromSec)
      : [],
    user_playbooks: wants("user-playbooks")
      ? answer.user_playbooks.filter((each) => each.created_at >= fromSec)
      : [],
  };
}

/** One hit for `--explain`. */
interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly content: string;
  readonly trigger: string;
  readonly facts: readonly string[];
  readonly tag: string;
}

/** The hits with marked words, one after the other. */
function hitList(answer: UnifiedSearchViewResponse, query: string, screen: Screen): string {
  const { dim, cyan, mark, bold } = screen.style;
  const hits = hitsOf(answer, screen);
  if (!screen.isTerminal) {
    return hits.map(({ kind, id, content, trigger, facts }) =>
      [kind, id, oneLine(content), oneLine(trigger), facts.join(" · ")].join("\t")
    ).join("\n");
  }
  return hits.map((hit, index) => {
    const lines = wrap(hit.content, screen.columns - 5).map((line) => highlight(line, query, mark));
    const head = `${cyan(`${index + 1}.`.padEnd(4))} ${lines.map(bold).join("\n     ")}`;
    const trigger = hit.trigger === ""
      ? []
      : wrap(`when: ${hit.trigger}`, screen.columns - 5).map((line) =>
        `     ${highlight(line, query, mark)}`
      );
    const facts = [hit.kind, `id ${hit.id}`, ...hit.facts].join(" · ");
    const factLines = wrap(facts, screen.columns - 5).map((line) => `     ${dim(line)}`);
    return [head, ...trigger, factLines.join("\n") + (hit.tag && ` ${hit.tag}`)].join("\n");
  }).join("\n\n");
}

/** The items of an answer as hits. */
function hitsOf(answer: UnifiedSearchViewResponse, screen: Screen): Hit[] {
  const { nowSec } = screen;
  return [
    ...answer.profiles.map((item) => ({
      kind: "profile",
      id: item.profile_id,
      content: item.content,
      trigger: "",
      facts: [
        formatAge(item.last_modified_timestamp, nowSec),
        `learnt from request ${item.generated_from_request_id.slice(0, 8)}`,
        ...item.extractor_names?.length ? [`by ${item.extractor_names.join(", ")}`] : [],
      ],
      tag: statusTag(item.status),
    })),
    ...answer.agent_playbooks.map((item) => ({
      kind: "agent playbook",
      id: `${item.agent_playbook_id}`,
      content: item.content,
      trigger: item.trigger ?? "",
      facts: [formatAge(item.created_at, nowSec), item.playbook_name],
      tag: paintReview(screen)(statusTag(item.playbook_status)),
    })),
    ...answer.user_playbooks.map((item) => ({
      kind: "user playbook",
      id: `${item.user_playbook_id}`,
      content: item.content,
      trigger: item.trigger ?? "",
      facts: [
        formatAge(item.created_at, nowSec),
        `learnt from request ${item.request_id.slice(0, 8)}`,
        ...item.rationale ? [oneLine(item.rationale)] : [],
      ],
      tag: statusTag(item.status),
    })),
  ];
}

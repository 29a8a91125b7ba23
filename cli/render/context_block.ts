import type { UnifiedSearchViewResponse, UserPlaybookView } from "../../client/contract/mod.ts";
import { blockingText, statusTag } from "./items.ts";
import { oneLine } from "./width.ts";

/** Items for a prompt, as a search answers them. */
export type ContextItems = Pick<
  UnifiedSearchViewResponse,
  "profiles" | "agent_playbooks" | "user_playbooks"
>;

/** Longest block when nobody says otherwise, characters. */
export const DEFAULT_MAX_CHARS = 8_000;

/** First heading; installed rules tell agents to look for it. */
const TITLE = "# IMPORTANT: Apply These Corrections (from Reflexio)";

/** Headings of the sections, literal for the same reason. */
const HEADINGS = {
  profiles: "## User Preferences — APPLY THESE",
  agent_playbooks: "## Behavior Corrections — FOLLOW THESE",
  user_playbooks: "## User Behavior Corrections — FOLLOW THESE",
} as const;

/** Last line: what the block is and why it matters. */
const CLOSING = "This is remembered text from earlier conversations, not a request of this turn; " +
  "leaving it aside repeats mistakes that were already corrected.";

/** Texts of the items in each section. */
interface Sections {
  readonly profiles: readonly string[];
  readonly agent_playbooks: readonly string[];
  readonly user_playbooks: readonly string[];
}

/** A text that cannot end or split the block. */
function tame(text: string): string {
  return oneLine(text).replaceAll(/-{3,}/g, "—");
}

/** Tags behind a content. */
function withTags(content: string, tags: readonly string[]): string {
  return [tame(content), ...tags.filter((tag) => tag !== "")].join(" ");
}

/** The lines of a playbook below its content. */
function playbookLines(
  item: Pick<UserPlaybookView, "trigger" | "rationale" | "blocking_issue">,
): string[] {
  const blocking = blockingText(item.blocking_issue);
  return [
    item.trigger ? `  Trigger: ${tame(item.trigger)}` : "",
    item.rationale ? `  Rationale: ${tame(item.rationale)}` : "",
    blocking ? `  Blocking Issue: ${tame(blocking)}` : "",
  ].filter((line) => line !== "");
}

/** The items as texts. */
function sectionsOf(items: ContextItems): Sections {
  return {
    profiles: items.profiles.map(({ content, status }) =>
      `- ${withTags(content, [statusTag(status)])}`
    ),
    agent_playbooks: items.agent_playbooks.map((item) =>
      [
        `- ${withTags(item.content, [statusTag(item.playbook_status), statusTag(item.status)])}`,
        ...playbookLines(item),
      ].join("\n")
    ),
    user_playbooks: items.user_playbooks.map((item) =>
      [
        `- ${withTags(item.content, [statusTag(item.status)])}`,
        ...playbookLines(item),
        `  Source: ${item.source || "unknown"} (request: ${item.request_id || "unknown"})`,
      ].join("\n")
    ),
  };
}

/** The block of the given sections. */
function assemble(sections: Sections): string {
  const parts = [
    sections.profiles.length === 0 ? "" : [HEADINGS.profiles, ...sections.profiles].join("\n"),
    sections.agent_playbooks.length === 0
      ? ""
      : `${HEADINGS.agent_playbooks}\n${sections.agent_playbooks.join("\n\n")}`,
    sections.user_playbooks.length === 0
      ? ""
      : `${HEADINGS.user_playbooks}\n${sections.user_playbooks.join("\n\n")}`,
  ].filter((part) => part !== "");
  return ["---", TITLE, "", parts.join("\n\n"), "", CLOSING, "---"].join("\n");
}

/**
 * The block that goes into a prompt; empty when there is nothing to say.
 *
 * @param items What was found, best first.
 * @param maxChars Longest block; the last items of the longest section go first.
 */
export function contextBlock(items: ContextItems, maxChars: number = DEFAULT_MAX_CHARS): string {
  let sections = sectionsOf(items);
  while (Object.values(sections).some((texts) => texts.length > 0)) {
    const block = assemble(sections);
    if (block.length <= maxChars) return block;
    const [longest] = (Object.keys(sections) as (keyof Sections)[]).sort((a, b) =>
      sections[b].join("\n").length - sections[a].join("\n").length
    );
    if (longest === undefined) return "";
    sections = { ...sections, [longest]: sections[longest].slice(0, -1) };
  }
  return "";
}

import { CONTEXT_HEADINGS } from "./contract/constants.ts";
import type { UnifiedSearchViewResponse } from "./contract/types/search.ts";
import type { SearchKeywords } from "./methods/account.ts";
import type { CallOptions } from "./options.ts";

/** Limits and filters of a context text. */
export interface ContextOptions extends CallOptions, Omit<Partial<SearchKeywords>, "query"> {
  /**
   * Most characters of the text; items that do not fit as a whole are left out.
   *
   * @default 8000
   */
  readonly maxChars?: number | undefined;
  /** Most items over all sections. Default: no limit of its own. */
  readonly maxItems?: number | undefined;
}

/** Where one line of a context text comes from. */
export type ContextSource =
  | {
    /** A rule for every user. */
    readonly kind: "agent_playbook";
    /** Id of the playbook. */
    readonly id: number;
    /** Its text. */
    readonly content: string;
  }
  | {
    /** A rule from one user's conversations. */
    readonly kind: "user_playbook";
    /** Id of the playbook. */
    readonly id: number;
    /** Its text. */
    readonly content: string;
  }
  | {
    /** A fact about the user. */
    readonly kind: "profile";
    /** Id of the profile. */
    readonly id: string;
    /** Its text. */
    readonly content: string;
  };

/** Text for a prompt, with what it was made of. */
export interface ReflexioContext {
  /** The text; empty when nothing relevant is known. */
  readonly text: string;
  /** What is in the text, in its order. */
  readonly sources: readonly ContextSource[];
  /** Items that were found but did not fit. */
  readonly omittedCount: number;
}

/** Room in a context text. */
export interface ContextLimits {
  /** Most characters. Default: no limit. */
  readonly maxChars?: number | undefined;
  /** Most items. Default: no limit. */
  readonly maxItems?: number | undefined;
}

/** Kinds of items in the order of their sections. */
const KINDS = ["agent_playbook", "user_playbook", "profile"] as const;

/** What a section reads of an item. */
type FoundItem = { readonly content: string } & Readonly<Record<string, unknown>>;

/** One section while the text is put together. */
interface Section {
  readonly heading: string;
  readonly chosen: readonly ContextSource[];
}

/**
 * Builds a context text from a search result: up to three sections with stable headings, one bullet
 * an item. The best item of each section comes first to the room there is, then the second best.
 *
 * @param found Answer of `search`.
 * @param limits Room for the text.
 *
 * @example What is known becomes lines for a prompt
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { buildContext } from "@reflexio/client";
 * const found = { success: true, profiles: [], user_playbooks: [], agent_playbooks: [] };
 * assertEquals(buildContext(found), { text: "", sources: [], omittedCount: 0 });
 * ```
 */
export function buildContext(
  found: UnifiedSearchViewResponse,
  { maxChars = Infinity, maxItems = Infinity }: ContextLimits = {},
): ReflexioContext {
  const sections = KINDS.map((kind) => ({
    heading: CONTEXT_HEADINGS[`${kind}s`],
    found: (found[`${kind}s`] as unknown as readonly FoundItem[])
      .map((item) => ({ kind, id: item[`${kind}_id`], content: item.content }) as ContextSource)
      .filter((item) => item.content || kind === "profile"),
    chosen: [] as ContextSource[],
  }));
  const sources = () => sections.flatMap(({ chosen }) => chosen);
  const total = sections.reduce((sum, section) => sum + section.found.length, 0);
  for (let rank = 0; rank < total; rank++) {
    for (const { found, chosen } of sections) {
      const item = found[rank];
      if (!item || sources().length >= maxItems) continue;
      chosen.push(item);
      if (render(sections).length > maxChars) chosen.pop();
    }
  }
  const omittedCount = total - sources().length;
  return { text: render(sections), sources: sources(), omittedCount };
}

/** Sections that are not empty; lines of one item stay within its bullet. */
function render(sections: readonly Section[]): string {
  return sections.filter(({ chosen }) => chosen.length > 0)
    .map(({ heading, chosen }) =>
      [heading, ...chosen.map(({ content }) => `- ${content.replaceAll(/\r\n?|\n/g, "\n  ")}`)]
        .join("\n")
    ).join("\n\n");
}

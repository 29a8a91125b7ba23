import { CONTEXT_HEADINGS } from "./contract/context_text.ts";
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

/** Anything with a `search` method, such as a client or a scope. */
export interface ContextClient {
  /** Searches profiles and playbooks. */
  search(
    options: Omit<Partial<SearchKeywords>, "query"> & { readonly query: string } & CallOptions,
  ): Promise<UnifiedSearchViewResponse>;
}

/** What {@link getReflexioContext} looks for. */
export interface GetContextOptions {
  /** What the conversation is about. */
  readonly query: string;
  /** Only playbooks of this agent version; empty for all. */
  readonly agentVersion?: string | undefined;
  /** Whose profiles and user playbooks; empty for no profiles. */
  readonly userId?: string | undefined;
  /**
   * Most items of each kind.
   *
   * @default 5
   */
  readonly topK?: number | undefined;
  /** Cancels the search. */
  readonly signal?: AbortSignal | undefined;
  /** Limit for the search in milliseconds. Default: the client's. */
  readonly timeoutMs?: number | undefined;
}

/** Room in a context text. */
export interface ContextLimits {
  /** Most characters. Default: no limit. */
  readonly maxChars?: number | undefined;
  /** Most items. Default: no limit. */
  readonly maxItems?: number | undefined;
}

/** Kinds in the order of their sections. */
const KINDS = ["agent_playbook", "user_playbook", "profile"] as const;

const HEADINGS = {
  agent_playbook: CONTEXT_HEADINGS.agent_playbooks,
  user_playbook: CONTEXT_HEADINGS.user_playbooks,
  profile: CONTEXT_HEADINGS.profiles,
} as const;

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
  const lists = [
    found.agent_playbooks.map((item): ContextSource => ({
      kind: "agent_playbook",
      id: item.agent_playbook_id,
      content: item.content,
    })).filter(isFilled),
    found.user_playbooks.map((item): ContextSource => ({
      kind: "user_playbook",
      id: item.user_playbook_id,
      content: item.content,
    })).filter(isFilled),
    found.profiles.map((item): ContextSource => ({
      kind: "profile",
      id: item.profile_id,
      content: item.content,
    })),
  ];
  const chosen: ContextSource[] = [];
  const deepest = Math.max(...lists.map((list) => list.length));
  for (let rank = 0; rank < deepest; rank++) {
    for (const list of lists) {
      const item = list[rank];
      if (!item || chosen.length >= maxItems) continue;
      if (renderContext([...chosen, item]).length <= maxChars) chosen.push(item);
    }
  }
  const sources = KINDS.flatMap((kind) => chosen.filter((item) => item.kind === kind));
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  return { text: renderContext(sources), sources, omittedCount: total - sources.length };
}

/**
 * The text of {@link buildContext} without limits.
 *
 * @param found Answer of `search`.
 */
export function formatReflexioContext(found: UnifiedSearchViewResponse): string {
  return buildContext(found).text;
}

/**
 * Looks up what is known and gives it as text for a prompt. Fails open: any error gives an empty
 * text, except the caller's own abort.
 *
 * @param client A client or a scope.
 * @param options What to look for.
 */
export async function getReflexioContext(
  client: ContextClient,
  { query, agentVersion, userId, topK = 5, signal, timeoutMs }: GetContextOptions,
): Promise<string> {
  try {
    const found = await client.search({
      query,
      topK,
      agentVersion: agentVersion || undefined,
      userId: userId || undefined,
      signal,
      timeoutMs,
    });
    return formatReflexioContext(found);
  } catch {
    signal?.throwIfAborted();
    return "";
  }
}

/** Whether an item has text. */
function isFilled(item: ContextSource): boolean {
  return item.content !== "";
}

/** Sections in order, each a heading and its bullets; lines of one item stay within its bullet. */
function renderContext(items: readonly ContextSource[]): string {
  return KINDS.map((kind) => {
    const bullets = items.filter((item) => item.kind === kind)
      .map((item) => `- ${item.content.replaceAll(/\r\n?|\n/g, "\n  ")}`);
    return bullets.length > 0 ? [HEADINGS[kind], ...bullets].join("\n") : "";
  }).filter(Boolean).join("\n\n");
}

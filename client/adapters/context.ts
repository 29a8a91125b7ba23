/**
 * What is known, as text for a prompt, without ever failing the caller.
 *
 * @module
 */
import { buildContext } from "../context.ts";
import type { UnifiedSearchViewResponse } from "../contract/types/search.ts";
import type { SearchKeywords } from "../methods/account.ts";
import type { CallOptions } from "../options.ts";

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

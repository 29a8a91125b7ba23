import type { AdapterClient } from "../../client/adapters/conversation.ts";
import type { PublishKeywords, UnifiedSearchViewResponse } from "../../mod.ts";

/** A client for adapters that knows one thing and remembers what was asked and published. */
export interface FakeAdapterClient extends AdapterClient {
  readonly published: PublishKeywords[];
  readonly queries: string[];
}

/** What the fake client knows. */
export const KNOWN = "Deploys to eu-north-1";

/** The context that adapters make of it. */
export const CONTEXT_TAIL = `**User Context:**\n- ${KNOWN}`;

/** One profile as a search gives it. */
export const FOUND: UnifiedSearchViewResponse = {
  success: true,
  agent_playbooks: [],
  user_playbooks: [],
  profiles: [{
    profile_id: "p",
    user_id: "ana",
    content: KNOWN,
    last_modified_timestamp: 1,
    generated_from_request_id: "r",
    profile_time_to_live: "infinity",
    expiration_timestamp: 4102444800,
  }],
};

/**
 * Makes a client for adapters.
 *
 * @param found What a search finds, or how it fails.
 */
export function fakeAdapterClient(
  found: UnifiedSearchViewResponse | Error = FOUND,
): FakeAdapterClient {
  const published: PublishKeywords[] = [];
  const queries: string[] = [];
  return {
    published,
    queries,
    search({ query }) {
      queries.push(query);
      return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
    },
    publishInteractionInBackground(options) {
      published.push(options);
      return Promise.resolve();
    },
  };
}

/** Roles and texts of what was published, publish by publish. */
export function spoken(client: FakeAdapterClient): [string, string][][] {
  return client.published.map(({ interactions }) =>
    interactions.map(({ role = "", content = "" }) => [role, content])
  );
}

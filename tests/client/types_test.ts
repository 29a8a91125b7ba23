/**
 * What the compiler must allow and refuse. Nothing here is run against a server: the file passes when
 * it type-checks.
 *
 * @module
 */
import { assert } from "@std/assert";
import type { ReflexioClientSync } from "../../client/sync.ts";
import type {
  DeleteRequestResponse,
  GetProfilesViewResponse,
  GetUserProfilesRequest,
  ManualProfileGenerationRequest,
  ReflexioClient,
  RerunPlaybookGenerationRequest,
  SearchAgentPlaybookRequest,
  SearchInteractionRequest,
  SearchUserPlaybookRequest,
  SearchUserProfileRequest,
  UnifiedSearchRequest,
} from "../../mod.ts";
import type { SearchKeywords } from "../../client/methods/account.ts";
import type { SearchAgentPlaybooksKeywords } from "../../client/methods/agent_playbooks.ts";
import type {
  ManualProfileKeywords,
  RerunPlaybookKeywords,
} from "../../client/methods/generation.ts";
import type { SearchInteractionsKeywords } from "../../client/methods/interactions.ts";
import type { GetProfilesKeywords, SearchProfilesKeywords } from "../../client/methods/profiles.ts";
import type { SearchUserPlaybooksKeywords } from "../../client/methods/user_playbooks.ts";

/** True when two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true
  : false;

/** `most_recent_k` as a type: `mostRecentK`. */
type Camel<S> = S extends `${infer Head}_${infer Rest}` ? `${Head}${Capitalize<Camel<Rest>>}` : S;

/** Whether the options `K` are those of the request `R`, by name and by being required. */
type SameNames<K, R> = Same<
  { [N in keyof K]-?: object extends Pick<K, N> ? "optional" : "required" },
  { [N in keyof R as Camel<N>]-?: object extends Pick<R, N> ? "optional" : "required" }
>;

/** Accepts nothing but true. */
function holds<T extends true>(): T | undefined {
  return undefined;
}

Deno.test("options are named after the fields of their requests (N1, N2)", () => {
  holds<SameNames<SearchKeywords, UnifiedSearchRequest>>();
  holds<SameNames<SearchProfilesKeywords, SearchUserProfileRequest>>();
  holds<SameNames<GetProfilesKeywords, GetUserProfilesRequest>>();
  holds<SameNames<SearchInteractionsKeywords, SearchInteractionRequest>>();
  holds<SameNames<SearchUserPlaybooksKeywords, SearchUserPlaybookRequest>>();
  holds<SameNames<SearchAgentPlaybooksKeywords, SearchAgentPlaybookRequest>>();
  holds<SameNames<RerunPlaybookKeywords, RerunPlaybookGenerationRequest>>();
  holds<SameNames<ManualProfileKeywords, ManualProfileGenerationRequest>>();
});

/** Calls that compile or do not; never made. */
export async function calls(client: ReflexioClient, choice: boolean): Promise<void> {
  const waited: DeleteRequestResponse = await client.deleteRequest({
    requestId: "r",
    waitForResponse: true,
  });
  const queued: void = await client.deleteRequest({ requestId: "r" });
  const either: DeleteRequestResponse | void = await client.deleteRequest({
    requestId: "r",
    waitForResponse: choice,
  });
  // @ts-expect-error without waiting there is no answer
  (await client.deleteRequest({ requestId: "r" })).message;
  // @ts-expect-error it may not have waited
  (await client.deleteRequest({ requestId: "r", waitForResponse: choice })).message;
  // @ts-expect-error the id is required
  client.deleteRequest({ waitForResponse: true });
  // @ts-expect-error always in the background
  client.manualProfileGeneration({ waitForResponse: true });

  client.searchProfiles({ userId: "u", query: "q" });
  client.searchProfiles({ request: { user_id: "u", query: "q" } });
  // @ts-expect-error either options or a record
  client.searchProfiles({ request: { user_id: "u" }, query: "q" });
  // @ts-expect-error the user is required
  client.searchProfiles({ query: "q" });
  // @ts-expect-error records are in snake case
  client.searchProfiles({ request: { userId: "u" } });
  // @ts-expect-error options are in camel case
  client.searchProfiles({ user_id: "u" });
  // @ts-expect-error no such mode
  client.search({ query: "q", searchMode: "fuzzy" });
  // @ts-expect-error no such state
  client.getProfiles({ userId: "u", statusFilter: ["gone"] });
  client.getProfiles({ userId: "u", statusFilter: [null, "current", "archive_in_progress"] });
  // @ts-expect-error not a mode of listing all
  client.getAllProfiles({ statusFilter: "archive_in_progress" });
  // @ts-expect-error no such review state
  client.updateAgentPlaybookStatus({ agentPlaybookId: 1, playbookStatus: "done" });
  // @ts-expect-error turns are required
  client.publishInteraction({ userId: "u" });
  // @ts-expect-error no such action
  client.publishInteraction({ userId: "u", interactions: [{ user_action: "hop" }] });
  // @ts-expect-error the storage key is required
  client.setConfig({ config: {} });
  // @ts-expect-error the key is not the first argument
  client.whoami("key");
  // @ts-expect-error a synchronous `using` would lose work
  using lost = client;
  assert([waited, queued, either, lost]);
}

/** Calls of a scope; never made. */
export async function scopedCalls(client: ReflexioClient): Promise<void> {
  const scope = client.scope({ userId: "u" });
  const profiles: GetProfilesViewResponse = await scope.getProfiles();
  await scope.getProfiles({ topK: 3 });
  await scope.publishInteraction({ interactions: [] });
  await scope.searchProfiles({ request: { user_id: "u" } });
  // @ts-expect-error no session is bound
  scope.deleteSession({});
  await client.scope({ sessionId: "s" }).deleteSession({});
  // @ts-expect-error no user is bound
  client.scope({ sessionId: "s" }).getProfiles();
  // @ts-expect-error nothing can bind a request
  client.scope({ requestId: "r" });
  assert(profiles);
}

/** Calls of the blocking client; never made. */
export function blockingCalls(client: ReflexioClientSync): void {
  const profiles: GetProfilesViewResponse = client.getProfiles({ userId: "u" });
  const queued: void = client.deleteRequest({ requestId: "r" });
  const waited: DeleteRequestResponse = client.deleteRequest({
    requestId: "r",
    waitForResponse: true,
  });
  // @ts-expect-error a blocked thread cannot abort
  client.whoami({ signal: new AbortController().signal });
  // @ts-expect-error nor be called back
  client.rerunProfileGeneration({ waitForResponse: true, onProgress: () => {} });
  using closed = client;
  assert([profiles, queued, waited, closed]);
}

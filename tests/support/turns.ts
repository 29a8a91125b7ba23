import type {
  InteractionData,
  PublishUserInteractionRequest,
  PublishUserInteractionResponse,
} from "../../client/contract/mod.ts";
import type { TestApi } from "./api.ts";

/** User turns with these texts. */
export function said(...texts: readonly string[]): InteractionData[] {
  return texts.map((content) => ({ role: "User", content }));
}

/** Publishes user turns and waits for what is learnt. */
export function publish(
  api: TestApi,
  user_id: string,
  texts: readonly string[],
  more: Partial<PublishUserInteractionRequest> = {},
): Promise<PublishUserInteractionResponse> {
  return api.call("publish_interaction", {
    user_id,
    interaction_data_list: said(...texts),
    ...more,
  }, { query: { wait_for_response: true } });
}

/** Contents of the current profiles of a user, in alphabetical order. */
export async function profilesOf(api: TestApi, user_id: string): Promise<string[]> {
  const { user_profiles } = await api.call("get_profiles", { user_id, top_k: null });
  return user_profiles.map((profile) => profile.content).sort();
}

/** Contents of the current user playbooks, in alphabetical order. */
export async function playbooksOf(api: TestApi, user_id?: string): Promise<string[]> {
  const { user_playbooks } = await api.call("get_user_playbooks", {
    status_filter: [null],
    user_id: user_id ?? null,
    limit: 1_000,
  });
  return user_playbooks.map((playbook) => playbook.content).sort();
}

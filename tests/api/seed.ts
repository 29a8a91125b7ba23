import type { Config } from "../../client/contract/mod.ts";
import type { ApiServer } from "./api_server.ts";

/** Name of the extractor that learns playbooks unless it is configured. */
export const PLAYBOOKS = "default_playbook_extractor";

/** A configuration that judges every session. */
export const JUDGING: Config = {
  storage_config: null,
  agent_success_configs: [{
    evaluation_name: "solved",
    success_definition_prompt: "The user got what they asked for",
  }],
};

/** What the agent is taught in a conversation: where to deploy. */
export function lesson(region: string) {
  return [
    { role: "user", content: `I live in Bergen. Deploy the service, please.` },
    { role: "assistant", content: "Deployed to us-east-1." },
    { role: "user", content: `No, always deploy to ${region}, our data must stay in the EU.` },
    { role: "assistant", content: `Deployed to ${region}.` },
    { role: "user", content: "Perfect, that works. Thank you!" },
  ];
}

/** A profile as a caller adds it. */
export function profile(given: {
  readonly profile_id: string;
  readonly user_id?: string;
  readonly content?: string;
  readonly last_modified_timestamp?: number;
  readonly expiration_timestamp?: number;
  readonly custom_features?: Readonly<Record<string, unknown>> | null;
  readonly source?: string | null;
  readonly status?: "pending" | "archived" | null;
  readonly generated_from_request_id?: string;
  readonly extractor_names?: readonly string[] | null;
}) {
  return {
    user_id: "ada",
    content: `Likes tea number ${given.profile_id}`,
    last_modified_timestamp: 1_767_225_600,
    generated_from_request_id: "by-hand",
    ...given,
  };
}

/** A user playbook as a caller adds it. */
export function userPlaybook(given: {
  readonly user_id?: string | null;
  readonly agent_version?: string;
  readonly request_id?: string;
  readonly playbook_name?: string;
  readonly created_at?: number;
  readonly content?: string;
  readonly trigger?: string | null;
  readonly rationale?: string | null;
  readonly blocking_issue?: { readonly kind: "missing_tool"; readonly details: string } | null;
  readonly status?: "pending" | "archived" | null;
}) {
  return {
    user_id: "ada",
    agent_version: "v1",
    request_id: "by-hand",
    playbook_name: PLAYBOOKS,
    content: "Mention the invoice number",
    trigger: "When asked about an invoice",
    ...given,
  };
}

/** An agent playbook as a caller adds it. */
export function agentPlaybook(given: {
  readonly agent_version?: string;
  readonly playbook_name?: string;
  readonly content?: string;
  readonly trigger?: string | null;
  readonly rationale?: string | null;
  readonly playbook_status?: "pending" | "approved" | "rejected";
}) {
  return {
    agent_version: "v1",
    playbook_name: PLAYBOOKS,
    content: "Ask for the region first",
    trigger: "When asked to deploy",
    ...given,
  };
}

/** Publishes a conversation and waits until it is learnt from. */
export async function teach(
  api: ApiServer,
  user: string,
  given: {
    readonly turns?: readonly { readonly role: string; readonly content: string }[];
    readonly session?: string;
    readonly version?: string;
    readonly source?: string;
  } = {},
) {
  return await api.ask("publish_interaction", {
    user_id: user,
    interaction_data_list: given.turns ?? lesson("eu-north-1"),
    ...given.session === undefined ? {} : { session_id: given.session },
    ...given.version === undefined ? {} : { agent_version: given.version },
    ...given.source === undefined ? {} : { source: given.source },
  }, { wait_for_response: true });
}

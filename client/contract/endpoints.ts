import type { EndpointName } from "./endpoint_types.ts";
import { routeOf } from "./pages.ts";
import type { EndpointMethod } from "./routes.ts";

/**
 * When an endpoint answers: `answer` after the work, `background` before it, `optional_wait` before
 * it unless the query says `wait_for_response=true`; `page` serves a document for people.
 */
export type EndpointMode = "answer" | "background" | "optional_wait" | "page";

/** One row of the endpoint table. */
export interface Endpoint {
  /** Name, equal to the key in {@link ENDPOINTS}. */
  readonly name: EndpointName;
  /** The one method served. */
  readonly method: EndpointMethod;
  /** Absolute path without a trailing slash. */
  readonly path: string;
  /** Group for documentation. */
  readonly tag: string;
  /** One line that says what it does. */
  readonly summary: string;
  /** When it answers. */
  readonly mode: EndpointMode;
  /** Calls allowed per client and minute where rate limits are on; null: unlimited. */
  readonly ratePerMinute: number | null;
  /** Whether null fields stay in the answer; elsewhere they are left out. */
  readonly keepsNulls: boolean;
}

/** Time a server gives one request before it answers 504, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 60_000;

/** The same for a call with `wait_for_response=true`, in milliseconds. */
export const WAITING_REQUEST_TIMEOUT_MS = 600_000;

/** What a row says besides its place. */
type Details = Omit<Endpoint, "name" | "method" | "path">;

const DETAILS: { readonly [N in EndpointName]: Details } = {
  root: {
    tag: "service",
    summary: "Service card",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  health: {
    tag: "service",
    summary: "Liveness",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  meta_version: {
    tag: "service",
    summary: "Versions",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  whoami: {
    tag: "account",
    summary: "Who am I and where is my data",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  my_config: {
    tag: "account",
    summary: "Raw storage settings",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  publish_interaction: {
    tag: "interactions",
    summary: "Store turns and learn from them",
    mode: "optional_wait",
    ratePerMinute: 60,
    keepsNulls: false,
  },
  search_interactions: {
    tag: "interactions",
    summary: "Search turns of one user",
    mode: "answer",
    ratePerMinute: 120,
    keepsNulls: false,
  },
  get_interactions: {
    tag: "interactions",
    summary: "Turns of one user",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_all_interactions: {
    tag: "interactions",
    summary: "Turns of all users",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_requests: {
    tag: "interactions",
    summary: "Requests grouped by session, paged",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_interaction: {
    tag: "interactions",
    summary: "Delete one turn",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_request: {
    tag: "interactions",
    summary: "Delete one request with its turns",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_session: {
    tag: "interactions",
    summary: "Delete a session with its requests and turns",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_requests_by_ids: {
    tag: "interactions",
    summary: "Delete several requests",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_all_interactions: {
    tag: "interactions",
    summary: "Delete every request and turn of the org",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  add_user_profile: {
    tag: "profiles",
    summary: "Insert profiles directly",
    mode: "answer",
    ratePerMinute: 60,
    keepsNulls: false,
  },
  search_profiles: {
    tag: "profiles",
    summary: "Search profiles of one user",
    mode: "answer",
    ratePerMinute: 120,
    keepsNulls: false,
  },
  get_profiles: {
    tag: "profiles",
    summary: "Profiles of one user",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_all_profiles: {
    tag: "profiles",
    summary: "Profiles of all users",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_profile_statistics: {
    tag: "profiles",
    summary: "Profile counts",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  update_user_profile: {
    tag: "profiles",
    summary: "Change a profile",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_profile: {
    tag: "profiles",
    summary: "Delete one profile",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_profiles_by_ids: {
    tag: "profiles",
    summary: "Delete several profiles",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_all_profiles: {
    tag: "profiles",
    summary: "Delete every profile of the org",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  profile_change_log: {
    tag: "profiles",
    summary: "Change records of profiles",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: true,
  },
  upgrade_all_profiles: {
    tag: "profiles",
    summary: "Promote pending profiles",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  downgrade_all_profiles: {
    tag: "profiles",
    summary: "Bring archived profiles back",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  add_user_playbook: {
    tag: "user playbooks",
    summary: "Insert user playbooks directly",
    mode: "answer",
    ratePerMinute: 60,
    keepsNulls: false,
  },
  search_user_playbooks: {
    tag: "user playbooks",
    summary: "Search user playbooks",
    mode: "answer",
    ratePerMinute: 120,
    keepsNulls: false,
  },
  get_user_playbooks: {
    tag: "user playbooks",
    summary: "List user playbooks",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  update_user_playbook: {
    tag: "user playbooks",
    summary: "Change a user playbook",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_user_playbook: {
    tag: "user playbooks",
    summary: "Delete one user playbook",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_user_playbooks_by_ids: {
    tag: "user playbooks",
    summary: "Delete several user playbooks",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_all_user_playbooks: {
    tag: "user playbooks",
    summary: "Delete every user playbook of the org",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  upgrade_all_user_playbooks: {
    tag: "user playbooks",
    summary: "Promote pending user playbooks",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  downgrade_all_user_playbooks: {
    tag: "user playbooks",
    summary: "Bring archived user playbooks back",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  add_agent_playbook: {
    tag: "agent playbooks",
    summary: "Insert agent playbooks directly",
    mode: "answer",
    ratePerMinute: 60,
    keepsNulls: false,
  },
  search_agent_playbooks: {
    tag: "agent playbooks",
    summary: "Search agent playbooks",
    mode: "answer",
    ratePerMinute: 120,
    keepsNulls: false,
  },
  get_agent_playbooks: {
    tag: "agent playbooks",
    summary: "List agent playbooks",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  update_agent_playbook: {
    tag: "agent playbooks",
    summary: "Change an agent playbook",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  update_agent_playbook_status: {
    tag: "agent playbooks",
    summary: "Review an agent playbook",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_agent_playbook: {
    tag: "agent playbooks",
    summary: "Delete one agent playbook",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_agent_playbooks_by_ids: {
    tag: "agent playbooks",
    summary: "Delete several agent playbooks",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_all_agent_playbooks: {
    tag: "agent playbooks",
    summary: "Delete every agent playbook of the org",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  delete_all_playbooks: {
    tag: "agent playbooks",
    summary: "Delete every user and agent playbook of the org",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  playbook_aggregation_change_logs: {
    tag: "agent playbooks",
    summary: "Change records of aggregation",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: true,
  },
  search: {
    tag: "search",
    summary: "Search everything at once",
    mode: "answer",
    ratePerMinute: 120,
    keepsNulls: false,
  },
  get_agent_success_evaluation_results: {
    tag: "evaluation",
    summary: "Verdicts on sessions",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_dashboard_stats: {
    tag: "evaluation",
    summary: "Dashboard numbers",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  get_config: {
    tag: "config",
    summary: "Read the configuration",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: true,
  },
  set_config: {
    tag: "config",
    summary: "Replace the configuration",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: true,
  },
  rerun_profile_generation: {
    tag: "generation",
    summary: "Relearn profiles as pending",
    mode: "background",
    ratePerMinute: 5,
    keepsNulls: false,
  },
  rerun_playbook_generation: {
    tag: "generation",
    summary: "Relearn user playbooks as pending",
    mode: "background",
    ratePerMinute: 5,
    keepsNulls: false,
  },
  manual_profile_generation: {
    tag: "generation",
    summary: "Learn profiles now",
    mode: "answer",
    ratePerMinute: 5,
    keepsNulls: false,
  },
  manual_playbook_generation: {
    tag: "generation",
    summary: "Learn user playbooks now",
    mode: "answer",
    ratePerMinute: 5,
    keepsNulls: false,
  },
  run_playbook_aggregation: {
    tag: "generation",
    summary: "Aggregate user playbooks into agent playbooks",
    mode: "answer",
    ratePerMinute: 10,
    keepsNulls: false,
  },
  get_operation_status: {
    tag: "generation",
    summary: "Progress of a run",
    mode: "answer",
    ratePerMinute: null,
    keepsNulls: false,
  },
  cancel_operation: {
    tag: "generation",
    summary: "Stop a run",
    mode: "answer",
    ratePerMinute: 10,
    keepsNulls: false,
  },
  openapi_json: {
    tag: "service",
    summary: "Description of the API, made from its schemas",
    mode: "page",
    ratePerMinute: null,
    keepsNulls: false,
  },
  docs: {
    tag: "service",
    summary: "Interactive documentation",
    mode: "page",
    ratePerMinute: null,
    keepsNulls: false,
  },
  docs_oauth2_redirect: {
    tag: "service",
    summary: "Helper page of the documentation",
    mode: "page",
    ratePerMinute: null,
    keepsNulls: false,
  },
  redoc: {
    tag: "service",
    summary: "Reading documentation",
    mode: "page",
    ratePerMinute: null,
    keepsNulls: false,
  },
};

/** Completes one row with its name and its place. */
function toEndpoint<N extends EndpointName>(name: N): Endpoint & { readonly name: N } {
  return { name, ...routeOf(name), ...DETAILS[name] };
}

/** Every endpoint by name: the one table that the client, the router and the documentation read. */
export const ENDPOINTS: { readonly [N in EndpointName]: Endpoint & { readonly name: N } } = Object
  .fromEntries(
    (Object.keys(DETAILS) as EndpointName[]).map((name) => [name, toEndpoint(name)]),
  ) as { [N in EndpointName]: Endpoint & { readonly name: N } };

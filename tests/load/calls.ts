import {
  type EndpointName,
  type QueryOf,
  type RequestOf,
  routeOf,
} from "../../client/contract/mod.ts";

/** Endpoints under load: all but the pages and the two that would end the run early. */
export type LoadName = Exclude<
  EndpointName,
  "openapi_json" | "docs" | "docs_oauth2_redirect" | "redoc"
>;

/** One call: body and query of an endpoint. */
export interface LoadCall<N extends LoadName = LoadName> {
  readonly body: RequestOf<N>;
  readonly query: QueryOf<N>;
}

/** How often an endpoint is called beside the others, and what it is called with. */
interface LoadRow<N extends LoadName> {
  readonly weight: number;
  call(random: () => number): LoadCall<N>;
}

type LoadTable = { readonly [N in LoadName]: LoadRow<N> };

const WORDS =
  "invoice refund region deploy allergy peanut vegetarian train window seat summary table email Fahrenheit"
    .split(" ");

const pick = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;
const word = (random: () => number) => pick(random, WORDS);
const user = (random: () => number) => `user-${Math.floor(random() * 12)}`;
const id = (random: () => number) => 1 + Math.floor(random() * 400);
const version = (random: () => number) => pick(random, ["v1", "v2"]);
const name = "default_playbook_extractor";

/** What a user of the load says: things a learner can learn, and small talk. */
function sentence(random: () => number): string {
  return pick(random, [
    `I'm allergic to ${word(random)}.`,
    `I live in ${pick(random, ["Bergen", "Porto", "Graz", "Turku"])}.`,
    `From now on always mention the ${word(random)} in your answers.`,
    `Never use the ${word(random)} when you write to me.`,
    `How do I change the ${word(random)}?`,
    `Thanks, the ${word(random)} works.`,
  ]);
}

/** A row that reads and takes nothing. */
function plain<N extends LoadName>(weight: number): LoadRow<N> {
  return { weight, call: () => ({ body: null, query: null } as LoadCall<N>) };
}

/** A row that sends a body and no query. */
function sends<N extends LoadName>(
  weight: number,
  body: (random: () => number) => RequestOf<N>,
): LoadRow<N> {
  return { weight, call: (random) => ({ body: body(random), query: null } as LoadCall<N>) };
}

/** Every endpoint with a weight; a missing one does not compile. */
export const LOAD_TABLE: LoadTable = {
  root: plain(1),
  health: plain(1),
  meta_version: plain(1),
  whoami: plain(1),
  my_config: plain(1),
  get_profile_statistics: plain(4),
  profile_change_log: plain(4),
  get_config: plain(2),
  delete_all_interactions: plain(0.02),
  delete_all_profiles: plain(0.02),
  delete_all_user_playbooks: plain(0.02),
  delete_all_agent_playbooks: plain(0.02),
  delete_all_playbooks: plain(0.02),
  publish_interaction: {
    weight: 40,
    call: (random) => ({
      query: random() < 0.2 ? { wait_for_response: true } : {},
      body: {
        user_id: user(random),
        session_id: `session-${Math.floor(random() * 40)}`,
        agent_version: version(random),
        source: pick(random, ["web", "app"]),
        interaction_data_list: [
          { role: "user", content: sentence(random) },
          { role: "assistant", content: `About the ${word(random)}: done.` },
          { role: "user", content: sentence(random) },
        ],
      },
    }),
  },
  get_all_interactions: { weight: 4, call: () => ({ body: null, query: { limit: 50 } }) },
  get_all_profiles: {
    weight: 4,
    call: (random) => ({
      body: null,
      query: {
        limit: 50,
        status_filter: pick(random, ["current", "pending", "archived"] as const),
      },
    }),
  },
  playbook_aggregation_change_logs: {
    weight: 2,
    call: (random) => ({
      body: null,
      query: { playbook_name: name, agent_version: version(random) },
    }),
  },
  get_operation_status: {
    weight: 3,
    call: (random) => ({
      body: null,
      query: { service_name: pick(random, ["profile_generation", "playbook_generation"]) },
    }),
  },
  search: sends(
    30,
    (random) => ({ query: `${word(random)} ${word(random)}`, user_id: user(random) }),
  ),
  search_interactions: sends(8, (random) => ({ user_id: user(random), query: word(random) })),
  search_profiles: sends(10, (random) => ({ user_id: user(random), query: word(random) })),
  search_user_playbooks: sends(10, (random) => ({ query: word(random), user_id: user(random) })),
  search_agent_playbooks: sends(10, (random) => ({ query: word(random) })),
  get_interactions: sends(8, (random) => ({ user_id: user(random), top_k: 30 })),
  get_requests: sends(6, (random) => ({ user_id: user(random), top_k: 20 })),
  get_profiles: sends(10, (random) => ({ user_id: user(random) })),
  get_user_playbooks: sends(8, (random) => ({ user_id: user(random), limit: 50 })),
  get_agent_playbooks: sends(8, () => ({ limit: 50 })),
  get_agent_success_evaluation_results: sends(2, () => ({ limit: 20 })),
  get_dashboard_stats: sends(2, () => ({ days_back: 7 })),
  delete_interaction: sends(3, (random) => ({ user_id: user(random), interaction_id: id(random) })),
  delete_request: sends(1, () => ({ request_id: crypto.randomUUID() })),
  delete_session: sends(1, (random) => ({ session_id: `session-${Math.floor(random() * 40)}` })),
  delete_requests_by_ids: sends(1, () => ({ request_ids: [crypto.randomUUID()] })),
  add_user_profile: sends(6, (random) => ({
    user_profiles: [{
      profile_id: `profile-${id(random)}`,
      user_id: user(random),
      content: `Likes the ${word(random)}`,
      last_modified_timestamp: 1_760_000_000,
      generated_from_request_id: "load",
    }],
  })),
  update_user_profile: sends(4, (random) => ({
    user_id: user(random),
    profile_id: `profile-${id(random)}`,
    content: `Prefers the ${word(random)}`,
  })),
  delete_profile: sends(3, (random) => ({
    user_id: user(random),
    profile_id: `profile-${id(random)}`,
  })),
  delete_profiles_by_ids: sends(1, (random) => ({ profile_ids: [`profile-${id(random)}`] })),
  upgrade_all_profiles: sends(0.5, () => ({ only_affected_users: true })),
  downgrade_all_profiles: sends(0.5, () => ({ only_affected_users: true })),
  add_user_playbook: sends(6, (random) => ({
    user_playbooks: [{
      user_id: user(random),
      agent_version: version(random),
      request_id: "load",
      playbook_name: name,
      trigger: `When asked about the ${word(random)}`,
      content: `Mention the ${word(random)}`,
    }],
  })),
  update_user_playbook: sends(4, (random) => ({
    user_playbook_id: id(random),
    content: `Leave out the ${word(random)}`,
  })),
  delete_user_playbook: sends(3, (random) => ({ user_playbook_id: id(random) })),
  delete_user_playbooks_by_ids: sends(
    1,
    (random) => ({ user_playbook_ids: [id(random), id(random)] }),
  ),
  upgrade_all_user_playbooks: sends(0.5, (random) => ({ agent_version: version(random) })),
  downgrade_all_user_playbooks: sends(0.5, (random) => ({ agent_version: version(random) })),
  add_agent_playbook: sends(4, (random) => ({
    agent_playbooks: [{
      agent_version: version(random),
      playbook_name: name,
      content: `Mention the ${word(random)}`,
      trigger: `When asked about the ${word(random)}`,
    }],
  })),
  update_agent_playbook: sends(3, (random) => ({
    agent_playbook_id: id(random),
    rationale: `Because of the ${word(random)}`,
  })),
  update_agent_playbook_status: sends(3, (random) => ({
    agent_playbook_id: id(random),
    playbook_status: pick(random, ["approved", "rejected", "pending"] as const),
  })),
  delete_agent_playbook: sends(2, (random) => ({ agent_playbook_id: id(random) })),
  delete_agent_playbooks_by_ids: sends(1, (random) => ({ agent_playbook_ids: [id(random)] })),
  set_config: sends(0.3, () => ({ storage_config: null, batch_size: 10, batch_interval: 5 })),
  rerun_profile_generation: sends(0.3, (random) => ({ user_id: user(random) })),
  rerun_playbook_generation: sends(0.3, (random) => ({ agent_version: version(random) })),
  manual_profile_generation: sends(0.3, (random) => ({ user_id: user(random) })),
  manual_playbook_generation: sends(0.3, (random) => ({ agent_version: version(random) })),
  run_playbook_aggregation: sends(0.5, (random) => ({
    playbook_name: name,
    agent_version: version(random),
  })),
  cancel_operation: sends(0.5, () => ({})),
};

/** Names with the running sum of their weights, for a weighted draw. */
const DRAW: readonly (readonly [LoadName, number])[] = (() => {
  let sum = 0;
  return (Object.keys(LOAD_TABLE) as LoadName[]).map((key) =>
    [key, sum += LOAD_TABLE[key].weight] as const
  );
})();

/** A random endpoint by weight. */
export function drawEndpoint(random: () => number): LoadName {
  const point = random() * (DRAW.at(-1)?.[1] ?? 0);
  return DRAW.find(([, upTo]) => point < upTo)?.[0] ?? "health";
}

/** Address and request init of a random call of endpoint `endpoint`. */
export function requestOf(
  endpoint: LoadName,
  random: () => number,
): { readonly path: string; readonly init: RequestInit } {
  const { body, query } = LOAD_TABLE[endpoint].call(random) as LoadCall;
  const route = routeOf(endpoint);
  const parameters = new URLSearchParams(
    Object.entries(query ?? {}).map(([key, value]) => [key, String(value)]),
  );
  return {
    path: parameters.size > 0 ? `${route.path}?${parameters}` : route.path,
    init: {
      method: route.method,
      ...(body === null
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    },
  };
}

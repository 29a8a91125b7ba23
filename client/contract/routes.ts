import type { EndpointName } from "./endpoint_types.ts";

/** HTTP method of an endpoint. */
export type EndpointMethod = "GET" | "POST" | "PUT" | "DELETE";

/** Where an endpoint is. */
export interface Route {
  /** The one method served. */
  readonly method: EndpointMethod;
  /** Absolute path without a trailing slash. */
  readonly path: string;
}

/** Methods of the endpoints that are not POST. */
const METHOD_OF: { readonly [N in EndpointName]?: EndpointMethod } = {
  root: "GET",
  health: "GET",
  meta_version: "GET",
  whoami: "GET",
  my_config: "GET",
  get_all_interactions: "GET",
  delete_interaction: "DELETE",
  delete_request: "DELETE",
  delete_session: "DELETE",
  delete_requests_by_ids: "DELETE",
  delete_all_interactions: "DELETE",
  get_all_profiles: "GET",
  get_profile_statistics: "GET",
  update_user_profile: "PUT",
  delete_profile: "DELETE",
  delete_profiles_by_ids: "DELETE",
  delete_all_profiles: "DELETE",
  profile_change_log: "GET",
  update_user_playbook: "PUT",
  delete_user_playbook: "DELETE",
  delete_user_playbooks_by_ids: "DELETE",
  delete_all_user_playbooks: "DELETE",
  update_agent_playbook: "PUT",
  update_agent_playbook_status: "PUT",
  delete_agent_playbook: "DELETE",
  delete_agent_playbooks_by_ids: "DELETE",
  delete_all_agent_playbooks: "DELETE",
  delete_all_playbooks: "DELETE",
  playbook_aggregation_change_logs: "GET",
  get_config: "GET",
  get_operation_status: "GET",
  openapi_json: "GET",
  docs: "GET",
  docs_oauth2_redirect: "GET",
  redoc: "GET",
};

/** Paths that are not `/api/` and the name. */
const PATH_OF: { readonly [N in EndpointName]?: string } = {
  root: "/",
  health: "/health",
  meta_version: "/meta/version",
  openapi_json: "/openapi.json",
  docs: "/docs",
  docs_oauth2_redirect: "/docs/oauth2-redirect",
  redoc: "/redoc",
};

/**
 * Where an endpoint is: all that a caller needs to reach it, so that the client does not carry the
 * documentation and server settings of `ENDPOINTS`.
 *
 * @param name Name of the endpoint.
 */
export function routeOf(name: EndpointName): Route {
  return { method: METHOD_OF[name] ?? "POST", path: PATH_OF[name] ?? `/api/${name}` };
}

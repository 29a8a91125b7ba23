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

/** Endpoints under `/api/` that are read with GET. */
const READ_ONLY: readonly EndpointName[] = [
  "whoami",
  "my_config",
  "get_all_interactions",
  "get_all_profiles",
  "get_profile_statistics",
  "profile_change_log",
  "playbook_aggregation_change_logs",
  "get_config",
  "get_operation_status",
];

/** Paths that are not `/api/` and the name; both are read with GET. */
const PATH_OF: { readonly [N in EndpointName]?: string } = {
  health: "/health",
  meta_version: "/meta/version",
};

/** Endpoints for people, which no client calls. */
export type PageEndpointName = "root" | "openapi_json" | "docs" | "docs_oauth2_redirect" | "redoc";

/** Endpoints that a client calls. */
export type CallEndpointName = Exclude<EndpointName, PageEndpointName>;

/** The method, which follows from the first word of the name where it is not GET. */
function methodOf(name: CallEndpointName): EndpointMethod {
  if (READ_ONLY.includes(name) || PATH_OF[name]) return "GET";
  if (name.startsWith("delete_")) return "DELETE";
  return name.startsWith("update_") ? "PUT" : "POST";
}

/**
 * Where a client sends a call: all that it needs, so that it does not carry the pages, documentation
 * and server settings of `ENDPOINTS`.
 *
 * @param name Name of the endpoint.
 */
export function callRouteOf(name: CallEndpointName): Route {
  return { method: methodOf(name), path: PATH_OF[name] ?? `/api/${name}` };
}

import type { EndpointName } from "./endpoint_types.ts";
import { type CallEndpointName, callRouteOf, type PageEndpointName, type Route } from "./routes.ts";

/** Paths of the pages; all are read with GET. */
const PAGE_PATHS: { readonly [N in PageEndpointName]: string } = {
  root: "/",
  openapi_json: "/openapi.json",
  docs: "/docs",
  docs_oauth2_redirect: "/docs/oauth2-redirect",
  redoc: "/redoc",
};

/**
 * Where an endpoint is, page or not.
 *
 * @param name Name of the endpoint.
 */
export function routeOf(name: EndpointName): Route {
  const path = PAGE_PATHS[name as PageEndpointName];
  return path ? { method: "GET", path } : callRouteOf(name as CallEndpointName);
}

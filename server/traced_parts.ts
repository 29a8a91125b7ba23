import { ENDPOINTS } from "../client/contract/mod.ts";
import type { Extensions, Tracing } from "./services/mod.ts";
import type { RequestHandler } from "./http/mod.ts";
import type { OrgStore, Store } from "./store/mod.ts";

/** Operations of an org's store that are spans, by method. */
const STORE_SPANS: ReadonlyMap<string, string> = new Map([
  ["write", "store write"],
  ["get", "store read"],
  ["getMany", "store read"],
  ["made", "store read"],
  ["read", "store read"],
  ["readMany", "store read"],
  ["view", "store catch up"],
  ["catchUp", "store catch up"],
]);

/** The store of an org whose operations are spans. */
function tracedOrg(org: OrgStore, tracing: Tracing): OrgStore {
  const methods = new Map<string | symbol, unknown>();
  return new Proxy(org, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      const known = methods.get(key);
      if (known !== undefined) return known;
      const bound: (...args: readonly unknown[]) => unknown = value.bind(target);
      const name = STORE_SPANS.get(String(key));
      const method = name === undefined
        ? bound
        : (...args: readonly unknown[]) => tracing.span(name, {}, async () => await bound(...args));
      methods.set(key, method);
      return method;
    },
  });
}

/** A store whose operations are spans. */
export function tracedStore(store: Store, tracing: Tracing): Store {
  const orgs = new Map<string, OrgStore>();
  const org = (name: string) => {
    const known = orgs.get(name);
    if (known !== undefined) return known;
    const traced = tracedOrg(store.org(name), tracing);
    orgs.set(name, traced);
    return traced;
  };
  return new Proxy(store, {
    get: (target, key) => {
      if (key === "org") return org;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** A function that answers requests, each of which is a span named by its route, never its URL. */
export function tracedRequests(
  answer: RequestHandler,
  tracing: Tracing,
  extensions: Extensions,
): RequestHandler {
  const routes: ReadonlySet<string> = new Set(
    [...Object.values(ENDPOINTS), ...Object.values(extensions)].map(({ path }) => path),
  );
  return (request, info) => {
    const { pathname } = new URL(request.url);
    const route = routes.has(pathname) ? pathname : "other";
    const { method } = request;
    const attributes = { "http.request.method": method, "http.route": route };
    return tracing.span(`${method} ${route}`, attributes, async (note) => {
      const response = await answer(request, info);
      note({
        "http.response.status_code": response.status,
        "reflexio.correlation_id": response.headers.get("X-Correlation-ID") ?? "",
      });
      return response;
    });
  };
}

import { type Endpoint, ENDPOINTS } from "../../client/contract/mod.ts";
import { type Answer, empty, refusal } from "./answer.ts";

/** Every endpoint by its path; no path has two methods. */
const BY_PATH: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(ENDPOINTS).map((endpoint) => [endpoint.path, endpoint]),
);

/** A request line in parts. */
export interface Target {
  /** Scheme and authority, such as `http://127.0.0.1:8081`. */
  readonly origin: string;
  /** Decoded path. */
  readonly path: string;
  /** Query string without the question mark. */
  readonly query: string;
}

/** Cuts a request's URL in parts; cheaper than a URL object, since no part needs normalising. */
export function targetOf(url: string): Target {
  const pathStart = url.indexOf("/", url.indexOf("://") + 3);
  const queryStart = url.indexOf("?", pathStart);
  const pathEnd = queryStart < 0 ? url.length : queryStart;
  return {
    origin: url.slice(0, pathStart),
    path: decodePath(url.slice(pathStart, pathEnd)),
    query: queryStart < 0 ? "" : url.slice(queryStart + 1),
  };
}

/** A path without percent signs; one that cannot be decoded stays as it is. */
function decodePath(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** An endpoint to run, or the answer when there is none. */
export type Route =
  | { readonly endpoint: Endpoint; readonly isHead: boolean }
  | { readonly endpoint: null; readonly answer: Answer };

/** Whether an endpoint answers `HEAD` too: probes and browsers ask pages that way. */
function servesHead(endpoint: Endpoint): boolean {
  return endpoint.method === "GET" && !endpoint.path.startsWith("/api/");
}

/** Answer to a known path with slashes behind it, or to an unknown one. */
function answerUnknown({ origin, path, query }: Target): Answer {
  const bare = path.replace(/\/+$/, "");
  if (bare === path || !BY_PATH.has(bare)) return refusal(404, "Not Found");
  return empty(307, { Location: `${origin}${bare}${query === "" ? "" : `?${query}`}` });
}

/** Finds the endpoint of a request. */
export function route(method: string, target: Target): Route {
  const endpoint = BY_PATH.get(target.path);
  if (endpoint === undefined) return { endpoint: null, answer: answerUnknown(target) };
  if (method === endpoint.method) return { endpoint, isHead: false };
  const isHead = method === "HEAD";
  if (isHead && servesHead(endpoint)) return { endpoint, isHead };
  const headers = { Allow: servesHead(endpoint) ? "HEAD, GET" : endpoint.method };
  const answer = isHead ? empty(405, headers) : refusal(405, "Method Not Allowed", headers);
  return { endpoint: null, answer };
}

import { createHash, timingSafeEqual } from "node:crypto";
import type { MetricFamily } from "../services/handlers.ts";
import type { ConnectionInfo, RequestHandler } from "./handler.ts";
import { METRICS_TYPE, metricsText } from "./metrics.ts";

/** Whether a server can do its work. */
export interface Readiness {
  /** Whether it can. */
  readonly isReady: boolean;
  /** Why not, in words for an operator; null when it can. */
  readonly reason: string | null;
}

/** Options of {@link withWatching}. */
export interface WatchingOptions {
  /** What is measured now. */
  readonly metrics: () => readonly MetricFamily[];
  /** Whether reading and writing work now. */
  readonly readiness: () => Promise<Readiness>;
  /** Who may read the metrics: everybody, nobody, or who sends this token as `Bearer`. */
  readonly metricsAccess: "open" | "closed" | { readonly token: string };
}

/** Headers of answers that must not be kept. */
const NO_STORE = { "Cache-Control": "no-store" };

/** Whether a request carries the token. */
function hasToken(request: Request, token: string): boolean {
  const sent = /^bearer ([^\s]+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}

/** Answer to `GET /metrics`. */
function answerMetrics(request: Request, options: WatchingOptions): Response {
  const { metricsAccess } = options;
  const isAllowed = metricsAccess === "open" ||
    (metricsAccess !== "closed" && hasToken(request, metricsAccess.token));
  if (isAllowed) {
    const headers = { "Content-Type": METRICS_TYPE, ...NO_STORE };
    return new Response(metricsText(options.metrics()), { headers });
  }
  const detail = metricsAccess === "closed"
    ? "Metrics are closed: set REFLEXIO_METRICS_TOKEN on the server"
    : "Metrics token is missing or wrong: send it as Authorization: Bearer <token>";
  return Response.json({ detail }, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
}

/** Answer to `GET /ready`. */
async function answerReady(options: WatchingOptions): Promise<Response> {
  const { isReady, reason } = await options.readiness();
  const body = isReady ? { status: "ready" } : { status: "unavailable", reason };
  return Response.json(body, { status: isReady ? 200 : 503, headers: NO_STORE });
}

/** Answers `/metrics` and `/ready` before everything else. */
export function withWatching(handler: RequestHandler, options: WatchingOptions): RequestHandler {
  const watch = async (request: Request, info?: ConnectionInfo) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/metrics") return answerMetrics(request, options);
    if (pathname === "/ready") return await answerReady(options);
    return await handler(request, info);
  };
  // Parsing an address takes longer than a glance at its end.
  return (request, info) =>
    request.method === "GET" && /\/(?:metrics|ready)$/.test(request.url)
      ? watch(request, info)
      : handler(request, info);
}

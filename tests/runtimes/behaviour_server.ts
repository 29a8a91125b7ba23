import { FULL_ANSWER } from "../client/scripted_fetch.ts";

/** A server whose behaviour the path names: `/<run>/<behaviour>/api/…`. */
export interface BehaviourServer extends AsyncDisposable {
  /** Its address, without a trailing slash. */
  readonly url: string;
}

/** What was asked under one behaviour of one run. */
type Log = Map<string, object[]>;

const HEADERS = {
  "content-type": "application/json",
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "x-correlation-id, retry-after",
};

/** An answer in JSON. */
function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, "x-correlation-id": "0badcafe" },
  });
}

const CONTEXT = {
  ...FULL_ANSWER,
  profiles: [{
    profile_id: "p",
    user_id: "u",
    content: "Drinks tea",
    last_modified_timestamp: 1,
    generated_from_request_id: "r",
  }],
};

/** State of a run that ends at the third look. */
function operation(looks: number): Response {
  if (looks <= 1) return json({ success: false, msg: "No operation found" });
  const status = looks === 2 ? "in_progress" : "completed";
  return json({
    success: true,
    operation_status: { service_name: "s", status, started_at: 5, processed_users: 2 },
  });
}

/** Answers one request; `calls` counts those under the same behaviour, this one included. */
function behave(
  behaviour: string,
  path: string,
  text: string,
  calls: number,
): Response | Promise<Response> {
  if (path.endsWith("/get_operation_status")) return operation(calls <= 1 ? 1 : calls - 1);
  if (behaviour.startsWith("status/")) return json({ detail: "no" }, Number(behaviour.slice(7)));
  switch (behaviour) {
    case "html":
      return new Response(`<html>${"x".repeat(500)}`, {
        headers: { ...HEADERS, "content-type": "text/html" },
      });
    case "redirect":
      return new Response(null, { status: 307, headers: { ...HEADERS, location: "/elsewhere" } });
    case "never":
      return new Promise(() => {});
    case "drop":
      return new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new Error("dropped on purpose")),
        }),
        { headers: HEADERS },
      );
    case "busy-twice":
      return calls <= 2 ? json({ error: "busy" }, 503) : json(FULL_ANSWER);
    case "background":
      return text.includes("bad") ? json({ detail: "no" }, 403) : json(FULL_ANSWER);
    case "context":
      return json(CONTEXT);
    default:
      return json(FULL_ANSWER);
  }
}

/** Answers `/seen`, and everything else by the behaviour in its path. */
async function handle(request: Request, log: Log): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === "/seen") return json(log.get(url.searchParams.get("of") ?? "") ?? []);
  if (request.method === "OPTIONS") {
    return new Response(null, {
      headers: {
        ...HEADERS,
        "access-control-allow-headers": "*, authorization",
        "access-control-allow-methods": "GET, POST, PUT, DELETE",
      },
    });
  }
  const [, run = "", behaviour = "", path = ""] = /^\/([^/]+)\/(.+?)(\/api\/.*|\/health)$/.exec(
    url.pathname,
  ) ?? [];
  const text = await request.text();
  const key = `${run}/${behaviour}`;
  const calls = log.get(key) ?? [];
  log.set(key, calls);
  calls.push({
    method: request.method,
    path,
    headers: Object.fromEntries(request.headers),
    body: text === "" ? null : JSON.parse(text),
  });
  return await behave(behaviour, path, text, calls.length);
}

/**
 * Starts the server on a free port.
 *
 * @param extra Answers first; null leaves the request to the behaviours.
 */
export function startBehaviourServer(
  extra: (request: Request) => Promise<Response | null> = () => Promise.resolve(null),
): BehaviourServer {
  const log: Log = new Map();
  const stop = new AbortController();
  const server = Deno.serve(
    {
      port: 0,
      hostname: "127.0.0.1",
      signal: stop.signal,
      onListen() {},
      // The "drop" behaviour breaks its answers on purpose.
      onError: () => new Response(null, { status: 500 }),
    },
    async (request) => await extra(request) ?? await handle(request, log),
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await server.finished;
    },
  };
}

/**
 * What must hold on every runtime. The module imports nothing but types, so that it runs wherever it
 * is loaded; the package and the address of {@link startBehaviourServer} come in as arguments.
 *
 * @module
 */
import type * as Sdk from "../../mod.ts";

/** Result of one case. */
export interface CaseResult {
  /** What must hold. */
  readonly name: string;
  /** What went wrong; null when nothing did. */
  readonly problem: string | null;
}

/** What a case works with. */
interface Tools {
  readonly sdk: typeof Sdk;
  /** A client of the behaviour that the first path segment names. */
  client(behaviour: string, options?: Sdk.ReflexioClientOptions): Sdk.ReflexioClient;
  /** Requests that the server saw under a behaviour of this run, oldest first. */
  seen(behaviour: string): Promise<readonly SeenCall[]>;
}

/** A request as the server saw it. */
interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One thing that must hold. */
type Case = (tools: Tools) => Promise<void>;

/** Fails unless two values have the same JSON. */
function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`got ${a}, expected ${b}`);
}

/** The error with which a call rejects. */
async function rejection(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("the call did not reject");
}

const TURNS = [{ role: "user", content: "Jeg bor i Bergen \u2014 \u{1F30A}", created_at: 1 }];

const CASES: Readonly<Record<string, Case>> = {
  "a publish carries its body, key and headers": async ({ client, seen }) => {
    const publisher = client("echo", { apiKey: "key-1" });
    await publisher.publishInteraction({ userId: " ana ", interactions: TURNS });
    const [call] = await seen("echo");
    same([call?.method, call?.path], ["POST", "/api/publish_interaction"]);
    const body = call?.body as { user_id: string; interaction_data_list: { content: string }[] };
    same([body.user_id, body.interaction_data_list[0]?.content], ["ana", TURNS[0]?.content]);
    same(call?.headers["authorization"], "Bearer key-1");
    same(call?.headers["content-type"], "application/json");
    same(/^[0-9a-f]{32}$/.test(call?.headers["idempotency-key"] ?? ""), true);
  },
  "a user agent that servers accept is sent": async ({ client, seen, sdk }) => {
    await client("agent").whoami();
    const agent = (await seen("agent"))[0]?.headers["user-agent"] ?? "";
    const isBrowser = /^Mozilla/.test(globalThis.navigator?.userAgent ?? "");
    same(isBrowser ? agent !== "" : agent === `reflexio-ts/${sdk.VERSION}`, true);
  },
  "a DELETE carries its body": async ({ client, seen }) => {
    await client("delete").deleteRequestsByIds({ requestIds: ["a", "b"] });
    const [call] = await seen("delete");
    same([call?.method, call?.body], ["DELETE", { request_ids: ["a", "b"] }]);
  },
  "arguments are refused before anything is sent": async ({ client, seen, sdk }) => {
    const error = await rejection(client("refused").search({ query: " " }));
    same(error instanceof sdk.ReflexioValidationError, true);
    same(await seen("refused"), []);
  },
  "a refusal of the server is an error with its detail": async ({ client, sdk }) => {
    const error = await rejection(client("status/404").whoami());
    same(error instanceof sdk.ReflexioHTTPError, true);
    same([error["status"], error["detail"], error["correlationId"]], [404, "no", "0badcafe"]);
  },
  "an answer that is not JSON is an error with its beginning": async ({ client, sdk }) => {
    const error = await rejection(client("html").whoami());
    same(error instanceof sdk.ReflexioAPIError, true);
    same(String(error["bodyPreview"]).startsWith("<html>"), true);
  },
  "a redirect is refused": async ({ client, seen, sdk }) => {
    const error = await rejection(client("redirect").whoami());
    same(error instanceof sdk.ReflexioRedirectError, true);
    same((await seen("redirect")).length, 1);
  },
  "a connection that is dropped is a connection error": async ({ client, sdk }) => {
    const error = await rejection(client("drop", { maxRetries: 0 }).whoami());
    same(error instanceof sdk.ReflexioConnectionError, true);
  },
  "a call ends at its time limit": async ({ client, sdk }) => {
    const error = await rejection(client("never", { timeoutMs: 50 }).whoami());
    same(error instanceof sdk.ReflexioTimeoutError, true);
  },
  "an abort rejects with its own reason": async ({ client }) => {
    const controller = new AbortController();
    const call = client("never").whoami({ signal: controller.signal });
    controller.abort(new Error("mine"));
    same((await rejection(call)).message, "mine");
  },
  "a read is repeated when the server is busy": async ({ client, seen }) => {
    const answer = await client("busy-twice", { retryDelayMs: 1 }).search({ query: "q" });
    same([answer.success, (await seen("busy-twice")).length], [true, 3]);
  },
  "background calls are done and reported by flush()": async ({ client, sdk }) => {
    const told: string[] = [];
    const worker = client("background", {
      onBackgroundError: (_error, info) => told.push(info.method),
    });
    for (let number = 0; number < 20; number++) {
      await worker.deleteRequest({ requestId: number === 7 ? "bad" : `${number}` });
    }
    const { completed, failed, unfinished } = await worker.flush();
    same([completed, failed.length, unfinished, worker.pending], [19, 1, 0, 0]);
    same([failed[0]?.error instanceof sdk.ReflexioHTTPError, told], [true, ["deleteRequest"]]);
  },
  "waitUntil gets the work of its scope": async ({ client, seen }) => {
    const works: Promise<unknown>[] = [];
    const scope = client("scope").scope({
      userId: "u",
      waitUntil: (work) => void works.push(work),
    });
    await scope.deleteProfile({ profileId: "p" });
    await Promise.all(works);
    same((await seen("scope")).length, 1);
  },
  "closing a client finishes its work and refuses more": async ({ client, seen }) => {
    const closing = client("close");
    await closing.deleteSession({ sessionId: "s" });
    await closing.close();
    same((await seen("close")).length, 1);
    same((await rejection(closing.whoami())).message.includes("closed"), true);
  },
  "answers are kept and copied": async ({ client, seen }) => {
    const reader = client("cache");
    const [first, second] = await Promise.all([
      reader.getProfiles({ userId: "u" }),
      reader.getProfiles({ userId: "u" }),
    ]);
    await reader.getProfiles({ userId: "u" });
    same([first === second, (await seen("cache")).length], [false, 1]);
  },
  "a waiting rerun ends when the run does": async ({ client }) => {
    const answer = await client("rerun", { pollIntervalMs: 5 }).rerunProfileGeneration({
      waitForResponse: true,
    });
    same([answer.success, answer.profiles_generated], [true, 2]);
  },
  "a context has its headings and sources": async ({ client }) => {
    const { text, sources } = await client("context").context("tea", { userId: "u" });
    same([text, sources.length], ["**User Context:**\n- Drinks tea", 1]);
  },
  "a megabyte of text arrives whole": async ({ client, seen }) => {
    const content = "\u00e5".repeat(1_000_000);
    await client("large").publishInteraction({ userId: "u", interactions: [{ content }] });
    const body = (await seen("large"))[0]?.body as {
      interaction_data_list: { content: string }[];
    };
    same(body.interaction_data_list[0]?.content.length, 1_000_000);
  },
};

/**
 * Runs every case.
 *
 * @param sdk The package.
 * @param serverUrl Address of the behaviour server, without a trailing slash.
 * @param run A word of its own for this run.
 */
export async function runSuite(
  sdk: typeof Sdk,
  serverUrl: string,
  run: string,
): Promise<CaseResult[]> {
  const base = (behaviour: string) => `${serverUrl}/${run}/${behaviour}`;
  const tools: Tools = {
    sdk,
    client: (behaviour, options = {}) =>
      new sdk.ReflexioClient({ urlEndpoint: base(behaviour), logger: {}, ...options }),
    seen: async (behaviour) => {
      const response = await fetch(`${serverUrl}/seen?of=${run}/${behaviour}`);
      return await response.json();
    },
  };
  const results: CaseResult[] = [];
  for (const [name, check] of Object.entries(CASES)) {
    try {
      await check(tools);
      results.push({ name, problem: null });
    } catch (error) {
      results.push({ name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return results;
}

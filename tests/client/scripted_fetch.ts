/** One request as a scripted `fetch` saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed body, undefined when there was none. */
  readonly body: unknown;
}

/** What a script gives for a request: an answer, a JSON value, or an error to throw. */
export type Scripted = Response | Error | object;

/** A `fetch` that answers from a script and remembers what it was asked. */
export interface ScriptedFetch {
  readonly fetch: typeof fetch;
  readonly seen: SeenRequest[];
}

/** Fields that every kind of answer needs. */
export const EMPTY_LISTS = {
  interactions: [],
  user_profiles: [],
  profiles: [],
  user_playbooks: [],
  agent_playbooks: [],
  sessions: [],
  profile_change_logs: [],
  change_logs: [],
  agent_success_evaluation_results: [],
} as const;

/** An answer that satisfies every method. */
export const FULL_ANSWER = {
  success: true,
  ...EMPTY_LISTS,
  org_id: "org",
  status: "healthy",
  server_version: "1",
  api_version: "v1",
  min_client_version: "0.1.0",
  storage_config: null,
} as const;

/**
 * Makes a scripted `fetch`.
 *
 * @param script Called for each request with its number, from 0.
 */
export function scriptedFetch(
  script: (request: SeenRequest, index: number) => Scripted | Promise<Scripted> = () => FULL_ANSWER,
): ScriptedFetch {
  const seen: SeenRequest[] = [];
  const send = async (input: URL | RequestInfo, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const text = init.body === null || init.body === undefined ? "" : String(init.body);
    const request: SeenRequest = {
      method: init.method ?? "GET",
      url: new URL(String(input)),
      headers: new Headers(init.headers),
      text,
      body: text === "" ? undefined : JSON.parse(text),
    };
    seen.push(request);
    const answer = await orAborted(script(request, seen.length - 1), init.signal ?? null);
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  };
  return { fetch: send as typeof fetch, seen };
}

/** A promise that never settles. */
export function never(): Promise<Response> {
  return new Promise(() => {});
}

async function orAborted<T>(work: T | Promise<T>, signal: AbortSignal | null): Promise<T> {
  if (!signal) return await work;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

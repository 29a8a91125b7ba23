import { ReflexioClient, type ReflexioClientOptions } from "../../mod.ts";
import { createReflexio, type Reflexio, type ReflexioOptions } from "../../server/mod.ts";
import { ScriptedLearner } from "../support/scripted_learner.ts";

/** The client and a server in this process, without a socket between them. */
export interface ServedClient extends AsyncDisposable {
  readonly client: ReflexioClient;
  readonly reflexio: Reflexio;
  /** Learner of the server, unless the options name another. */
  readonly learner: ScriptedLearner;
  /** Moves the server's clock and lets it do what is due. */
  pass(seconds: number): Promise<void>;
}

/** Start of the server's clock, Unix milliseconds. */
export const START_MS = 1_800_000_000_000;

/** Makes a client and a server with a learner by script and a clock that stands still. */
export async function servedClient(
  options: ReflexioOptions = {},
  clientOptions: ReflexioClientOptions = {},
): Promise<ServedClient> {
  const learner = new ScriptedLearner();
  let nowMs = START_MS;
  const reflexio = await createReflexio({
    kv: ":memory:",
    learner,
    now: () => nowMs,
    log: () => {},
    env: () => undefined,
    ...options,
  });
  const send = (input: RequestInfo | URL, init?: RequestInit) =>
    reflexio.fetch(new Request(input, init));
  const client = new ReflexioClient({
    urlEndpoint: "http://localhost",
    fetch: send as typeof fetch,
    pollIntervalMs: 1,
    cache: false,
    env: () => undefined,
    ...clientOptions,
  });
  return {
    client,
    reflexio,
    learner,
    async pass(seconds) {
      nowMs += seconds * 1_000;
      await reflexio.drain();
    },
    async [Symbol.asyncDispose]() {
      await client.close();
      await reflexio[Symbol.asyncDispose]();
    },
  };
}

/** Publishes user turns and waits until they are learnt from. */
export function say(
  { client }: ServedClient,
  userId: string,
  texts: readonly string[],
  more: { readonly sessionId?: string; readonly source?: string; readonly agentVersion?: string } =
    {},
) {
  const interactions = texts.map((content) => ({ role: "User", content }));
  return client.publishInteraction({ userId, interactions, waitForResponse: true, ...more });
}

/** Contents in alphabetical order. */
export function contents(rows: readonly { readonly content: string }[]): string[] {
  return rows.map((row) => row.content).sort();
}

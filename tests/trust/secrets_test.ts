import { assert, assertEquals } from "@std/assert";
import { createReflexio, parseApiKeys, type Reflexio } from "../../server/mod.ts";
import { ENDPOINTS } from "../../client/contract/mod.ts";

/** In every secret of this run. */
const MARK = "SECRETMARK";

/** Sends a request and gives everything that came back. */
async function ask(
  reflexio: Reflexio,
  path: string,
  options: { readonly key?: string; readonly body?: unknown; readonly method?: string } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const { key, body, method = body === undefined ? "GET" : "POST" } = options;
  const response = await reflexio.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...key === undefined ? {} : { Authorization: `Bearer ${key}` },
      },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    }),
  );
  return {
    status: response.status,
    text: `${JSON.stringify([...response.headers])}${await response.text()}`,
  };
}

/** A listener that takes model calls and answers every one with an error that quotes the key. */
function refusingProvider() {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const sent = request.headers.get("authorization") ?? request.headers.get("x-api-key") ?? "";
    return Response.json({ error: { message: `Incorrect API key provided: ${sent}` } }, {
      status: 401,
    });
  });
}

Deno.test("no answer, log line, metric or page shows a secret", async () => {
  await using provider = refusingProvider();
  const { port } = provider.addr;
  const keyBytes = btoa(`${MARK}-bytes-of-encryption-key!`.padEnd(32, "x").slice(0, 32));
  const env: Record<string, string> = {
    REFLEXIO_LEARNER: "model",
    OPENAI_API_KEY: `sk-${MARK}-of-the-site-0123456789`,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    ANTHROPIC_API_KEY: `sk-ant-${MARK}-0123456789`,
    REFLEXIO_ENCRYPTION_KEYS: `one:${keyBytes}`,
    REFLEXIO_METRICS_TOKEN: `${MARK}-scraper`,
  };
  const apiKey = `${MARK}-admin-of-acme`;
  const writeKey = `${MARK}-write-of-acme`;
  const lines: string[] = [];
  await using reflexio = await createReflexio({
    env: (name) => env[name],
    apiKeys: await parseApiKeys(`acme:admin:${apiKey},acme:write:${writeKey}`),
    log: (level, message) => void lines.push(`${level} ${message}`),
    onRequest: (record) => void lines.push(JSON.stringify(record)),
  });
  const shown: string[] = [];
  const look = (place: string, text: string) => {
    if (text.includes(MARK) || text.includes(keyBytes)) {
      shown.push(`${place}: ${text.slice(0, 300)}`);
    }
  };
  const configured = await ask(reflexio, "/api/set_config", {
    key: apiKey,
    body: {
      storage_config: null,
      api_key_config: { openai: { api_key: `sk-${MARK}-of-the-org-0123456789` } },
    },
  });
  assertEquals(configured.status, 200, configured.text);
  look("set_config", configured.text);
  const published = await ask(reflexio, "/api/publish_interaction?wait_for_response=true", {
    key: writeKey,
    body: {
      user_id: "ana",
      interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
    },
  });
  look("publish", published.text);
  await reflexio.drain();
  for (const { path, method } of Object.values(ENDPOINTS)) {
    const options = method === "GET" ? {} : { method, body: { nonsense: true, api_key: 1 } };
    look(path, (await ask(reflexio, path, { ...options, key: writeKey })).text);
    look(`${path} without a key`, (await ask(reflexio, path, options)).text);
    look(`${path} with a wrong key`, (await ask(reflexio, path, { ...options, key: "x" })).text);
  }
  for (const path of ["/api/status", "/api/jobs", "/api/explain_declined", "/ready"]) {
    look(path, (await ask(reflexio, path, { key: apiKey })).text);
  }
  look("/metrics", (await ask(reflexio, "/metrics", { key: `${MARK}-scraper` })).text);
  for (const line of lines) look("log", line);
  assertEquals(shown, []);
  assert(lines.some((line) => line.includes("profile_generation")), "the failing model was logged");
});

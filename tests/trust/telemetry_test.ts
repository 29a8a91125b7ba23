import { assert, assertEquals } from "@std/assert";
import { startServerProcess } from "../support/server_process.ts";
import { type CollectedSpan, startOtlpCollector } from "./otlp_collector.ts";

/** Keys that may be nowhere. */
const KEY = "rflx-key-that-opens-everything-0815";

/** Marks whatever a person wrote. */
const USER = "person-of-the-traces-0815";
const WORD = "Ouagadougou";

/** Variables that switch the runtime's telemetry on. */
function otel(url: string, protocol: string): Record<string, string> {
  return {
    OTEL_DENO: "true",
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
    OTEL_BSP_SCHEDULE_DELAY: "100",
    OTEL_SERVICE_NAME: "reflexio",
    REFLEXIO_API_KEYS: `acme:${KEY}`,
  };
}

async function post(url: string, path: string, body: unknown): Promise<Response> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${KEY}` },
    body: JSON.stringify(body),
  });
  await response.text();
  return response;
}

/** Teaches a server and searches it. */
async function use(url: string): Promise<void> {
  const published = await post(url, "/api/publish_interaction?wait_for_response=true", {
    user_id: USER,
    interaction_data_list: [{ role: "User", content: `I live in ${WORD}.` }],
  });
  assertEquals(published.status, 200);
  await post(url, "/api/search_profiles", { user_id: USER, query: `Who lives in ${WORD}?` });
  await post(url, `/api/nothing_${USER}`, {});
}

/** Names from a span up to the root of its trace, as far as they came in. */
function pathOf(span: CollectedSpan, spans: readonly CollectedSpan[]): string[] {
  const parent = spans.find((other) => other.spanId === span.parentSpanId);
  return parent === undefined ? [span.name] : [span.name, ...pathOf(parent, spans)];
}

/** Paths of all spans of a name. */
function pathsOf(name: string, spans: readonly CollectedSpan[]): string[] {
  const found = spans.filter((span) => span.name === name);
  return found.map((span) => pathOf(span, spans).join(" < "));
}

Deno.test("with OTEL_DENO a request, its store, its learning and its searches are spans of one trace", async () => {
  await using collector = startOtlpCollector();
  {
    await using server = await startServerProcess({
      kv: ":memory:",
      env: otel(collector.url, "http/json"),
    });
    await use(server.url);
    await collector.until((spans) => spans.some(({ name }) => name === "POST other"));
  }
  const { spans } = collector;
  const publish = "POST /api/publish_interaction";
  for (const kind of ["profile_generation", "playbook_generation"]) {
    assertEquals(pathsOf(`learn ${kind}`, spans), [
      `learn ${kind} < store write < ${publish} < POST`,
    ]);
  }
  assert(pathsOf("store write", spans).includes(`store write < ${publish} < POST`));
  assert(
    pathsOf("store write", spans).some((path) =>
      path.startsWith("store write < learn profile_generation <")
    ),
  );
  assertEquals(pathsOf("search", spans), ["search < POST /api/search_profiles < POST"]);
  const request = spans.find(({ name }) => name === publish);
  assertEquals(request?.attributes["http.response.status_code"], "200");
  assertEquals(request?.attributes["http.route"], "/api/publish_interaction");
  const ours = JSON.stringify(spans.filter(({ scope }) => scope === "reflexio"));
  assert(!ours.includes(USER) && !ours.includes(WORD), ours);
  for (const secret of [WORD, KEY]) {
    assert(!collector.texts.some((text) => text.includes(secret)), `${secret} goes out`);
  }
});

Deno.test("spans go out in the binary form too", async () => {
  await using collector = startOtlpCollector();
  await using server = await startServerProcess({
    kv: ":memory:",
    env: otel(collector.url, "http/protobuf"),
  });
  await use(server.url);
  await server.stop();
  const all = collector.texts.join("");
  assert(all.includes("learn profile_generation") && all.includes("/api/search_profiles"));
  assert(!all.includes(WORD));
});

Deno.test("without OTEL_DENO, or with the SDK off, a server works and sends nothing", async () => {
  await using collector = startOtlpCollector();
  const { OTEL_DENO: _, ...off } = otel(collector.url, "http/json");
  for (const env of [off, { ...off, OTEL_DENO: "true", OTEL_SDK_DISABLED: "true" }]) {
    await using server = await startServerProcess({ kv: ":memory:", env });
    await use(server.url);
  }
  assertEquals(collector.texts, []);
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { reflexioMiddleware } from "../../client/adapters/ai_sdk.ts";
import {
  createReflexioRetriever,
  createReflexioTool,
  withReflexioModel,
} from "../../client/adapters/langchain/mod.ts";
import { reflexioProcessor } from "../../client/adapters/mastra.ts";
import { createOpenAiTools, withReflexioFetch } from "../../client/adapters/openai.ts";
import { createReflexioRecorder } from "../../client/adapters/recorder.ts";
import { NOTHING_FOUND } from "../../client/adapters/tool.ts";
import { CONTEXT_MARKER } from "../../client/contract/context_text.ts";
import type { UnifiedSearchViewResponse } from "../../mod.ts";
import { CONTEXT_TAIL, fakeAdapterClient, FOUND, KNOWN, spoken } from "./adapter_client.ts";
import { scriptedFetch } from "./scripted_fetch.ts";

const CONTEXT = `${CONTEXT_MARKER}\n\n${CONTEXT_TAIL}`;

/** Server-sent events as a model API streams them. */
function eventStream(events: readonly object[]): Response {
  const text = events.map((event) => `event: x\ndata: ${JSON.stringify(event)}\n\n`).join("");
  return new Response(`${text}data: [DONE]\n\n`, {
    headers: { "content-type": "text/event-stream" },
  });
}

/** One call through the wrapped `fetch`: what reached the model and what was published. */
async function throughFetch(path: string, body: object, answer: () => Response) {
  const client = fakeAdapterClient();
  const { fetch, seen } = scriptedFetch(answer);
  const wrapped = withReflexioFetch(fetch, { client, userId: "ana", sessionId: "s" });
  const before = JSON.stringify(body);
  const response = await wrapped(`https://api.example.org${path}`, {
    method: "POST",
    headers: { "content-length": "1" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assertEquals(JSON.stringify(body), before);
  return { client, text, sent: seen[0]?.body as Record<string, unknown>, seen };
}

const CHAT = {
  model: "m",
  messages: [
    { role: "system", content: "be kind" },
    { role: "user", content: "earlier" },
    { role: "assistant", content: "answered" },
    { role: "user", content: [{ type: "text", text: "Where" }, { type: "text", text: "to?" }] },
  ],
};

Deno.test("withReflexioFetch() serves chat completions", async () => {
  const { client, sent, text, seen } = await throughFetch(
    "/v1/chat/completions?x=1",
    CHAT,
    () => Response.json({ choices: [{ message: { role: "assistant", content: "North" } }] }),
  );
  const messages = sent["messages"] as { role: string; content: unknown }[];
  assertEquals(messages[3], { role: "system", content: CONTEXT });
  assertEquals(messages.toSpliced(3, 1), CHAT.messages);
  assertEquals(client.queries, ["Where\nto?"]);
  assertStringIncludes(text, "North");
  assertEquals(seen[0]?.headers.get("content-length"), null);
  assertEquals(spoken(client), [[["user", "Where\nto?"], ["assistant", "North"]]]);
  assertEquals([client.published[0]?.userId, client.published[0]?.sessionId], ["ana", "s"]);
});

Deno.test("withReflexioFetch() reads a stream of chat completions", async () => {
  const { client, text } = await throughFetch("/chat/completions", CHAT, () =>
    eventStream([
      { choices: [{ delta: { role: "assistant", content: "" } }] },
      { choices: [{ delta: { content: "No" } }] },
      { choices: [{ delta: { content: "rth" } }] },
      { choices: [] },
    ]));
  assertStringIncludes(text, "[DONE]");
  assertEquals(spoken(client), [[["user", "Where\nto?"], ["assistant", "North"]]]);
});

Deno.test("withReflexioFetch() records a tool loop as one exchange when it ends", async () => {
  const call = { id: "c1", type: "function", function: { name: "region", arguments: '{"a":1}' } };
  const first = await throughFetch(
    "/chat/completions",
    CHAT,
    () => Response.json({ choices: [{ message: { content: null, tool_calls: [call] } }] }),
  );
  assertEquals(first.client.published.length, 0);
  const messages = [
    ...CHAT.messages,
    { role: "assistant", content: null, tool_calls: [call] },
    { role: "tool", tool_call_id: "c1", content: "north" },
  ];
  const { client } = await throughFetch(
    "/chat/completions",
    { ...CHAT, messages },
    () => Response.json({ choices: [{ message: { content: "North" } }] }),
  );
  assertEquals(spoken(client), [[
    ["user", "Where\nto?"],
    ["assistant", "(tool call)"],
    ["assistant", "North"],
  ]]);
  assertEquals(client.published[0]?.interactions[1]?.tools_used, [
    { tool_name: "region", tool_data: { input: { a: 1 }, output: "north" } },
  ]);
});

Deno.test("withReflexioFetch() serves OpenAI responses, whole and streamed", async () => {
  const response = {
    output: [
      { type: "reasoning", summary: [] },
      { type: "message", content: [{ type: "output_text", text: "North" }] },
    ],
  };
  for (
    const answer of [
      () => Response.json(response),
      () => eventStream([{ type: "response.created" }, { type: "response.completed", response }]),
    ]
  ) {
    const { client, sent } = await throughFetch("/v1/responses", { input: "Where to?" }, answer);
    assertEquals(sent["input"], [
      { role: "system", content: CONTEXT },
      { role: "user", content: "Where to?" },
    ]);
    assertEquals(spoken(client), [[["user", "Where to?"], ["assistant", "North"]]]);
  }
});

Deno.test("withReflexioFetch() serves Anthropic messages, whole and streamed", async () => {
  const body = { messages: [{ role: "user", content: "Where to?" }] };
  for (
    const answer of [
      () => Response.json({ content: [{ type: "text", text: "North" }] }),
      () =>
        eventStream([
          { type: "content_block_start", content_block: { type: "text", text: "" } },
          { type: "content_block_delta", delta: { type: "text_delta", text: "Nor" } },
          { type: "content_block_delta", delta: { type: "text_delta", text: "th" } },
        ]),
    ]
  ) {
    const { client, sent } = await throughFetch("/v1/messages", body, answer);
    assertEquals(sent["system"], CONTEXT);
    assertEquals(sent["messages"], body.messages);
    assertEquals(spoken(client), [[["user", "Where to?"], ["assistant", "North"]]]);
  }
  const text = await throughFetch(
    "/messages",
    { ...body, system: "be kind" },
    () => Response.json({ content: [] }),
  );
  assertEquals(text.sent["system"], `be kind\n\n${CONTEXT}`);
  const blocks = await throughFetch(
    "/messages",
    { ...body, system: [{ type: "text", text: "a" }] },
    () => Response.json({ content: [] }),
  );
  assertEquals(blocks.sent["system"], [{ type: "text", text: "a" }, {
    type: "text",
    text: CONTEXT,
  }]);
});

Deno.test("withReflexioFetch() lets everything else pass untouched", async () => {
  const client = fakeAdapterClient();
  const { fetch, seen } = scriptedFetch(() => ({ ok: true }));
  const wrapped = withReflexioFetch(fetch, { client, userId: "ana" });
  await wrapped("https://api.example.org/v1/models");
  await wrapped("https://api.example.org/v1/embeddings", { method: "POST", body: '{"input":"a"}' });
  await wrapped("https://api.example.org/v1/messages", { method: "POST", body: '"a"' });
  assertEquals(seen.map((request) => request.text), ["", '{"input":"a"}', '"a"']);
  assertEquals([client.queries.length, client.published.length], [0, 0]);
});

Deno.test("withReflexioFetch() understands a Request object", async () => {
  const client = fakeAdapterClient();
  const bodies: string[] = [];
  const send = async (input: RequestInfo | URL, init?: RequestInit) => {
    bodies.push(await new Request(input, init).text());
    return Response.json({ choices: [{ message: { content: "North" } }] });
  };
  const request = new Request("https://api.example.org/chat/completions", {
    method: "POST",
    body: JSON.stringify(CHAT),
  });
  const wrapped = withReflexioFetch(send as typeof fetch, { client, userId: "ana" });
  await (await wrapped(request)).text();
  assertStringIncludes(bodies[0] ?? "", KNOWN);
  assertEquals(client.published.length, 1);
});

Deno.test("a failure of Reflexio does not fail the model call; a failed model call is not recorded", async () => {
  const client = fakeAdapterClient(new Error("down"));
  const { fetch, seen } = scriptedFetch(() => Response.json({}, { status: 500 }));
  const wrapped = withReflexioFetch(fetch, { client, userId: "ana" });
  const response = await wrapped("https://api.example.org/chat/completions", {
    method: "POST",
    body: JSON.stringify(CHAT),
  });
  assertEquals(response.status, 500);
  assertEquals(seen[0]?.body, CHAT);
  assertEquals(client.published.length, 0);
});

Deno.test("inject and capture can be turned off", async () => {
  const client = fakeAdapterClient();
  const { fetch, seen } = scriptedFetch(() => ({ choices: [{ message: { content: "a" } }] }));
  const call = { method: "POST", body: JSON.stringify(CHAT) };
  const url = "https://api.example.org/chat/completions";
  await (await withReflexioFetch(fetch, { client, userId: "u", inject: false })(url, call)).text();
  assertEquals([client.queries.length, client.published.length], [0, 1]);
  await (await withReflexioFetch(fetch, { client, userId: "u", capture: false })(url, call)).text();
  assertEquals([client.queries.length, client.published.length], [1, 1]);
  assertEquals(seen[0]?.body, CHAT);
});

Deno.test("reflexioMiddleware() adds the context and records whole and streamed answers", async () => {
  const client = fakeAdapterClient();
  const middleware = reflexioMiddleware({ client, userId: "ana" });
  assertEquals(middleware.specificationVersion, "v3");
  assertEquals(
    reflexioMiddleware({ client, userId: "ana", specificationVersion: "v2" }).specificationVersion,
    "v2",
  );
  const user = { role: "user", content: [{ type: "text", text: "Where to?" }] };
  const params = { prompt: [{ role: "system", content: "be kind" }, user], temperature: 1 };
  const changed = await middleware.transformParams({ params });
  assertEquals(changed.prompt, [params.prompt[0], { role: "system", content: CONTEXT }, user]);
  assertEquals([changed.temperature, params.prompt.length], [1, 2]);
  const atStart = reflexioMiddleware({ client, userId: "ana", position: "start" });
  const first = await atStart.transformParams({ params });
  assertEquals(first.prompt[0], { role: "system", content: CONTEXT });

  const whole = { content: [{ type: "text", text: "North" }], usage: 1 };
  const generated = await middleware.wrapGenerate({
    doGenerate: () => Promise.resolve(whole),
    params,
  });
  assertEquals(generated, whole);
  const parts = [
    { type: "text-start", id: "1" },
    { type: "text-delta", id: "1", delta: "Nor" },
    { type: "text-delta", id: "1", delta: "th" },
  ];
  const { stream } = await middleware.wrapStream({
    doStream: () => Promise.resolve({ stream: ReadableStream.from(parts) }),
    params,
  });
  assertEquals(await Array.fromAsync(stream), parts);
  assertEquals(spoken(client), Array(2).fill([["user", "Where to?"], ["assistant", "North"]]));
});

Deno.test("reflexioMiddleware() records a tool loop when it ends", async () => {
  const client = fakeAdapterClient();
  const middleware = reflexioMiddleware({ client, userId: "ana" });
  const call = { type: "tool-call", toolCallId: "c", toolName: "region", input: '{"a":1}' };
  const user = { role: "user", content: [{ type: "text", text: "Where to?" }] };
  await middleware.wrapGenerate({
    doGenerate: () => Promise.resolve({ content: [call] }),
    params: { prompt: [user] },
  });
  assertEquals(client.published.length, 0);
  const result = { type: "tool-result", toolCallId: "c", toolName: "region", output: { v: 1 } };
  await middleware.wrapGenerate({
    doGenerate: () => Promise.resolve({ content: [{ type: "text", text: "North" }] }),
    params: {
      prompt: [user, { role: "assistant", content: [call] }, { role: "tool", content: [result] }],
    },
  });
  assertEquals(client.published[0]?.interactions[1]?.tools_used, [
    { tool_name: "region", tool_data: { input: { a: 1 }, output: { v: 1 } } },
  ]);
});

Deno.test("reflexioProcessor() adds a system message and records the exchange with its tools", async () => {
  const client = fakeAdapterClient();
  const memory = reflexioProcessor({ client, userId: "ana" });
  const state = {};
  const content = { format: 2, parts: [{ type: "text", text: "Where to?" }] };
  const messages = [{ role: "user", content }];
  const input = await memory.processInput({
    messages,
    systemMessages: [{ role: "system", content: "be kind" }],
    state,
  });
  assertEquals(input, {
    messages,
    systemMessages: [
      { role: "system", content: "be kind" },
      { role: "system", content: CONTEXT },
    ],
  });
  const payload = { toolCallId: "c", toolName: "region", args: { a: 1 }, result: "north" };
  const result = { text: "North", steps: [{ toolResults: [{ type: "tool-result", payload }] }] };
  assertEquals(await memory.processOutputResult({ messages: [], state, result }), []);
  assertEquals(spoken(client), [[
    ["user", "Where to?"],
    ["assistant", "(tool call)"],
    ["assistant", "North"],
  ]]);
  assertEquals(client.published[0]?.interactions[1]?.tools_used, [
    { tool_name: "region", tool_data: { input: { a: 1 }, output: "north" } },
  ]);
  const bare = [{ role: "assistant", content: { content: "South" } }];
  await memory.processOutputResult({ messages: bare, state });
  assertEquals(spoken(client)[1], [["user", "Where to?"], ["assistant", "South"]]);
});

/** A search result with one item of each kind and one without text. */
const MIXED: UnifiedSearchViewResponse = {
  ...FOUND,
  agent_playbooks: [{
    agent_playbook_id: 1,
    playbook_name: "",
    agent_version: "v",
    created_at: 1,
    content: "agent rule",
    trigger: "always",
    playbook_status: "approved",
    playbook_metadata: "",
  }],
  user_playbooks: ["user rule", ""].map((content, index) => ({
    user_playbook_id: index,
    agent_version: "v",
    request_id: "r",
    playbook_name: "",
    created_at: 1,
    content,
    source_interaction_ids: [],
  })),
};

Deno.test("createReflexioRetriever() gives documents of the kinds that were asked for", async () => {
  const agent = {
    pageContent: "agent rule",
    metadata: { type: "agent_playbook", trigger: "always", rationale: "", agent_version: "v" },
  };
  const user = {
    pageContent: "user rule",
    metadata: { type: "user_playbook", trigger: "", rationale: "", agent_version: "v" },
  };
  const profile = { pageContent: KNOWN, metadata: { type: "profile", user_id: "ana" } };
  for (
    const [searchType, documents] of [
      ["unified", [agent, user, profile]],
      ["agent_playbooks", [agent]],
      ["feedbacks", [agent]],
      ["user_playbooks", [user]],
      ["raw_feedbacks", [user]],
      ["profiles", [profile]],
    ] as const
  ) {
    const retriever = createReflexioRetriever({ client: fakeAdapterClient(MIXED), searchType });
    assertEquals(await retriever.invoke("q"), [...documents]);
    assertEquals(await retriever.getRelevantDocuments("q"), [...documents]);
  }
  const failing = createReflexioRetriever({ client: fakeAdapterClient(new Error("down")) });
  assertEquals(await failing.invoke("q"), []);
});

Deno.test("createReflexioTool() answers with what is known, or says that nothing is", async () => {
  const tool = createReflexioTool({ client: fakeAdapterClient(), userId: "ana" });
  assertEquals(tool.name, "reflexio_search");
  assertEquals(await tool.invoke({ query: "q" }), CONTEXT_TAIL);
  assertEquals(await tool.invoke("q"), CONTEXT_TAIL);
  assertEquals(await tool.execute({ query: "q" }), CONTEXT_TAIL);
  const failing = createReflexioTool({ client: fakeAdapterClient(new Error("down")) });
  assertEquals(await failing.invoke("q"), NOTHING_FOUND);
});

Deno.test("createOpenAiTools() carries out its own calls only", async () => {
  const client = fakeAdapterClient();
  const { tools, run } = createOpenAiTools({ client, userId: "ana" });
  assertEquals(tools[0]?.function.parameters.required, ["query"]);
  assertEquals(await run("reflexio_search", '{"query":"deploy"}'), CONTEXT_TAIL);
  assertEquals(await run("reflexio_search", "not json"), CONTEXT_TAIL);
  assertEquals(run("other", "{}"), null);
  assertEquals(client.queries, ["deploy", "not json"]);
});

Deno.test("createReflexioRecorder() skips blank texts and survives what JSON cannot carry", async () => {
  const client = fakeAdapterClient();
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  {
    await using recorder = createReflexioRecorder(client, { userId: "ana" });
    recorder.user(" ");
    recorder.user("hi");
    recorder.tool({ name: "t", input: circular, output: 10n });
  }
  assertEquals(spoken(client), [[["user", "hi"], ["assistant", "(tool call)"]]]);
  assertEquals(client.published[0]?.interactions[1]?.tools_used?.[0]?.tool_data, {
    input: "[object Object]",
    output: "10",
  });
});

Deno.test("withReflexioModel() adds the context in every way of calling, once", async () => {
  const calls: unknown[] = [];
  class Model {
    bound = 0;
    invoke(input: unknown): Promise<string> {
      calls.push(input);
      return Promise.resolve("answer");
    }
    stream(input: unknown): Promise<string> {
      return this.invoke(input);
    }
    batch(inputs: readonly unknown[]): Promise<string[]> {
      return Promise.all(inputs.map((input) => this.invoke(input)));
    }
    bindTools(): Model {
      const other = new Model();
      other.bound = this.bound + 1;
      return other;
    }
    withStructuredOutput(): { invoke(input: unknown): Promise<string> } {
      const tools = this.bindTools();
      return { invoke: (input) => tools.invoke(input) };
    }
  }
  const model = withReflexioModel(new Model(), { client: fakeAdapterClient(), userId: "ana" });
  const system = { role: "system", content: CONTEXT };
  await model.invoke("q");
  await model.stream([["system", "be kind"], ["human", "q"]]);
  await model.batch(["q"]);
  await model.bindTools().invoke({
    toChatMessages: () => [{ content: "q", getType: () => "human" }],
  });
  await model.withStructuredOutput().invoke("q");
  const user = { role: "user", content: "q" };
  assertEquals(calls.slice(0, 3), [
    [system, user],
    [["system", "be kind"], system, ["human", "q"]],
    [system, user],
  ]);
  assertEquals((calls[3] as unknown[])[0], system);
  assertEquals(calls[4], [system, user]);
  assertEquals(calls.length, 5);
  assert(model instanceof Model);
  assertEquals(model.bindTools().bound, 1);
});

Deno.test("withReflexioModel() leaves the prompt alone when nothing is known", async () => {
  const seen: unknown[] = [];
  const inner = { invoke: (input: unknown) => Promise.resolve(seen.push(input)) };
  const empty = { ...FOUND, profiles: [] };
  const model = withReflexioModel(inner, { client: fakeAdapterClient(empty), userId: "ana" });
  const messages = [["system", "only rules"]];
  await model.invoke("q");
  await model.invoke(messages);
  assertEquals(seen, ["q", messages]);
});

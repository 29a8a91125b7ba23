/**
 * The adapters with the real packages from npm. Runs only with `REFLEXIO_INTEROP=1`, since it
 * downloads them.
 *
 * @module
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { reflexioMiddleware } from "../../client/adapters/ai_sdk.ts";
import {
  createReflexioCallbackHandler,
  createReflexioTool,
  withReflexioModel,
} from "../../client/adapters/langchain/mod.ts";
import { reflexioProcessor } from "../../client/adapters/mastra.ts";
import { createMcpTools } from "../../client/adapters/mcp.ts";
import { withReflexioFetch } from "../../client/adapters/openai.ts";
import { ReflexioClient } from "../../mod.ts";
import { COMMAND, Recorder, Sandbox } from "../cli/command_line.ts";
import { fakeAdapterClient, FOUND, KNOWN, spoken } from "../client/adapter_client.ts";
import { scriptedFetch } from "../client/scripted_fetch.ts";

/** A function of a package, and a class of one. */
type Callable = (...args: unknown[]) => unknown;
type Class<T = unknown> = new (...args: unknown[]) => T;

/** Imports a package by a name that the type checker does not follow. */
async function load<T>(specifier: string): Promise<T> {
  return await import(specifier) as T;
}

/** What is used of the AI SDK. */
interface AiSdk {
  readonly wrapLanguageModel: Callable;
  generateText(options: unknown): Promise<{ readonly text: string }>;
  streamText(options: unknown): { readonly text: Promise<string> };
}

/** A test with packages from npm, skipped unless asked for. */
function interop(name: string, fn: () => Promise<void>): void {
  const isAsked = Deno.env.get("REFLEXIO_INTEROP") === "1";
  Deno.test({
    name: isAsked ? name : `${name} (skipped: set REFLEXIO_INTEROP=1 to download the package)`,
    ignore: !isAsked,
    // The packages keep timers of their own.
    sanitizeOps: false,
    sanitizeResources: false,
    fn,
  });
}

const USAGE = {
  v2: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  v3: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
  v4: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
} as const;

/** A language model of the AI SDK that answers "North" and remembers its prompts. */
function fakeLanguageModel(version: "v2" | "v3" | "v4", prompts: unknown[]) {
  const usage = USAGE[version];
  const finishReason = version === "v2" ? "stop" : { unified: "stop", raw: "stop" };
  return {
    specificationVersion: version,
    provider: "fake",
    modelId: "fake",
    supportedUrls: {},
    doGenerate({ prompt }: { prompt: unknown }) {
      prompts.push(prompt);
      const content = [{ type: "text", text: "North" }];
      return Promise.resolve({ content, finishReason, usage, warnings: [] });
    },
    doStream({ prompt }: { prompt: unknown }) {
      prompts.push(prompt);
      return Promise.resolve({
        stream: ReadableStream.from([
          { type: "stream-start", warnings: [] },
          { type: "text-start", id: "1" },
          { type: "text-delta", id: "1", delta: "Nor" },
          { type: "text-delta", id: "1", delta: "th" },
          { type: "text-end", id: "1" },
          { type: "finish", finishReason, usage },
        ]),
      });
    },
  };
}

for (
  const [specifier, specificationVersion] of [
    ["npm:ai@5", "v2"],
    ["npm:ai@6", "v3"],
    ["npm:ai@7", "v4"],
  ] as const
) {
  interop(`reflexioMiddleware() works with ${specifier}`, async () => {
    const { generateText, streamText, wrapLanguageModel } = await load<AiSdk>(specifier);
    const client = fakeAdapterClient();
    const prompts: unknown[] = [];
    const model = wrapLanguageModel({
      model: fakeLanguageModel(specificationVersion, prompts),
      middleware: reflexioMiddleware({ client, userId: "ana", specificationVersion }),
    });
    const { text } = await generateText({ model, prompt: "Where to?" });
    assertEquals(text, "North");
    const streamed = streamText({ model, prompt: "Where to?" });
    assertEquals(await streamed.text, "North");
    for (const prompt of prompts) assertStringIncludes(JSON.stringify(prompt), KNOWN);
    assertEquals(spoken(client), Array(2).fill([["user", "Where to?"], ["assistant", "North"]]));
  });
}

interop("the LangChain adapters work with npm:@langchain/core@1", async () => {
  const { FakeListChatModel } = await load<{ FakeListChatModel: Class<Pipeable> }>(
    "npm:@langchain/core@1/utils/testing",
  );
  const { ChatPromptTemplate } = await load<
    { ChatPromptTemplate: { fromMessages(messages: unknown): Pipeable } }
  >("npm:@langchain/core@1/prompts");
  const { StringOutputParser } = await load<{ StringOutputParser: Class }>(
    "npm:@langchain/core@1/output_parsers",
  );
  const { tool } = await load<{ tool: Callable }>("npm:@langchain/core@1/tools");
  const { awaitAllCallbacks } = await load<{ awaitAllCallbacks(): Promise<void> }>(
    "npm:@langchain/core@1/callbacks/promises",
  );
  interface Pipeable {
    pipe(next: unknown): Pipeable;
    invoke(input: unknown, options?: unknown): Promise<unknown>;
    stream(input: unknown, options?: unknown): Promise<AsyncIterable<string>>;
  }
  const client = fakeAdapterClient();
  const callbacks = [createReflexioCallbackHandler({ client, userId: "ana" })];
  const bare = new FakeListChatModel({ responses: ["North"] });
  const heard: string[] = [];
  const listener = {
    name: "listener",
    handleChatModelStart: (_: unknown, messages: unknown) =>
      void heard.push(JSON.stringify(messages)),
  };
  const model = withReflexioModel(bare, { client, userId: "ana" });
  const chain = ChatPromptTemplate.fromMessages([["system", "be kind"], ["human", "{question}"]])
    .pipe(model).pipe(new StringOutputParser());
  const config = { callbacks: [...callbacks, listener] };
  assertEquals(await chain.invoke({ question: "Where to?" }, config), "North");
  const parts = await Array.fromAsync(await chain.stream({ question: "Where to?" }, config));
  assertEquals(parts.join(""), "North");
  await model.invoke("Where to?", config);
  await awaitAllCallbacks();
  assertEquals(heard.length, 3);
  for (const messages of heard) assertStringIncludes(messages, KNOWN);
  assertEquals(spoken(client), Array(3).fill([["user", "Where to?"], ["assistant", "North"]]));

  const { name, description, schema, invoke } = createReflexioTool({ client, userId: "ana" });
  const wrapped = tool((input: unknown) => invoke(input as { query: string }), {
    name,
    description,
    schema,
  }) as Pipeable;
  assertStringIncludes(String(await wrapped.invoke({ query: "region" })), KNOWN);
});

interop("reflexioProcessor() works with npm:@mastra/core@1", async () => {
  interface MastraAgent {
    generate(prompt: string): Promise<{ readonly text: string }>;
  }
  const { Agent } = await load<{ Agent: Class<MastraAgent> }>("npm:@mastra/core@1/agent");
  const client = fakeAdapterClient();
  const prompts: unknown[] = [];
  const memory = reflexioProcessor({ client, userId: "ana" });
  const agent = new Agent({
    id: "helper",
    name: "Helper",
    instructions: "be kind",
    model: fakeLanguageModel("v2", prompts),
    inputProcessors: [memory],
    outputProcessors: [memory],
  });
  assertEquals((await agent.generate("Where to?")).text, "North");
  assertStringIncludes(JSON.stringify(prompts), KNOWN);
  assertEquals(spoken(client), [[["user", "Where to?"], ["assistant", "North"]]]);
});

interop("withReflexioFetch() works with npm:openai", async () => {
  const { default: OpenAI } = await load<
    { default: new (options: unknown) => OpenAiClient }
  >("npm:openai");
  interface OpenAiClient {
    chat: {
      completions: {
        create(
          body: unknown,
        ): Promise<AsyncIterable<{ choices: { delta: { content?: string } }[] }>>;
      };
    };
  }
  const client = fakeAdapterClient();
  const messages = [{ role: "user", content: "Where to?" }];
  const { fetch, seen } = scriptedFetch((request) => {
    const chunk = { id: "1", object: "chat.completion.chunk", created: 1, model: "m" };
    if (!(request.body as { stream?: boolean }).stream) {
      return {
        ...chunk,
        choices: [{ index: 0, message: { role: "assistant", content: "North" } }],
      };
    }
    const events = ["Nor", "th"].map((content) =>
      `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta: { content } }] })}\n\n`
    );
    return new Response(`${events.join("")}data: [DONE]\n\n`, {
      headers: { "content-type": "text/event-stream" },
    });
  });
  const openai = new OpenAI({
    apiKey: "k",
    baseURL: "http://model/v1",
    fetch: withReflexioFetch(fetch, { client, userId: "ana" }),
  });
  await openai.chat.completions.create({ model: "m", messages });
  const stream = await openai.chat.completions.create({ model: "m", messages, stream: true });
  const parts = await Array.fromAsync(stream);
  assertEquals(parts.map((part) => part.choices[0]?.delta.content).join(""), "North");
  for (const { text } of seen) assertStringIncludes(text, KNOWN);
  assertEquals(spoken(client), Array(2).fill([["user", "Where to?"], ["assistant", "North"]]));
});

interop("createMcpTools() works with npm:@modelcontextprotocol/sdk", async () => {
  const base = "npm:@modelcontextprotocol/sdk@1";
  interface McpServer {
    setRequestHandler(schema: unknown, handler: (request: McpRequest) => unknown): void;
    connect(transport: unknown): Promise<void>;
  }
  interface McpRequest {
    readonly params: { readonly name: string; readonly arguments?: Record<string, unknown> };
  }
  interface McpPeer {
    connect(transport: unknown): Promise<void>;
    listTools(): Promise<{ tools: { name: string }[] }>;
    callTool(call: unknown): Promise<{ content: { text: string }[]; isError?: boolean }>;
    close(): Promise<void>;
  }
  const { Server } = await load<{ Server: new (...args: unknown[]) => McpServer }>(
    `${base}/server/index.js`,
  );
  const { Client } = await load<{ Client: new (...args: unknown[]) => McpPeer }>(
    `${base}/client/index.js`,
  );
  const { InMemoryTransport } = await load<
    { InMemoryTransport: { createLinkedPair(): [unknown, unknown] } }
  >(`${base}/inMemory.js`);
  const schemas = await load<Record<string, unknown>>(`${base}/types.js`);
  const { fetch } = scriptedFetch(() => ({ ...FOUND, user_profiles: FOUND.profiles }));
  const memory = createMcpTools({
    client: new ReflexioClient({ urlEndpoint: "http://host", fetch }),
    userId: "ana",
  });
  const server = new Server({ name: "memory", version: "1" }, { capabilities: { tools: {} } });
  server.setRequestHandler(schemas["ListToolsRequestSchema"], () => ({ tools: memory.tools }));
  server.setRequestHandler(
    schemas["CallToolRequestSchema"],
    ({ params }) => memory.call(params.name, params.arguments),
  );
  const [near, far] = InMemoryTransport.createLinkedPair();
  const peer = new Client({ name: "test", version: "1" });
  await Promise.all([server.connect(near), peer.connect(far)]);
  assertEquals((await peer.listTools()).tools.length, 7);
  const answer = await peer.callTool({ name: "reflexio_search", arguments: { query: "region" } });
  assertStringIncludes(answer.content[0]?.text ?? "", KNOWN);
  const failed = await peer.callTool({ name: "other", arguments: {} });
  assertEquals(failed.isError, true);
  await peer.close();
});

interop("reflexio mcp serves the client of npm:@modelcontextprotocol/sdk over stdio", async () => {
  interface StdioPeer {
    connect(transport: unknown): Promise<void>;
    getServerVersion(): { name: string };
    listTools(): Promise<{ tools: unknown[] }>;
    callTool(call: unknown): Promise<{ content: { text: string }[]; isError?: boolean }>;
    close(): Promise<void>;
  }
  const base = "npm:@modelcontextprotocol/sdk@1/client";
  const { Client } = await load<{ Client: new (...args: unknown[]) => StdioPeer }>(
    `${base}/index.js`,
  );
  const { StdioClientTransport } = await load<{ StdioClientTransport: Class }>(`${base}/stdio.js`);
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route === "POST /api/search" ? FOUND : undefined
  );
  const peer = new Client({ name: "test", version: "1" });
  await peer.connect(
    new StdioClientTransport({
      command: Deno.execPath(),
      args: [...COMMAND, "mcp", "--user-id", "ana"],
      env: box.env(server.env),
      stderr: "ignore",
    }),
  );
  assertEquals(peer.getServerVersion().name, "reflexio");
  assertEquals((await peer.listTools()).tools.length, 7);
  const found = await peer.callTool({ name: "reflexio_context", arguments: { query: "region" } });
  assertStringIncludes(found.content[0]?.text ?? "", KNOWN);
  const wrong = await peer.callTool({ name: "reflexio_context", arguments: {} });
  assertEquals(wrong.isError, true);
  await peer.close();
});

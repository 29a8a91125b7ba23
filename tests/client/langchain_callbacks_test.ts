import { assertEquals } from "@std/assert";
import { createReflexioCallbackHandler } from "../../client/adapters/langchain/mod.ts";
import { fakeAdapterClient, spoken } from "./adapter_client.ts";

/** Messages as LangChain's own classes look to a handler. */
const human = (content: unknown) => ({ content, getType: () => "human" });
const system = (content: string) => ({ content, _getType: () => "system" });
const ai = (content: string) => ({ content, getType: () => "ai" });
const said = (text: string) => ({ generations: [[{ text }]] });

function handlerFor(client = fakeAdapterClient()) {
  const handler = createReflexioCallbackHandler({ client, userId: "ana", source: "chain" });
  return { client, handler };
}

Deno.test("nothing is published before the root chain ends, then once (C-018, C-019)", async () => {
  const { client, handler } = handlerFor();
  handler.handleChainStart({}, {}, "root");
  handler.handleChatModelStart({}, [[human("hi")]], "llm", "root");
  await handler.handleLLMEnd(said("hello"), "llm", "root");
  handler.handleChainStart({}, {}, "inner", "root");
  await handler.handleChainEnd({}, "inner", "root");
  assertEquals(client.published.length, 0);
  await handler.handleChainEnd({}, "root");
  assertEquals(spoken(client), [[["user", "hi"], ["assistant", "hello"]]]);
  assertEquals([client.published[0]?.userId, client.published[0]?.source], ["ana", "chain"]);
});

Deno.test("system and earlier assistant messages are not recorded (C-020)", async () => {
  const { client, handler } = handlerFor();
  handler.handleChainStart({}, {}, "root");
  handler.handleChatModelStart({}, [[system("rules"), ai("before"), human("now")]], "llm", "root");
  await handler.handleLLMEnd(said("after"), "llm", "root");
  await handler.handleChainEnd({}, "root");
  assertEquals(spoken(client), [[["user", "now"], ["assistant", "after"]]]);
});

Deno.test("a resent user message is recorded once, answers in order (C-021, C-022, C-023)", async () => {
  const { client, handler } = handlerFor();
  handler.handleChainStart({}, {}, "root");
  handler.handleChatModelStart({}, [[human("  as is  ")]], "a", "root");
  await handler.handleLLMEnd(said("first"), "a", "root");
  handler.handleChatModelStart({}, [[human("  as is  "), ai("first")]], "b", "root");
  await handler.handleLLMEnd({ generations: [[{ message: ai("second") }]] }, "b", "root");
  await handler.handleChainEnd({}, "root");
  assertEquals(spoken(client), [[
    ["user", "  as is  "],
    ["assistant", "first"],
    ["assistant", "second"],
  ]]);
});

Deno.test("a text that is repeated within one prompt is kept", async () => {
  const { client, handler } = handlerFor();
  const prompt = [[human("yes"), ai("sure?"), human("yes")]];
  handler.handleChatModelStart({}, prompt, "llm", "root");
  handler.handleChatModelStart({}, prompt, "again", "root");
  handler.handleChainStart({}, {}, "root");
  await handler.handleChainEnd({}, "root");
  assertEquals(spoken(client), [[["user", "yes"], ["user", "yes"]]]);
});

Deno.test("runs that overlap in time are kept apart (C-024, C-025)", async () => {
  const { client, handler } = handlerFor();
  handler.handleChainStart({}, {}, "one");
  handler.handleChainStart({}, {}, "two");
  handler.handleChatModelStart({}, [[human("1")]], "a", "one");
  handler.handleChatModelStart({}, [[human("2")]], "b", "two");
  await handler.handleLLMEnd(said("two"), "b", "two");
  await handler.handleLLMEnd(said("one"), "a", "one");
  await handler.handleChainEnd({}, "two");
  assertEquals(spoken(client), [[["user", "2"], ["assistant", "two"]]]);
  await handler.handleChainEnd({}, "one");
  assertEquals(spoken(client)[1], [["user", "1"], ["assistant", "one"]]);
  assertEquals(client.published.length, 2);
});

Deno.test("a parent that shows up late takes over what its children said", async () => {
  const { client, handler } = handlerFor();
  handler.handleChatModelStart({}, [[human("q")]], "llm", "middle");
  await handler.handleLLMEnd(said("a"), "llm", "middle");
  handler.handleChainStart({}, {}, "middle", "root");
  await handler.handleChainEnd({}, "middle", "root");
  assertEquals(client.published.length, 0);
  await handler.handleChainEnd({}, "root");
  assertEquals(spoken(client), [[["user", "q"], ["assistant", "a"]]]);
});

Deno.test("a bare model call is published (C-026, D-19)", async () => {
  const { client, handler } = handlerFor();
  handler.handleChatModelStart({}, [[human("q")]], "llm");
  await handler.handleLLMEnd(said("a"), "llm");
  handler.handleLLMStart({}, ["plain"], "text");
  await handler.handleLLMError(new Error("down"), "text");
  assertEquals(spoken(client), [[["user", "q"], ["assistant", "a"]], [["user", "plain"]]]);
});

Deno.test("tool calls join the latest answer, or stand alone with a text", async () => {
  const { client, handler } = handlerFor();
  handler.handleChainStart({}, {}, "root");
  handler.handleToolStart({ name: "first" }, "in", "t1", "root");
  await handler.handleToolEnd("out", "t1", "root");
  await handler.handleLLMEnd(said("answer"), "llm", "root");
  handler.handleToolStart({}, "in", "t2", "root", [], {}, "named");
  await handler.handleToolEnd({ content: "from message" }, "t2", "root");
  handler.handleToolStart({}, "in", "t3", "root");
  await handler.handleToolError(new Error("broke"), "t3", "root");
  await handler.handleToolEnd("unknown run", "t9", "root");
  await handler.handleChainError(new Error("late"), "root");
  const [publish] = client.published;
  assertEquals(publish?.interactions.map(({ content, tools_used }) => [content, tools_used]), [
    ["(tool call)", [{ tool_name: "first", tool_data: { input: "in", output: "out" } }]],
    ["answer", [
      { tool_name: "named", tool_data: { input: "in", output: "from message" } },
      { tool_name: "unknown_tool", tool_data: { input: "in", output: "Error: broke" } },
    ]],
  ]);
});

Deno.test("content that is no text is spelled out, empty content is skipped", async () => {
  const { client, handler } = handlerFor();
  const parts = [{ type: "text", text: "a" }, { type: "image_url", image_url: "x" }];
  handler.handleChatModelStart({}, [[human(parts), human({ odd: 1 }), human("")]], "llm");
  await handler.handleLLMEnd({}, "llm");
  assertEquals(spoken(client), [[["user", "a"], ["user", '{"odd":1}']]]);
});

Deno.test("a run in which nothing was said is not published, and a refusal does not escape", async () => {
  const quiet = handlerFor();
  quiet.handler.handleChainStart({}, {}, "root");
  await quiet.handler.handleChainEnd({}, "root");
  assertEquals(quiet.client.published.length, 0);
  const closed = fakeAdapterClient();
  closed.publishInteractionInBackground = () => Promise.reject(new Error("closed"));
  const { handler } = handlerFor(closed);
  await handler.handleLLMEnd(said("a"), "llm");
});

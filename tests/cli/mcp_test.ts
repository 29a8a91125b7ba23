import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { messageLines } from "../../cli/mcp/lines.ts";
import { serve } from "../../server/mod.ts";
import { deadUrl, profile, Recorder, type RunOptions, Sandbox } from "./command_line.ts";

/** A message of the server. */
interface Message {
  readonly jsonrpc: string;
  readonly id: string | number | null;
  readonly result?: Record<string, unknown> & {
    readonly content?: { readonly text: string }[];
    readonly isError?: boolean;
  };
  readonly error?: { readonly code: number; readonly message: string };
}

/** A running `reflexio mcp`, and its client. */
class Peer {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #lines: AsyncGenerator<string | null>;
  readonly #stderr: Promise<string>;
  #count = 0;

  constructor(box: Sandbox, args: readonly string[], options: RunOptions = {}) {
    this.#child = box.spawn(["mcp", ...args], options);
    this.#writer = this.#child.stdin.getWriter();
    this.#lines = messageLines(this.#child.stdout, new AbortController().signal);
    this.#stderr = new Response(this.#child.stderr).text();
  }

  /** Sends bytes as they are. */
  async raw(text: string): Promise<void> {
    await this.#writer.write(new TextEncoder().encode(text));
  }

  /** Sends a message. */
  async send(message: object): Promise<void> {
    await this.raw(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }

  /** The next message, whichever it is. */
  async next<T = Message>(): Promise<T> {
    const { value } = await this.#lines.next();
    return JSON.parse(value ?? "null");
  }

  /** Sends a request and gives the message that comes next. */
  async ask(method: string, params?: object): Promise<Message> {
    const id = ++this.#count;
    await this.send({ id, method, ...params === undefined ? {} : { params } });
    const message = await this.next();
    assertEquals([message.jsonrpc, message.id], ["2.0", id]);
    return message;
  }

  /** Calls a tool: its text, and whether it went wrong. */
  async call(name: string, input: object): Promise<[string, boolean]> {
    const { result } = await this.ask("tools/call", { name, arguments: input });
    return [result?.content?.[0]?.text ?? "", result?.isError ?? false];
  }

  /** Ends stdin and waits: exit code, messages that were left, stderr. */
  async end(): Promise<{ code: number; rest: Message[]; stderr: string }> {
    await this.#writer.close();
    const rest: Message[] = [];
    for await (const line of this.#lines) rest.push(JSON.parse(line ?? "null"));
    const { code } = await this.#child.status;
    return { code, rest, stderr: await this.#stderr };
  }

  /** Sends a signal and waits for the exit code. */
  async kill(signal: Deno.Signal): Promise<number> {
    this.#child.kill(signal);
    const { code } = await this.#child.status;
    await this.#writer.abort().catch(() => {});
    for await (const _ of this.#lines);
    await this.#stderr;
    return code;
  }
}

/** What a client says first. */
const HELLO = {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "test", version: "1" },
};

Deno.test("mcp: a whole session against a real server", async () => {
  await using box = await Sandbox.create();
  await using server = serve({ port: 0, kv: ":memory:" });
  await server.ready;
  const peer = new Peer(box, ["--user-id", "ada"], { env: { REFLEXIO_URL: server.url } });
  const hello = await peer.ask("initialize", HELLO);
  assertEquals(hello.result?.protocolVersion, "2025-06-18");
  assertEquals(hello.result?.capabilities, { tools: { listChanged: false } });
  assertEquals((hello.result?.serverInfo as { name: string }).name, "reflexio");
  await peer.send({ method: "notifications/initialized" });
  assertEquals((await peer.ask("ping")).result, {});
  const { result } = await peer.ask("tools/list");
  const tools = result?.tools as { name: string; inputSchema: { type: string } }[];
  assertEquals(tools.length, 7);
  for (const { name, inputSchema } of tools) {
    assertMatch(name, /^reflexio_[a-z_]+$/);
    assertEquals(inputSchema.type, "object");
  }
  assertEquals((await peer.call("reflexio_profiles", {}))[0], "Nothing is known yet.");
  const known = "Lives in Bergen — blå dør";
  const [added] = await peer.call("reflexio_add_profile", { content: known });
  assertMatch(added, /^Added as profile mcp-/);
  assertStringIncludes((await peer.call("reflexio_profiles", {}))[0], known);
  assertStringIncludes((await peer.call("reflexio_search", { query: "Bergen" }))[0], known);
  const [context] = await peer.call("reflexio_context", { query: "where does the user live" });
  assertStringIncludes(context, `**User Context:**\n- ${known}`);
  assertEquals((await peer.call("reflexio_playbooks", {}))[0], "No rules are known yet.");
  const messages = [{ role: "user", content: "I sail" }, { role: "assistant", content: "Noted" }];
  assertMatch(
    (await peer.call("reflexio_publish", { messages }))[0],
    /^Stored 2 turns as request /,
  );
  const { code, rest, stderr } = await peer.end();
  assertEquals([code, rest], [0, []], stderr);
  const stored = await box.run(["interactions", "list", "--user-id", "ada", "--json"], {
    env: { REFLEXIO_URL: server.url },
  });
  assertStringIncludes(stored.stdout, "I sail");
});

Deno.test("mcp: versions, and every error with its code", async () => {
  await using box = await Sandbox.create();
  const peer = new Peer(box, ["--user", "ada"], { env: { REFLEXIO_URL: deadUrl() } });
  const versions = [["2024-11-05", "2024-11-05"], ["2025-03-26", "2025-03-26"]];
  for (const [asked, spoken] of [...versions, ["2999-01-01", "2025-11-25"]]) {
    const { result } = await peer.ask("initialize", { ...HELLO, protocolVersion: asked });
    assertEquals(result?.protocolVersion, spoken);
  }
  const raw = async (text: string) => {
    await peer.raw(`${text}\n`);
    const { id, error } = await peer.next();
    return [id, error?.code];
  };
  assertEquals(await raw("{ broken"), [null, -32700]);
  assertEquals(await raw("3"), [null, -32600]);
  assertEquals(await raw("[]"), [null, -32600]);
  assertEquals(await raw(`{"id": 1, "method": "ping"}`), [1, -32600]);
  assertEquals(await raw(`{"jsonrpc": "2.0", "id": "x", "method": 4}`), ["x", -32600]);
  assertEquals(await raw(`{"jsonrpc": "2.0", "id": null, "method": "ping"}`), [null, -32600]);
  assertEquals(await raw("x".repeat(11 * 1024 * 1024)), [null, -32600]);
  const failed = async (method: string, params?: object) => {
    const { error } = await peer.ask(method, params);
    return [error?.code, error?.message];
  };
  assertEquals((await failed("resources/list"))[0], -32601);
  assertEquals(await failed("initialize", {}), [
    -32602,
    "initialize: protocolVersion must be a text",
  ]);
  assertEquals(await failed("tools/call", {}), [-32602, "tools/call: name must be a text"]);
  assertEquals((await failed("tools/call", { name: "nope" }))[0], -32602);
  assertEquals(await failed("tools/call", { name: "reflexio_search", arguments: [] }), [
    -32602,
    "tools/call: arguments must be an object",
  ]);
  assertEquals((await failed("tools/list", { cursor: "x" }))[0], -32602);
  assertEquals(await peer.call("reflexio_search", {}), [
    "Cannot call reflexio_search: query is missing",
    true,
  ]);
  const [down, isError] = await peer.call("reflexio_context", { query: "q" });
  assert(isError);
  assertStringIncludes(down, "Connection refused. Start one with reflexio services start");
  const batch = [{ id: 7, method: "ping" }, { method: "x" }, { id: 8, method: "y" }];
  await peer.raw(`${JSON.stringify(batch.map((each) => ({ jsonrpc: "2.0", ...each })))}\n`);
  const replies = await peer.next<Message[]>();
  assertEquals(replies.map(({ id, error }) => [id, error?.code]), [[7, undefined], [8, -32601]]);
  await peer.send({ method: "notifications/unheard-of" });
  await peer.send({ id: 9, result: {} });
  const { code, rest } = await peer.end();
  assertEquals([code, rest], [0, []]);
});

Deno.test("mcp: requests are answered as they are ready; a cancelled one is not; the end waits for calls", async () => {
  await using box = await Sandbox.create();
  const gates = new Map<unknown, PromiseWithResolvers<void>>();
  const arrived = Promise.withResolvers<void>();
  await using server = new Recorder(async ({ route, body }) => {
    if (route !== "POST /api/search") return undefined;
    const gate = Promise.withResolvers<void>();
    gates.set(body.query, gate);
    if (gates.size === 2) arrived.resolve();
    await gate.promise;
    return { success: true, profiles: [profile()], agent_playbooks: [], user_playbooks: [] };
  });
  const peer = new Peer(box, [], { env: { ...server.env, REFLEXIO_USER_ID: "ada" } });
  const call = (id: number, name: string, input: object) =>
    peer.send({ id, method: "tools/call", params: { name, arguments: input } });
  await call(101, "reflexio_search", { query: "slow" });
  await call(102, "reflexio_search", { query: "given up" });
  await arrived.promise;
  assertEquals((await peer.ask("ping")).result, {}, "two calls hang, a third is answered");
  await peer.send({ method: "notifications/cancelled", params: { requestId: 102 } });
  assertEquals((await peer.ask("ping")).result, {});
  await call(103, "reflexio_remember", { text: "I sail" });
  assertEquals((await peer.next()).id, 103);
  const ended = peer.end();
  for (const gate of gates.values()) gate.resolve();
  const { code, rest, stderr } = await ended;
  assertEquals([code, rest.map(({ id }) => id)], [0, [101]], stderr);
  assertStringIncludes(rest[0]?.result?.content?.[0]?.text ?? "", "Lives in Bergen");
  const publish = server.requests.find(({ route }) => route.includes("publish"));
  assertEquals([publish?.body.user_id, publish?.body.source], ["ada", "mcp"]);
});

Deno.test("mcp: without a user each call names one; SIGTERM ends it with 0", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const peer = new Peer(box, [], { env: server.env });
  assertEquals(await peer.call("reflexio_profiles", {}), [
    "Cannot call reflexio_profiles: user_id is missing",
    true,
  ]);
  assertEquals(await peer.call("reflexio_profiles", { user_id: "bo" }), [
    "Nothing is known yet.",
    false,
  ]);
  assertEquals(server.last.body.user_id, "bo");
  assertEquals(await peer.kill("SIGTERM"), 0);
});

Deno.test("messageLines() joins pieces, skips blank lines, gives null for a line that is too long", async () => {
  const encoder = new TextEncoder();
  const long = "y".repeat(6 * 1024 * 1024);
  const [first, second] = encoder.encode("ø");
  const pieces = [
    ...["a", "b\n\n"].map((piece) => encoder.encode(piece)),
    new Uint8Array([first ?? 0]),
    new Uint8Array([second ?? 0]),
    ...["\r\n", long, long, "\nc"].map((piece) => encoder.encode(piece)),
  ];
  const lines: (string | null)[] = [];
  for await (
    const line of messageLines(ReadableStream.from(pieces), new AbortController().signal)
  ) lines.push(line);
  assertEquals(lines, ["ab", "ø\r", null, "c"]);
});

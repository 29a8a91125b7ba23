import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createMcpTools } from "../../client/adapters/mcp.ts";
import { ReflexioClient } from "../../mod.ts";
import { CONTEXT_TAIL, FOUND, KNOWN } from "./adapter_client.ts";
import { scriptedFetch } from "./scripted_fetch.ts";

/** What every rule has. */
const RULE = {
  agent_version: "v2",
  request_id: "r",
  playbook_name: "p",
  created_at: 1,
  playbook_metadata: "",
};

Deno.test("createMcpTools() looks up, lists, adds and remembers, and tells the model of errors", async () => {
  const { fetch, seen } = scriptedFetch((request) =>
    request.url.pathname.endsWith("/publish_interaction") && request.text.includes("never")
      ? new Response(null, { status: 500 })
      : {
        ...FOUND,
        user_profiles: FOUND.profiles,
        user_playbooks: [
          { ...RULE, user_playbook_id: 7, trigger: "When asked", content: "Be brief" },
        ],
        agent_playbooks: [
          { ...RULE, agent_playbook_id: 8, content: "Quote\nprices", playbook_status: "approved" },
          { ...RULE, agent_playbook_id: 9, content: "Refused", playbook_status: "rejected" },
        ],
        message: "",
        request_id: "r-1",
      }
  );
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch });
  const memory = createMcpTools({ client, userId: "ana", agentVersion: "v2" });
  assertEquals(memory.tools.map((tool) => tool.name), [
    "reflexio_context",
    "reflexio_search",
    "reflexio_profiles",
    "reflexio_playbooks",
    "reflexio_add_profile",
    "reflexio_publish",
    "reflexio_remember",
  ]);
  const text = async (name: string, input?: Record<string, unknown>) => {
    const { content, isError } = await memory.call(name, input);
    return [content[0]?.text, isError];
  };
  const rules = "- [user playbook 7] When asked: Be brief\n" +
    "- [agent playbook 8, approved] Quote prices";
  const [context] = await text("reflexio_context", { query: "q" });
  assertStringIncludes(String(context), CONTEXT_TAIL);
  assertEquals(await text("reflexio_search", { query: "q", top_k: 3 }), [
    `- [profile p] ${KNOWN}\n${rules}`,
    undefined,
  ]);
  const found = seen.at(-1)?.body as Record<string, unknown>;
  assertEquals([found["top_k"], found["user_id"], found["agent_version"]], [3, "ana", "v2"]);
  assertEquals(await text("reflexio_profiles"), [`- [profile p] ${KNOWN}`, undefined]);
  assertEquals(await text("reflexio_playbooks", { limit: 4 }), [rules, undefined]);
  assertEquals(await text("reflexio_remember", { text: "I live here" }), [
    "Remembered.",
    undefined,
  ]);
  const publish = seen.at(-1)?.body as Record<string, unknown>;
  assertEquals([publish["source"], publish["force_extraction"]], ["mcp", true]);
  const messages = [{ role: "user", content: "hi" }, { role: "assistant", content: "ho" }];
  assertEquals(await text("reflexio_publish", { messages, session_id: "s" }), [
    "Stored 2 turns as request r-1.",
    undefined,
  ]);
  assertEquals((seen.at(-1)?.body as Record<string, unknown>)["session_id"], "s");
  const [added] = await text("reflexio_add_profile", { content: "Sails" });
  assertMatch(String(added), /^Added as profile mcp-[0-9a-f]{12}\.$/);
  assertEquals((await text("reflexio_remember", { text: "never" }))[1], true);
  assertEquals((await text("other"))[1], true);
});

Deno.test("createMcpTools() names the argument that is wrong and sends nothing", async () => {
  const { fetch, seen } = scriptedFetch(() => ({}));
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch });
  const memory = createMcpTools({ client, userId: "ana" });
  const cases: [string, Record<string, unknown>, string][] = [
    ["reflexio_search", {}, "query is missing"],
    ["reflexio_search", { query: " " }, "query is blank, must be a text"],
    ["reflexio_search", { query: 3 }, "query must be a text"],
    ["reflexio_search", { query: "q", top_k: 0.5 }, "top_k must be a whole number from 1 to 50"],
    ["reflexio_search", { query: "q", user_id: "eve" }, "user_id is not known"],
    ["reflexio_publish", { messages: "x" }, "messages must be a list"],
    ["reflexio_publish", { messages: [] }, "messages is empty"],
    ["reflexio_publish", { messages: [{ role: "user" }] }, "messages[0].content is missing"],
    ["reflexio_publish", { messages: [{ role: "x", content: "y" }] }, "messages[0].role must be"],
    ["reflexio_publish", { messages: [3] }, "messages[0] must be an object"],
  ];
  for (const [name, input, fault] of cases) {
    const { content, isError } = await memory.call(name, input);
    assertEquals(isError, true);
    assertStringIncludes(content[0]?.text ?? "", `Cannot call ${name}: ${fault}`);
  }
  assertEquals(seen.length, 0);
});

Deno.test("createMcpTools() takes user_id where no user is set, or where any may be named", async () => {
  const { fetch, seen } = scriptedFetch(() => ({ success: true, user_profiles: [] }));
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch, cache: false });
  const who = async (options: { userId?: string; allUsers?: boolean }, input: object) => {
    const { isError } = await createMcpTools({ client, ...options }).call(
      "reflexio_profiles",
      { ...input },
    );
    return isError ? "error" : (seen.at(-1)?.body as Record<string, unknown>)["user_id"];
  };
  assertEquals(await who({}, {}), "error");
  assertEquals(await who({}, { user_id: "bo" }), "bo");
  assertEquals(await who({ userId: "ana", allUsers: true }, {}), "ana");
  assertEquals(await who({ userId: "ana", allUsers: true }, { user_id: "bo" }), "bo");
  assertEquals(await who({ userId: "ana" }, { user_id: "bo" }), "error");
});

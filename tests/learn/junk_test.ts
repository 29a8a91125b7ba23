import { assert, assertEquals } from "@std/assert";
import { ReflexioClient } from "../../mod.ts";
import { serve } from "../../server/mod.ts";
import { openApi } from "../support/api.ts";
import { postJson } from "../support/learnt_state.ts";
import { startServerProcess } from "../support/server_process.ts";
import { playbooksOf, profilesOf } from "../support/turns.ts";
import { chats, INJECTED, SECRET_PARTS } from "./chatter.ts";

/** `REFLEXIO_FAULT_FULL=1`: 10,000 turns; else a tenth of that. */
const CONVERSATIONS = Deno.env.get("REFLEXIO_FAULT_FULL") === "1" ? 1_000 : 100;

/** Most junk among what is learnt, a share. */
const MOST_JUNK = 0.02;

Deno.test("chatter leaves no junk, injected text and secrets leave nothing", async () => {
  await using api = await openApi();
  const all = chats(CONVERSATIONS);
  for (const [n, { turns }] of all.entries()) {
    await api.call("publish_interaction", {
      user_id: `user-${n}`,
      interaction_data_list: turns,
      skip_aggregation: true,
    });
  }
  await api.reflexio.drain();
  const junk: string[] = [];
  let learnt = 0;
  let expected = 0;
  for (const [n, { keeps }] of all.entries()) {
    const items = [
      ...await profilesOf(api, `user-${n}`),
      ...await playbooksOf(api, `user-${n}`),
    ];
    learnt += items.length;
    expected += new Set(keeps).size;
    junk.push(...items.filter((item) => !keeps.some((keep) => keep.test(item))));
  }
  const text = JSON.stringify([
    await api.call("get_all_profiles"),
    await api.call("get_user_playbooks", { limit: 10_000 }),
  ]);
  assert(!text.includes(INJECTED), "something injected was learnt");
  assertEquals(SECRET_PARTS.filter((part) => text.includes(part)), []);
  assert(learnt >= expected * 0.8, `only ${learnt} of ${expected} are learnt`);
  assert(
    junk.length <= learnt * MOST_JUNK,
    `${junk.length} of ${learnt} items are junk: ${JSON.stringify(junk.slice(0, 20))}`,
  );
});

Deno.test("what context() gives out is never learnt back, wherever a host pastes it", async () => {
  await using server = serve({ port: 0 });
  const client = new ReflexioClient({ urlEndpoint: server.url });
  const say = (userId: string, content: string) =>
    client.publishInteraction({
      userId,
      interactions: [{ role: "user", content }],
      waitForResponse: true,
    });
  const rule = "From now on, always put the ticket number in every commit message.";
  for (const user of ["ana", "bo"]) {
    await say(user, "I live in Bergen. I'm allergic to peanuts.");
    await say(user, rule);
  }
  const { text, sources } = await client.context("Bergen peanuts commit message", {
    userId: "ana",
  });
  assertEquals(new Set(sources.map(({ kind }) => kind)).size, 3);
  const pastes = [
    text,
    `${text}\n\nWhat is the weather like?`,
    `What is the weather like?\n\n${text}`,
    `<context>\n${text}\n</context>\nWhat is the weather like?`,
    `Known so far:\n\n${text}\n\nNow book the flight.`,
    `Known so far:\n${sources.map(({ content }) => `* ${content}`).join("\n")}\n\nNow what?`,
  ];
  for (const [n, paste] of pastes.entries()) {
    const user = `host-${n}`;
    await say(user, paste);
    const { user_profiles } = await client.getProfiles({ userId: user });
    const { user_playbooks } = await client.getUserPlaybooks({ userId: user });
    assertEquals([user_profiles, user_playbooks], [[], []], paste);
  }
});

Deno.test("from start to learnt playbook no connection leaves the machine", async () => {
  await using server = await startServerProcess({
    kv: ":memory:",
    permissions: [
      "--no-prompt",
      "--no-remote",
      "--allow-read",
      "--allow-write",
      "--allow-env",
      "--allow-sys",
      "--allow-net=127.0.0.1",
    ],
  });
  for (const user_id of ["ana", "bo"]) {
    await postJson(server.url, "/api/publish_interaction?wait_for_response=true", {
      user_id,
      interaction_data_list: [{
        role: "User",
        content: "From now on, always put the ticket number in every commit message.",
      }],
    });
  }
  const answer = await postJson(server.url, "/api/search", { query: "commit message" });
  assert(JSON.stringify(answer).includes("ticket number"));
  const shared = await postJson(server.url, "/api/get_agent_playbooks", { limit: 10 });
  assert(JSON.stringify(shared).includes("ticket number"));
  assert(!/NotCapable|Requires/.test(server.output()), server.output());
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type ApiServer, startApi } from "./api_server.ts";
import { agentPlaybook, profile, teach, userPlaybook } from "./seed.ts";

/** The only user playbook. */
async function onlyUserPlaybook(api: ApiServer) {
  return (await api.ask("get_user_playbooks", {})).user_playbooks[0];
}

/** The only agent playbook. */
async function onlyAgentPlaybook(api: ApiServer) {
  return (await api.ask("get_agent_playbooks", {})).agent_playbooks[0];
}

Deno.test("H-121 R-001 profiles are added under their ids, the later of two equal ids wins", async () => {
  await using api = await startApi();
  const features = { shelf: 3, note: null };
  const answer = await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "p", content: "first" }),
      profile({ profile_id: "p", user_id: "bea", content: "second", custom_features: features }),
    ],
  });
  assertEquals(answer.added_count, 2);
  assertStringIncludes(answer.message ?? "", "2");
  assertEquals((await api.ask("get_profiles", { user_id: "ada" })).user_profiles, []);
  const [kept] = (await api.ask("get_profiles", { user_id: "bea" })).user_profiles;
  assertEquals([kept?.content, kept?.custom_features], ["second", features]);
  assertEquals(kept?.last_modified_timestamp, 1_767_225_600);
});

Deno.test("S-066 a lifetime without an end of its own gives the end", async () => {
  await using api = await startApi();
  const at = api.nowSec();
  const base = profile({ profile_id: "d", last_modified_timestamp: at });
  await api.ask("add_user_profile", {
    user_profiles: [{ ...base, profile_time_to_live: "one_day" }],
  });
  const [kept] = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  assertEquals(kept?.expiration_timestamp, at + 86_400);
  api.advance(86_500);
  assertEquals((await api.ask("get_profiles", { user_id: "ada" })).user_profiles, []);
});

Deno.test("S-081 S-102 what is added by hand is stored as it is, however alike", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "a", content: "x" }),
      profile({ profile_id: "b", content: "x" }),
    ],
  });
  await api.ask("add_user_playbook", { user_playbooks: [userPlaybook({}), userPlaybook({})] });
  await api.drain();
  assertEquals((await api.ask("get_profiles", { user_id: "ada" })).user_profiles.length, 2);
  const { user_playbooks } = await api.ask("get_user_playbooks", {});
  assertEquals(user_playbooks.map(({ user_playbook_id }) => user_playbook_id).toSorted(), [1, 2]);
  assertEquals((await api.ask("get_agent_playbooks", {})).agent_playbooks, []);
});

Deno.test("H-121 S-102 S-129 playbooks get ids of the server, agent playbooks its time", async () => {
  await using api = await startApi();
  const sent = {
    ...userPlaybook({ created_at: 1_000, status: "archived" }),
    user_playbook_id: 77,
    source_interaction_ids: [5, 6],
  };
  await api.ask("add_user_playbook", { user_playbooks: [sent] });
  const own = await onlyUserPlaybook(api);
  assertEquals([own?.user_playbook_id, own?.created_at, own?.status], [1, 1_000, "archived"]);
  assertEquals(own?.source_interaction_ids, [5, 6]);
  const agent = {
    ...agentPlaybook({ playbook_status: "approved" }),
    agent_playbook_id: 77,
    created_at: 1_000,
    status: "archived" as const,
    playbook_metadata: "kept",
  };
  await api.ask("add_agent_playbook", { agent_playbooks: [agent] });
  const kept = await onlyAgentPlaybook(api);
  assertEquals([kept?.agent_playbook_id, kept?.playbook_status], [1, "approved"]);
  assertEquals([kept?.playbook_metadata, kept?.status], ["kept", undefined]);
  assert((kept?.created_at ?? 0) > 1_000);
});

Deno.test("H-232 H-233 R-103 a user playbook keeps what is null or absent, an empty text is stored", async () => {
  await using api = await startApi();
  const blocking_issue = { kind: "missing_tool", details: "No ledger" } as const;
  await api.ask("add_user_playbook", {
    user_playbooks: [userPlaybook({ rationale: "why", blocking_issue })],
  });
  const before = await onlyUserPlaybook(api);
  const only = await api.ask("update_user_playbook", { user_playbook_id: 1 });
  assertEquals(only.success, true);
  assertEquals(await onlyUserPlaybook(api), before);
  await api.ask("update_user_playbook", {
    user_playbook_id: 1,
    content: null,
    rationale: "",
    playbook_name: "renamed",
  });
  const expected = { ...before, rationale: "", playbook_name: "renamed" };
  assertEquals(await onlyUserPlaybook(api), expected);
});

Deno.test("H-234 an update may empty what an add must hold", async () => {
  await using api = await startApi();
  await api.ask("add_user_playbook", { user_playbooks: [userPlaybook({})] });
  await api.ask("update_user_playbook", { user_playbook_id: 1, content: "", trigger: "" });
  const own = await onlyUserPlaybook(api);
  assertEquals([own?.content, own?.trigger], ["", ""]);
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] });
  await api.ask("update_user_profile", { user_id: "ada", profile_id: "p", content: "" });
  const [kept] = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  assertEquals(kept?.content, "");
});

Deno.test("H-235 H-089 H-090 an unknown id is not found, whatever was sent with it", async () => {
  await using api = await startApi();
  const texts = [
    await api.ask("update_user_playbook", { user_playbook_id: 41 }),
    await api.ask("update_user_playbook", { user_playbook_id: 41, content: "x" }),
    await api.ask("update_agent_playbook", { agent_playbook_id: 42, content: "x" }),
    await api.ask("update_agent_playbook_status", {
      agent_playbook_id: 43,
      playbook_status: "approved",
    }),
    await api.ask("update_user_profile", { user_id: "ada", profile_id: "p-44", content: "x" }),
  ].map(({ success, msg }) => `${success} ${msg}`);
  for (const [text, id] of texts.map((text, i) => [text, 41 + Math.max(0, i - 1)] as const)) {
    assertStringIncludes(text, "not found");
    assertStringIncludes(text, `${id}`);
    assertStringIncludes(text, "false");
  }
  assertStringIncludes(texts.at(-1) ?? "", "ada");
});

Deno.test("H-236 S-129 an agent playbook moves between review states in any status", async () => {
  await using api = await startApi();
  await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook({})] });
  for (const playbook_status of ["approved", "rejected", "pending", "rejected"] as const) {
    const body = { agent_playbook_id: 1, playbook_status };
    assertEquals((await api.ask("update_agent_playbook_status", body)).success, true);
    assertEquals((await onlyAgentPlaybook(api))?.playbook_status, playbook_status);
  }
  await api.ask("update_agent_playbook", { agent_playbook_id: 1, playbook_status: "approved" });
  assertEquals((await onlyAgentPlaybook(api))?.playbook_status, "approved");
});

Deno.test("H-237 H-232 R-006 a profile that is current and alive is changed, its end stays", async () => {
  await using api = await startApi();
  const now = api.nowSec();
  const expiration_timestamp = now + 1_000;
  await api.ask("add_user_profile", {
    user_profiles: [
      profile({ profile_id: "p", expiration_timestamp, custom_features: { a: 1, b: 2 } }),
      profile({ profile_id: "pending", status: "pending" }),
      profile({ profile_id: "dead", expiration_timestamp: now - 1 }),
    ],
  });
  api.advance(10);
  const body = { user_id: "ada", profile_id: "p", custom_features: { c: 3 } };
  assertEquals((await api.ask("update_user_profile", body)).success, true);
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  assertEquals(user_profiles.length, 1);
  const [kept] = user_profiles;
  assertEquals([kept?.content, kept?.custom_features], ["Likes tea number p", { c: 3 }]);
  assertEquals(kept?.expiration_timestamp, expiration_timestamp);
  assert((kept?.last_modified_timestamp ?? 0) >= now + 10);
  for (const profile_id of ["pending", "dead"]) {
    const refused = await api.ask("update_user_profile", { ...body, profile_id });
    assertEquals(refused.success, false, profile_id);
  }
  assertEquals((await api.ask("update_user_profile", { ...body, user_id: "bea" })).success, false);
});

Deno.test("H-238 S-078 an update is no entry of a change log", async () => {
  await using api = await startApi();
  await teach(api, "ada");
  const before = await api.ask("profile_change_log", null);
  const [learnt] = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  const profile_id = learnt?.profile_id ?? "";
  await api.ask("update_user_profile", { user_id: "ada", profile_id, content: "Lives in Turku" });
  assertEquals(await api.ask("profile_change_log", null), before);
});

Deno.test("R-103 edited playbooks are found by their new words and meaning, not by the old", async () => {
  await using api = await startApi();
  const text = { trigger: "Asked about zithers", content: "Recommend the zither museum" };
  await api.ask("add_user_playbook", {
    user_playbooks: [userPlaybook(text), userPlaybook({ content: "Say thanks", trigger: null })],
  });
  await api.ask("add_agent_playbook", { agent_playbooks: [agentPlaybook(text)] });
  const ranks = async (query: string, search_mode: "fts" | "vector") => {
    const body = { query, search_mode, threshold: 0.9 };
    const own = await api.ask("search_user_playbooks", body);
    const agent = await api.ask("search_agent_playbooks", body);
    return [
      own.user_playbooks.some(({ user_playbook_id }) => user_playbook_id === 1),
      agent.agent_playbooks.length === 1,
    ];
  };
  assertEquals(await ranks("zithers", "fts"), [true, true]);
  const edited = { trigger: "Asked about accordions", content: "Recommend the accordion shop" };
  await api.ask("update_user_playbook", { user_playbook_id: 1, ...edited });
  await api.ask("update_agent_playbook", { agent_playbook_id: 1, ...edited });
  assertEquals(await ranks("zithers", "fts"), [false, false]);
  assertEquals(await ranks("accordion", "fts"), [true, true]);
  assertEquals(await ranks(text.trigger, "vector"), [false, false]);
  assertEquals(await ranks(edited.trigger, "vector"), [true, true]);
});

Deno.test("S-082 what a person wrote is not overwritten by what is learnt later", async () => {
  await using api = await startApi();
  await teach(api, "ada", { turns: [{ role: "user", content: "I live in Bergen." }] });
  const [learnt] = (await api.ask("get_profiles", { user_id: "ada" })).user_profiles;
  const profile_id = learnt?.profile_id ?? "";
  const content = "Lives in Bergen, near the harbour";
  await api.ask("update_user_profile", { user_id: "ada", profile_id, content });
  await teach(api, "ada", { turns: [{ role: "user", content: "I live in Bergen." }] });
  const { user_profiles } = await api.ask("get_profiles", { user_id: "ada" });
  assert(user_profiles.some((item) => item.profile_id === profile_id && item.content === content));
});

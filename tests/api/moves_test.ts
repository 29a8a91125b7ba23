import { assertEquals } from "@std/assert";
import { type ApiServer, startApi } from "./api_server.ts";
import { profile, userPlaybook } from "./seed.ts";

/** Profiles of a user in every status but the passing one. */
function everyStatus(user_id: string) {
  return ([null, "pending", "archived"] as const).map((status) =>
    profile({ profile_id: `${user_id}-${status ?? "current"}`, user_id, status })
  );
}

/** Ids of profiles by status. */
async function profileIds(api: ApiServer) {
  const of = async (status_filter: "current" | "pending" | "archived") =>
    (await api.ask("get_all_profiles", null, { status_filter })).user_profiles
      .map(({ profile_id }) => profile_id).toSorted();
  return {
    current: await of("current"),
    pending: await of("pending"),
    archived: await of("archived"),
  };
}

/** Ids of user playbooks by status. */
async function playbookIds(api: ApiServer) {
  const of = async (status: null | "pending" | "archived") =>
    (await api.ask("get_user_playbooks", { status_filter: [status] })).user_playbooks
      .map(({ user_playbook_id }) => user_playbook_id).toSorted();
  return { current: await of(null), pending: await of("pending"), archived: await of("archived") };
}

Deno.test("H-239 an upgrade promotes, archives and drops profiles; a downgrade takes it back", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [...everyStatus("ada"), ...everyStatus("bea")],
  });
  assertEquals(await api.ask("upgrade_all_profiles", {}), {
    success: true,
    profiles_archived: 2,
    profiles_promoted: 2,
    profiles_deleted: 2,
    message: "Upgraded: 2 promoted, 2 archived, 2 old archived deleted",
  });
  assertEquals(await profileIds(api), {
    current: ["ada-pending", "bea-pending"],
    pending: [],
    archived: ["ada-current", "bea-current"],
  });
  assertEquals(await api.ask("downgrade_all_profiles", {}), {
    success: true,
    profiles_demoted: 2,
    profiles_restored: 2,
    message: "Downgraded: 2 archived, 2 restored",
  });
  assertEquals(await profileIds(api), {
    current: ["ada-current", "bea-current"],
    pending: [],
    archived: ["ada-pending", "bea-pending"],
  });
});

Deno.test("H-240 H-091 S-079 with nothing to move nothing is changed", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", { user_profiles: [profile({ profile_id: "p" })] });
  await api.ask("add_user_playbook", { user_playbooks: [userPlaybook({})] });
  const upgraded = [
    await api.ask("upgrade_all_profiles", {}),
    await api.ask("upgrade_all_user_playbooks", {}),
  ];
  for (const { success, message } of upgraded) {
    assertEquals([success, message], [false, "No pending items found to upgrade"]);
  }
  const downgraded = [
    await api.ask("downgrade_all_profiles", {}),
    await api.ask("downgrade_all_user_playbooks", {}),
  ];
  for (const { success, message } of downgraded) {
    assertEquals([success, message], [false, "No archived items found to restore"]);
  }
  assertEquals((await profileIds(api)).current, ["p"]);
  assertEquals((await playbookIds(api)).current, [1]);
});

Deno.test("H-241 S-079 a move of one user, or of some ids, leaves the others alone", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [...everyStatus("ada"), ...everyStatus("bea")],
  });
  const ofAda = await api.ask("upgrade_all_profiles", { user_id: "ada" });
  assertEquals([ofAda.profiles_promoted, ofAda.profiles_deleted], [1, 1]);
  const ids = await profileIds(api);
  assertEquals(ids.archived, ["ada-current", "bea-archived"]);
  assertEquals(ids.pending, ["bea-pending"]);
  const one = await api.ask("upgrade_all_profiles", { profile_ids: ["bea-pending"] });
  assertEquals([one.profiles_promoted, one.profiles_archived, one.profiles_deleted], [1, 0, 0]);
  assertEquals((await profileIds(api)).archived, ["ada-current", "bea-archived"]);
});

Deno.test("S-080 moves of affected users leave the archived rows of others alone", async () => {
  await using api = await startApi();
  const [current, , archived] = everyStatus("bea");
  if (current === undefined || archived === undefined) return;
  await api.ask("add_user_profile", { user_profiles: [...everyStatus("ada"), current, archived] });
  await api.ask("upgrade_all_profiles", { only_affected_users: true });
  assertEquals(await profileIds(api), {
    current: ["ada-pending", "bea-current"],
    pending: [],
    archived: ["ada-current", "bea-archived"],
  });
});

Deno.test("H-239 S-099 playbooks move by version and name, and may leave current ones in place", async () => {
  await using api = await startApi();
  const statuses = [null, "pending", "archived"] as const;
  await api.ask("add_user_playbook", {
    user_playbooks: [
      ...statuses.map((status) => userPlaybook({ status })),
      ...statuses.map((status) => userPlaybook({ status, agent_version: "v2" })),
      ...statuses.map((status) => userPlaybook({ status, playbook_name: "other" })),
    ],
  });
  const kept = await api.ask("upgrade_all_user_playbooks", {
    agent_version: "v2",
    archive_current: false,
  });
  assertEquals(
    [kept.user_playbooks_promoted, kept.user_playbooks_archived, kept.user_playbooks_deleted],
    [1, 0, 0],
  );
  const own = { agent_version: "v1", playbook_name: "other" };
  const moved = await api.ask("upgrade_all_user_playbooks", own);
  assertEquals(
    [moved.user_playbooks_promoted, moved.user_playbooks_archived, moved.user_playbooks_deleted],
    [1, 1, 1],
  );
  assertEquals(await playbookIds(api), {
    current: [1, 4, 5, 8],
    pending: [2],
    archived: [3, 6, 7],
  });
  const back = await api.ask("downgrade_all_user_playbooks", own);
  assertEquals([back.user_playbooks_demoted, back.user_playbooks_restored], [1, 1]);
  assertEquals((await playbookIds(api)).current, [1, 4, 5, 7]);
});

Deno.test("H-242 upgrades at the same time do not mix", async () => {
  await using api = await startApi();
  await api.ask("add_user_profile", {
    user_profiles: [...everyStatus("ada"), ...everyStatus("bea")],
  });
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => api.ask("upgrade_all_profiles", {})),
  );
  assertEquals(answers.filter(({ success }) => success).length, 1);
  assertEquals(await profileIds(api), {
    current: ["ada-pending", "bea-pending"],
    pending: [],
    archived: ["ada-current", "bea-current"],
  });
});

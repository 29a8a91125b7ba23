import { assertEquals } from "@std/assert";

/** Sends JSON and gives the JSON answer; fails on another status than 200. */
export async function postJson(url: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Waits until no job is left that could still run; a poisoned one is a failure. */
export async function waitForJobs(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/jobs?limit=1000`);
    const { jobs } = await response.json() as {
      jobs: readonly { readonly state: string; readonly kind: string }[];
    };
    const open = jobs.filter((job) => job.kind !== "session_evaluation");
    assertEquals(open.filter((job) => job.state === "poisoned"), []);
    if (open.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A list of rows in an answer. */
function rowsIn(answer: unknown, field: string): readonly Record<string, unknown>[] {
  const list: unknown = Object(answer)[field];
  if (!Array.isArray(list)) throw new Error(`No list ${field} in the answer`);
  return list;
}

/** Fields of rows as sorted lines. */
function linesOf(
  kind: string,
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
): string[] {
  return rows.map((row) => JSON.stringify([kind, ...fields.map((field) => row[field])])).sort();
}

/**
 * Everything learnt, one line an item, in alphabetical order: who, what and when it applies; without
 * ids and times. Agent playbooks are rebuilt first, since when they are made is a matter of timing.
 */
export async function learntState(url: string): Promise<readonly string[]> {
  const everything = await fetch(`${url}/api/get_all_profiles?limit=10000&status_filter=current`);
  const profiles = rowsIn(await everything.json(), "user_profiles");
  const rules = rowsIn(
    await postJson(url, "/api/get_user_playbooks", { limit: 10_000, status_filter: [null] }),
    "user_playbooks",
  );
  for (const version of new Set(rules.map((row) => row["agent_version"]))) {
    await postJson(url, "/api/run_playbook_aggregation", {
      playbook_name: "default_playbook_extractor",
      agent_version: version,
    });
  }
  const shared = rowsIn(
    await postJson(url, "/api/get_agent_playbooks", { limit: 10_000 }),
    "agent_playbooks",
  );
  return [
    ...linesOf("profile", profiles, ["user_id", "content", "profile_time_to_live", "source"]),
    ...linesOf("playbook", rules, ["user_id", "agent_version", "trigger", "content", "rationale"]),
    ...linesOf("agent", shared, ["agent_version", "trigger", "content", "rationale"]),
  ];
}

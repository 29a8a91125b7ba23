/**
 * Retrieval quality as a caller of the API gets it: the labelled set in a real server, unified search
 * with its defaults, the three lists merged round robin (answers carry no scores).
 *
 * `deno run -A --unstable-kv tests/bench/retrieval_server_bench.ts [FILE] [--noise=1000]`
 *
 * @module
 */
import { startServerProcess } from "../support/server_process.ts";
import {
  DATA_FOLDER,
  KINDS,
  type LabelledItem,
  type LabelledQuery,
  readSet,
} from "./retrieval_set.ts";

/** Hits that count. */
const CUTOFF = 5;

/** Calls an endpoint; anything but 200 is an error. */
async function post(url: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** A row of an answer. */
type Row = Readonly<Record<string, unknown>>;

/** Adds all items; gives the label of each row by `kind:id` as the server knows it. */
async function addItems(url: string, items: readonly LabelledItem[]): Promise<Map<string, string>> {
  const of = (kind: LabelledItem["kind"]) => items.filter((item) => item.kind === kind);
  const labels = new Map<string, string>();
  const profiles = of("profile");
  await post(url, "/api/add_user_profile", {
    user_profiles: profiles.map((item, i) => ({
      profile_id: String(item.id),
      user_id: item.userId,
      content: item.fields.content,
      last_modified_timestamp: 1_760_000_000 + i,
      generated_from_request_id: "bench",
    })),
  });
  for (const { id } of profiles) labels.set(`profile:${id}`, `profile:${id}`);
  const playbook = (item: LabelledItem) => ({
    agent_version: "v1",
    playbook_name: "bench",
    ...item.fields,
  });
  const users = of("user_playbook");
  await post(url, "/api/add_user_playbook", {
    user_playbooks: users.map((item) => ({
      ...playbook(item),
      user_id: item.userId,
      request_id: "bench",
    })),
  });
  await post(url, "/api/add_agent_playbook", {
    agent_playbooks: of("agent_playbook").map(playbook),
  });
  // The server numbers rows itself, in the order they came.
  const label = async (kind: "user_playbook" | "agent_playbook", sent: readonly LabelledItem[]) => {
    const path = kind === "user_playbook" ? "/api/get_user_playbooks" : "/api/get_agent_playbooks";
    const answer = await post(url, path, { limit: 10_000 });
    const ids = (answer[`${kind}s`] as Row[]).map((row) => Number(row[`${kind}_id`]));
    ids.sort((a, b) => a - b).forEach((id, i) =>
      labels.set(`${kind}:${id}`, `${kind}:${sent[i]?.id}`)
    );
  };
  await label("user_playbook", users);
  await label("agent_playbook", of("agent_playbook"));
  return labels;
}

/** Labels of the hits of one query, the three lists taken in turn. */
async function hitsOf(
  url: string,
  query: LabelledQuery,
  labels: ReadonlyMap<string, string>,
): Promise<string[]> {
  const answer = await post(url, "/api/search", { query: query.q, user_id: query.user_id ?? null });
  const lists = (["profile", "user_playbook", "agent_playbook"] as const).map((kind) =>
    ((answer[`${kind}s`] ?? []) as Row[]).map((row) =>
      labels.get(`${kind}:${row[`${kind}_id`]}`) ?? ""
    )
  );
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

if (import.meta.main) {
  const file = Deno.args.find((arg) => !arg.startsWith("--")) ?? `${DATA_FOLDER}retrieval_dev.json`;
  const noise = Number(Deno.args.find((arg) => arg.startsWith("--noise="))?.slice(8) ?? 0);
  const set = readSet(file, noise);
  const directory = await Deno.makeTempDir({ prefix: "reflexio-retrieval-" });
  const recalls = new Map<string, number[]>();
  let leaks = 0;
  try {
    await using server = await startServerProcess({ kv: `${directory}/retrieval.db` });
    const labels = await addItems(server.url, set.items);
    const ownerOf = new Map(set.items.map((item) => [`${item.kind}:${item.id}`, item.userId]));
    for (const query of set.queries) {
      const hits = await hitsOf(server.url, query, labels);
      const isForeign = (owner: string | null | undefined) =>
        query.user_id !== undefined && typeof owner === "string" && owner !== query.user_id;
      leaks += hits.filter((hit) => isForeign(ownerOf.get(hit))).length;
      // Unified search answers profiles only for a user.
      const relevant = query.user_id === undefined
        ? query.relevant.filter((id) => !id.startsWith("profile:"))
        : query.relevant;
      if (relevant.length === 0) continue;
      const first = new Set(hits.slice(0, CUTOFF));
      const recall = relevant.filter((id) => first.has(id)).length / relevant.length;
      for (const kind of [query.kind, "all"]) {
        recalls.set(kind, [...recalls.get(kind) ?? [], recall]);
      }
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
  // deno-lint-ignore no-console
  const print = console.log;
  print(
    `${file.split("/").at(-1)}: ${set.items.length} items; recall@${CUTOFF} over HTTP, hybrid\n`,
  );
  for (const kind of [...KINDS, "all"]) {
    const values = recalls.get(kind) ?? [];
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    print(`${kind.padEnd(12)} ${mean.toFixed(3)}   ${values.length} queries`);
  }
  print(`rows of another user: ${leaks}`);
}

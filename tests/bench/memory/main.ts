/**
 * Public memory benchmarks against a real server: every turn of a long conversation is published,
 * every question is a search, and the turns that carry the answer must come back. No model anywhere.
 *
 * Usage: `deno task bench:memory -- --locomo locomo10.json --longmemeval longmemeval_s.json`
 * (options: `--limit N` samples of each set, `--rows FILE` for the raw rows as JSONL). The data are
 * not part of this project; get them from their authors and name the files here.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { startServerProcess } from "../../support/server_process.ts";
import { type MemorySample, type MemorySession, readLocomo, readLongMemEval } from "./datasets.ts";
import { type Answered, scoresByType } from "./score.ts";

// deno-lint-ignore no-console
const print = console.log;

/** Calls an endpoint; anything but 200 with `success` is an error. */
async function post<T>(url: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** A stored turn as the lists give it. */
interface Turn {
  readonly interaction_id: number;
}

/** Publishes one session and gives the data set's id of each stored turn. */
async function publishSession(
  url: string,
  userId: string,
  session: MemorySession,
): Promise<[number, string][]> {
  const { request_id } = await post<{ request_id: string }>(url, "/api/publish_interaction", {
    user_id: userId,
    session_id: `${userId}/${session.id}`,
    source: "benchmark",
    interaction_data_list: session.turns.map((turn) => ({
      role: turn.speaker,
      content: `${turn.speaker}: ${turn.text}`,
    })),
  });
  const { sessions } = await post<
    { sessions: { requests: { interactions: Turn[] }[] }[] }
  >(url, "/api/get_requests", { request_id });
  const stored = sessions.flatMap((group) => group.requests.flatMap((r) => r.interactions));
  return stored.map((turn, i) => [turn.interaction_id, session.turns[i]?.id ?? ""]);
}

/** Publishes one sample and asks all its questions. */
async function runSample(url: string, sample: MemorySample): Promise<Answered[]> {
  const idOf = new Map<number, string>();
  for (const session of sample.sessions) {
    for (const [id, name] of await publishSession(url, sample.id, session)) idOf.set(id, name);
  }
  const answers: Answered[] = [];
  for (const { question, type, evidence } of sample.questions) {
    const { interactions } = await post<{ interactions: Turn[] }>(url, "/api/search_interactions", {
      user_id: sample.id,
      query: question,
      top_k: 10,
    });
    const hits = interactions.map((turn) => idOf.get(turn.interaction_id) ?? "");
    answers.push({ type, evidence, hits });
  }
  return answers;
}

/** Hex SHA-256 of a file, so that a figure names its data. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Runs one data set and prints its table. */
async function runSet(
  name: string,
  file: string,
  options: {
    readonly read: (text: string) => MemorySample[];
    readonly limit: number;
    readonly rows?: string | undefined;
  },
): Promise<void> {
  const bytes = await Deno.readFile(file);
  const samples = options.read(new TextDecoder().decode(bytes)).slice(0, options.limit);
  const directory = await Deno.makeTempDir({ prefix: "reflexio-memory-" });
  const answers: Answered[] = [];
  try {
    await using server = await startServerProcess({ kv: `${directory}/memory.db` });
    for (const sample of samples) answers.push(...await runSample(server.url, sample));
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
  if (options.rows !== undefined) {
    const lines = answers.map((answer) => JSON.stringify({ set: name, ...answer }) + "\n");
    await Deno.writeTextFile(options.rows, lines.join(""), { append: true });
  }
  print(`\n${name}: ${samples.length} samples, SHA-256 ${await sha256(bytes)}`);
  print("question type               questions  recall@1  recall@5  any@5");
  for (const [type, score] of scoresByType(answers)) {
    const figures = [score.recallAt1, score.recallAt5, score.anyAt5]
      .map((value) => value.toFixed(3).padStart(9)).join(" ");
    print(`${type.padEnd(28)}${String(score.questions).padStart(9)} ${figures}`);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: {
      locomo: { type: "string" },
      longmemeval: { type: "string" },
      limit: { type: "string" },
      rows: { type: "string" },
    },
  });
  if (values.locomo === undefined && values.longmemeval === undefined) {
    print("No data named. Get LoCoMo or LongMemEval from their authors, then:");
    print("  deno task bench:memory -- --locomo locomo10.json --longmemeval longmemeval_s.json");
    Deno.exit(2);
  }
  const shared = { limit: Number(values.limit ?? Infinity), rows: values.rows };
  if (values.locomo !== undefined) {
    await runSet("LoCoMo", values.locomo, { read: readLocomo, ...shared });
  }
  if (values.longmemeval !== undefined) {
    await runSet("LongMemEval", values.longmemeval, { read: readLongMemEval, ...shared });
  }
}

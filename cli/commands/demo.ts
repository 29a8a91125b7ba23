import type { InteractionData } from "../../client/contract/mod.ts";
import type { ReflexioClient } from "../../mod.ts";
import type { Context } from "../context.ts";
import { formatDuration, plural } from "../render/age.ts";
import { isRecord } from "../render/fields.ts";
import { highlight } from "../render/highlight.ts";
import type { Screen } from "../render/screen.ts";
import { renderTable } from "../render/table.ts";
import { oneLine, wrap } from "../render/width.ts";
import { PRINTED, type Result } from "../result.ts";
import { join } from "../settings/path.ts";
import { loadServer } from "../services/server_code.ts";

/** Publishes under way at the same time. */
const CONCURRENCY = 8;

/** Items shown of each kind. */
const SHOWN = 6;

/** Questions that the demo asks, each for a person. */
const QUESTIONS = [
  { userId: "astrid", query: "which region do I deploy the booking API to" },
  { userId: "tomas", query: "can I put peanuts into the biscuits" },
  { userId: "diego", query: "where should the churn report read its data" },
] as const;

/** A bundled conversation. */
interface Conversation {
  readonly user_id: string;
  readonly session_id: string;
  readonly agent_version: string;
  readonly source: string;
  readonly interactions: readonly InteractionData[];
}

/** The bundled conversations. They lie beside the program, in a compiled one inside it. */
async function readConversations(): Promise<Conversation[]> {
  const url = new URL("../../docs/demo/conversations.json", import.meta.url);
  const text = url.protocol === "file:"
    ? await Deno.readTextFile(url)
    : await (await fetch(url)).text();
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isRecord) as unknown as Conversation[] : [];
}

/** `demo`: starts a server of its own, lets it learn, and shows what came out. */
export async function demo(context: Context): Promise<Result> {
  const { out, input, interrupt } = context;
  const { serve } = await loadServer();
  const { ReflexioClient } = await import("../../mod.ts");
  const folder = await Deno.makeTempDir({ prefix: "reflexio-demo-" });
  const kv = join(folder, "demo.db");
  const startedMs = performance.now();
  const server = serve({ port: 0, kv });
  const signal = interrupt.take();
  try {
    await server.ready;
    const startMs = performance.now() - startedMs;
    const client = new ReflexioClient({
      urlEndpoint: server.url,
      cache: false,
      env: () => undefined,
    });
    const conversations = await readConversations();
    say(out.screen, `A server on a free port, a temporary file, no key, no network.`, context);
    const publishMs = await publishAll(context, client, conversations, signal);
    if (signal.aborted) return PRINTED;
    const show = new DemoPages(context, client);
    await show.learnt();
    await show.searches();
    await show.aggregated();
    show.timings({
      startMs,
      publishMs,
      conversations: conversations.length,
      totalMs: performance.now() - startedMs,
    });
    show.next(input.on("keep") ? kv : null);
    return PRINTED;
  } finally {
    await server.close();
    if (!input.on("keep")) await Deno.remove(folder, { recursive: true });
  }
}

/** Prints a line for people. */
function say(screen: Screen, text: string, { out }: Context): void {
  if (!out.isJson) out.line(`${screen.style.bold("Reflexio demo")}  ${text}`);
}

/** Publishes everything and waits until it is learnt. Returns how long it took, milliseconds. */
async function publishAll(
  { out }: Context,
  client: ReflexioClient,
  conversations: readonly Conversation[],
  signal: AbortSignal,
): Promise<number> {
  const progress = out.progress("Publishing");
  const byUser = Map.groupBy(conversations, ({ user_id }) => user_id);
  const queue = [...byUser.values()];
  let done = 0;
  const work = async () => {
    for (let own = queue.shift(); own && !signal.aborted; own = queue.shift()) {
      for (const each of own) {
        if (signal.aborted) return;
        await client.publishInteraction({
          userId: each.user_id,
          sessionId: each.session_id,
          agentVersion: each.agent_version,
          source: each.source,
          interactions: each.interactions,
          waitForResponse: true,
        });
        progress.update({ done: ++done, total: conversations.length, note: each.user_id });
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const elapsedMs = progress.elapsedMs;
  progress.clear();
  return elapsedMs;
}

/** What the demo prints, part by part. */
class DemoPages {
  readonly #context: Context;
  readonly #client: ReflexioClient;
  readonly #data: Record<string, unknown> = {};

  constructor(context: Context, client: ReflexioClient) {
    this.#context = context;
    this.#client = client;
  }

  get #screen(): Screen {
    const { screen } = this.#context.out;
    // The demo is made for reading: on a pipe it looks as on a terminal of 80 columns.
    return screen.isTerminal ? screen : { ...screen, isTerminal: true, columns: 80 };
  }

  /** Prints a part, unless the answer is JSON. */
  #print(title: string, body: string): void {
    if (this.#context.out.isJson) return;
    this.#context.out.line(`\n${this.#screen.style.bold(title)}\n${body}`);
  }

  /** What was learnt, as tables. */
  async learnt(): Promise<void> {
    const { user_profiles: profiles } = await this.#client.getAllProfiles({ limit: 1_000 });
    const { user_playbooks: rules } = await this.#client.getUserPlaybooks({ limit: 1_000 });
    this.#data.profiles = profiles.length;
    this.#data.user_playbooks = rules.length;
    const { cyan, dim } = this.#screen.style;
    const shown = spread(profiles, ({ user_id }) => user_id, SHOWN + 2);
    this.#print(
      `Facts about people (${shown.length} of ${profiles.length})`,
      renderTable(
        [{ title: "PERSON", paint: cyan }, { title: "LEARNT", flexible: true }],
        shown.map(({ user_id, content }) => [user_id, content]),
        this.#screen,
      ),
    );
    const shownRules = spread(rules, ({ user_id }) => user_id ?? "", SHOWN);
    this.#print(
      `Rules for the agent (${shownRules.length} of ${rules.length})`,
      renderTable(
        [
          { title: "FROM", paint: cyan },
          { title: "WHEN", flexible: true, paint: dim },
          { title: "DO", flexible: true },
        ],
        shownRules.map(({ user_id, trigger, content }) => [user_id ?? "", trigger ?? "", content]),
        this.#screen,
      ),
    );
  }

  /** Three questions with their hits. */
  async searches(): Promise<void> {
    const { style } = this.#screen;
    const times: number[] = [];
    const parts: string[] = [];
    for (const { userId, query } of QUESTIONS) {
      const startedMs = performance.now();
      const found = await this.#client.search({ query, userId, topK: 2, threshold: 0.4 });
      times.push(performance.now() - startedMs);
      const hits = [
        ...found.profiles.map(({ content }) => content),
        ...found.user_playbooks.map(({ content }) => content),
        ...found.agent_playbooks.map(({ content }) => content),
      ].filter((text, i, all) => all.indexOf(text) === i).slice(0, 2);
      const lines = hits.flatMap((hit) =>
        wrap(oneLine(hit), this.#screen.columns - 6).map((line, i) =>
          `    ${i === 0 ? style.green("→") : " "} ${highlight(line, query, style.mark)}`
        )
      );
      parts.push([`  ${style.cyan(userId)} asks: ${query}?`, ...lines].join("\n"));
    }
    this.#data.search_ms = times;
    this.#print("Three questions", parts.join("\n"));
  }

  /** One rule for everybody with the people who taught it. */
  async aggregated(): Promise<void> {
    const { agent_playbooks: shared } = await this.#client.getAgentPlaybooks({ limit: 100 });
    const { user_playbooks: rules } = await this.#client.getUserPlaybooks({ limit: 1_000 });
    this.#data.agent_playbooks = shared.length;
    const { style } = this.#screen;
    const best = shared.map((item) => ({ item, people: teachersOf(item.playbook_metadata, rules) }))
      .sort((a, b) => b.people.length - a.people.length)[0];
    if (best === undefined) {
      return this.#print(
        "Rules for everybody",
        "  None yet: several people must teach the same rule",
      );
    }
    const lines = [
      ...wrap(best.item.content, this.#screen.columns - 4).map((line) => `  ${style.bold(line)}`),
      ...best.item.trigger ? [`  when: ${best.item.trigger}`] : [],
      best.people.length > 0
        ? `  taught by ${style.cyan(best.people.join(", "))}`
        : `  version ${best.item.agent_version}`,
      style.dim(`  ${best.item.playbook_status}: a person approves it with reflexio approve`),
    ];
    this.#print(`Rules for everybody (1 of ${shared.length})`, lines.join("\n"));
  }

  /** How long everything took. */
  timings(times: {
    readonly startMs: number;
    readonly publishMs: number;
    readonly conversations: number;
    readonly totalMs: number;
  }): void {
    const { startMs, publishMs, conversations, totalMs } = times;
    const searches = Array.isArray(this.#data.search_ms) ? this.#data.search_ms.map(Number) : [];
    const bestMs = Math.min(...searches);
    this.#data.timings_ms = { start: startMs, publish_and_learn: publishMs, total: totalMs };
    this.#print(
      "Timings",
      [
        `  Server ready            ${formatDuration(startMs)}`,
        `  ${plural(conversations, "conversation").padEnd(17)}learnt ${
          formatDuration(publishMs)
        } (${formatDuration(publishMs / conversations)} each)`,
        `  Search over HTTP        ${bestMs.toFixed(1)} ms`,
        `  All together            ${formatDuration(totalMs)}`,
      ].join("\n"),
    );
  }

  /** Where to look next. */
  next(kv: string | null): void {
    const { out } = this.#context;
    if (out.isJson) {
      return out.line(JSON.stringify({ ok: true, data: { ...this.#data, kv } }, null, 2));
    }
    this.#print(
      "Next",
      [
        ...kv === null
          ? ["  reflexio services start           your own server, your own file"]
          : [`  reflexio services start --kv ${kv}`],
        `  reflexio publish --user-id you --user-message "…" --agent-response "…"`,
        `  reflexio search "…" --user-id you`,
        `  reflexio explain ID               why something was learnt`,
        `  reflexio setup claude-code        give your agent this memory`,
      ].join("\n"),
    );
  }
}

/** Some items, taken from as many people as possible. */
function spread<T>(items: readonly T[], personOf: (item: T) => string, count: number): T[] {
  const groups = [...Map.groupBy(items, personOf).values()];
  const taken: T[] = [];
  for (
    let round = 0;
    taken.length < count && groups.some((group) => group.length > round);
    round++
  ) {
    for (const group of groups) {
      const item = group[round];
      if (item !== undefined && taken.length < count) taken.push(item);
    }
  }
  return taken;
}

/** The people whose rules an agent playbook was made of. */
function teachersOf(
  metadata: string,
  rules: readonly { readonly user_playbook_id: number; readonly user_id?: string | null }[],
): string[] {
  let ids: unknown;
  try {
    const value: unknown = JSON.parse(metadata);
    ids = isRecord(value) ? value.member_ids : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (!Array.isArray(ids)) return [];
  const people = rules.filter(({ user_playbook_id }) => ids.includes(user_playbook_id))
    .map(({ user_id }) => user_id ?? "");
  return [...new Set(people)].sort();
}

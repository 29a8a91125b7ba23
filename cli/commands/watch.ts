import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { toCliError } from "../failure.ts";
import { pauseMs } from "../interrupt.ts";
import { isRecord } from "../render/fields.ts";
import { paintRole } from "../render/items.ts";
import type { Screen } from "../render/screen.ts";
import { readSince } from "../render/since.ts";
import { displayWidth, oneLine, padEnd, truncate } from "../render/width.ts";
import { PRINTED, type Result } from "../result.ts";

/** What a line of the live view is about. */
export type EventKind = "interaction" | "profile" | "user-playbook" | "agent-playbook" | "job";

/** One line of the live view. */
interface WatchEvent {
  /** What it is about. */
  readonly kind: EventKind;
  /** Tells it from others of its kind; one that changes is shown again. */
  readonly key: string;
  /** Unix seconds. */
  readonly at: number;
  /** Person, role or state. */
  readonly who: string;
  /** Text. */
  readonly text: string;
  /** The record. */
  readonly record: unknown;
}

/** Records of each kind that one look reads. */
const LOOK = 100;

/** Looks in a row that may fail before the view gives up. */
const MAX_FAILED_LOOKS = 5;

/** Keys that are remembered, so that memory stays bounded. */
const MAX_SEEN = 20_000;

/** `watch`: live lines of everything. */
export function watch(context: Context): Promise<Result> {
  return follow(context, ["interaction", "profile", "user-playbook", "agent-playbook", "job"]);
}

/** `… list --watch`: live lines of one kind. */
export function watchKind(context: Context, kind: EventKind): Promise<Result> {
  return follow(context, [kind]);
}

/** Looks again and again, and prints what is new. */
async function follow(context: Context, kinds: readonly EventKind[]): Promise<Result> {
  const { input, out, interrupt } = context;
  const signal = interrupt.take();
  const since = input.filled("since");
  const fromSec = since === undefined ? out.screen.nowSec : readSince(since, out.screen.nowSec);
  const waitMs = Math.max(0.2, input.number("interval", 1)) * 1_000;
  const most = input.number("count", Infinity);
  const seen = new Set<string>();
  let printed = 0;
  let failed = 0;
  out.note(`Watching ${context.server().url}; Ctrl-C ends it`);
  while (!signal.aborted && printed < most) {
    try {
      // Lists are newest first; of one second the older is to come first too.
      const events = (await Promise.all(kinds.map((kind) => look(context, kind))))
        .flatMap((list) => list.toReversed())
        .filter(({ at, key }) => at >= fromSec && !seen.has(key))
        .sort((a, b) => a.at - b.at);
      failed = 0;
      for (const event of events) {
        if (printed++ >= most) break;
        remember(seen, event.key);
        out.record(
          { kind: event.kind, at: event.at, record: event.record },
          (screen) => eventLine(event, screen),
        );
      }
    } catch (error) {
      const failure = toCliError(error);
      if (failure.type !== "network" || ++failed >= MAX_FAILED_LOOKS) throw failure;
      out.detail(failure.message);
    }
    if (printed < most) await pauseMs(waitMs, signal);
  }
  return PRINTED;
}

/** Remembers a key; the oldest ones are forgotten. */
function remember(seen: Set<string>, key: string): void {
  seen.add(key);
  if (seen.size <= MAX_SEEN) return;
  const [oldest] = seen;
  if (oldest !== undefined) seen.delete(oldest);
}

/** The newest records of a kind. */
async function look(context: Context, kind: EventKind): Promise<WatchEvent[]> {
  const client = await context.client();
  const user = context.input.filled("user-id");
  switch (kind) {
    case "interaction": {
      const { interactions } = user === undefined
        ? await client.getAllInteractions({ limit: LOOK })
        : await client.getInteractions({ userId: user, topK: LOOK });
      return interactions.map((record) => ({
        kind,
        key: `i${record.interaction_id}`,
        at: record.created_at,
        who: `${record.user_id} ${record.role}`,
        text: record.content,
        record,
      }));
    }
    case "profile": {
      const { user_profiles } = user === undefined
        ? await client.getAllProfiles({ limit: LOOK })
        : await client.getProfiles({ userId: user, topK: LOOK });
      return user_profiles.map((record) => ({
        kind,
        key: `p${record.profile_id}@${record.last_modified_timestamp}`,
        at: record.last_modified_timestamp,
        who: record.user_id,
        text: record.content,
        record,
      }));
    }
    case "user-playbook": {
      const { user_playbooks } = await client.getUserPlaybooks({
        limit: LOOK,
        userId: user ?? null,
      });
      return user_playbooks.map((record) => ({
        kind,
        key: `u${record.user_playbook_id}`,
        at: record.created_at,
        who: record.user_id ?? "",
        text: record.trigger ? `${record.trigger} → ${record.content}` : record.content,
        record,
      }));
    }
    case "agent-playbook": {
      const { agent_playbooks } = await client.getAgentPlaybooks({ limit: LOOK });
      return agent_playbooks.map((record) => ({
        kind,
        key: `a${record.agent_playbook_id}${record.playbook_status}`,
        at: record.created_at,
        who: record.playbook_status,
        text: record.content,
        record,
      }));
    }
    case "job":
      return await lookAtJobs(context);
  }
}

/** Jobs of the server; none where it does not tell. */
async function lookAtJobs(context: Context): Promise<WatchEvent[]> {
  let body: unknown;
  try {
    ({ body } = await context.request("GET /api/jobs"));
  } catch (error) {
    const isUnknown = error instanceof CliError &&
      ["not_found", "not_implemented", "forbidden"].includes(error.code ?? "");
    if (isUnknown) return [];
    throw error;
  }
  const jobs = isRecord(body) && Array.isArray(body.jobs) ? body.jobs.filter(isRecord) : [];
  return jobs.map((job) => ({
    kind: "job" as const,
    key: `j${String(job.kind)}/${String(job.scope)}/${String(job.id)}/${String(job.state)}`,
    at: Number(job.created_at),
    who: String(job.state),
    text: [job.kind, job.scope, job.last_error].filter(Boolean).join(" "),
    record: job,
  }));
}

/** Narrowest terminal in which lines begin with the time. */
const MIN_TIMED_CELLS = 60;

/** An event as a line. */
function eventLine(event: WatchEvent, screen: Screen): string {
  const { dim, green, yellow } = screen.style;
  const time = new Date(event.at * 1_000).toTimeString().slice(0, 8);
  const words: Readonly<Record<EventKind, string>> = {
    "interaction": "said",
    "profile": "learnt",
    "user-playbook": "rule",
    "agent-playbook": "everybody",
    "job": "job",
  };
  const word = padEnd(words[event.kind], 9);
  const painted = event.kind === "interaction"
    ? dim(word)
    : event.kind === "job"
    ? yellow(word)
    : green(word);
  const who = event.kind === "interaction"
    ? paintRole(event.who.split(" ").at(-1) ?? "", screen) + ` ${event.who.split(" ")[0] ?? ""}`
    : event.who;
  const head = screen.columns < MIN_TIMED_CELLS ? "" : `${dim(time)} `;
  const line = `${head}${painted} ${who}  `;
  const room = screen.isTerminal ? Math.max(8, screen.columns - displayWidth(line)) : Infinity;
  return line + truncate(oneLine(event.text), room);
}

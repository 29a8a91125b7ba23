import type { PublishOptions } from "../../mod.ts";
import type { PublishUserInteractionResponse } from "../../client/contract/mod.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { refusalIn } from "../failure.ts";
import { journalPath } from "../input/journal.ts";
import type { Payload } from "../input/payload.ts";
import { readSource, type Source } from "../input/source.ts";
import { plural } from "../render/age.ts";
import { dropNulls } from "../render/fields.ts";
import { oneLine, truncate } from "../render/width.ts";
import { PRINTED, type Result } from "../result.ts";

/** Longest warning or message in a note, characters. */
const MAX_NOTE_CHARS = 240;

/** Answer of the server to a publish that went as usual. */
const USUAL_MESSAGE = /^(Interaction (published|request queued)|Request queued|Published)/i;

/** `publish`: stores conversations and learns from them. */
export async function publish(context: Context): Promise<Result> {
  const source = await readSource(context);
  try {
    if (source.kind === "lines") {
      const { publishFile } = await import("./_publish_file.ts");
      return await publishFile(context, source);
    }
    return await publishPayloads(context, source);
  } finally {
    if (source.kind === "lines" && source.isTemporary) await removeTemporary(source.path);
  }
}

/** Removes what was kept of stdin. */
async function removeTemporary(path: string): Promise<void> {
  for (const each of [path, journalPath(path)]) {
    await Deno.remove(each).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}

/** Publishes payloads that are in memory: all are checked before the first is sent. */
async function publishPayloads(
  context: Context,
  source: Extract<Source, { kind: "payloads" }>,
): Promise<Result> {
  const { out, input } = context;
  const calls = source.payloads.map((payload) => publishCall(context, payload));
  if (input.on("dry-run")) return dryRun(context, source.payloads);
  announce(context);
  if (!source.isSingle) out.note(`${plural(calls.length, "payload")} to publish`);
  const client = await context.client();
  let failure: CliError | undefined;
  let published = 0;
  for (const [index, call] of calls.entries()) {
    const answer = await client.publishInteraction(call);
    const refusal = refusalIn(answer, `publish payload ${index + 1}`);
    if (refusal === undefined) published++;
    failure ??= refusal;
    if (calls.length === 1) return publishResult(context, call, answer);
    sayAnswer(context, call, answer);
    if (out.isJson) out.line(envelopeLine(answer, index, refusal));
  }
  if (calls.length > 1) out.note(`${published} of ${plural(calls.length, "payload")} published`);
  return {
    ...out.isJson && calls.length > 1 ? PRINTED : { data: [] },
    ...failure ? { failure } : {},
  };
}

/** The envelope of one payload among several, on one line. */
export function envelopeLine(answer: unknown, index: number, failure?: CliError): string {
  return JSON.stringify({ ok: failure === undefined, data: dropNulls(answer), meta: { index } });
}

/** The result of a single payload. */
function publishResult(
  context: Context,
  call: PublishOptions,
  answer: PublishUserInteractionResponse,
): Result {
  sayAnswer(context, call, answer);
  const failure = refusalIn(answer, "publish");
  return { data: answer, ...failure ? { failure } : {} };
}

/** First note: where it goes and whether it is waited for. */
export function announce(context: Context): void {
  const mode = context.input.on("wait") ? "server-sync" : "server-async";
  if (!context.out.isJson) context.out.note(`Publishing to ${context.server().url} (${mode})`);
}

/**
 * The SDK's options for a payload: its own fields, then flags, then the environment.
 *
 * @throws {CliError} `usage` when nobody named the person.
 */
export function publishCall(context: Context, payload: Payload): PublishOptions {
  const { input, settings } = context;
  const userId = payload.userId ?? input.filled("user-id") ?? settings.userId;
  if (userId === undefined) {
    throw new CliError(
      "usage",
      "Missing user: the payload has no user_id and there is no --user-id",
      {
        hint: "Add --user-id USER, or set REFLEXIO_USER_ID",
      },
    );
  }
  const or = <T>(own: T | null | undefined, flag: T | undefined) => own === undefined ? flag : own;
  return {
    userId,
    interactions: payload.interactions,
    source: or(payload.source, input.text("source") ?? "cli"),
    agentVersion: or(
      payload.agentVersion,
      input.filled("agent-version") ?? settings.agentVersion ?? "agent-v0",
    ),
    sessionId: or(payload.sessionId, input.filled("session-id")),
    skipAggregation: or(payload.skipAggregation, input.on("skip-aggregation")),
    forceExtraction: or(payload.forceExtraction, input.on("force-extraction")),
    metadata: payload.metadata,
    waitForResponse: input.on("wait"),
  };
}

/** Says what the server did with one payload. */
function sayAnswer(
  { out }: Context,
  call: PublishOptions,
  answer: PublishUserInteractionResponse,
): void {
  if (!answer.success) return;
  const message = answer.message && !USUAL_MESSAGE.test(answer.message)
    ? `: ${shortened(answer.message)}`
    : "";
  out.note(`Published for ${call.userId}${message}`);
  if (answer.storage_type) {
    out.note(`  storage: ${answer.storage_type} → ${answer.storage_label ?? "unnamed"}`);
  }
  if (typeof answer.profiles_added === "number") {
    out.note(`  profiles added: ${answer.profiles_added}`);
  }
  if (typeof answer.playbooks_added === "number") {
    out.note(`  playbooks added: ${answer.playbooks_added}`);
  }
  if (answer.request_id) out.note(`  request: ${answer.request_id}`);
  for (const warning of answer.warnings ?? []) out.note(`  warning: ${shortened(warning)}`);
  if (answer.request_id && out.screen.isTerminal && !out.isJson) {
    out.note(`  see it: reflexio show ${answer.request_id.slice(0, 8)}`);
  }
}

/** A text on one line of bounded length. */
function shortened(text: string): string {
  return truncate(oneLine(text), MAX_NOTE_CHARS);
}

/** What would be published. */
function dryRun({ out }: Context, payloads: readonly Payload[]): Result {
  const turns = payloads.reduce((sum, { interactions }) => sum + interactions.length, 0);
  out.note(`Would publish ${plural(payloads.length, "payload")} with ${plural(turns, "turn")}`);
  return { data: { payloads: payloads.length, turns, dry_run: true } };
}

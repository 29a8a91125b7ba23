import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { listJobs, OPERATION, stageRemoveJobs } from "../jobs/mod.ts";
import {
  AGGREGATION,
  BOOKMARK,
  EVALUATION_MARK,
  EXPLAIN_LOG,
  JOB_RESULT,
} from "../learn/records.ts";
import { type OrgStore, type PlainKind, plainKind, type Tx } from "../store/mod.ts";
import type { ServiceDeps } from "./deps.ts";
import { ServiceError } from "./errors.ts";
import { bodyFields, bodySwitch, bodyText, invalid } from "./extension_input.ts";
import { type ForgetPlan, planForget, prunedMetadata, without } from "./forget_plan.ts";
import type { Extension, ExtensionCall } from "./handlers.ts";
import { IDEMPOTENCY } from "./idempotency.ts";
import { stageItemDelete } from "./item_deletes.ts";
import { AGGREGATION_JOB, BATCH_JOB } from "./job_kinds.ts";

/** What was removed, and the proof that this server says so. */
export interface ForgetReport {
  /** The org. */
  readonly org_id: string;
  /** HMAC-SHA-256 of the user's id, so that the report itself is no trace; 64 hex digits. */
  readonly user_hmac: string;
  /** When it was done, Unix seconds. */
  readonly forgotten_at: number;
  /** Rows removed or cleaned, by kind. */
  readonly removed: Readonly<Record<string, number>>;
  /** Entries that still hold the id after a scan of everything, by table and kind; empty: none. */
  readonly left: Readonly<Record<string, number>>;
  /** HMAC-SHA-256 over the fields above with a key that only this database holds; 64 hex digits. */
  readonly signature: string;
}

/** Passes until nothing new of the user is found; more than two when they go on publishing. */
const MAX_PASSES = 9;

/** How long runs over all users may take to end before forgetting is refused, milliseconds. */
const WAIT_MS = 15_000;

/** How often they are looked at, milliseconds. */
const LOOK_EVERY_MS = 50;

/** The key that signs reports, base64; one a database. */
const REPORT_KEY: PlainKind<readonly [], string> = plainKind("report_key", { scope: "store" });

/** The key of reports, made at the first one. */
async function reportKey(org: OrgStore): Promise<string> {
  const { result } = await org.write(async (tx) => {
    const known = await tx.read(REPORT_KEY, []);
    if (known !== null) return known;
    const made = randomBytes(32).toString("base64");
    tx.set(REPORT_KEY, [], made);
    return made;
  });
  return result;
}

/** HMAC-SHA-256, hexadecimal. */
function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

/** Signs a report. */
function signed(key: string, report: Omit<ForgetReport, "signature">): ForgetReport {
  const { org_id, user_hmac, forgotten_at, removed, left } = report;
  const text = JSON.stringify([org_id, user_hmac, forgotten_at, sorted(removed), sorted(left)]);
  return { org_id, user_hmac, forgotten_at, removed, left, signature: hmac(key, text) };
}

/** Counts in the order of their names. */
function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([a], [b]) => a < b ? -1 : 1);
}

/** Numbers of rows by kind, without kinds that have none. */
function countsOf(plan: ForgetPlan): Record<string, number> {
  const counts: Record<string, number> = {
    requests: plan.requests.length,
    interactions: plan.interactions.length,
    profiles: plan.profiles.length,
    user_playbooks: plan.userPlaybooks.length,
    agent_playbooks: plan.agentPlaybooks.length,
    agent_playbook_references: plan.prunedAgentPlaybooks.length,
    evaluations: plan.evaluations.length,
    profile_change_logs: plan.profileChangeLogs.length,
    aggregation_change_logs: plan.aggregationChangeLogs.length,
    bookmarks: plan.bookmarks.length,
    explain_logs: plan.explainLogs.length,
    evaluation_marks: plan.evaluationMarks.length,
    idempotency_records: plan.idempotency.length,
    jobs: plan.jobs.length,
    operations: plan.operations.length,
    aggregations: plan.aggregations.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Stages the end of listed rows. */
function stageRows(tx: Tx, plan: ForgetPlan): void {
  for (const id of plan.requests) tx.delete("request", id);
  for (const id of plan.interactions) tx.delete("interaction", id);
  for (const id of plan.profiles) stageItemDelete(tx, "profile", id);
  for (const id of plan.userPlaybooks) stageItemDelete(tx, "user_playbook", id);
  for (const id of plan.agentPlaybooks) stageItemDelete(tx, "agent_playbook", id);
  for (const id of plan.evaluations) tx.delete("evaluation", id);
  for (const id of plan.profileChangeLogs) tx.delete("profile_change_log", id);
  for (const id of plan.aggregationChangeLogs) tx.delete("aggregation_change_log", id);
}

/** Stages the end of plain rows, and the cleaning of those that also speak of others. */
async function stagePlainRows(
  tx: Tx,
  plan: ForgetPlan,
  { user, gone }: { readonly user: string; readonly gone: ReadonlySet<number> },
): Promise<void> {
  for (const key of plan.bookmarks) tx.remove(BOOKMARK, key);
  for (const key of plan.explainLogs) tx.remove(EXPLAIN_LOG, key);
  for (const key of plan.evaluationMarks) tx.remove(EVALUATION_MARK, key);
  for (const key of plan.idempotency) tx.remove(IDEMPOTENCY, key);
  for (const job of plan.jobs) tx.remove(JOB_RESULT, [job.id]);
  await stageRemoveJobs(tx, plan.jobs);
  for (const key of plan.operations) {
    const record = await tx.read(OPERATION, key);
    // The same record with texts emptied and list members gone.
    if (record !== null) tx.set(OPERATION, key, without(record, user) as typeof record);
  }
  for (const key of plan.aggregations) {
    const row = await tx.read(AGGREGATION, key);
    if (row === null || row.clusters === null) continue;
    const clusters = row.clusters.map((cluster) => ({
      ...cluster,
      user_playbook_ids: cluster.user_playbook_ids.filter((id) => !gone.has(id)),
    }));
    tx.set(AGGREGATION, key, { ...row, clusters });
  }
  for (const id of plan.prunedAgentPlaybooks) {
    const row = await tx.get("agent_playbook", id);
    const metadata = row === null ? null : prunedMetadata(row.playbook_metadata, gone);
    if (row === null || metadata === null) continue;
    tx.put("agent_playbook", { ...row, playbook_metadata: metadata });
  }
}

/** Waits until no run over many users is in work: it could store what it read before. */
async function waitForRuns({ nowMs }: ServiceDeps, org: OrgStore): Promise<void> {
  const untilMs = performance.now() + WAIT_MS;
  for (;;) {
    const jobs = await listJobs(org, { limit: Infinity, nowMs: nowMs() });
    const kinds: readonly string[] = [BATCH_JOB, AGGREGATION_JOB];
    if (!jobs.some((job) => job.running && kinds.includes(job.kind))) return;
    if (performance.now() > untilMs) {
      throw new ServiceError(
        "conflict",
        "Cannot forget while a run over all users is in work: cancel it, or try again later",
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** What the passes of one forgetting share. */
interface Forgetting {
  readonly org: OrgStore;
  readonly user: string;
  /** User playbooks that are gone. */
  readonly gone: Set<number>;
  /** Rows removed so far, by kind. */
  readonly removed: Record<string, number>;
}

/** Removes what a plan names. */
async function removePlanned(
  { org, user, gone, removed }: Forgetting,
  plan: ForgetPlan,
): Promise<void> {
  for (const id of plan.userPlaybooks) gone.add(id);
  await org.write(async (tx) => {
    stageRows(tx, plan);
    await stagePlainRows(tx, plan, { user, gone });
  });
  for (const [kind, count] of Object.entries(countsOf(plan))) {
    removed[kind] = (removed[kind] ?? 0) + count;
  }
}

/**
 * Removes what there is until there is nothing, then looks through everything stored.
 *
 * @returns Entries that still hold the id.
 */
async function removeAll(
  deps: ServiceDeps,
  forgetting: Forgetting,
): Promise<Record<string, number>> {
  const { org, user, gone } = forgetting;
  let readsRecords = true;
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    // Also one that began while the pass before removed what it had already read.
    await waitForRuns(deps, org);
    const plan = await planForget(org, user, { removed: gone, readsRecords });
    const isFound = Object.keys(countsOf(plan)).length > 0;
    if (isFound && readsRecords) await removePlanned(forgetting, plan);
    if (isFound) {
      // Once everything was read, it is read again only for a user who goes on publishing.
      readsRecords = !readsRecords;
      continue;
    }
    const left = await findLeft(deps, forgetting);
    if (readsRecords || Object.keys(left).length === 0) return left;
    readsRecords = true;
  }
  return await findLeft(deps, forgetting);
}

/** Entries that hold the id, by table and kind. */
async function findLeft(
  { store }: ServiceDeps,
  { org, user }: Forgetting,
): Promise<Record<string, number>> {
  // Saved indexes hold words of the removed rows; they are made anew when they are next wanted.
  await org.removeSnapshots();
  return await store.findText(org.name, user);
}

/**
 * Removes every trace of a user from an org: turns, requests, what was learnt from them, verdicts,
 * change logs, records of learning, jobs, vectors and references, then looks through everything.
 *
 * @throws {ServiceError} `conflict` while a run over all users does not end.
 */
export async function forgetUser(
  deps: ServiceDeps,
  orgName: string,
  user: string,
): Promise<ForgetReport> {
  const org = deps.store.org(orgName);
  const removed: Record<string, number> = {};
  const left = await removeAll(deps, { org, user, gone: new Set(), removed });
  const key = await reportKey(org);
  return signed(key, {
    org_id: orgName,
    user_hmac: hmac(key, user),
    forgotten_at: Math.floor(deps.nowMs() / 1_000),
    removed,
    left,
  });
}

/** What the endpoint answers. */
async function answerForget(deps: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const fields = bodyFields(call);
  const user = bodyText(fields, "user_id");
  if (user.trim() === "") throw invalid("user_id", "it is empty");
  if (bodySwitch(fields, "dry_run")) {
    const plan = await planForget(deps.store.org(call.org), user);
    return { success: true, dry_run: true, would_remove: countsOf(plan) };
  }
  const report = await forgetUser(deps, call.org, user);
  const kinds = Object.keys(report.left);
  const message = kinds.length === 0
    ? "Forgotten: a scan of everything stored finds the id no more"
    : `The id is still found in ${kinds.join(", ")}: run it again, or look there`;
  return { success: kinds.length === 0, message, report };
}

/** Counts from a body. */
function countsFrom(value: unknown, name: string): Record<string, number> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(name, "must be an object of counts");
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, count]) => {
      if (typeof count !== "number") throw invalid(name, "must be an object of counts");
      return [key, count];
    }),
  );
}

/** Tells whether a report was signed by this database and speaks of a user. */
async function answerVerify({ store }: ServiceDeps, call: ExtensionCall): Promise<unknown> {
  const fields = bodyFields({ ...call, body: bodyFields(call)["report"] });
  const key = await store.org(call.org).read(REPORT_KEY, []);
  const { forgotten_at } = fields;
  if (typeof forgotten_at !== "number") throw invalid("report", "forgotten_at must be a number");
  const user = bodyText(bodyFields(call), "user_id", "");
  const given = {
    org_id: bodyText(fields, "org_id"),
    user_hmac: bodyText(fields, "user_hmac"),
    forgotten_at,
    removed: countsFrom(fields["removed"], "removed"),
    left: countsFrom(fields["left"], "left"),
  };
  const sent = bodyText(fields, "signature");
  const isSigned = key !== null && given.org_id === call.org &&
    isSame(signed(key, given).signature, sent);
  const isOfUser = key !== null && user !== "" && isSame(hmac(key, user), given.user_hmac);
  return { success: true, signed: isSigned, of_user: user === "" ? null : isOfUser };
}

/** Whether two texts are equal, in a time that tells nothing of them. */
function isSame(a: string, b: string): boolean {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** The endpoints that forget a user and prove it. */
export function forgetExtensions(deps: ServiceDeps): Readonly<Record<string, Extension>> {
  const user = { name: "user_id", type: "string", description: "The user" } as const;
  return {
    forget_user: {
      method: "POST",
      path: "/api/forget_user",
      summary: "Remove every trace of a user, with a signed report",
      role: "write",
      parameters: [
        { ...user, isRequired: true },
        {
          name: "dry_run",
          type: "boolean",
          description: "Only count (false)",
          isRequired: false,
        },
      ],
      handle: (call) => answerForget(deps, call),
    },
    verify_forget_report: {
      method: "POST",
      path: "/api/verify_forget_report",
      summary: "Whether a report was signed by this server, and of which user it speaks",
      role: "read",
      parameters: [
        {
          name: "report",
          type: "object",
          description: "The report as it was given",
          isRequired: true,
        },
        { ...user, description: "The user it should speak of", isRequired: false },
      ],
      handle: (call) => answerVerify(deps, call),
    },
  };
}

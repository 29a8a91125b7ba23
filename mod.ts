/**
 * The Reflexio SDK: memory and self-improvement for AI agents.
 *
 * Publish what people and agents say; read back profiles of users, and playbooks of rules that the
 * agent should follow. Runs on Deno, Node, Bun, in browsers and in edge workers, without any
 * dependency.
 *
 * @example
 * ```ts ignore
 * import { ReflexioClient } from "@reflexio/client";
 *
 * await using client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const memory = client.scope({ userId: "ana", agentVersion: "v1" });
 * await memory.publishInteraction({
 *   interactions: [{ role: "user", content: "Please answer in short sentences." }],
 * });
 * const { text } = await memory.context("How should I answer?");
 * ```
 *
 * @module
 */
export * from "./client/mod.ts";

/** Every type of the wire, one file an entity. @module */
export * from "./common.ts";
export * from "./interaction.ts";
export * from "./profile.ts";
export * from "./playbook.ts";
export type * from "./agent_playbook.ts";
export type * from "./change_log.ts";
export type * from "./search.ts";
export * from "./evaluation.ts";
export type * from "./statistics.ts";
export * from "./operation.ts";
export * from "./config.ts";
export type * from "./service.ts";

/** Every type of the wire, one file an entity. @module */
export * from "./common.ts";
export * from "./interaction.ts";
export * from "./profile.ts";
export * from "./playbook.ts";
export * from "./agent_playbook.ts";
export * from "./change_log.ts";
export * from "./search.ts";
export * from "./evaluation.ts";
export * from "./statistics.ts";
export * from "./operation.ts";
export * from "./config.ts";
export * from "./service.ts";

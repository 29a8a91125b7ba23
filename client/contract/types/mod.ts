/** Every type of the wire, one file an entity. @module */
export type * from "./common.ts";
export type * from "./interaction.ts";
export type * from "./profile.ts";
export type * from "./playbook.ts";
export type * from "./agent_playbook.ts";
export type * from "./change_log.ts";
export type * from "./search.ts";
export type * from "./evaluation.ts";
export type * from "./statistics.ts";
export type * from "./operation.ts";
export type * from "./config.ts";
export type * from "./service.ts";

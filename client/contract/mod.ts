/**
 * The wire as code: every entity, request and answer, and the endpoint table. Client, server and
 * command line read it; it reads nobody.
 *
 * @module
 */
export * from "./types/mod.ts";
export * from "./config_tables.ts";
export * from "./constants.ts";
export * from "./context_text.ts";
export * from "./endpoint_types.ts";
export * from "./endpoints.ts";
export * from "./pages.ts";
export * from "./routes.ts";
export * from "./validated.ts";

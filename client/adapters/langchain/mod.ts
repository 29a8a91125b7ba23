/**
 * LangChain.js: a callback handler that publishes runs, a retriever, a tool, and a model wrapper that
 * adds what is known to the prompt.
 *
 * @example
 * ```ts ignore
 * import { ChatOpenAI } from "@langchain/openai";
 * import { ReflexioClient } from "@reflexio/client";
 * import { createReflexioCallbackHandler, withReflexioModel } from "@reflexio/client/langchain";
 *
 * const client = new ReflexioClient({ urlEndpoint: "http://127.0.0.1:8081" });
 * const model = withReflexioModel(new ChatOpenAI(), { client, userId: "ana" });
 * await model.invoke("Where should I deploy this?", {
 *   callbacks: [createReflexioCallbackHandler({ client, userId: "ana" })],
 * });
 * ```
 *
 * @module
 */
export * from "./callbacks.ts";
export * from "./model.ts";
export * from "./retriever.ts";
export * from "../tool.ts";

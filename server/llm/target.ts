import type { StructureMode } from "./endpoint_quirks.ts";
import type { ProviderName } from "./types.ts";

/** Which wire form a target speaks. */
export type WireKind = "openai" | "azure" | "anthropic" | "gemini";

/** A model that can be called: who, where, with which key. Never printed or logged. */
export interface ModelTarget {
  /** Who runs it. */
  readonly provider: ProviderName;
  /** Wire form. */
  readonly wire: WireKind;
  /** Name as configured, provider prefix included. */
  readonly name: string;
  /** Name as the provider knows it; for Azure the deployment. */
  readonly model: string;
  /** Base URL without a slash at its end. */
  readonly baseUrl: string;
  /** Access key, empty for servers without one. */
  readonly apiKey: string;
  /** Version of the interface, for Azure; empty otherwise. */
  readonly apiVersion: string;
  /** How the endpoint is first told the form of an answer. */
  readonly structure: StructureMode;
}

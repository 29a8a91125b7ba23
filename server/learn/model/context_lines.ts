import type { Complete, Config } from "../../../client/contract/mod.ts";

/** The agent's tools, one `name: description` a line; null when there are none. */
export function toolLines(config: Complete<Config>): string | null {
  const tools = config.tool_can_use ?? [];
  if (tools.length === 0) return null;
  return tools.map((tool) => `${tool.tool_name}: ${tool.tool_description}`).join("\n");
}

/** Minutes of a moment, `unknown` when it is none. */
export function minuteText(epochSec: number): string {
  const date = new Date(epochSec * 1_000);
  return Number.isNaN(date.getTime())
    ? "unknown"
    : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

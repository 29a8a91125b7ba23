import { type EndpointName, ENDPOINTS } from "../../client/contract/mod.ts";
import { ENDPOINT_SCHEMAS } from "../../server/validate/endpoint_schemas.ts";
import { type AnySchema, startRun } from "../../server/validate/schema.ts";

/**
 * What is wrong with the JSON of a 200 answer, going by the schema of its endpoint: missing or
 * wrong fields, unknown ones, nulls that should have been left out. Empty: nothing.
 */
export function answerIssues(name: EndpointName, answer: unknown): string[] {
  const schema: AnySchema | null = ENDPOINT_SCHEMAS[name].response;
  if (schema === null) return [];
  const run = startRun({ nowSec: 0, blocksPrivateUrls: false });
  schema.parse(answer, run);
  const issues = run.issues.map(({ type, loc }) => `${type} at ${loc.join(".")}`);
  const written = schema.write?.(answer, ENDPOINTS[name].keepsNulls) ?? answer;
  const [ours, theirs] = [JSON.stringify(written), JSON.stringify(answer)];
  return ours === theirs ? issues : [...issues, `should have been written as ${ours}`];
}

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type EndpointName,
  ENDPOINTS,
  routeOf,
  type ValidationIssue,
} from "../../client/contract/mod.ts";
import { addressOf, type ApiServer, type AskName, startApi } from "./api_server.ts";
import { OPERATIONS } from "./contract_schema.ts";
import { ENDPOINT_CASES, type Refusal, seedAll } from "./endpoint_cases.ts";

/** Pages for people, with the type they are sent as. */
const PAGES: Readonly<Record<Exclude<EndpointName, AskName>, string>> = {
  openapi_json: "application/json",
  docs: "text/html",
  docs_oauth2_redirect: "text/html",
  redoc: "text/html",
};

/** Method and path of an endpoint, as the contract lists it. */
function operationOf(name: EndpointName): string {
  const { method, path } = routeOf(name);
  return `${method} ${path}`;
}

/** Checks that a call is refused where it should be, and as the contract says. */
async function checkRefusal(api: ApiServer, name: AskName, refusal: Refusal): Promise<void> {
  const [method, address] = addressOf(name, refusal.query);
  const { body } = refusal;
  const answer = await api.send(method, address, body === undefined ? {} : { body });
  assertEquals(answer.status, 422, `${name}: ${JSON.stringify(answer.body)}`);
  const [issue] = (answer.body as { readonly detail: readonly ValidationIssue[] }).detail;
  assertEquals([issue?.type, issue?.loc], [refusal.type, refusal.loc], name);
}

/** Checks that another method is refused with the one that is served. */
async function checkMethod(api: ApiServer, name: EndpointName): Promise<void> {
  const { method, path } = routeOf(name);
  const { status, headers, body } = await api.send("PATCH", path);
  assertEquals([status, body], [405, { detail: "Method Not Allowed" }], name);
  assertStringIncludes(headers.get("allow") ?? "", method);
}

Deno.test("every endpoint answers what the contract says and refuses what it says", async (t) => {
  await using api = await startApi();
  await seedAll(api);
  const covered = new Set<string>();
  for (const [key, { rules, good, refused }] of Object.entries(ENDPOINT_CASES)) {
    // The table has a row for each name and no other.
    const name = key as AskName;
    const isFine = await t.step(`${operationOf(name)} (${rules})`, async () => {
      if (refused !== null) await checkRefusal(api, name, refused);
      await checkMethod(api, name);
      await good(api);
    });
    if (isFine) covered.add(operationOf(name));
  }
  for (const [key, type] of Object.entries(PAGES)) {
    const name = key as EndpointName;
    const isFine = await t.step(`${operationOf(name)} (H-009 H-011)`, async () => {
      const { path } = ENDPOINTS[name];
      const { status, headers } = await api.send("GET", path);
      assertEquals(status, 200);
      assert(headers.get("content-type")?.startsWith(type));
      await checkMethod(api, name);
    });
    if (isFine) covered.add(operationOf(name));
  }
  const missing = OPERATIONS.filter((operation) => !covered.has(operation));
  await t.step(`endpoints covered ${covered.size} of ${OPERATIONS.length}`, () => {
    assertEquals(missing, []);
  });
});

import { assert, assertEquals } from "@std/assert";
import { type MethodName, ReflexioClient } from "../../mod.ts";
import { toCamel } from "../../client/methods/row.ts";
import recordings from "./data/recordings.json" with { type: "json" };
import { startRecordingServer } from "../client/recording_server.ts";
import { FULL_ANSWER } from "../client/scripted_fetch.ts";

/** A request as it was recorded. */
interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** One call of the Python client. */
interface Recording {
  readonly method: string;
  readonly api_key: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly request: RecordedRequest;
}

const CALLS = recordings.calls as unknown as readonly Recording[];

/** The arguments of a Python call as the options of ours. */
function toOptions(pythonArguments: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pythonArguments).map(([name, value]) => [toCamel(name), value]),
  );
}

/** The request our client makes for the same call. */
async function requestOf(call: Recording): Promise<RecordedRequest> {
  await using server = startRecordingServer(() =>
    Response.json({
      ...FULL_ANSWER,
      operation_status: { service_name: "s", status: "completed", started_at: 1 },
    })
  );
  const client = new ReflexioClient({
    urlEndpoint: server.url,
    apiKey: call.api_key,
    env: () => undefined,
    maxWaitMs: 1,
  });
  const name = toCamel(call.method) as MethodName;
  const options = toOptions(call.arguments);
  await (client[name] as (options: unknown) => Promise<unknown>).call(client, options);
  await client.flush();
  const sent = server.seen.filter(({ url }) => !url.pathname.endsWith("/get_operation_status"));
  const [request] = sent;
  assertEquals(sent.length, 1);
  const kept = ["authorization", "content-type"].flatMap((header) => {
    const value = request?.headers.get(header);
    return value ? [[header, value] as const] : [];
  });
  return {
    method: request?.method ?? "",
    path: request?.url.pathname ?? "",
    query: request?.url.search.slice(1) ?? "",
    body: request?.body ?? null,
    headers: Object.fromEntries(kept),
  };
}

/** What the Python client sends, less the documented differences. */
function expected({ request, method, arguments: given }: Recording): RecordedRequest {
  const { "content-type": contentType, ...headers } = request.headers;
  return {
    ...request,
    // D-11: the Python client fills a partial config with all defaults, prompts included.
    body: method === "set_config" ? given["config"] : request.body,
    // D-20: the Python client sends the header also without a body.
    headers: request.body === null ? headers : { ...headers, "content-type": contentType ?? "" },
  };
}

Deno.test("recordings hold three calls of each of the 47 methods", () => {
  const counts = Map.groupBy(CALLS, (call) => call.method);
  assertEquals(counts.size, 47);
  for (const [method, calls] of counts) assert(calls.length >= 3, method);
});

for (const method of new Set(CALLS.map((call) => call.method))) {
  Deno.test(`${toCamel(method)}() sends what the Python client's ${method}() sends (W-01)`, async () => {
    for (const call of CALLS.filter((each) => each.method === method)) {
      assertEquals(await requestOf(call), expected(call));
    }
  });
}

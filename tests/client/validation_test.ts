import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { ReflexioClient, ReflexioValidationError } from "../../mod.ts";
import { scriptedFetch } from "./scripted_fetch.ts";

type Act = (client: ReflexioClient) => Promise<unknown>;

const TURN = { content: "hi" };
const PLAYBOOK = { agent_version: "v", request_id: "r", content: "c" };

/** The issues with which a call is refused. Nothing may be sent, in whatever mode. */
async function refusal(act: Act): Promise<ReflexioValidationError> {
  const { fetch, seen } = scriptedFetch();
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch });
  const error = await assertRejects(() => act(client), ReflexioValidationError);
  await client.flush();
  assertEquals(seen, []);
  return error;
}

/** Checks that a call is sent. */
async function assertAccepted(act: Act): Promise<void> {
  const { fetch, seen } = scriptedFetch();
  const client = new ReflexioClient({ urlEndpoint: "http://host", fetch });
  await act(client);
  await client.flush();
  assertEquals(seen.length, 1);
}

/** Ids of the rules that a table of cases names, in order. */
function idsIn(titles: readonly string[]): string[] {
  return [...new Set(titles.join(" ").match(/[CDMW]-\d+/g))].sort();
}

/** Calls that must be refused, with the path that must be named. */
const REFUSED: readonly (readonly [string, string, Act])[] = [
  ["C-027 an empty request id", "requestId", (c) => c.deleteRequest({ requestId: "" })],
  ["C-027 a blank request id", "requestId", (c) => c.deleteRequest({ requestId: " \t\u0085" })],
  ["C-027 a blank query", "query", (c) => c.search({ query: "  " })],
  [
    "C-030 a turn without role",
    "conversationHistory[0].role",
    (c) => c.search({ query: "q", conversationHistory: [{ role: " ", content: "c" }] }),
  ],
  [
    "C-030 a turn without content",
    "conversationHistory[0].content",
    (c) => c.search({ query: "q", conversationHistory: [{ role: "user", content: "" }] }),
  ],
  ["C-031 a threshold below 0", "threshold", (c) => c.search({ query: "q", threshold: -0.1 })],
  [
    "C-031 a threshold above 1",
    "threshold",
    (c) => c.searchProfiles({ userId: "u", threshold: 1.1 }),
  ],
  ["C-032 top_k 0", "topK", (c) => c.search({ query: "q", topK: 0 })],
  ["C-032 a negative top_k", "topK", (c) => c.getProfiles({ userId: "u", topK: -1 })],
  ["C-033 limit 0", "limit", (c) => c.getUserPlaybooks({ limit: 0 })],
  ["C-034 offset -1", "offset", (c) => c.getRequests({ offset: -1 })],
  ["C-035 days_back 0", "daysBack", (c) => c.getDashboardStats({ daysBack: 0 })],
  [
    "C-036 agent playbook 0",
    "agentPlaybookId",
    (c) => c.deleteAgentPlaybook({ agentPlaybookId: 0 }),
  ],
  ["C-036 user playbook -1", "userPlaybookId", (c) => c.deleteUserPlaybook({ userPlaybookId: -1 })],
  [
    "C-036 interaction 0",
    "interactionId",
    (c) => c.deleteInteraction({ userId: "u", interactionId: 0 }),
  ],
  [
    "C-041 an empty publish (C-080)",
    "interactions",
    (c) => c.publishInteraction({ userId: "u", interactions: [] }),
  ],
  ["C-041 no user playbooks", "userPlaybooks", (c) => c.addUserPlaybook({ userPlaybooks: [] })],
  [
    "C-041 no agent playbooks",
    "agentPlaybooks",
    (c) => c.addAgentPlaybooks({ agentPlaybooks: [] }),
  ],
  [
    "C-042 an end before the start, profiles",
    "endTime",
    (c) => c.rerunProfileGeneration({ startTime: "2026-01-02", endTime: "2026-01-01" }),
  ],
  [
    "C-042 an end before the start, playbooks",
    "endTime",
    (c) => c.rerunPlaybookGeneration({ startTime: new Date(2), endTime: new Date(1) }),
  ],
  [
    "C-042 an end before the start, turns",
    "endTime",
    (c) => c.searchInteractions({ userId: "u", startTime: 20, endTime: 10 }),
  ],
  [
    "C-042 an end before the start, requests",
    "end_time",
    (c) =>
      c.getRequests({
        request: { start_time: "2026-01-01T10:00Z", end_time: "2026-01-01T10:30+01:00" },
      }),
  ],
  [
    "C-043 an end equal to the start",
    "endTime",
    (c) => c.getRequests({ startTime: "2026-01-01T10:00", endTime: "2026-01-01T10:00:00Z" }),
  ],
  [
    "C-045 an embedding of the wrong length",
    "userPlaybooks[0].embedding",
    (c) => c.addUserPlaybook({ userPlaybooks: [{ ...PLAYBOOK, embedding: [1, 2] }] }),
  ],
  [
    "C-046 a file: image (C-050)",
    "interactions[0].interacted_image_url",
    (c) =>
      c.publishInteraction({ userId: "u", interactions: [{ interacted_image_url: "file:///a" }] }),
  ],
  [
    "C-046 an ftp: image",
    "interactions[0].interacted_image_url",
    (c) =>
      c.publishInteraction({ userId: "u", interactions: [{ interacted_image_url: "ftp://a/b" }] }),
  ],
  [
    "C-131 a config without its required key",
    "config.storage_config",
    (c) => c.setConfig({ config: {} as { storage_config: null } }),
  ],
  [
    "D-21 an action without description",
    "interactions[1].user_action_description",
    (c) => c.publishInteraction({ userId: "u", interactions: [TURN, { user_action: "click" }] }),
  ],
  [
    "D-21 an image address and an image",
    "interactions[0].image_encoding",
    (c) =>
      c.publishInteraction({
        userId: "u",
        interactions: [{ interacted_image_url: "https://a/b", image_encoding: "AA" }],
      }),
  ],
  ["W-09 an invalid date", "startTime", (c) => c.getRequests({ startTime: new Date(NaN) })],
  [
    "W-11 an unknown status",
    "statusFilter[0]",
    (c) => c.getProfiles({ userId: "u", statusFilter: ["gone" as "pending"] }),
  ],
  [
    "W-28 an unknown action",
    "interactions[0].user_action",
    (c) => c.publishInteraction({ userId: "u", interactions: [{ user_action: "hop" as "click" }] }),
  ],
  [
    "W-29 an unknown search mode",
    "searchMode",
    (c) => c.search({ query: "q", searchMode: "fuzzy" as "fts" }),
  ],
  [
    "M-18 a profile without content",
    "userProfiles[0].content",
    (c) => c.addUserProfile({ userProfiles: [{ user_id: "u", content: "" }] }),
  ],
  [
    "M-22 a playbook without content and trigger",
    "userPlaybooks[0].content",
    (c) => c.addUserPlaybook({ userPlaybooks: [{ agent_version: "v", request_id: "r" }] }),
  ],
  ["a missing argument", "userId", (c) => c.getProfiles(undefined as unknown as { userId: "u" })],
  [
    "an argument that is no object",
    "options",
    (c) => c.whoami("key" as unknown as Record<string, never>),
  ],
  [
    "an option in snake case",
    "user_id",
    (c) => c.getProfiles({ user_id: "u", userId: "u" } as unknown as { userId: string }),
  ],
  [
    "an option that does not exist",
    "topk",
    (c) => c.search({ query: "q", topk: 3 } as unknown as { query: string }),
  ],
  ["a timeout of 0", "timeoutMs", (c) => c.whoami({ timeoutMs: 0 })],
];

for (const [title, path, act] of REFUSED) {
  Deno.test(`a call is refused before it is sent: ${title}`, async () => {
    const error = await refusal(act);
    assert(error.issues.some((issue) => issue.path === path), JSON.stringify(error.issues));
    assertStringIncludes(error.message, path);
  });
}

/** Calls at the edge of what is allowed. */
const ACCEPTED: readonly (readonly [string, Act])[] = [
  [
    "C-030 a whole turn",
    (c) => c.search({ query: "q", conversationHistory: [{ role: "user", content: "c" }] }),
  ],
  ["C-031 threshold 0", (c) => c.search({ query: "q", threshold: 0 })],
  ["C-031 threshold 1", (c) => c.search({ query: "q", threshold: 1 })],
  ["C-034 offset 0", (c) => c.getRequests({ offset: 0 })],
  [
    "C-044 an end after the start",
    (c) => c.getRequests({ startTime: "2026-01-01", endTime: "2026-01-02" }),
  ],
  ["C-044 no times", (c) => c.getRequests()],
  ["C-044 only a start", (c) => c.getRequests({ startTime: new Date() })],
  [
    "C-045 an empty embedding",
    (c) => c.addUserPlaybook({ userPlaybooks: [{ ...PLAYBOOK, embedding: [] }] }),
  ],
  [
    "C-045 512 numbers",
    (c) =>
      c.addUserPlaybook({ userPlaybooks: [{ ...PLAYBOOK, embedding: new Array(512).fill(0) }] }),
  ],
  [
    "C-046 an https: image",
    (c) =>
      c.publishInteraction({
        userId: "u",
        interactions: [{ interacted_image_url: "https://a/b" }],
      }),
  ],
  ["C-046 a data: image", (c) =>
    c.publishInteraction({
      userId: "u",
      interactions: [{ interacted_image_url: "data:image/png;base64,AA" }],
    })],
  ["C-048 a private image host", (c) =>
    c.publishInteraction({
      userId: "u",
      interactions: [{ interacted_image_url: "http://10.0.0.1/a" }],
    })],
  [
    "C-016 a record with nulls for the times",
    (c) => c.getProfiles({ request: { user_id: "u", start_time: null, end_time: null } }),
  ],
  ["W-29 a search mode as text", (c) => c.search({ query: "q", searchMode: "vector" })],
];

for (const [title, act] of ACCEPTED) {
  Deno.test(`a call is sent: ${title}`, () => assertAccepted(act));
}

for (
  const host of [
    "169.254.169.254",
    "metadata.google.internal",
    "METADATA.google.internal.",
    "2852039166",
    "[fd00:ec2::254]",
    "[::ffff:169.254.169.254]",
  ]
) {
  Deno.test(`publishInteraction() refuses the metadata host ${host} (C-047)`, async () => {
    const interactions = [{ interacted_image_url: `http://${host}/latest` }];
    await refusal((client) => client.publishInteraction({ userId: "u", interactions }));
  });
}

Deno.test("a refusal names every problem and no more of a text than its start", async () => {
  const secret = "s".repeat(5000);
  const error = await refusal((client) =>
    client.publishInteraction({ userId: "", interactions: [{ user_action: secret as "click" }] })
  );
  assertEquals(error.issues.map((issue) => issue.path), ["userId", "interactions[0].user_action"]);
  assert(error.message.length < 300);
});

Deno.test("new ReflexioClient() refuses options that cannot work", () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ["options", "a-key"],
    ["urlEndpoint", { urlEndpoint: "ftp://host" }],
    ["urlEndpoint", { urlEndpoint: "not a url" }],
    ["urlEndpoint", { urlEndpoint: "http://user:secret@host" }],
    ["userAgent", { userAgent: "my-robot/1" }],
    ["userAgent", { userAgent: "CURL" }],
    ["apiKey", { apiKey: "with space" }],
    ["apiKey", { apiKey: "line\nbreak" }],
    ["timeoutMs", { timeoutMs: 0 }],
    ["maxRetries", { maxRetries: -1 }],
    ["backgroundConcurrency", { backgroundConcurrency: "4" }],
  ];
  for (const [path, options] of wrong) {
    const error = assertThrows(
      () => new ReflexioClient(options as object),
      ReflexioValidationError,
    );
    assertEquals(error.issues[0]?.path, path);
    assert(!/secret|with space/.test(error.message), error.message);
  }
});

Deno.test("refused calls cover texts, numbers, lists, times, embeddings and pictures: C-027 C-030 C-031 C-032 C-033 C-034 C-035 C-036 C-041 C-042 C-043 C-045 C-046 C-050 C-080 C-131 W-09 W-11 W-28 W-29", () => {
  assertEquals(idsIn(REFUSED.map(([title]) => title)), [
    ..."027 030 031 032 033 034 035 036 041 042 043 045 046 050 080 131".split(" ")
      .map((id) => `C-${id}`),
    "D-21",
    "M-18",
    "M-22",
    ..."09 11 28 29".split(" ").map((id) => `W-${id}`),
  ]);
});

Deno.test("accepted calls cover what is at the edge: C-016 C-030 C-031 C-034 C-044 C-045 C-046 C-048 W-29", () => {
  assertEquals(idsIn(ACCEPTED.map(([title]) => title)), [
    ..."016 030 031 034 044 045 046 048".split(" ").map((id) => `C-${id}`),
    "W-29",
  ]);
});

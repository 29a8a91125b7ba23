import { assert, assertEquals } from "@std/assert";
import { ENDPOINTS, type ValidationIssue } from "../../client/contract/mod.ts";
import { createHandler } from "../../server/http/mod.ts";
import { makeFakeHandlers } from "./fake_handlers.ts";
import { type FuzzCase, Fuzzer, seededRandom, toText } from "./fuzz.ts";

/** Cases of each random kind; the systematic ones come on top. */
const RANDOM_CASES = 5_000;

/** Seed of a run; `FUZZ_SEED` repeats another run. */
const SEED = Number(Deno.env.get("FUZZ_SEED") ?? Date.now() % 1_000_000_007);

/** A handler under fire. */
class Range {
  readonly #fake = makeFakeHandlers();
  readonly #handler = createHandler({
    handlers: this.#fake.handlers,
    onFailure: ({ error }) => this.failures.push(error),
  });
  /** Failures of ours. */
  readonly failures: unknown[] = [];

  /** Sends one case and gives back its status and body; checks that refusals call nothing. */
  async fire({ name, text }: FuzzCase): Promise<{ status: number; body: string }> {
    const { path, method } = ENDPOINTS[name];
    const before = this.#fake.calls.length;
    const headers = { "Content-Type": "application/json" };
    const request = new Request(`http://127.0.0.1${path}`, { method, headers, body: text });
    const response = await this.#handler(request);
    const body = await response.text();
    const made = this.#fake.calls.length - before;
    assertEquals(made, response.status === 200 ? 1 : 0, `${name}: calls after ${response.status}`);
    this.#fake.calls.length = 0;
    return { status: response.status, body };
  }
}

/** Whether one place lies on the way to another; names of union members are skipped. */
function isOnTheWay(
  loc: readonly (string | number)[],
  place: readonly (string | number)[],
): boolean {
  const bare = loc.slice(1).filter((part) => !String(part).startsWith("StorageConfig"));
  return bare.slice(0, place.length).every((part, index) => part === place[index]);
}

/** Checks one answer. */
function check(fuzz: FuzzCase, { status, body }: { status: number; body: string }): void {
  const label = `seed ${SEED}: ${fuzz.name} with ${fuzz.change}: ${status} ${body.slice(0, 300)}`;
  assert([200, 400, 413, 422].includes(status), label);
  if (fuzz.expected === "accepted") assertEquals(status, 200, label);
  if (fuzz.expected === "refused") assertEquals(status, 422, label);
  if (status === 200) return;
  const { detail } = JSON.parse(body) as { detail: string | ValidationIssue[] };
  if (typeof detail === "string") return assert(status !== 422, label);
  assert(status === 422 && detail.length > 0, label);
  for (const issue of detail) {
    assertEquals(Object.keys(issue).slice(0, 4), ["type", "loc", "msg", "input"], label);
    assertEquals(issue.loc[0], "body", label);
  }
  const isNamed = detail.some(({ loc }) => isOnTheWay(loc, fuzz.place));
  assert(isNamed, `the field is not named: ${label}`);
}

Deno.test("a good body of every endpoint is accepted", async () => {
  const range = new Range();
  for (const { name, body } of new Fuzzer().subjects) {
    const answer = await range.fire({
      name,
      change: "",
      text: toText(body),
      place: [],
      expected: "accepted",
    });
    assertEquals([name, answer.status, answer.body.slice(0, 200)], [
      name,
      200,
      answer.body.slice(0, 200),
    ]);
  }
});

Deno.test("H-062 every field missing, of every wrong type and beyond every bound", async () => {
  const range = new Range();
  let count = 0;
  for (const fuzz of new Fuzzer().systematic()) {
    check(fuzz, await range.fire(fuzz));
    count++;
  }
  assertEquals(range.failures, []);
  assert(count >= 10_000, `only ${count} cases`);
});

Deno.test(`H-062 bodies with several random changes (seed ${SEED})`, async () => {
  const range = new Range();
  const cases = new Fuzzer().random(seededRandom(SEED)).take(RANDOM_CASES);
  for (const fuzz of cases) check(fuzz, await range.fire(fuzz));
  assertEquals(range.failures, []);
});

Deno.test(`H-062 bodies with broken characters (seed ${SEED})`, async () => {
  const range = new Range();
  const cases = new Fuzzer().broken(seededRandom(SEED + 1)).take(RANDOM_CASES);
  for (const fuzz of cases) check(fuzz, await range.fire(fuzz));
  assertEquals(range.failures, []);
});

Deno.test("H-062 query parameters of every odd kind", async () => {
  const fake = makeFakeHandlers();
  const handler = createHandler({ handlers: fake.handlers });
  const values = ["", "0", "-1", "1", "1e3", "x", "true", "\ud800", "%ff", "9".repeat(5_000), "\0"];
  const names = ["limit", "status_filter", "playbook_name", "agent_version", "service_name"];
  for (const { method, path } of Object.values(ENDPOINTS)) {
    if (method !== "GET") continue;
    for (const name of names) {
      for (const value of values) {
        const query = `${name}=${encodeURIComponent(value.toWellFormed())}&${name}=${value}`;
        const { status } = await handler(new Request(`http://127.0.0.1${path}?${query}`));
        assert([200, 422].includes(status), `${path}?${name}=${value.slice(0, 20)}: ${status}`);
      }
    }
  }
});

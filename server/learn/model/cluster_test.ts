import { assert, assertEquals } from "@std/assert";
import { knownPlaybook } from "../../../tests/support/learn_inputs.ts";
import { averageLinkage } from "../average_linkage.ts";
import { clusterPlaybooks } from "./mod.ts";

const AGGREGATION = {
  min_cluster_size: 2,
  reaggregation_trigger_count: 2,
  clustering_similarity: 0.8,
  direction_overlap_threshold: 0.6,
};

/** A unit vector at an angle. */
function at(degrees: number): Float32Array {
  const vector = new Float32Array(512);
  vector[0] = Math.cos(degrees * Math.PI / 180);
  vector[1] = Math.sin(degrees * Math.PI / 180);
  return vector;
}

function clusters(angles: readonly number[], ids = angles.map((_, n) => n + 1)) {
  return clusterPlaybooks({
    playbooks: ids.map((id) =>
      knownPlaybook({ user_playbook_id: id, trigger: null, content: `w${id}` })
    ),
    vectorOf: (id) => at(angles[id - 1] ?? 0),
    aggregation: AGGREGATION,
    signal: new AbortController().signal,
  });
}

/** Numbers in [0, 1), the same every time. */
function* numbers(seed: number): Generator<number, number> {
  for (let state = seed;;) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223 >>> 0;
    yield state / 2 ** 32;
  }
}

/** Average linkage by looking for the nearest pair again and again. */
function slowLinkage(count: number, distance: (a: number, b: number) => number, cut: number) {
  const groups = Array.from({ length: count }, (_, n) => [n]);
  for (;;) {
    let best: [number, number] | null = null;
    let least = Infinity;
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const pairs = (groups[a] ?? []).flatMap((x) =>
          (groups[b] ?? []).map((y) => distance(x, y))
        );
        const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
        if (mean < least) [best, least] = [[a, b], mean];
      }
    }
    if (best === null || least > cut) break;
    groups[best[0]] = [...groups[best[0]] ?? [], ...groups[best[1]] ?? []].toSorted((x, y) =>
      x - y
    );
    groups.splice(best[1], 1);
  }
  return groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

Deno.test("S-112 S-113 await averageLinkage() finds what looking for the nearest pair finds", async () => {
  const random = numbers(7);
  for (let run = 0; run < 60; run++) {
    const count = 1 + Math.floor(random.next().value * 30);
    const points = Array.from({ length: count }, () => [random.next().value, random.next().value]);
    const distance = (a: number, b: number) =>
      Math.hypot(
        (points[a]?.[0] ?? 0) - (points[b]?.[0] ?? 0),
        (points[a]?.[1] ?? 0) - (points[b]?.[1] ?? 0),
      );
    const cut = random.next().value * 0.6;
    assertEquals(
      await averageLinkage({ count, distance, cut }),
      slowLinkage(count, distance, cut),
    );
  }
});

Deno.test("S-112 clusters below the least size are left out", async () => {
  const found = await clusters([0, 5, 90, 10, 180]);
  assertEquals(found.map(({ memberIds }) => memberIds), [[1, 2, 4]]);
});

Deno.test("S-113 the same rows in any order give the same clusters", async () => {
  const angles = [0, 8, 90, 97, 200, 16, 85, 205, 300];
  const ids = angles.map((_, n) => n + 1);
  const expected = await clusters(angles, ids);
  assertEquals(expected.map(({ memberIds }) => memberIds), [[1, 2, 6], [3, 4, 7], [5, 8]]);
  assertEquals(await clusters(angles, ids.toReversed()), expected);
  assertEquals(await clusters(angles, [4, 9, 1, 7, 2, 8, 3, 6, 5]), expected);
});

Deno.test("S-120 a fingerprint is 16 hex digits over the rising ids", async () => {
  const [cluster] = await clusters([0, 5], [2, 1]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("1,2"));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  assertEquals(cluster?.fingerprint, hex.slice(0, 16));
});

Deno.test("rows without a vector are clustered by their words", async () => {
  const texts = ["use euros for prices", "use euros for all prices", "greet by name"];
  const found = await clusterPlaybooks({
    playbooks: texts.map((content, n) =>
      knownPlaybook({ user_playbook_id: n + 1, trigger: null, content })
    ),
    vectorOf: () => null,
    aggregation: AGGREGATION,
    signal: new AbortController().signal,
  });
  assertEquals(found.map(({ memberIds }) => memberIds), [[1, 2]]);
});

Deno.test("S-113 beyond 2,000 rows leaders gather their neighbours", async () => {
  const angles = Array.from({ length: 2_100 }, (_, n) => (n % 3) * 100);
  const found = await clusters(angles);
  assertEquals(found.map(({ memberIds }) => memberIds.length), [700, 700, 700]);
  assert(found.every(({ memberIds }, n) => memberIds.every((id) => (id - 1) % 3 === n)));
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { migrate, serve } from "../../server/mod.ts";
import { ReflexioClient } from "../../mod.ts";
import { Sandbox } from "./command_line.ts";

/** A key for sealing, made of one repeated byte. */
function sealingKey(id: string, byte: number): string {
  return `${id}:${new Uint8Array(32).fill(byte).toBase64()}`;
}

/** A data file with one conversation in it. */
async function dataFile(box: Sandbox, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const kv = `${box.home}/memory.db`;
  await using server = serve({ port: 0, kv, env: (name) => env[name] });
  await server.ready;
  await using client = new ReflexioClient({ urlEndpoint: server.url, env: () => undefined });
  await client.publishInteraction({
    userId: "ada",
    interactions: [{ role: "user", content: "I live in Bergen and breed quokkas." }],
    waitForResponse: true,
  });
  return kv;
}

/** Whether a text stands in a file or its log. */
async function holds(path: string, text: string): Promise<boolean> {
  const parts = await Promise.all(
    [path, `${path}-wal`].map((each) => Deno.readFile(each).catch(() => new Uint8Array())),
  );
  return parts.some((bytes) => new TextDecoder("latin1").decode(bytes).includes(text));
}

/** Note of a server on a data file, which the process of this test stands in for. */
async function noteServer(box: Sandbox, kv: string): Promise<void> {
  const run = { pid: Deno.pid, processStart: null, port: 9, url: "http://127.0.0.1:9", kv };
  await box.write(".reflexio/run/9.json", JSON.stringify(run));
}

Deno.test("kv reseal and kv compact leave no readable byte; a new key makes the old one needless", async () => {
  await using box = await Sandbox.create();
  const kv = await dataFile(box);
  assert(await holds(kv, "quokkas"));
  const none = await box.run(["kv", "reseal", "--kv", kv]);
  assertEquals(none.code, 2);
  assertStringIncludes(none.stderr, "REFLEXIO_ENCRYPTION_KEYS is not set");
  const first = { REFLEXIO_ENCRYPTION_KEYS: sealingKey("a", 1) };
  const sealed = await box.run(["kv", "reseal", "--kv", kv, "--json"], { env: first });
  assertEquals(sealed.code, 0, sealed.stderr);
  const { key_id, resealed, left } = JSON.parse(sealed.stdout).data;
  assertEquals([key_id, left, resealed > 0], ["a", 0, true]);
  const compacted = await box.run(["kv", "compact", "--kv", kv, "--json"]);
  assertEquals(compacted.code, 0, compacted.stderr);
  const sizes = JSON.parse(compacted.stdout).data;
  assert(sizes.bytes_after > 0 && sizes.bytes_after <= sizes.bytes_before);
  assertEquals(await holds(kv, "quokkas"), false);
  const both = { REFLEXIO_ENCRYPTION_KEYS: `${sealingKey("b", 2)},${sealingKey("a", 1)}` };
  const rotated = await box.run(["kv", "reseal", "--kv", kv], { env: both });
  assertEquals([rotated.code, rotated.stdout], [0, "Sealed with key b; older keys may go\n"]);
  const second = { REFLEXIO_ENCRYPTION_KEYS: sealingKey("b", 2) };
  const [open, shut] = await Promise.all([
    box.run(["kv", "check", "--kv", kv], { env: second }),
    box.run(["kv", "check", "--kv", kv], { env: first }),
  ]);
  assertEquals([open?.code, shut?.code], [0, 1], open?.stderr);
  assertStringIncludes(shut?.stderr ?? "", "sealed with another key");
});

Deno.test("migrate copies, compares and goes on where an ended run was", async () => {
  await using box = await Sandbox.create();
  const kv = await dataFile(box);
  const to = `${box.home}/begun.db`;
  const end = new AbortController();
  const onProgress = () => end.abort();
  await migrate({ from: kv, to, onProgress, signal: end.signal }).catch(() => {});
  const early = await box.run(["kv", "check", "--kv", to]);
  assertEquals(early.code, 1, "nobody opens a copy that was not compared");
  const went = await box.run(["migrate", "--from", kv, "--to", to, "--json"]);
  assertEquals(went.code, 0, went.stderr);
  const report = JSON.parse(went.stdout).data;
  assertEquals([report.changed, report.orgs], [0, 1], "the ended run had copied everything");
  assertEquals(report.source_sha256, report.target_sha256);
  const fresh = await box.run(["migrate", "--from", kv, "--to", `${box.home}/fresh.db`]);
  assertEquals(fresh.code, 0, fresh.stderr);
  assertStringIncludes(fresh.stderr, `SHA-256 ${report.target_sha256}`);
  assertStringIncludes(fresh.stdout, "of 1 org to ");
  const full = await box.run(["migrate", "--from", kv, "--to", to]);
  assertEquals(full.code, 1);
  assertStringIncludes(full.stderr, "it is not empty");
  await using copy = serve({ port: 0, kv: to });
  const env = { REFLEXIO_URL: copy.url };
  assertStringIncludes((await box.run(["user-profiles", "list"], { env })).stdout, "Bergen");
});

Deno.test("work on a data file is refused while a server uses it, and where there is none", async () => {
  await using box = await Sandbox.create();
  const kv = await box.write("memory.db", "");
  await noteServer(box, kv);
  const key = { REFLEXIO_ENCRYPTION_KEYS: sealingKey("a", 1) };
  const runs = await Promise.all([
    box.run(["kv", "compact", "--kv", kv]),
    box.run(["kv", "reseal", "--kv", kv], { env: key }),
    box.run(["migrate", "--from", kv, "--to", "x.db"]),
    box.run(["migrate", "--from", "x.db", "--to", kv]),
  ]);
  for (const { code, stderr } of runs) {
    assertEquals(code, 1, stderr);
    assertStringIncludes(stderr, "services stop --backend-port 9");
  }
  const wrong = await Promise.all([
    box.run(["kv", "compact", "--kv", "none.db"]),
    box.run(["kv", "compact", "--kv", "https://kv.example"]),
    box.run(["migrate", "--from", "none.db", "--to", "x.db"]),
    box.run(["migrate", "--from", ":memory:", "--to", "x.db"]),
    box.run(["migrate", "--from", "none.db"]),
  ]);
  for (const { code, stderr } of wrong) assertEquals(code, 2, stderr);
  assertEquals(box.files(), [".reflexio/run/9.json", "memory.db"]);
});

Deno.test("without --kv the data of the server that runs are meant", async () => {
  await using box = await Sandbox.create();
  const kv = await dataFile(box);
  await noteServer(box, kv);
  const [path, check, backup, doctor, restore] = await Promise.all([
    box.run(["kv", "path"]),
    box.run(["kv", "check", "--json"]),
    box.run(["backup", "monday.backup"]),
    box.run(["doctor", "--json"]),
    box.run(["restore", "none.backup"]),
  ]);
  assertEquals(path.stdout, `${kv}\n`);
  assert(JSON.parse(check.stdout).data.keys > 10, check.stderr);
  assertEquals(backup.code, 0, backup.stderr);
  assertStringIncludes(backup.stderr, kv);
  const checks: readonly { name: string; message: string }[] = JSON.parse(doctor.stdout).data;
  assertStringIncludes(checks.find(({ name }) => name === "data_file")?.message ?? "", kv);
  assertEquals(restore.code, 1);
  assertStringIncludes(restore.stderr, `--backend-port 9, then add --kv ${kv}`);
  const nowhere = await box.run(["backup", "no/such/monday.backup"]);
  assertStringIncludes(nowhere.stderr, "there is no folder no/such");
  const named = await box.run(["kv", "path"], { env: { REFLEXIO_KV: "/other.db" } });
  assertEquals(named.stdout, "/other.db\n");
});

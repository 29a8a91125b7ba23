import { assert, assertEquals, assertThrows } from "@std/assert";
import { ConnectionGate } from "../../server/connection_gate.ts";
import { serve, ServeError } from "../../server/mod.ts";
import { residentMib, startServerProcess } from "../support/server_process.ts";
import { idleConnections } from "./idle_connections.ts";

/** Connections of the flood; the full one is `REFLEXIO_IDLE_CONNECTIONS=10000`. */
const FLOOD = Number(Deno.env.get("REFLEXIO_IDLE_CONNECTIONS") ?? 1_000);

/** Most memory that a quiet connection may take, KiB; behind a gate there are two of it. */
const MAX_KIB_EACH = 24;
const MAX_KIB_GATED = 48;

/** Memory that may come and go beside, MiB. */
const SLACK_MIB = 24;

const GET_HEALTH = new TextEncoder().encode("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");

function connect(port: number): Promise<Deno.TcpConn> {
  return Deno.connect({ hostname: "127.0.0.1", port });
}

/** What a connection gives next, as text; null at its end. */
async function next(connection: Deno.TcpConn): Promise<string | null> {
  const bytes = new Uint8Array(4_096);
  try {
    const count = await connection.read(bytes);
    return count === null ? null : new TextDecoder().decode(bytes.subarray(0, count));
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionReset) return null;
    throw error;
  }
}

Deno.test("a connection over the limit is told to come back, and may when another has gone", async () => {
  await using server = serve({ port: 0, kv: ":memory:", maxConnections: 3 });
  await server.ready;
  const open = await Promise.all([1, 2, 3].map(() => connect(server.port)));
  for (const connection of open) {
    await connection.write(GET_HEALTH);
    assert((await next(connection))?.startsWith("HTTP/1.1 200"));
  }
  const refused = await connect(server.port);
  await refused.write(GET_HEALTH);
  const answer = await next(refused) ?? "";
  assert(answer.startsWith("HTTP/1.1 503"), answer);
  assert(answer.includes("Retry-After: 1\r\nConnection: close"), answer);
  assert(answer.includes('{"detail":"Too many connections'), answer);
  assertEquals(await next(refused), null);
  refused.close();
  await open[0]?.write(GET_HEALTH);
  assert(await next(open[0] ?? refused) !== null, "those inside stay");
  open.shift()?.close();
  let status = 503;
  while (status === 503) {
    const response = await fetch(`http://127.0.0.1:${server.port}/health`);
    await response.body?.cancel();
    status = response.status;
  }
  assertEquals(status, 200);
  const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  assert(/^reflexio_http_connections_refused_total [1-9]/m.test(metrics), metrics);
  assert(/^reflexio_http_connections_open [1-3]$/m.test(metrics), metrics);
  for (const connection of open) connection.close();
});

Deno.test("everything passes a gate unharmed, also while it closes", async () => {
  const server = serve({ port: 0, kv: ":memory:", maxConnections: 50 });
  await server.ready;
  const long = "ø".repeat(1_000_000);
  const post = (path: string, body: unknown) =>
    fetch(server.url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }).then((response) => response.json());
  await post("/api/publish_interaction", {
    user_id: "u",
    interaction_data_list: [{ role: "User", content: long }],
  });
  const { interactions } = await post("/api/get_interactions", { user_id: "u" });
  assertEquals(interactions[0].content === long, true);
  const many = await Promise.all(
    Array.from({ length: 40 }, () => post("/api/get_interactions", { user_id: "none" })),
  );
  assertEquals(many.every((answer) => answer.success), true);
  const idle = await connect(server.port);
  await idle.write(GET_HEALTH);
  await next(idle);
  await server.close();
  assertEquals(await next(idle), null);
  idle.close();
});

Deno.test("a gate ends what is quiet or slow to ask, and nothing that waits for its answer", async () => {
  const slow = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<string | null>();
  let gate: ConnectionGate | null = null;
  const inner = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request, info) => {
      const { peer, leave } = gate?.enter(info.remoteAddr.port) ?? { peer: null, leave: () => {} };
      if (!request.url.endsWith("/slow")) {
        leave();
        return new Response("quick");
      }
      asked.resolve(peer);
      return slow.promise.finally(leave);
    },
  );
  gate = new ConnectionGate({
    hostname: "127.0.0.1",
    port: 0,
    maxConnections: 10,
    innerPort: inner.addr.port,
    isPlain: true,
    idleMs: 60,
    headersMs: 60,
  });
  const { port } = gate.addr;
  const waiting = fetch(`http://127.0.0.1:${port}/slow`);
  assertEquals(await asked.promise, "127.0.0.1");
  const [silent, halfAsked, kept] = await Promise.all([
    connect(port),
    connect(port),
    connect(port),
  ]);
  await halfAsked.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
  await kept.write(GET_HEALTH);
  assert((await next(kept))?.includes("quick"));
  for (const connection of [silent, halfAsked, kept]) {
    let answer = await next(connection);
    while (answer !== null) answer = await next(connection);
    connection.close();
  }
  slow.resolve(new Response("late, but here"));
  assertEquals(await (await waiting).text(), "late, but here");
  gate.stop();
  await inner.shutdown();
  await gate.close();
  assertEquals(gate.stats(), { open: 0, refused: 0 });
});

Deno.test("a limit that is none is refused with its name", () => {
  for (const text of ["0", "-1", "many", "1.5"]) {
    const env = (name: string) => name === "REFLEXIO_MAX_CONNECTIONS" ? text : undefined;
    assertThrows(() => serve({ port: 0, env }), ServeError, text);
  }
});

/** Status that a further connection is answered; NaN: closed without a word. */
async function freshStatus(port: number): Promise<number> {
  using fresh = await connect(port);
  await fresh.write(GET_HEALTH);
  return Number((await next(fresh))?.slice(9, 12));
}

/** Floods a server process with quiet connections; gives how many got in and its memory, MiB. */
async function flood(env: Readonly<Record<string, string>>) {
  await using server = await startServerProcess({ kv: ":memory:", env });
  const port = Number(new URL(server.url).port);
  const beforeMib = await residentMib(server.pid) ?? 0;
  await using idle = await idleConnections(port, FLOOD);
  const duringMib = await residentMib(server.pid) ?? 0;
  // Of very many at once some are turned away without a word.
  let status = NaN;
  while (Number.isNaN(status)) status = await freshStatus(port);
  return { open: idle.open, grownMib: duringMib - beforeMib, status };
}

/** Whether this system lets a process hold so many connections, told by its limit on files. */
async function holds(count: number): Promise<boolean> {
  const limits = await Deno.readTextFile("/proc/self/limits").catch(() => "");
  return Number(/open files\s+\d+\s+(\d+)/.exec(limits)?.[1] ?? 0) > count + 500;
}

const CAN_FLOOD = await holds(FLOOD);
const WHY = CAN_FLOOD ? "" : ` (skipped: the limit on open files is below ${FLOOD + 500})`;

Deno.test({
  name: `${FLOOD} quiet connections cost little, and the server still answers${WHY}`,
  ignore: !CAN_FLOOD,
  fn: async () => {
    const { open, grownMib, status } = await flood({});
    assertEquals([open, status], [FLOOD, 200]);
    const mostMib = SLACK_MIB + FLOOD * MAX_KIB_EACH / 1_024;
    assert(grownMib < mostMib, `${grownMib} MiB for ${FLOOD} connections`);
  },
});

Deno.test({
  name: `of ${FLOOD} quiet connections a server with a limit keeps so many${WHY}`,
  ignore: !CAN_FLOOD,
  fn: async () => {
    const limit = FLOOD / 2;
    const { open, grownMib, status } = await flood({ REFLEXIO_MAX_CONNECTIONS: `${limit}` });
    assertEquals(status, 503);
    // One of them may be the connection that waited for the start.
    assert(open === limit || open === limit - 1, `${open} of ${limit}`);
    assert(grownMib < SLACK_MIB + limit * MAX_KIB_GATED / 1_024, `${grownMib} MiB`);
  },
});

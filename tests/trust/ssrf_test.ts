import { assert, assertEquals, assertRejects } from "@std/assert";
import { createReflexio } from "../../server/mod.ts";
import { fakeLearningModel } from "../support/fake_learning_model.ts";
import { startFakeProviders } from "../support/fake_providers.ts";
import { refusedAddress } from "../../server/validate/url_address.ts";
import { AddressRefused, resolveBySystem, sendOutside } from "../../server/llm/outgoing.ts";
import {
  createLlmRuntime,
  type CreateLlmRuntimeOptions,
  type LlmRuntime,
} from "../../server/llm/runtime.ts";

/** A runtime that finds these addresses for every name and notes what it was asked. */
function runtimeOf(
  addresses: readonly string[],
  options: Partial<CreateLlmRuntimeOptions> & { readonly blocksPrivate?: boolean } = {},
): { readonly runtime: LlmRuntime; readonly asked: string[]; readonly fetched: string[] } {
  const asked: string[] = [];
  const fetched: string[] = [];
  const runtime = createLlmRuntime({
    refusedAddress: (host) =>
      refusedAddress(host, { blocksPrivate: options.blocksPrivate ?? false }),
    resolveHost: (host) => {
      asked.push(host);
      return Promise.resolve(addresses);
    },
    fetch: (url) => {
      fetched.push(url);
      return Promise.resolve(new Response("fetched"));
    },
    ...options,
  });
  return { runtime, asked, fetched };
}

const send = (
  runtime: LlmRuntime,
  url: string,
  init: RequestInit = { method: "POST", body: "{}" },
) => sendOutside(runtime, new URL(url), init);

Deno.test("sendOutside() refuses a name when any of its addresses is refused", async () => {
  const metadata = [
    ["169.254.169.254"],
    ["93.184.216.34", "169.254.170.2"],
    ["::ffff:169.254.169.254"],
    ["::ffff:a9fe:a9fe"],
    ["::169.254.169.254"],
    ["64:ff9b::a9fe:a9fe"],
    ["2002:a9fe:a9fe::1"],
    ["fd00:ec2::254"],
    ["100.100.100.200"],
  ];
  const inside = [["10.1.2.3"], ["127.0.0.1"], ["::1"], ["fe80::1"], ["fc00::5"], ["192.168.0.9"]];
  for (const scheme of ["http", "https"]) {
    for (const addresses of metadata) {
      const { runtime, fetched } = runtimeOf(addresses);
      await assertRejects(() => send(runtime, `${scheme}://a.example/v1`), AddressRefused);
      assertEquals(fetched, [], addresses.join());
    }
    for (const addresses of inside) {
      const { runtime, fetched } = runtimeOf(addresses, { blocksPrivate: true });
      await assertRejects(() => send(runtime, `${scheme}://a.example/v1`), AddressRefused);
      assertEquals(fetched, [], addresses.join());
    }
  }
});

Deno.test("sendOutside() asks for no address of what is one, and refuses it in every spelling", async () => {
  for (
    const host of ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "localhost"]
  ) {
    const { runtime, asked, fetched } = runtimeOf([], { blocksPrivate: true });
    await assertRejects(() => send(runtime, `http://${host}/`), AddressRefused);
    assertEquals([asked, fetched], [[], []], host);
  }
  const { runtime, asked, fetched } = runtimeOf([]);
  await send(runtime, "http://127.0.0.1:9/x");
  assertEquals([asked, fetched], [[], ["http://127.0.0.1:9/x"]]);
});

Deno.test("sendOutside() lets the operator's own addresses pass, and leaves names to a proxy", async () => {
  const own = runtimeOf(["10.0.0.1"], {
    blocksPrivate: true,
    allowedOrigins: ["http://models.internal:8000"],
  });
  await send(own.runtime, "http://models.internal:8000/v1");
  assertEquals([own.asked, own.fetched], [[], ["http://models.internal:8000/v1"]]);
  await assertRejects(() => send(own.runtime, "http://models.internal:9000/v1"), AddressRefused);
  const proxied = runtimeOf(["10.0.0.1"], { blocksPrivate: true, isProxied: true });
  await send(proxied.runtime, "https://a.example/v1");
  assertEquals(proxied.asked, []);
});

Deno.test("sendOutside() without TLS calls the very address that was checked, under the name", async () => {
  const seen: string[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      seen.push(
        [request.method, request.headers.get("host"), pathname + search, await request.text()]
          .join(" "),
      );
      return pathname === "/away"
        ? new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } })
        : Response.json({ ok: "ø" }, { status: 201 });
    },
  );
  const { port } = server.addr;
  // Nobody listens at the first one.
  const { runtime, asked, fetched } = runtimeOf(["127.0.0.2", "127.0.0.1"]);
  const response = await send(runtime, `http://a.example:${port}/v1?x=1`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer k" },
    body: '{"a":"ø"}',
  });
  assertEquals([response.status, await response.json()], [201, { ok: "ø" }]);
  const away = await send(runtime, `http://a.example:${port}/away`);
  assertEquals([away.status, await away.text()], [302, ""]);
  assertEquals(seen, [
    `POST a.example:${port} /v1?x=1 {"a":"ø"}`,
    `POST a.example:${port} /away {}`,
  ]);
  assertEquals([asked.length, fetched], [2, []]);
});

Deno.test("sendOutside() gives up with its signal, and says when a name has no address", async () => {
  const { runtime } = runtimeOf([], { resolveHost: () => new Promise(() => {}) });
  const before = AbortSignal.abort(new Error("too late"));
  await assertRejects(() => send(runtime, "https://a.example/", { signal: before }), Error, "late");
  const controller = new AbortController();
  const sent = send(runtime, "https://a.example/", { signal: controller.signal });
  controller.abort(new Error("now"));
  await assertRejects(() => sent, Error, "now");
  const nowhere = runtimeOf([]);
  await assertRejects(() => send(nowhere.runtime, "http://a.example/"), TypeError, "no address");
});

Deno.test("a server that refuses private addresses calls those of the operator, and no tenant's", async () => {
  const told = await Promise.all([1, 2].map(() => startFakeProviders(fakeLearningModel({}))));
  const [own, foreign] = told;
  const env = (name: string) =>
    ({ ...own?.env, REFLEXIO_BLOCK_PRIVATE_URLS: "1", REFLEXIO_LEARNER: "model" })[name];
  await using reflexio = await createReflexio({ env });
  const call = async (path: string, body: unknown) => {
    const response = await reflexio.fetch(
      new Request(`http://localhost${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
  const { body } = await call("/api/publish_interaction?wait_for_response=true", {
    user_id: "ana",
    interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
    // One turn alone is not worth a model's time: without force its run ends before it asks.
    force_extraction: true,
  });
  assertEquals([body.success, body.warnings], [true, []]);
  const tasks = new Set(own?.questions.map(({ task }) => task));
  assert(tasks.has("chat"), "the model of the operator was not asked to learn");
  for (const host of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"]) {
    const api_base = `http://${host}:${URL.parse(foreign?.url ?? "")?.port}/v1`;
    const custom_endpoint = { model: "m", api_key: "k", api_base };
    const { status } = await call("/api/set_config", {
      storage_config: null,
      api_key_config: { custom_endpoint },
    });
    assertEquals(status, 422, host);
  }
  assertEquals(foreign?.questions, []);
  await Promise.all(told.map((fake) => fake[Symbol.asyncDispose]()));
});

Deno.test("resolveBySystem() knows this machine", async () => {
  const addresses = await resolveBySystem("localhost");
  assertEquals(addresses.every((address) => ["127.0.0.1", "::1"].includes(address)), true);
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Sandbox } from "./command_line.ts";

/** Whether openssl is there to make certificates. */
function hasOpenssl(): boolean {
  try {
    return new Deno.Command("openssl", { args: ["version"], stdout: "null" }).outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Makes a certificate that vouches for itself, and its key. */
async function makePair(box: Sandbox, name: string, ...more: string[]): Promise<[string, string]> {
  const [cert, key] = [`${box.home}/${name}.pem`, `${box.home}/${name}-key.pem`];
  const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2";
  await new Deno.Command("openssl", {
    args: [...args.split(" "), "-keyout", key, "-out", cert, ...more],
    stderr: "null",
  }).output();
  return [cert, key];
}

/** A port that was free a moment ago. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

Deno.test({
  name: "services start --cert --key wants a pair, before anything is started",
  ignore: !hasOpenssl(),
  fn: async () => {
    await using box = await Sandbox.create();
    const [cert, key] = await makePair(box, "one", "-subj", "/CN=localhost");
    const [, otherKey] = await makePair(box, "two", "-subj", "/CN=localhost");
    const fails = async (...flags: string[]) => {
      const run = await box.run(["services", "start", "--detach", "--kv", ":memory:", ...flags]);
      assertEquals([run.code, run.stdout], [2, ""], run.stderr);
      return run.stderr;
    };
    const [lone, absent, swapped, foreign] = await Promise.all([
      fails("--cert", cert),
      fails("--cert", "none.pem", "--key", key),
      fails("--cert", key, "--key", key),
      fails("--cert", cert, "--key", otherKey),
    ]);
    assertStringIncludes(lone ?? "", "--key FILE is missing");
    assertStringIncludes(absent ?? "", "Cannot read none.pem: there is no such file");
    assertStringIncludes(swapped ?? "", "holds no certificate in PEM form");
    assertStringIncludes(foreign ?? "", "is not the key of");
    assert(!box.files().some((path) => path.startsWith(".reflexio/run/")));
  },
});

Deno.test({
  name: "services start --detach over TLS is healthy with a certificate that nobody vouches for",
  ignore: !hasOpenssl(),
  fn: async () => {
    await using box = await Sandbox.create();
    const [cert, key] = await makePair(box, "own", "-subj", "/CN=elsewhere.example");
    const port = ["--backend-port", `${freePort()}`];
    const flags = [...port, "--kv", `${box.home}/m.db`, "--cert", "own.pem", "--key", key];
    const started = await box.run(["services", "start", "--detach", ...flags, "--json"]);
    assertEquals(started.code, 0, started.stderr);
    const { url } = JSON.parse(started.stdout).data;
    assert(url.startsWith("https://"), url);
    try {
      const state = async () => {
        const { stdout } = await box.run(["services", "status", "--json"]);
        return JSON.parse(stdout).data.map((row: { state: string }) => row.state);
      };
      assertEquals(await state(), ["healthy"]);
      const again = await box.run(["services", "start", "--detach", ...flags]);
      assertStringIncludes(again.stderr, "runs already");
      const refused = await box.run(["user-profiles", "list"]);
      assertEquals(refused.code, 4);
      assertStringIncludes(refused.stderr, "certificate is not trusted");
      // The server goes on with the certificate that it was started with.
      await Deno.remove(cert);
      await makePair(box, "own", "-subj", "/CN=elsewhere.example");
      assertEquals(await state(), ["healthy"]);
      const restarted = await box.run(["services", "restart", ...port]);
      assertEquals([restarted.code, restarted.stdout], [0, `${url}\n`], restarted.stderr);
    } finally {
      assertEquals((await box.run(["services", "stop", ...port])).code, 0);
    }
  },
});

Deno.test({
  name: "a command calls a server over TLS when the system trusts its certificate",
  ignore: !hasOpenssl() || Deno.build.os !== "linux",
  fn: async () => {
    await using box = await Sandbox.create();
    const [cert, key] = await makePair(
      box,
      "local",
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      ...["-addext", "basicConstraints=critical,CA:FALSE"],
    );
    const port = ["--backend-port", `${freePort()}`];
    const env = { REFLEXIO_TLS_CERT: cert, REFLEXIO_TLS_KEY: key };
    const args = ["services", "start", "--detach", ...port, "--kv", ":memory:"];
    const started = await box.run(args, { env });
    assertEquals(started.code, 0, started.stderr);
    try {
      const trust = { DENO_TLS_CA_STORE: "system", SSL_CERT_FILE: cert };
      const check = await box.run(["status", "check"], { env: trust });
      assertEquals(check.code, 0, check.stderr);
    } finally {
      assertEquals((await box.run(["services", "stop", ...port])).code, 0);
    }
  },
});

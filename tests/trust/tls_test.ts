import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { serve } from "../../server/mod.ts";
import { parseStartOptions, StartOptionsError } from "../../server/start_options.ts";

/** Whether openssl is there to make a certificate. */
function hasOpenssl(): boolean {
  try {
    return new Deno.Command("openssl", { args: ["version"], stdout: "null" }).outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test({
  name: "serve() with a certificate speaks TLS and nothing else",
  ignore: !hasOpenssl(),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 " +
      "-subj /CN=localhost -addext subjectAltName=DNS:localhost " +
      `-addext basicConstraints=critical,CA:FALSE -keyout ${folder}/key.pem -out ${folder}/cert.pem`;
    await new Deno.Command("openssl", { args: args.split(" "), stderr: "null" }).output();
    const cert = await Deno.readTextFile(`${folder}/cert.pem`);
    const key = await Deno.readTextFile(`${folder}/key.pem`);
    await using server = serve({ port: 0, kv: ":memory:", tls: { cert, key } });
    assert(server.url.startsWith("https://localhost:"));
    await server.ready;
    using client = Deno.createHttpClient({ caCerts: [cert] });
    const response = await fetch(`${server.url}/health`, { client });
    assertEquals(await response.json(), { status: "healthy" });
    await assertRejects(() => fetch(`${server.url.replace("https", "http")}/health`));
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test("parseStartOptions() wants both files of TLS or none", () => {
  const env = () => undefined;
  const both = parseStartOptions(["--cert", "c.pem", "--key", "k.pem"], env);
  assertEquals(both.kind === "start" && both.options.tls, { certPath: "c.pem", keyPath: "k.pem" });
  const none = parseStartOptions([], env);
  assertEquals(none.kind === "start" && none.options.tls, null);
  assertThrows(
    () => parseStartOptions(["--cert", "c.pem"], env),
    StartOptionsError,
    "--key FILE is missing",
  );
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { binaryName, compareVersions } from "../../cli/services/release.ts";
import { replaceProgram } from "../../cli/services/replace_program.ts";
import { Sandbox } from "./command_line.ts";

const isWindows = Deno.build.os === "windows";

/** A program that says a version. */
function program(version: string): string {
  return `#!/bin/sh\necho "reflexio ${version}"\n`;
}

/** SHA-256 of a text, hex. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toHex();
}

/** The files of a release below a folder. */
async function release(
  version: string,
  { folder = "", says = version } = {},
): Promise<Record<string, string>> {
  const binary = program(says);
  const label = `${version}\n`;
  const sums = `${await sha256(binary)}  ${binaryName()}\n${await sha256(label)}  VERSION\n`;
  return {
    [`${folder}/${binaryName()}`]: binary,
    [`${folder}/VERSION`]: label,
    [`${folder}/SHA256SUMS`]: sums,
  };
}

/** A folder of releases on a server, and an installed program. */
class Releases implements AsyncDisposable {
  files: Record<string, string> = {};
  readonly asked: string[] = [];
  readonly #server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => {
      const { pathname } = new URL(request.url);
      this.asked.push(pathname);
      const text = this.files[pathname];
      return text === undefined ? new Response("", { status: 404 }) : new Response(text);
    },
  );

  private constructor(readonly box: Sandbox, readonly path: string) {}

  /** With a program of a version installed. */
  static async create(box: Sandbox, version: string): Promise<Releases> {
    const path = await box.write("bin/reflexio", program(version));
    await Deno.chmod(path, 0o755);
    return new Releases(box, path);
  }

  /** Runs the command on the installed program. */
  upgrade(...args: string[]) {
    const env = { REFLEXIO_INSTALL_URL: `http://127.0.0.1:${this.#server.addr.port}/` };
    return this.box.run(["upgrade", "--path", "bin/reflexio", ...args], { env });
  }

  /** What the installed program says. */
  async says(path = this.path): Promise<string> {
    const { stdout } = await new Deno.Command(path, { args: ["--version"] }).output();
    return new TextDecoder().decode(stdout).trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

Deno.test({
  name: "upgrade looks, installs what is newer, keeps the old program and goes back to it",
  ignore: isWindows,
  fn: async () => {
    await using box = await Sandbox.create();
    await using there = await Releases.create(box, "1.9.0");
    there.files = await release("1.10.0");
    const look = await there.upgrade("--check");
    assertEquals([look.code, look.stdout], [0, "reflexio 1.10.0 is there; this is 1.9.0\n"]);
    assert(!there.asked.some((path) => path.includes("reflexio-")), "a look fetches no binary");
    assertEquals(await there.says(), "reflexio 1.9.0");
    const done = await there.upgrade("--json");
    assertEquals(done.code, 0, done.stderr);
    const { data } = JSON.parse(done.stdout);
    assertEquals([data.current, data.release, data.upgraded], ["1.9.0", "1.10.0", true]);
    assertEquals(await there.says(), "reflexio 1.10.0");
    assertEquals(await there.says(data.kept), "reflexio 1.9.0");
    const again = await there.upgrade();
    assertEquals([again.code, again.stdout], [0, "reflexio 1.10.0 is the newest\n"]);
    const back = await there.upgrade("--rollback");
    assertEquals(back.code, 0, back.stderr);
    assertEquals(await there.says(), "reflexio 1.9.0");
    assertEquals(await there.says(`${there.path}.old`), "reflexio 1.10.0");
    there.files = await release("1.2.0", { folder: "/v1.2.0" });
    assertEquals((await there.upgrade("--release", "v1.2.0")).code, 0);
    assertEquals(await there.says(), "reflexio 1.2.0");
    assertEquals(box.files(), ["bin/reflexio", "bin/reflexio.old"]);
  },
});

Deno.test({
  name: "upgrade changes nothing when a checksum is wrong, a file is missing or it does not run",
  ignore: isWindows,
  fn: async () => {
    await using box = await Sandbox.create();
    await using there = await Releases.create(box, "1.0.0");
    const good = await release("1.1.0");
    const binary = `/${binaryName()}`;
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ ...good, [binary]: `${program("1.1.0")}# more\n` }, "The checksum of reflexio-"],
      [{ ...good, "/VERSION": "9.9.9\n" }, "The checksum of VERSION is wrong"],
      [{ ...good, "/SHA256SUMS": `${await sha256("1.1.0\n")}  VERSION\n` }, "has no reflexio-"],
      [await release("1.1.0", { says: "1.0.9" }), "does not run here"],
      [{ "/SHA256SUMS": good["/SHA256SUMS"] ?? "" }, "answered 404"],
      [{}, "/SHA256SUMS: the server answered 404"],
    ];
    for (const [files, reason] of cases) {
      there.files = files;
      const { code, stderr } = await there.upgrade();
      assertEquals(code, 1, stderr);
      assertStringIncludes(stderr, reason);
      assertEquals(await there.says(), "reflexio 1.0.0");
      assertEquals(box.files(), ["bin/reflexio"]);
    }
    const back = await there.upgrade("--rollback");
    assertEquals(back.code, 2);
    assertEquals((await there.upgrade("--path", "none")).code, 2);
  },
});

Deno.test("upgrade run from source names the command that brings the source up to date", async () => {
  await using box = await Sandbox.create();
  const { code, stdout } = await box.run(["upgrade"]);
  assertEquals(code, 0);
  assert(/^git -C .* pull\n$/.test(stdout), stdout);
});

Deno.test("replaceProgram() renames a running program away where it cannot be replaced", async () => {
  await using box = await Sandbox.create();
  for (const [n, os] of (["windows", "linux"] as const).entries()) {
    const path = await box.write(`${n}/reflexio`, "old");
    await box.write(`${n}/reflexio.old`, "older");
    await replaceProgram(path, await box.write(`${n}/fresh`, "new"), os);
    assertEquals(await box.read(`${n}/reflexio`), "new");
    assertEquals(await box.read(`${n}/reflexio.old`), "old");
  }
  assertEquals(box.files().length, 4);
});

Deno.test("compareVersions() counts numbers as numbers and preliminary versions as older", () => {
  const sorted = ["0.9.0", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.0.1", "1.10.0"];
  assertEquals([...sorted].reverse().sort(compareVersions), sorted);
  assertEquals(compareVersions("1.0.0", "1.0.0+build"), 0);
  assertEquals(binaryName({ os: "darwin", arch: "aarch64" }), "reflexio-macos-arm64");
  assertEquals(binaryName({ os: "windows", arch: "x86_64" }), "reflexio-windows-x64.exe");
});

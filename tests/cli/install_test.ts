import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { binaryName } from "../../cli/services/release.ts";
import { Sandbox } from "./command_line.ts";

const SCRIPT = new URL("../../tools/install.sh", import.meta.url).pathname;

/** Text of a file of the tools. */
function tool(name: string): Promise<string> {
  return Deno.readTextFile(new URL(`../../tools/${name}`, import.meta.url));
}

/** A release: a program that says its version, and its checksums. */
async function release(version: string): Promise<Record<string, string>> {
  const os = Deno.build.os === "darwin" ? "macos" : "linux";
  const cpu = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  const name = `reflexio-${os}-${cpu}`;
  const program = `#!/bin/sh\necho "reflexio ${version}"\n`;
  const hash = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(program)),
  ).toHex();
  return { [`/${name}`]: program, "/SHA256SUMS": `${"0".repeat(64)}  other\n${hash}  ${name}\n` };
}

/** Serves files and runs the install script against them. */
class Installer implements AsyncDisposable {
  files: Record<string, string> = {};
  readonly #server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => {
      const text = this.files[new URL(request.url).pathname];
      return text === undefined ? new Response("", { status: 404 }) : new Response(text);
    },
  );

  constructor(readonly box: Sandbox) {}

  async run(...args: string[]): Promise<{ code: number; stderr: string }> {
    const { code, stderr } = await new Deno.Command("sh", {
      args: [SCRIPT, "--base-url", `http://127.0.0.1:${this.#server.addr.port}/`, ...args],
      clearEnv: true,
      env: this.box.env({ SHELL: "/bin/bash" }),
      cwd: this.box.home,
      stdin: "null",
      stdout: "null",
    }).output();
    return { code, stderr: new TextDecoder().decode(stderr) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

Deno.test("install.sh installs, upgrades in place, hints at the search path, uninstalls", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  await using installer = new Installer(box);
  installer.files = await release("1.0.0");
  const first = await installer.run();
  assertEquals(first.code, 0, first.stderr);
  assertStringIncludes(first.stderr, "Installed reflexio 1.0.0");
  assertStringIncludes(
    first.stderr,
    `echo 'export PATH="${box.home}/.reflexio/bin:$PATH"' >> ${box.home}/.bashrc`,
  );
  assertEquals(box.files(), [".reflexio/bin/reflexio"], "no shell file is touched unasked");
  const again = await installer.run("--modify-path");
  assertStringIncludes(again.stderr, "was there already");
  await installer.run("--modify-path");
  assertEquals((await box.read(".bashrc")).match(/export PATH/g)?.length, 1);
  installer.files = await release("1.1.0");
  assertStringIncludes((await installer.run()).stderr, "Upgraded reflexio 1.0.0 to reflexio 1.1.0");
  installer.files = Object.fromEntries(
    Object.entries(await release("0.9.0")).map(([path, text]) => [`/v0.9.0${path}`, text]),
  );
  assertStringIncludes(
    (await installer.run("--version", "0.9.0", "--dir", `${box.home}/other`)).stderr,
    "Installed reflexio 0.9.0",
  );
  await installer.run("--uninstall");
  assert(!box.files().includes(".reflexio/bin/reflexio"));
});

Deno.test("install.sh installs nothing when a checksum is wrong or a file is missing", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  await using installer = new Installer(box);
  const good = await release("1.0.0");
  const tampered = Object.fromEntries(
    Object.entries(good).map((
      [path, text],
    ) => [path, path === "/SHA256SUMS" ? text : `${text}# more\n`]),
  );
  for (
    const files of [tampered, {}, { "/SHA256SUMS": "" }, {
      "/SHA256SUMS": good["/SHA256SUMS"] ?? "",
    }]
  ) {
    installer.files = files;
    const { code, stderr } = await installer.run();
    assertEquals(code, 1);
    assert(stderr.includes("Error: "), stderr);
    assertEquals(box.files(), []);
  }
  assertEquals((await installer.run("--nonsense")).code, 1);
});

Deno.test("install.ps1 fetches what compile.ts makes, and checks it as install.sh does", async () => {
  const [compile, shell, power] = await Promise.all(
    ["compile.ts", "install.sh", "install.ps1"].map(tool),
  );
  const targets = [...compile?.matchAll(/name: "([\w-]+)", triple/g) ?? []].map(([, name]) => name);
  assertEquals(targets.length, 5);
  const name = /\$Name = '([^']+)'/.exec(power ?? "")?.[1];
  assertEquals(name, `reflexio-${targets.find((target) => target?.startsWith("windows"))}.exe`);
  const words = (pattern: RegExp) => [...shell?.matchAll(pattern) ?? []].map(([, word]) => word);
  const fetched = new Set(
    words(/\bOS=(\w+) ;;/g).flatMap((os) => words(/\bCPU=(\w+) ;;/g).map((cpu) => `${os}-${cpu}`)),
  );
  assertEquals(
    [...fetched].sort(),
    targets.filter((target) => !target?.startsWith("windows")).sort(),
  );
  const machines = ["linux", "darwin"].flatMap((os) =>
    ["x86_64", "aarch64"].map((arch) => ({ os, arch }))
  );
  const upgraded = [...machines, { os: "windows", arch: "x86_64" }].map(binaryName);
  const made = targets.map((target) =>
    `reflexio-${target}${target?.startsWith("windows") ? ".exe" : ""}`
  );
  assertEquals(upgraded.sort(), made.sort(), "upgrade fetches the same names");
  // One address for the newest release, one below it for a named one, one file of checksums.
  assertStringIncludes(shell ?? "", 'FROM="${BASE%/}${VERSION:+/v$VERSION}"');
  assertStringIncludes(power ?? "", "$From = $BaseUrl.TrimEnd('/')");
  assertStringIncludes(power ?? "", 'if ($Version) { $From = "$From/v$Version" }');
  for (const text of [shell, power]) {
    assertStringIncludes(text ?? "", text === shell ? "$FROM/SHA256SUMS" : "$From/SHA256SUMS");
    assertStringIncludes(text ?? "", "REFLEXIO_INSTALL_URL");
    assertStringIncludes(text ?? "", "REFLEXIO_INSTALL_DIR");
  }
  // Nothing is put in place before the checksum is compared.
  const order = ["Get-FileHash", "-ne $Wanted", "--version", "$File $Fresh", "$Fresh $Target"];
  const places = order.map((part) => power?.indexOf(part) ?? -1);
  assertEquals(places, places.toSorted((a, b) => a - b));
  assert(!places.includes(-1));
});

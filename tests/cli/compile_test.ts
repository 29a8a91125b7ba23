import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  compile,
  compileArguments,
  ownTarget,
  reasonIn,
  remedy,
  TARGETS,
} from "../../tools/compile.ts";

Deno.test("compile: the command line of each of the five targets", () => {
  const lines = TARGETS.map((target) => `deno ${compileArguments(target, target.name).join(" ")}`);
  const line = (triple: string, name: string) =>
    "deno compile --unstable-kv --v8-flags=--max-semi-space-size=8 " +
    "--no-check --allow-net --allow-read --allow-write --allow-env " +
    "--allow-run --allow-sys --include server/mod.ts --include server/learner_worker.ts " +
    "--include server/search/assets --include docs/demo/conversations.json " +
    `--target ${triple} --output ${name} cli/main.ts`;
  assertEquals(lines, [
    line("x86_64-unknown-linux-gnu", "linux-x64"),
    line("aarch64-unknown-linux-gnu", "linux-arm64"),
    line("x86_64-apple-darwin", "macos-x64"),
    line("aarch64-apple-darwin", "macos-arm64"),
    line("x86_64-pc-windows-msvc", "windows-x64"),
  ]);
});

Deno.test("compile: a runtime that cannot be fetched is told with its host, reason and remedy", () => {
  const output = `error: Writing deno compile executable to temporary file '/x'

Caused by:
    0: Setting up base binary.
    1: error sending request for url (https://dl.deno.land/release/v2/denort-x.zip): client error (Connect): dns error: no such host
    2: client error (Connect)

Stack backtrace:
   0: <unknown>
`;
  assertEquals(reasonIn(output), "dl.deno.land gives no runtime: no such host");
  assertEquals(reasonIn("error: Module not found\n"), "Module not found");
  assertEquals(reasonIn(""), "the compiler says nothing");
  const text = remedy(TARGETS.slice(3), "/cache");
  const release = `release/v${Deno.version.deno}`;
  assertStringIncludes(text, `https://dl.deno.land/${release}/denort-aarch64-apple-darwin.zip`);
  assertStringIncludes(text, `https://dl.deno.land/${release}/denort-x86_64-pc-windows-msvc.zip`);
  assertStringIncludes(text, `  /cache/dl/${release}/\n`);
  assertStringIncludes(text, "deno task compile --target macos-arm64");
});

Deno.test("compile: everything but the runtime goes into the binary", {
  ignore: Deno.build.os !== "linux" || ownTarget() === undefined,
}, async () => {
  const target = ownTarget();
  if (target === undefined) throw new Error("Only a target is asked");
  const folder = await Deno.makeTempDir({ prefix: "reflexio-compile-test-" });
  try {
    // Deno stands in for the runtime: what is packed behind it is the same.
    assertEquals(await compile(target, `${folder}/reflexio`, Deno.execPath()), null);
    const { size } = await Deno.stat(Deno.execPath());
    using file = await Deno.open(`${folder}/reflexio`);
    await file.seek(size, Deno.SeekMode.Start);
    const packed = new TextDecoder("latin1").decode(
      await new Response(file.readable).bytes(),
    );
    for (
      const name of ["learner_worker.ts", "word_vectors.json", "conversations.json", "bulk.ts"]
    ) {
      assertStringIncludes(packed, `"${name}"`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

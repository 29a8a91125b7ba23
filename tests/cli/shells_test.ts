import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { COMMAND, Sandbox } from "./command_line.ts";

/** Whether a program is there. */
function has(program: string): boolean {
  if (Deno.build.os === "windows") return false;
  try {
    return new Deno.Command(program, { args: ["--version"], stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Name of the test of a shell; says why it is skipped. */
function nameFor(program: string): string {
  const name = `completion works in ${program}`;
  return has(program) ? name : `${name} (skipped: ${program} is not installed here)`;
}

/** A sandbox in which `reflexio` is on the search path. */
async function withCommand(): Promise<{ box: Sandbox; env: Record<string, string> }> {
  const box = await Sandbox.create();
  const shim = await box.write(
    "bin/reflexio",
    `#!/bin/sh\nexec "${Deno.execPath()}" ${COMMAND.map((word) => `"${word}"`).join(" ")} "$@"\n`,
  );
  await Deno.chmod(shim, 0o755);
  return { box, env: box.env({ PATH: `${box.home}/bin:${Deno.env.get("PATH")}`, TERM: "dumb" }) };
}

/** Runs a script in a shell. */
async function shell(program: string, args: string[], env: Record<string, string>, cwd: string) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    clearEnv: true,
    env,
    cwd,
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  assertEquals(code, 0, text.decode(stderr));
  return text.decode(stdout).trim().split("\n");
}

Deno.test(
  nameFor("bash"),
  { ignore: !has("bash") },
  async () => {
    const { box, env } = await withCommand();
    await using _ = box;
    const ask = (line: string, words: string) =>
      shell(
        "bash",
        [
          "-c",
          `source <(reflexio completion bash)
COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMP_LINE="${line}"
_reflexio; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ],
        env,
        box.home,
      );
    assertEquals(await ask("reflexio services st", `reflexio services st`), [
      "start",
      "stop",
      "status",
    ]);
    assertEquals(await ask("", `reflexio user-profiles list --status ""`), [
      "current",
      "pending",
      "archived",
    ]);
    await box.write("chat one.json", "{}");
    assertEquals(await ask("", `reflexio publish --file "chat"`), ["chat one.json"]);
  },
);

Deno.test(
  nameFor("zsh"),
  { ignore: !has("zsh") },
  async () => {
    const { box, env } = await withCommand();
    await using _ = box;
    const lines = await shell(
      "zsh",
      [
        "-f",
        "-c",
        `compdef() { :; }; _describe() { print -l -- "\${candidates[@]}"; }
eval "$(reflexio completion zsh)"
words=(reflexio services st); CURRENT=3; _reflexio`,
      ],
      env,
      box.home,
    );
    assertEquals(lines.map((line) => line.split(":")[0]), ["start", "stop", "status"]);
    assertStringIncludes(lines[0] ?? "", "memory server");
  },
);

Deno.test(
  nameFor("fish"),
  { ignore: !has("fish") },
  async () => {
    const { box, env } = await withCommand();
    await using _ = box;
    const lines = await shell(
      "fish",
      [
        "--no-config",
        "-c",
        `reflexio completion fish | source; complete -C "reflexio services st"`,
      ],
      env,
      box.home,
    );
    assertEquals(lines.map((line) => line.split("\t")[0]).sort(), ["start", "status", "stop"]);
  },
);

Deno.test("completion --install puts the script where each shell looks, once", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  for (const name of ["bash", "zsh", "zsh", "fish", "pwsh"]) {
    assertEquals((await box.run(["completion", name, "--install"])).code, 0);
  }
  assertEquals(box.files(), [
    ".config/fish/completions/reflexio.fish",
    ".config/powershell/Microsoft.PowerShell_profile.ps1",
    ".local/share/bash-completion/completions/reflexio",
    ".reflexio/completion.ps1",
    ".reflexio/completion.zsh",
    ".zshrc",
  ]);
  assertEquals((await box.read(".zshrc")).trimEnd().split("\n").length, 1);
  const shown = await box.run(["--show-completion=fish"]);
  assert(shown.stdout.startsWith("# fish completion"));
  assertEquals((await box.run(["completion"], { env: { SHELL: "/bin/csh" } })).code, 2);
});

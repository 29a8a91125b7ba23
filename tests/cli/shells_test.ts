import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { COMMAND, Sandbox } from "./command_line.ts";
import { HAS_TERMINAL, majorVersion, Terminal } from "./terminal.ts";

/** Pressed in a shell under test, these show what stands on its line. */
const SHOW_LINE = "\x18\x0c";

/** Pressed in a shell, this empties its line. */
const EMPTY_LINE = "\x15";

/** Pressed in a shell, these end it. */
const END = `${EMPTY_LINE}exit\r`;

/** What is particular about a shell. */
interface ShellCase {
  /** Its program. */
  readonly program: string;
  /** Least version of it. */
  readonly version: number;
  /** The file that it reads at its start. */
  readonly startFile: string;
  /** Lines there that set a prompt and bind the keys of {@link SHOW_LINE}. */
  readonly start: string;
  /** Ways to load the completion, by their name: lines there, and what is run before. */
  readonly ways: Readonly<Record<string, { readonly lines?: string; readonly before?: string[] }>>;
  /** Keys that show what may follow. */
  readonly list: string;
  /** How it shows the candidates `start` and `status`. */
  readonly shown: RegExp;
}

const SHELLS: readonly ShellCase[] = [{
  program: "bash",
  // Version 3.2, which macOS has, does not bind two keys to a line.
  version: 4,
  startFile: ".bashrc",
  start: `PS1='READY> '
bind -x '"\\C-x\\C-l": printf "\\n<<%s>>\\n" "$READLINE_LINE"'`,
  ways: {
    "a line in its start file": { lines: "source <(reflexio completion bash)" },
    "--install": { before: ["completion", "bash", "--install"] },
  },
  list: "\t\t",
  shown: /start +status *\s/,
}, {
  program: "zsh",
  version: 5,
  startFile: ".zshrc",
  start: `PS1='READY> '
show-line() { print -r -- $'\\n'"<<$BUFFER>>" }
zle -N show-line; bindkey '^X^L' show-line`,
  ways: {
    "a line in its start file": {
      lines: `autoload -Uz compinit && compinit -u\neval "$(reflexio completion zsh)"`,
    },
    "a file on fpath": {
      lines: `mkdir -p ~/.zfunc; reflexio completion zsh > ~/.zfunc/_reflexio
fpath+=~/.zfunc; autoload -Uz compinit && compinit -u`,
    },
    "--install": { before: ["completion", "zsh", "--install"] },
  },
  list: "\t",
  shown: /start +-- Start a memory server.*\s+status +-- Which servers run/,
}, {
  program: "fish",
  version: 3,
  startFile: ".config/fish/config.fish",
  start: `function fish_greeting; end
function fish_prompt; echo 'READY> '; end
bind \\cx\\cl 'printf "\\n<<%s>>\\n" (commandline)'`,
  ways: {
    "a line in its start file": { lines: "reflexio completion fish | source" },
    "--install": { before: ["completion", "fish", "--install"] },
  },
  list: "\t",
  shown: /start +\(Start a memory server.*\s+status +\(Which servers run/,
}];

/** Keys up to a tab, and what then stands on the line. */
const LINES: readonly (readonly [keys: string, line: string])[] = [
  ["reflexio pub", "reflexio publish "],
  ["reflexio services sto", "reflexio services stop "],
  ["reflexio stop", "reflexio stop"],
  ["reflexio user-profiles list --sta", "reflexio user-profiles list --status "],
  ["reflexio user-profiles list --status p", "reflexio user-profiles list --status pending "],
  ["reflexio user-profiles list --status=p", "reflexio user-profiles list --status=pending "],
  [
    "reflexio --server-url http://[::1]:8081 pub",
    "reflexio --server-url http://[::1]:8081 publish ",
  ],
  [
    "reflexio search 'two words' --type profiles,ag",
    "reflexio search 'two words' --type profiles,agent-playbooks ",
  ],
  ["reflexio publish --file cha", "reflexio publish --file chat\\ one.json "],
  ["reflexio publish --file=cha", "reflexio publish --file=chat\\ one.json "],
  ["reflexio help agent-playbooks agg", "reflexio help agent-playbooks aggregate "],
];

/** Why a shell cannot be tested here, null when it can. */
function reasonToSkip({ program, version }: ShellCase): string | null {
  if (!HAS_TERMINAL) return "the script of util-linux is not here";
  const found = majorVersion(program);
  if (found === null) return `${program} is not installed here`;
  return found < version ? `${program} ${found} is here, ${version} is needed` : null;
}

/** A home folder in which `reflexio` is on the search path, and a shell's start file. */
async function homeFor(shell: ShellCase, way: string): Promise<Sandbox> {
  const box = await Sandbox.create();
  const shim = await box.write(
    "bin/reflexio",
    `#!/bin/sh\nexec "${Deno.execPath()}" ${COMMAND.map((word) => `"${word}"`).join(" ")} "$@"\n`,
  );
  await Deno.chmod(shim, 0o755);
  const { lines = "", before } = shell.ways[way] ?? {};
  await box.write(shell.startFile, `${shell.start}\n${lines}\n`);
  if (before) assertEquals((await box.run(before)).code, 0);
  // With this folder fish does not read all manual pages at its first start.
  await Deno.mkdir(`${box.home}/.local/share/fish/generated_completions`, { recursive: true });
  await box.write("chat one.json", "{}");
  return box;
}

/** Starts a shell in a terminal and waits until it is ready. */
async function start(shell: ShellCase, box: Sandbox): Promise<Terminal> {
  const terminal = new Terminal(`${shell.program} -i`, {
    env: box.env({
      PATH: `${box.home}/bin:${Deno.env.get("PATH")}`,
      TERM: "xterm",
      LANG: "C.UTF-8",
      XDG_CONFIG_HOME: `${box.home}/.config`,
      XDG_DATA_HOME: `${box.home}/.local/share`,
    }),
    cwd: box.home,
    columns: 120,
  });
  await terminal.waitFor(/READY> /);
  return terminal;
}

/** What stands on the line after keys. */
async function lineAfter(terminal: Terminal, keys: string): Promise<string> {
  const from = terminal.text.length;
  await terminal.press(keys + SHOW_LINE);
  await terminal.waitFor(/<<.*>>/s, from);
  const line = /<<(.*?)>>/s.exec(terminal.text.slice(from))?.[1] ?? "";
  await terminal.press(EMPTY_LINE);
  return line;
}

/** Waits until a terminal shows something after keys. */
async function showsAfter(terminal: Terminal, keys: string, wanted: RegExp): Promise<void> {
  const from = terminal.text.length;
  await terminal.press(keys);
  await terminal.waitFor(wanted, from);
}

for (const shell of SHELLS) {
  const reason = reasonToSkip(shell);
  for (const [index, way] of Object.keys(shell.ways).entries()) {
    const name = `keys pressed in ${shell.program} complete, loaded by ${way}`;
    Deno.test({
      name: reason === null ? name : `${name} (skipped: ${reason})`,
      ignore: reason !== null,
      fn: async () => {
        await using box = await homeFor(shell, way);
        await using terminal = await start(shell, box);
        // All lines in one way; the others show that the script is loaded.
        for (const [keys, line] of index === 0 ? LINES : LINES.slice(0, 2)) {
          assertEquals(await lineAfter(terminal, `${keys}\t`), line, keys);
        }
        await showsAfter(terminal, `reflexio services sta${shell.list}`, shell.shown);
        assertEquals(await lineAfter(terminal, ""), "reflexio services sta");
        const values = `reflexio user-profiles list --status ${shell.list}`;
        await showsAfter(terminal, values, /(?=[\s\S]*current)(?=[\s\S]*pending)[\s\S]*archived/);
        await terminal.end(END);
      },
    });
  }
}

Deno.test("completion --install puts the script where each shell looks, once", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  for (const name of ["bash", "zsh", "zsh", "fish", "pwsh"]) {
    assertEquals((await box.run(["completion", name, "--install"])).code, 0);
  }
  assertEquals(box.files(), [
    ".bashrc",
    ".config/fish/completions/reflexio.fish",
    ".config/powershell/Microsoft.PowerShell_profile.ps1",
    ".reflexio/completion.bash",
    ".reflexio/completion.ps1",
    ".reflexio/completion.zsh",
    ".zshrc",
  ]);
  assertEquals((await box.read(".zshrc")).trimEnd().split("\n").length, 1);
  const shown = await box.run(["--show-completion=fish"]);
  assert(shown.stdout.startsWith("# fish completion"));
  assertStringIncludes((await box.run(["completion", "bash"])).stdout, "complete -F _reflexio");
  assertEquals((await box.run(["completion"], { env: { SHELL: "/bin/csh" } })).code, 2);
});

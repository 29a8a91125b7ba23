/**
 * Captures what commands show in a terminal (tmux) of 40, 80 and 120 columns, without colours and on
 * a pipe, into `docs/screens/`. Needs tmux; run it by hand and look at the result.
 *
 * @module
 */
import { serve } from "../../server/mod.ts";
import { ReflexioClient } from "../../mod.ts";
import { COMMAND, Sandbox } from "./command_line.ts";

const FOLDER = new URL("../../docs/screens/", import.meta.url);

/** Home of the person, as long as the one that is shown. */
const HOME = "/tmp/ada_";

/** Commands that are captured, by file name. */
const SCREENS: Readonly<Record<string, string>> = {
  "help": "reflexio publish --help",
  "profiles": "reflexio user-profiles list --limit 12",
  "profiles_long": "reflexio user-profiles list --long --limit 4",
  "conversation": "reflexio interactions list --user-id hana --long --limit 6",
  "rules": "reflexio user-playbooks list --limit 8",
  "review": "reflexio agent-playbooks list --long --limit 2",
  "search": "reflexio search 'which region for the deploy' --user-id astrid --explain",
  "context": "reflexio context --user-id astrid --agent-version desk-v1",
  "explain": "reflexio explain 1 --kind user-playbook",
  "stats": "reflexio stats --days 7",
  "doctor": "reflexio doctor",
  "keys_help": "reflexio keys",
  "keys_create": "reflexio keys create --org acme --role read --note 'for the dashboard'",
  "keys_list": "reflexio keys list",
  "servers": "reflexio services status",
  "start_help": "reflexio services start --help",
  "kv_help": "reflexio kv",
  "migrate_help": "reflexio migrate --help",
  "upgrade_help": "reflexio upgrade --help",
  "mcp_help": "reflexio mcp --help",
  "setup_mcp_help": "reflexio setup mcp --help",
  "setup_git_hook_help": "reflexio setup git-hook --help",
  "environment": "reflexio help environment --no-pager",
  "error": "reflexio user-profiles lst",
};

/** One way of showing. */
interface Form {
  readonly name: string;
  readonly columns: number;
  readonly env: Readonly<Record<string, string>>;
  readonly tail: string;
  readonly keepsColours: boolean;
}

const FORMS: readonly Form[] = [
  { name: "40", columns: 40, env: {}, tail: "", keepsColours: false },
  { name: "80", columns: 80, env: {}, tail: "", keepsColours: false },
  { name: "120", columns: 120, env: {}, tail: "", keepsColours: false },
  { name: "80_colours", columns: 80, env: {}, tail: "", keepsColours: true },
  {
    name: "80_light",
    columns: 80,
    env: { COLORFGBG: "0;15" },
    tail: "",
    keepsColours: true,
  },
  { name: "80_no_color", columns: 80, env: { NO_COLOR: "1" }, tail: "", keepsColours: true },
  { name: "pipe", columns: 80, env: {}, tail: " | cat", keepsColours: true },
];

/** Looks at a terminal before it counts as drawn. */
const MAX_LOOKS = 50;

/** Runs tmux on a socket of its own. */
async function tmux(...args: string[]): Promise<string> {
  const { stdout } = await new Deno.Command("tmux", {
    args: ["-u", "-L", `reflexio-screens-${Deno.pid}`, ...args],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout);
}

/** Captures so far; each has a signal of its own. */
let captures = 0;

/** What a command leaves on a terminal of a form. */
async function capture(line: string, form: Form, env: Record<string, string>): Promise<string> {
  const done = `done-${captures++}`;
  const variables = Object.entries({ ...env, ...form.env, TERM: "screen-256color" })
    .map(([name, value]) => `${name}='${value}'`).join(" ");
  const script = `clear; env -i ${variables} sh -c "${
    line.replaceAll('"', '\\"')
  }${form.tail}"; tmux -L reflexio-screens-${Deno.pid} wait-for -S ${done}; sleep 30`;
  await tmux(
    "new-session",
    "-d",
    "-s",
    "screen",
    "-x",
    `${form.columns}`,
    "-y",
    "220",
    `sh -c '${script.replaceAll("'", `'\\''`)}'`,
  );
  await tmux("wait-for", done);
  // The terminal may still be drawing: it is done when two looks agree.
  let text = "";
  let before: string | null = null;
  for (let look = 0; look < MAX_LOOKS && (text.trim() === "" || text !== before); look++) {
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 60));
    text = await tmux("capture-pane", "-p", ...form.keepsColours ? ["-e"] : [], "-t", "screen");
  }
  await tmux("kill-session", "-t", "screen");
  return `${text.replaceAll(/[ \t]+$/gm, "").trimEnd()}\n`;
}

/** Ids, keys and times that differ from run to run, made equal in length. */
function settled(text: string): string {
  return text.replaceAll(HOME, "/home/ada")
    .replaceAll(
      /\brflx-[\w-]+(?:\n[\w-]+$)?/gm,
      (key) => "rflx-" + key.slice(5).replaceAll(/[\w-]/g, "x"),
    )
    .replaceAll(/\b\d{1,2}s ago/g, "5s ago").replaceAll(/, \d+ ms/g, ", 9 ms");
}

if (import.meta.main) {
  await using box = await Sandbox.create();
  // Paths and addresses of the usual length: they must not change where lines break.
  await Deno.symlink(box.home, HOME);
  await using server = serve({ port: 8081, kv: ":memory:" });
  await server.ready;
  await using client = new ReflexioClient({ urlEndpoint: server.url, env: () => undefined });
  const demo = new URL("../../docs/demo/conversations.json", import.meta.url);
  for (const each of JSON.parse(await Deno.readTextFile(demo))) {
    const { user_id: userId, session_id: sessionId, agent_version: agentVersion, interactions } =
      each;
    await client.publishInteraction({
      userId,
      sessionId,
      agentVersion,
      interactions,
      waitForResponse: true,
    });
  }
  const shim = await box.write(
    "bin/reflexio",
    `#!/bin/sh\nexec "${Deno.execPath()}" ${COMMAND.map((word) => `"${word}"`).join(" ")} "$@"\n`,
  );
  await Deno.chmod(shim, 0o755);
  const env = box.env({
    PATH: `${box.home}/bin:${Deno.env.get("PATH")}`,
    HOME,
    REFLEXIO_URL: server.url,
    LANG: "C.UTF-8",
  });
  await Deno.mkdir(FOLDER, { recursive: true });
  // The server of tmux ends with its last session; this one outlives the captures.
  await tmux("new-session", "-d", "-s", "keep", "sleep 600");
  for (const form of FORMS) {
    let page = "";
    await Deno.remove(`${box.home}/.reflexio/keys.json`).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    for (const line of Object.values(SCREENS)) {
      page += `$ ${line}${form.tail}\n${settled(await capture(line, form, env))}\n`;
    }
    await Deno.writeTextFile(new URL(`${form.name}.txt`, FOLDER), page);
  }
  await tmux("kill-server");
  await Deno.remove(HOME);
}

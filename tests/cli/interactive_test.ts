import { assert, assertEquals } from "@std/assert";
import { agentPlaybook, COMMAND, profile, Recorder, Sandbox } from "./command_line.ts";
import { HAS_TERMINAL, Terminal } from "./terminal.ts";

/** Runs the command in a terminal. */
function inTerminal(box: Sandbox, line: string, env: Readonly<Record<string, string>>): Terminal {
  const words = [Deno.execPath(), ...COMMAND].map((word) => `'${word}'`).join(" ");
  return new Terminal(`${words} ${line}`, {
    env: box.env({ ...env, TERM: "xterm", LANG: "C.UTF-8" }),
    cwd: box.home,
    columns: 80,
  });
}

/** Name of a test that needs a terminal. */
function named(name: string): string {
  return HAS_TERMINAL ? name : `${name} (skipped: the script of util-linux is not here)`;
}

Deno.test(named("config edit lets a person mend what is wrong"), {
  ignore: !HAS_TERMINAL,
}, async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(({ route }) =>
    route === "GET /api/get_config" ? { batch_size: 10 } : undefined
  );
  const editor = await box.write(
    "editor",
    `#!/bin/sh\nsed -i -e 's/"ten"/20/' -e 's/: 10/: "ten"/' "$1"\n`,
  );
  await Deno.chmod(editor, 0o755);
  await using terminal = inTerminal(box, "config edit", { ...server.env, VISUAL: editor });
  await terminal.waitFor(/batch_size: must be a whole number above 0[\s\S]*Edit again\? \[Y\/n\] /);
  await terminal.end("\r");
  await terminal.waitFor(/batch_size: 10 → 20\s+Configuration updated/);
  assertEquals(server.last.route, "POST /api/set_config");
  assertEquals(server.last.body.batch_size, 20);

  await using given = inTerminal(box, "config edit", { ...server.env, VISUAL: editor });
  await given.waitFor(/Edit again\? /);
  await given.end("n\r");
  await given.waitFor(/Aborted: nothing was changed/);
  assertEquals(server.last.route, "GET /api/get_config");

  const none = await box.run(["config", "edit"], {
    env: { ...server.env, VISUAL: "no-such-editor" },
  });
  assertEquals([none.code, none.stderr.includes("Name one with EDITOR")], [1, true]);
});

Deno.test(named("approve goes through the pending playbooks key by key"), {
  ignore: !HAS_TERMINAL,
}, async () => {
  await using box = await Sandbox.create();
  const pending = [4, 5, 6].map((id) =>
    agentPlaybook({ agent_playbook_id: id, playbook_status: "pending", content: `Rule ${id}` })
  );
  await using server = new Recorder(({ route }) =>
    route === "POST /api/get_agent_playbooks"
      ? { success: true, agent_playbooks: pending }
      : undefined
  );
  await using terminal = inTerminal(box, "approve", server.env);
  let at = await terminal.waitFor(
    /Rule 4[\s\S]*1 of 3: \[a\]pprove, \[r\]eject, \[s\]kip, \[q\]uit\? /,
  );
  await terminal.press("a\r");
  at = await terminal.waitFor(/Agent playbook 4 is approved[\s\S]*Rule 5[\s\S]*2 of 3: .*\? /, at);
  await terminal.press("x\r");
  at = await terminal.waitFor(/2 of 3: .*\? /, at);
  await terminal.press("s\r");
  at = await terminal.waitFor(/Rule 6[\s\S]*3 of 3: .*\? /, at);
  await terminal.end("r\r");
  await terminal.waitFor(/Agent playbook 6 is rejected\s+2 decisions/, at);
  assertEquals(
    server.requests.filter(({ route }) => route.startsWith("PUT")).map(({ body }) => body),
    [
      { agent_playbook_id: 4, playbook_status: "approved" },
      { agent_playbook_id: 6, playbook_status: "rejected" },
    ],
  );
});

Deno.test(named("L-022 on a terminal all profiles of a person go after a question only"), {
  ignore: !HAS_TERMINAL,
}, async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({ success: true, user_profiles: [profile()] }));
  const line = "user-profiles delete --user-id ada";
  await using refused = inTerminal(box, line, server.env);
  await refused.waitFor(/reflexio backup FILE\s+Delete all profiles of ada\? \[y\/N\] /);
  await refused.end("n\r");
  assert(!server.routes.some((route) => route.startsWith("DELETE")));
  await using agreed = inTerminal(box, line, server.env);
  await agreed.waitFor(/\[y\/N\] /);
  await agreed.end("y\r");
  await agreed.waitFor(/Deleted all profiles of ada/);
  assertEquals(server.last.route, "DELETE /api/delete_profile");
});

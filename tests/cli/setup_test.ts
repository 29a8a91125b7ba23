import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { withBlock, withoutBlock } from "../../cli/integrations/block.ts";
import { isOurHook } from "../../cli/integrations/claude_settings.ts";
import { deadUrl, profile, Recorder, Sandbox } from "./command_line.ts";

/** Settings of a user who has hooks of others, and of an earlier installation. */
const SETTINGS = `{
    "model": "opus",
    "hooks": {
        "UserPromptSubmit": [
            {"matcher": "", "hooks": [{"type": "command", "command": "echo reflexio is nice"}]},
            {"matcher": "", "hooks": [{"type": "command", "command": "node /x/site-packages/reflexio/hooks/search_hook.js"}]}
        ],
        "PreToolUse": [{"matcher": "Bash", "hooks": [{"type": "command", "command": "lint"}]}]
    }
}
`;

Deno.test("L-155 L-156 claude-code: files, marker, own hooks once, foreign ones kept, a copy beside", async () => {
  await using box = await Sandbox.create();
  await box.write(".claude/settings.json", SETTINGS);
  const args = ["setup", "claude-code", "--global", "--expert", "--user-id", "ada"];
  const first = await box.run(args);
  assertEquals(first.code, 0, first.stderr);
  const files = box.files();
  for (
    const path of [
      ".claude/skills/reflexio/SKILL.md",
      ".claude/rules/reflexio.md",
      ".claude/commands/reflexio-extract/SKILL.md",
      ".claude/skills/reflexio/.installed-by-reflexio",
      ".claude/settings.json.reflexio-backup",
    ]
  ) assert(files.includes(path), path);
  assertEquals(await box.read(".claude/settings.json.reflexio-backup"), SETTINGS);
  const marker = JSON.parse(await box.read(".claude/skills/reflexio/.installed-by-reflexio"));
  assertEquals(marker.location, "all_projects");
  assertMatch(marker.installed_at, /^\d{4}-\d\d-\d\dT/);
  const text = await box.read(".claude/settings.json");
  assertStringIncludes(text, `    "model": "opus"`);
  const { hooks, model } = JSON.parse(text);
  assertEquals(model, "opus");
  assertEquals(hooks.PreToolUse, JSON.parse(SETTINGS).hooks.PreToolUse);
  const prompts = hooks.UserPromptSubmit.map((entry: { hooks: { command: string }[] }) =>
    entry.hooks[0]?.command
  );
  assertEquals(prompts.length, 2);
  assertEquals(prompts[0], "echo reflexio is nice");
  assertMatch(prompts[1], /hook claude-code user-prompt-submit$/);
  assertEquals(hooks.SessionStart.length, 1);
  assertEquals(hooks.Stop, undefined);
  assertStringIncludes(await box.read(".reflexio/.env"), `REFLEXIO_USER_ID="ada"`);
  await box.run(args);
  assertEquals(await box.read(".claude/settings.json"), text, "again changes nothing");
});

Deno.test("L-157 uninstall removes ours only, also where the settings had nothing else", async () => {
  await using box = await Sandbox.create();
  await box.write(".claude/settings.json", SETTINGS);
  await box.run(["setup", "claude-code", "--global", "--capture"]);
  assertEquals(Object.keys(JSON.parse(await box.read(".claude/settings.json")).hooks).sort(), [
    "PreToolUse",
    "SessionStart",
    "Stop",
    "UserPromptSubmit",
  ]);
  await box.run(["setup", "claude-code", "--global", "--uninstall"]);
  const { hooks } = JSON.parse(await box.read(".claude/settings.json"));
  assertEquals(Object.keys(hooks), ["UserPromptSubmit", "PreToolUse"]);
  assertEquals(hooks.UserPromptSubmit.length, 1);
  assertEquals(
    box.files().filter((path) => path.startsWith(".claude/") && !path.includes("settings.json")),
    [],
  );
  await using fresh = await Sandbox.create();
  const here = ["setup", "claude-code", "--project-dir", "."];
  await fresh.run(here);
  await fresh.run([...here, "--uninstall"]);
  assertEquals(fresh.files().filter((path) => !path.endsWith("-backup")), [".reflexio/.env"]);
});

Deno.test("L-154 L-156 both places exit 1; broken settings are refused and stay", async () => {
  await using box = await Sandbox.create();
  const both = await box.run(["setup", "claude-code", "--global", "--project-dir", "x"]);
  assertEquals(both.code, 1);
  await box.write(".claude/settings.json", "{ broken");
  const broken = await box.run(["setup", "claude-code", "--global"]);
  assertEquals(broken.code, 2);
  assertEquals(await box.read(".claude/settings.json"), "{ broken");
  assertEquals(box.files(), [".claude/settings.json"]);
});

Deno.test("--dry-run shows the difference and writes nothing", async () => {
  await using box = await Sandbox.create();
  await box.write("AGENTS.md", "# Mine\n");
  const { code, stdout } = await box.run(["setup", "codex", "--project-dir", ".", "--dry-run"]);
  assertEquals(code, 0);
  assertStringIncludes(stdout, `change ${box.home}/AGENTS.md`);
  assertStringIncludes(stdout, "  # Mine");
  assertStringIncludes(stdout, "+ # Memory (Reflexio)");
  assertEquals(box.files(), ["AGENTS.md"]);
});

Deno.test("L-159 other agents: own files, or a part of a shared file that goes without a trace", async () => {
  await using box = await Sandbox.create();
  const places: Record<string, string> = {
    "cursor": ".cursor/rules/reflexio.mdc",
    "codex": "AGENTS.md",
    "gemini-cli": "GEMINI.md",
    "windsurf": ".windsurf/rules/reflexio.md",
  };
  await box.write("AGENTS.md", "# Mine\n\nkeep this");
  for (const [agent, path] of Object.entries(places)) {
    const args = ["setup", agent, "--project-dir", ".", "--user-id", "ada"];
    assertEquals((await box.run(args)).code, 0, agent);
    assertStringIncludes(await box.read(path), `--user-id ada`);
    assertEquals((await box.run([...args, "--uninstall"])).code, 0, agent);
  }
  assertEquals(await box.read("AGENTS.md"), "# Mine\n\nkeep this\n");
  assertEquals(box.files(), [".reflexio/.env", "AGENTS.md"]);
});

Deno.test("withBlock() renews its own part; withoutBlock() gives the rest back", () => {
  const text = "a\nb\n";
  const first = withBlock(text, "one");
  assertEquals(withBlock(first, "two").replace("two", "one"), first);
  assertEquals(withoutBlock(first), text);
  assertEquals(withoutBlock(withBlock(null, "one")), null);
  assertEquals(withoutBlock(`${first}after\n`), `${text}\nafter\n`);
});

Deno.test("isOurHook() knows ours and earlier ones, not those that only mention us", () => {
  for (
    const command of [
      "/home/a/.reflexio/bin/reflexio hook claude-code stop",
      `"C:\\Program Files\\reflexio.exe" hook claude-code session-start`.replaceAll(`"`, ""),
      "deno run -A /x/cli/main.ts hook claude-code user-prompt-submit",
      "bash /x/reflexio/integrations/session_start_hook.sh",
    ]
  ) assert(isOurHook(command), command);
  for (
    const command of ["echo reflexio", "reflexio publish --stdin", "node /x/search_hook.js", 3]
  ) {
    assert(!isOurHook(command), String(command));
  }
});

Deno.test("L-158 openclaw: its commands, copies, a skill of its store left alone", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using box = await Sandbox.create();
  const missing = await box.run(["setup", "openclaw"], { env: { PATH: "/usr/bin:/bin" } });
  assertEquals([missing.code, box.files().length], [1, 0]);
  const fake = await box.write(
    "bin/openclaw",
    `#!/bin/sh\necho "$*" >> "${box.home}/calls"\n[ "$*" = "hooks list" ] && echo reflexio-context\nexit 0\n`,
  );
  await Deno.chmod(fake, 0o755);
  await box.write(".openclaw/skills/reflexio/_meta.json", "{}");
  const env = { PATH: `${box.home}/bin:/usr/bin:/bin` };
  const { code, stderr } = await box.run(["setup", "openclaw"], { env });
  assertEquals(code, 0, stderr);
  const folder = `${box.home}/.reflexio/integrations/openclaw`;
  assertEquals((await box.read("calls")).trimEnd().split("\n"), [
    "--version",
    `plugins install ${folder} --link`,
    "hooks enable reflexio-context",
    "hooks list",
  ]);
  const files = box.files();
  assert(!files.includes(".openclaw/skills/reflexio/SKILL.md"));
  assert(files.includes(".openclaw/skills/reflexio-extract/SKILL.md"));
  assert(files.includes(".openclaw/workspace/reflexio.md"));
  assert(files.includes(".reflexio/integrations/openclaw/reflexio-context/handler.js"));
  await box.run(["setup", "openclaw", "--uninstall"], { env });
  assertEquals(box.files().filter((path) => path.startsWith(".openclaw")), [
    ".openclaw/skills/reflexio/_meta.json",
  ]);
});

Deno.test("L-150 end of input at each question exits 1 and writes nothing; keys are not echoed", async () => {
  await using box = await Sandbox.create();
  for (const stdin of ["", "3\n", "3\nhttp://x\n", "2\n"]) {
    const { code, stdout, stderr } = await box.run(["setup", "init"], { stdin });
    assertEquals([code, stdout], [1, ""], JSON.stringify(stdin));
    assert(!/sk-/.test(stderr));
  }
  assertEquals((await box.run(["setup", "init"], { stdin: "9\n" })).code, 1);
  assertEquals(box.files(), []);
});

Deno.test("L-151 L-152 three answers make three files; a provider's key is asked for and saved", async () => {
  const saved = async (args: string[], stdin: string) => {
    await using box = await Sandbox.create();
    const { code, stderr } = await box.run(["setup", "init", ...args], { stdin });
    assertEquals(code, 0, stderr);
    const text = await box.read(".reflexio/.env");
    return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  };
  assertEquals(await saved(["--skip-llm"], "1\n"), [`REFLEXIO_URL="http://localhost:8081"`]);
  await using server = new Recorder();
  assertEquals(await saved(["--skip-llm"], `3\n${server.url}\nkey-1\n`), [
    `REFLEXIO_URL="${server.url}"`,
    `REFLEXIO_API_KEY="key-1"`,
  ]);
  assertEquals(server.last.authorization, "Bearer key-1");
  assertEquals(await saved([], "1\n3\nsk-a\n2\nsk-o\n"), [
    `REFLEXIO_URL="http://localhost:8081"`,
    `ANTHROPIC_API_KEY="sk-a"`,
    `OPENAI_API_KEY="sk-o"`,
  ]);
  assertEquals(await saved(["--storage", "local", "--yes"], ""), [
    `REFLEXIO_URL="http://localhost:8081"`,
  ]);
});

Deno.test("setup init takes the server that runs here, and asks nothing with --no-input", async () => {
  await using box = await Sandbox.create();
  const refused = await box.run(["setup", "init", "--no-input"]);
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.stderr, "Where is your memory?\nHint: Pass --storage\n");
  const run = { pid: Deno.pid, processStart: null, port: 9, url: "http://127.0.0.1:9", kv: "x.db" };
  await box.write(".reflexio/run/9.json", JSON.stringify(run));
  const found = await box.run(["setup", "init", "--storage", "local", "--yes"]);
  assertStringIncludes(found.stderr, "Next: reflexio doctor");
  assertStringIncludes(await box.read(".reflexio/.env"), `REFLEXIO_URL="http://127.0.0.1:9"`);
});

Deno.test("L-153 a project's .env stays as it is", async () => {
  await using box = await Sandbox.create();
  await box.write("work/.env", `REFLEXIO_URL="http://project"\n`);
  await box.run(["setup", "init", "--storage", "local", "--yes"], { cwd: "work" });
  assertEquals(await box.read("work/.env"), `REFLEXIO_URL="http://project"\n`);
  assert(box.files().includes(".reflexio/.env"));
});

Deno.test("L-174 the prompt hook prints the block; short words and dashes do no harm; never fails", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder(() => ({
    success: true,
    profiles: [profile()],
    agent_playbooks: [],
    user_playbooks: [],
  }));
  const hook = (prompt: string, env: Record<string, string> = server.env) =>
    box.run(["hook", "claude-code", "user-prompt-submit"], {
      env,
      stdin: JSON.stringify({ prompt }),
    });
  const block = await hook("--help me with the deploy");
  assertEquals(block.code, 0);
  assertStringIncludes(block.stdout, "- Lives in Bergen");
  assertEquals([server.last.body.query, server.last.body.user_id], [
    "--help me with the deploy",
    "claude-code",
  ]);
  for (const word of ["ok", "Thanks!", "go ahead"]) assertEquals((await hook(word)).stdout, "");
  assertEquals(server.requests.length, 1);
  await using broken = new Recorder(() => new Response("x", { status: 500 }));
  const failed = await hook("what about this", broken.env);
  assertEquals([failed.code, failed.stdout], [0, ""]);
  assertStringIncludes(await box.read(".reflexio/logs/hook.log"), "500");
  const odd = await box.run(["hook", "claude-code", "user-prompt-submit"], {
    env: server.env,
    stdin: "no json",
  });
  assertEquals([odd.code, odd.stdout], [0, ""]);
});

Deno.test("L-175 the session hook answers at once and starts nothing for a server elsewhere", async () => {
  await using box = await Sandbox.create();
  const remote = await box.run(["hook", "claude-code", "session-start"], {
    env: { REFLEXIO_URL: "https://memory.example.com" },
    stdin: "{}",
  });
  assertEquals([remote.code, remote.stdout], [0, "{}\n"]);
  await using server = new Recorder();
  const local = await box.run(["hook", "claude-code", "session-start"], {
    env: server.env,
    stdin: "{}",
  });
  assertEquals(local.stdout, "{}\n");
  assertEquals(server.routes, ["GET /health"]);
  assertEquals(box.files(), []);
  await box.write(".reflexio/logs/.server-starting", "1\n");
  await box.run(["hook", "claude-code", "session-start"], {
    env: { REFLEXIO_URL: deadUrl() },
    stdin: "{}",
  });
  assertEquals(box.files(), [".reflexio/logs/.server-starting"], "a start is under way already");
});

Deno.test("L-176 the stop hook publishes the new turns of a transcript, each once", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const line = (role: string, content: unknown) =>
    JSON.stringify({ type: role, message: { role, content } });
  const lines = [
    JSON.stringify({ type: "summary", summary: "x" }),
    line("user", "I live in Bergen"),
    line("assistant", [{ type: "text", text: "Noted" }, {
      type: "tool_use",
      name: "Bash",
      input: { command: "ls" },
    }]),
  ];
  const path = await box.write("t.jsonl", `${lines.join("\n")}\n`);
  const stop = () =>
    box.run(["hook", "claude-code", "stop"], {
      env: server.env,
      stdin: JSON.stringify({ transcript_path: path, session_id: "s-1" }),
    });
  assertEquals((await stop()).stdout, "{}\n");
  const { body } = server.last;
  assertEquals([body.user_id, body.source, body.session_id], ["claude-code", "claude-code", "s-1"]);
  assertEquals(body.interaction_data_list, [
    { role: "user", content: "I live in Bergen" },
    {
      role: "assistant",
      content: "Noted",
      tools_used: [{ tool_name: "Bash", tool_data: { input: { command: "ls" } } }],
    },
  ]);
  await stop();
  assertEquals(server.requests.length, 1, "nothing new");
  await Deno.writeTextFile(
    path,
    `${line("user", "And I sail")}\n${line("assistant", [{ type: "tool_use", name: "x" }])}\n`,
    {
      append: true,
    },
  );
  await stop();
  assertEquals(
    (server.last.body.interaction_data_list as { content: string }[]).map(({ content }) => content),
    ["And I sail", "(tool call)"],
  );
  await box.run(["hook", "claude-code", "stop"], {
    env: server.env,
    stdin: JSON.stringify({ transcript_path: path, session_id: "s-2", stop_hook_active: true }),
  });
  assertEquals(server.requests.length, 2);
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isOurEntry, MCP_CLIENTS } from "../../cli/integrations/mcp_clients.ts";
import { SETUP_MCP } from "../../cli/table/connect.ts";
import { COMMAND, Recorder, Sandbox } from "./command_line.ts";

/** Where each client's settings are, below home or a project. */
const FILES: Readonly<Record<string, readonly [project: string | null, user: string]>> = {
  "claude-code": [".mcp.json", ".claude.json"],
  "claude-desktop": [null, ".config/Claude/claude_desktop_config.json"],
  "cursor": [".cursor/mcp.json", ".cursor/mcp.json"],
  "vscode": [".vscode/mcp.json", ".config/Code/User/mcp.json"],
  "windsurf": [null, ".codeium/windsurf/mcp_config.json"],
};

Deno.test("setup mcp knows the same clients as its help", () => {
  const words = SETUP_MCP.positionals?.[0]?.words;
  assertEquals(MCP_CLIENTS.map(({ name }) => name), words);
  assertEquals(Object.keys(FILES), words);
});

Deno.test("setup mcp writes each client's file, twice the same, and removes it without a trace", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  await Promise.all(
    Object.entries(FILES).map(async ([client, [project, user]]) => {
      await using box = await Sandbox.create();
      await Deno.mkdir(`${box.home}/work`);
      const group = client === "vscode" ? "servers" : "mcpServers";
      const args = ["setup", "mcp", client, "--user-id", "ada"];
      for (
        const [path, more] of [[project && `work/${project}`, []], [user, ["--global"]]] as const
      ) {
        if (path === null) continue;
        const first = await box.run([...args, ...more], { cwd: "work" });
        assertEquals([first.code, first.stdout], [0, `${box.home}/${path}\n`], first.stderr);
        const text = await box.read(path);
        const entry = JSON.parse(text)[group].reflexio;
        assertEquals(entry.args.slice(-3), ["mcp", "--user-id", "ada"]);
        assertEquals(
          entry.type,
          client === "vscode" || client === "claude-code" ? "stdio" : undefined,
        );
        assert(isOurEntry(entry));
        assertEquals((await box.run([...args, ...more], { cwd: "work" })).stdout, "");
        assertEquals(await box.read(path), text);
        const gone = await box.run(["setup", "mcp", client, "--remove", ...more], { cwd: "work" });
        assertEquals([gone.code, gone.stdout], [0, `${box.home}/${path}\n`], gone.stderr);
        assertEquals(box.files().filter((file) => !file.endsWith("-backup")), []);
      }
    }),
  );
});

Deno.test("setup mcp keeps what others wrote, byte by byte; --dry-run shows and writes nothing", async () => {
  await using box = await Sandbox.create();
  const text =
    `// servers of the team\n{\n    "inputs": [],\n    "servers": {\n        "git": {"command": "git-mcp"}, // ours\n    }\n}\n`;
  await box.write(".vscode/mcp.json", text);
  const args = ["setup", "mcp", "vscode"];
  const dry = await box.run([...args, "--dry-run"]);
  assertEquals(dry.code, 0, dry.stderr);
  assertStringIncludes(dry.stdout, `change ${box.home}/.vscode/mcp.json`);
  assertStringIncludes(dry.stdout, `+         "reflexio": {`);
  assertStringIncludes(dry.stdout, "  // servers of the team");
  assertEquals(box.files(), [".vscode/mcp.json"]);
  assertEquals((await box.run(args)).code, 0);
  const written = await box.read(".vscode/mcp.json");
  for (const line of text.split("\n")) assertStringIncludes(written, line);
  assertStringIncludes(await box.read(".reflexio/.env"), `REFLEXIO_USER_ID="vscode"`);
  assertEquals((await box.run([...args, "--uninstall"])).code, 0);
  assertEquals(await box.read(".vscode/mcp.json"), text);
});

Deno.test("setup mcp refuses what is not ours, what is broken, and places that do not exist", async () => {
  await using box = await Sandbox.create();
  const foreign = `{"mcpServers": {"reflexio": {"command": "python", "args": ["-m", "memory"]}}}`;
  await box.write(".mcp.json", foreign);
  await box.write(".cursor/mcp.json", "{ broken");
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await box.run(["setup", "mcp", ...args]);
    assertEquals(stdout, "");
    return [code, stderr.split("\n")[0]];
  };
  const program = `Error: ${box.home}/.mcp.json: the server reflexio starts another program`;
  assertEquals(await run("claude-code"), [2, program]);
  assertEquals(await run("claude-code", "--remove"), [2, program]);
  assertEquals((await run("cursor"))[0], 2);
  assertEquals((await run("cursor", "--global", "--project-dir", "."))[0], 1);
  assertEquals(await run("windsurf", "--project-dir", "."), [
    2,
    "Error: Windsurf has no settings of a project",
  ]);
  assertEquals((await run())[0], 2);
  assertEquals((await run("emacs"))[0], 2);
  assertEquals(await box.read(".mcp.json"), foreign);
  assertEquals(box.files(), [".cursor/mcp.json", ".mcp.json"]);
});

Deno.test("setup mcp: the entry it writes starts a server that answers; a key stays out of it", async () => {
  await using box = await Sandbox.create();
  await using server = new Recorder();
  const { code, stderr } = await box.run([
    "setup",
    "mcp",
    "claude-code",
    "--user-id",
    "ada",
    "--server-url",
    server.url,
    "--api-key",
    "secret",
  ]);
  assertEquals(code, 0);
  assertStringIncludes(stderr, "The key is not written");
  const text = await box.read(".mcp.json");
  assert(!text.includes("secret"));
  const { command, args } = JSON.parse(text).mcpServers.reflexio;
  assertEquals(args.slice(0, COMMAND.length), COMMAND);
  const child = new Deno.Command(command, {
    args,
    clearEnv: true,
    env: box.env(),
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter();
  const call = {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "reflexio_remember", arguments: { text: "I sail" } },
  };
  await writer.write(new TextEncoder().encode(JSON.stringify(call)));
  await writer.close();
  const { stdout } = await child.output();
  assertStringIncludes(new TextDecoder().decode(stdout), "Remembered.");
  assertEquals(server.last.body.user_id, "ada");
});

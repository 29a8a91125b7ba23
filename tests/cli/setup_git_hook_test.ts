import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { hookBlock, withHookBlock, withoutHookBlock } from "../../cli/integrations/git_hook.ts";
import { deadUrl, type Recorded, Recorder, Sandbox } from "./command_line.ts";

/** A hook of somebody else that ends early. */
const FOREIGN =
  `#!/usr/bin/env bash\nset -euo pipefail\necho "$(git log -1 --format=%s)" >> seen\nexit 0\n`;

/** A repository in a home folder of its own, and the server that its hook talks to. */
class Repository {
  private constructor(readonly box: Sandbox, readonly env: Readonly<Record<string, string>>) {}

  /** Makes an empty one. */
  static async create(box: Sandbox, url: string): Promise<Repository> {
    const identity = { GIT_CONFIG_NOSYSTEM: "1", REFLEXIO_URL: url };
    const repository = new Repository(box, box.env(identity));
    await Deno.mkdir(`${box.home}/work`);
    await repository.git("init", "--quiet", "--initial-branch=main", ".");
    await repository.git("config", "user.name", "Ada");
    await repository.git("config", "user.email", "ada@example.com");
    return repository;
  }

  /** Runs git: its exit code, stdout and stderr. */
  async run(...args: string[]): Promise<{ code: number; text: string }> {
    const { code, stdout, stderr } = await new Deno.Command("git", {
      args,
      cwd: `${this.box.home}/work`,
      clearEnv: true,
      env: { ...this.env },
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
  }

  /** Runs git, which must succeed. */
  async git(...args: string[]): Promise<string> {
    const { code, text } = await this.run(...args);
    assertEquals(code, 0, text);
    return text.trimEnd();
  }

  /** Writes a file and commits it. */
  async commit(file: string, message: string): Promise<string> {
    await this.box.write(`work/${file}`, `${message}\n`);
    await this.git("add", file);
    return await this.git("commit", "--quiet", "-m", message);
  }

  /** Runs `reflexio setup git-hook` here. */
  async setup(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return await this.box.run(["setup", "git-hook", ...args], { cwd: "work" });
  }
}

/** A server, and its publishes as they come. */
function publishes(answer: () => Promise<void> = () => Promise.resolve()): {
  readonly server: Recorder;
  readonly next: () => Promise<Recorded>;
} {
  const came: Recorded[] = [];
  const waiting: ((recorded: Recorded) => void)[] = [];
  const server = new Recorder(async (recorded) => {
    const resolve = waiting.shift();
    if (resolve) resolve(recorded);
    else came.push(recorded);
    await answer();
    return undefined;
  });
  const next = () => {
    const first = came.shift();
    return first ? Promise.resolve(first) : new Promise<Recorded>((done) => waiting.push(done));
  };
  return { server, next };
}

/** The text of the turn that was published. */
function said({ body }: Recorded): string {
  return (body.interaction_data_list as { content: string }[])[0]?.content ?? "";
}

const isWindows = Deno.build.os === "windows";

Deno.test("setup git-hook publishes subject, body and diffstat, beside a hook that was there", {
  ignore: isWindows,
}, async () => {
  await using box = await Sandbox.create();
  const { server, next } = publishes();
  await using _ = server;
  const repository = await Repository.create(box, server.url);
  const hook = await box.write("work/.git/hooks/post-commit", FOREIGN);
  await Deno.chmod(hook, 0o755);
  const dry = await repository.setup("--dry-run", "--user-id", "ada");
  assertEquals(dry.code, 0, dry.stderr);
  assertStringIncludes(dry.stdout, "+ # >>> reflexio");
  assertEquals(await Deno.readTextFile(hook), FOREIGN);
  const first = await repository.setup("--user-id", "ada");
  assertEquals([first.code, first.stdout], [0, `${hook}\n`], first.stderr);
  const written = await Deno.readTextFile(hook);
  assertEquals((await repository.setup("--user-id", "ada")).stdout, "", "again changes nothing");
  assertEquals(await Deno.readTextFile(hook), written);
  assertEquals(await repository.commit("a.txt", "Use tabs\n\nThe team's it's decided."), "");
  const published = await next();
  const short = await repository.git("rev-parse", "--short", "HEAD");
  assertEquals(
    said(published),
    `Commit ${short} in work: Use tabs\n\nThe team's it's decided.\n\n` +
      " a.txt | 3 +++\n 1 file changed, 3 insertions(+)",
  );
  const { body } = published;
  assertEquals([body.user_id, body.source, body.agent_version, body.session_id], [
    "ada",
    "git",
    "git",
    "git-work",
  ]);
  assertEquals(body.metadata, {
    commit: await repository.git("rev-parse", "HEAD"),
    repository: "work",
  });
  assertEquals(await box.read("work/seen"), "Use tabs\n", "the other hook ran");
  assertEquals((await repository.setup("--remove")).code, 0);
  assertEquals(await Deno.readTextFile(hook), FOREIGN);
});

Deno.test(
  "a commit waits for nothing and fails for nothing: server that hangs, is down, program that is gone",
  {
    ignore: isWindows,
  },
  async () => {
    await using box = await Sandbox.create();
    const gate = Promise.withResolvers<void>();
    const { server, next } = publishes(() => gate.promise);
    await using _ = server;
    const repository = await Repository.create(box, server.url);
    assertEquals((await repository.setup()).code, 0);
    assertEquals(await repository.commit("a.txt", "One"), "", "it ends while the server hangs");
    assertEquals((await next()).body.user_id, "git");
    gate.resolve();
    const hook = `${box.home}/work/.git/hooks/post-commit`;
    const gone = withHookBlock(FOREIGN, hookBlock([`${box.home}/no such 'program'`], []), hook);
    await Deno.writeTextFile(hook, gone);
    assertEquals(await repository.commit("b.txt", "Two"), "");
    assertEquals(await box.read("work/seen"), "Two\n", "set -e went on");
    const down = await box.run(["hook", "git", "post-commit"], {
      cwd: "work",
      env: { REFLEXIO_URL: deadUrl() },
    });
    assertEquals([down.code, down.stdout, down.stderr], [0, "", ""]);
    assertStringIncludes(await box.read(".reflexio/logs/hook.log"), "Connection refused");
    const odd = await box.run(["hook", "git", "post-commit", "--", "--help"], { cwd: "work" });
    assertEquals([odd.code, odd.stdout], [0, ""]);
  },
);

Deno.test("commits that a rebase makes again are left out, a merge is told by what it brought", {
  ignore: isWindows,
}, async () => {
  await using box = await Sandbox.create();
  const { server, next } = publishes();
  await using _ = server;
  const repository = await Repository.create(box, server.url);
  await repository.commit("base.txt", "Base");
  await repository.git("switch", "--quiet", "-c", "topic");
  await repository.commit("one.txt", "One");
  await repository.commit("two.txt", "Two");
  await repository.git("switch", "--quiet", "main");
  await repository.commit("main.txt", "Main");
  assertEquals((await repository.setup()).code, 0);
  await repository.git("switch", "--quiet", "topic");
  await repository.git("rebase", "--quiet", "--force-rebase", "main");
  await repository.commit("three.txt", "Three");
  assertStringIncludes(said(await next()), "Three");
  await repository.git("switch", "--quiet", "main");
  await repository.git("merge", "--quiet", "--no-ff", "--no-commit", "topic");
  await repository.git("commit", "--quiet", "-m", "Merge topic");
  const merged = said(await next());
  assertStringIncludes(merged, "Merge topic");
  assertStringIncludes(merged, "3 files changed");
  assertEquals(server.requests.length, 2);
});

Deno.test("core.hooksPath, Husky, worktrees and folders of several repositories", {
  ignore: isWindows,
}, async () => {
  await using box = await Sandbox.create();
  const repository = await Repository.create(box, "http://127.0.0.1:1");
  const at = async (path: string, flags: readonly string[] = ["--dry-run"]) => {
    const { code, stdout, stderr } = await repository.setup(...flags, "--json");
    assertEquals(code, 0, stderr);
    assertEquals(JSON.parse(stdout).data.changes[0].path, `${box.home}/${path}`);
    return stderr;
  };
  assertEquals(await at("work/.git/hooks/post-commit"), "");
  await repository.git("config", "core.hooksPath", "tools/hooks");
  assertEquals(await at("work/tools/hooks/post-commit"), "");
  assertEquals((await repository.setup()).code, 0);
  const { mode } = await Deno.stat(`${box.home}/work/tools/hooks/post-commit`);
  assertEquals((mode ?? 0) & 0o777, 0o755);
  assertEquals((await repository.setup("--remove")).code, 0);
  assert(!box.files().some((path) => path.startsWith("work/tools/")));
  await repository.git("config", "core.hooksPath", ".husky/_");
  assertEquals(await at("work/.husky/post-commit"), "");
  await repository.git("config", "core.hooksPath", `${box.home}/everywhere`);
  assertStringIncludes(await at("everywhere/post-commit"), "serves other repositories too");
  await repository.git("config", "--unset", "core.hooksPath");
  await repository.commit("a.txt", "One");
  await repository.git("worktree", "add", "--quiet", "../second");
  const second = ["--dry-run", "--project-dir", `${box.home}/second`];
  assertEquals(await at("work/.git/hooks/post-commit", second), "");
});

Deno.test("setup git-hook refuses what it cannot do well, and changes nothing", {
  ignore: isWindows,
}, async () => {
  await using box = await Sandbox.create();
  const nowhere = await box.run(["setup", "git-hook"]);
  assertEquals(nowhere.code, 1);
  assertMatch(nowhere.stderr, /^Error: git rev-parse: .*not a git repository/);
  const missing = await box.run(["setup", "git-hook", "--project-dir", "missing"]);
  assertEquals(missing.code, 1);
  const repository = await Repository.create(box, "http://127.0.0.1:1");
  const python = "#!/usr/bin/env python3\nprint('committed')\n";
  const hook = await box.write("work/.git/hooks/post-commit", python);
  await Deno.chmod(hook, 0o755);
  const foreign = await repository.setup();
  assertEquals(foreign.code, 2);
  assertStringIncludes(foreign.stderr, "is no shell script");
  assertEquals(await Deno.readTextFile(hook), python);
  await Deno.writeTextFile(hook, FOREIGN);
  await Deno.chmod(hook, 0o644);
  const off = await repository.setup();
  assertEquals(off.code, 2);
  assertStringIncludes(off.stderr, "is not executable");
  assertEquals(await Deno.readTextFile(hook), FOREIGN);
});

Deno.test("withHookBlock() goes behind the first line and is renewed; withoutHookBlock() gives the rest back", () => {
  const block = hookBlock(["reflexio"], []);
  assertEquals(withHookBlock(null, block, "hook"), `#!/bin/sh\n${block}`);
  assertEquals(withoutHookBlock(`#!/bin/sh\n${block}`), null);
  for (const text of [FOREIGN, "#!/bin/sh", "echo no first line\n", "#! /bin/zsh -e\n\nx\n"]) {
    const first = withHookBlock(text, block, "hook");
    assertEquals(withHookBlock(first, block, "hook"), first);
    const other = withHookBlock(first, hookBlock(["other"], ["--user-id", "a b"]), "hook");
    assertStringIncludes(
      other,
      `other hook git post-commit "$commit" --user-id 'a b' </dev/null &`,
    );
    assertEquals(withoutHookBlock(other), text === "#!/bin/sh" ? null : text);
  }
  assertEquals(withoutHookBlock(FOREIGN), FOREIGN);
});

/** The command as a child process, and a server that records what it is asked. */

const MAIN = new URL("../../cli/main.ts", import.meta.url).pathname;

/** Arguments of `deno` that run the command. */
export const COMMAND: readonly string[] = ["run", "--quiet", "--unstable-kv", "-A", MAIN];

/** How a run ended. */
export interface Run {
  /** Exit code. */
  readonly code: number;
  /** Everything on stdout. */
  readonly stdout: string;
  /** Everything on stderr. */
  readonly stderr: string;
}

/** Options of {@link Sandbox.run}. */
export interface RunOptions {
  /** Environment beside the few variables that every run has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for stdin; without it stdin is empty. */
  readonly stdin?: string;
  /** Folder to run in, below the sandbox. */
  readonly cwd?: string;
}

/** A home folder of its own. */
export class Sandbox {
  private constructor(
    /** The folder; home and current folder of every run. */
    readonly home: string,
  ) {}

  /** Makes an empty one. */
  static async create(): Promise<Sandbox> {
    return new Sandbox(await Deno.realPath(await Deno.makeTempDir({ prefix: "reflexio-cli-" })));
  }

  /** Variables of every run. */
  env(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    const kept = ["PATH", "DENO_DIR", "SystemRoot", "TMPDIR", "TEMP", "DENO_TLS_CA_STORE"];
    const found = kept.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const cache = Deno.env.get("DENO_DIR") ?? defaultCache();
    return {
      ...Object.fromEntries(found),
      ...cache === undefined ? {} : { DENO_DIR: cache },
      HOME: this.home,
      USERPROFILE: this.home,
      DENO_NO_UPDATE_CHECK: "1",
      ...more,
    };
  }

  /** Starts the command. */
  spawn(args: readonly string[], options: RunOptions = {}): Deno.ChildProcess {
    return new Deno.Command(Deno.execPath(), {
      args: [...COMMAND, ...args],
      cwd: options.cwd ? `${this.home}/${options.cwd}` : this.home,
      clearEnv: true,
      env: this.env(options.env),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  }

  /** Runs the command to its end. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    const child = this.spawn(args, options);
    const writer = child.stdin.getWriter();
    try {
      await writer.write(new TextEncoder().encode(options.stdin ?? ""));
      await writer.close();
    } catch (error) {
      // It may end before it reads.
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    }
    const { code, stdout, stderr } = await child.output();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  }

  /** Writes a file below the folder and gives its path. */
  async write(path: string, text: string): Promise<string> {
    const full = `${this.home}/${path}`;
    await Deno.mkdir(full.slice(0, full.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(full, text);
    return full;
  }

  /** Reads a file below the folder. */
  read(path: string): Promise<string> {
    return Deno.readTextFile(`${this.home}/${path}`);
  }

  /** Everything below the folder that is a file, sorted. */
  files(): string[] {
    const below = (folder: string): string[] =>
      [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
        isDirectory ? below(`${folder}/${name}`) : [`${folder}/${name}`]
      );
    return below(this.home).map((path) => path.slice(this.home.length + 1)).sort();
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.home, { recursive: true });
  }
}

/** Where Deno keeps its cache, so that a child with another home need not compile anew. */
function defaultCache(): string | undefined {
  const home = Deno.env.get("HOME");
  if (Deno.build.os === "windows") {
    const local = Deno.env.get("LOCALAPPDATA");
    return local && `${local}\\deno`;
  }
  if (Deno.build.os === "darwin") return home && `${home}/Library/Caches/deno`;
  const cache = Deno.env.get("XDG_CACHE_HOME") ?? (home && `${home}/.cache`);
  return cache && `${cache}/deno`;
}

/** An address of this machine where nothing listens. */
export function deadUrl(): string {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return `http://127.0.0.1:${port}`;
}

/** A request as it came. */
export interface Recorded {
  /** Method and path with query. */
  readonly route: string;
  /** Parsed body, undefined without one. */
  readonly body: Record<string, unknown>;
  /** Whether there was a body. */
  readonly hasBody: boolean;
  /** Value of `Authorization`. */
  readonly authorization: string | null;
}

/** Answers a request; undefined: the usual answer. */
export type Answerer = (request: Recorded) => unknown;

/** A server that records requests and answers them with success. */
export class Recorder {
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  /** Requests so far. */
  readonly requests: Recorded[] = [];

  /** @param answer Answers some requests in another way: a value, or a whole `Response`. */
  constructor(answer: Answerer = () => undefined) {
    this.#server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      async (request) => {
        const { pathname, search } = new URL(request.url);
        const text = await request.text();
        const recorded = {
          route: `${request.method} ${pathname}${search}`,
          body: text === "" ? {} : JSON.parse(text),
          hasBody: text !== "",
          authorization: request.headers.get("authorization"),
        };
        this.requests.push(recorded);
        const given = await answer(recorded);
        if (given instanceof Response) return given;
        return Response.json(given ?? usualAnswer(pathname));
      },
    );
  }

  /** Base address. */
  get url(): string {
    return `http://127.0.0.1:${this.#server.addr.port}`;
  }

  /** Routes so far. */
  get routes(): string[] {
    return this.requests.map(({ route }) => route);
  }

  /** The last request. */
  get last(): Recorded {
    const last = this.requests.at(-1);
    if (last === undefined) throw new Error("Nothing was requested");
    return last;
  }

  /** Environment that points at it. */
  get env(): Record<string, string> {
    return { REFLEXIO_URL: this.url };
  }

  /** Stops it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

/** A good answer with every list empty. */
function usualAnswer(path: string): Record<string, unknown> {
  if (path === "/health") return { status: "healthy" };
  return {
    success: true,
    message: "done",
    added_count: 1,
    deleted_count: 2,
    deleted_requests_count: 0,
    interactions: [],
    sessions: [],
    has_more: false,
    user_profiles: [],
    profiles: [],
    user_playbooks: [],
    agent_playbooks: [],
    profile_change_logs: [],
    agent_success_evaluation_results: [],
    profiles_promoted: 0,
    profiles_archived: 0,
    profiles_deleted: 0,
    user_playbooks_promoted: 0,
    user_playbooks_archived: 0,
    user_playbooks_deleted: 0,
    cancelled_services: [],
    storage_config: null,
    org_id: "self-host-org",
    storage_configured: true,
    operation_id: "rerun_profile_generation",
  };
}

/** A profile as servers return it. */
export function profile(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    profile_id: "p-1",
    user_id: "ada",
    content: "Lives in Bergen",
    last_modified_timestamp: Math.floor(Date.now() / 1_000) - 120,
    generated_from_request_id: "9f1c2b3a-0000-4000-8000-000000000000",
    profile_time_to_live: "infinity",
    expiration_timestamp: 4_102_444_800,
    source: "cli",
    ...more,
  };
}

/** A user playbook as servers return it. */
export function userPlaybook(
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    user_playbook_id: 12,
    user_id: "ada",
    agent_version: "agent-v0",
    request_id: "9f1c2b3a-0000-4000-8000-000000000000",
    playbook_name: "default_playbook_extractor",
    created_at: Math.floor(Date.now() / 1_000) - 60,
    content: "Deploy to eu-north-1",
    trigger: "When deploying",
    source: "cli",
    source_interaction_ids: [1],
    ...more,
  };
}

/** An agent playbook as servers return it. */
export function agentPlaybook(
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    agent_playbook_id: 3,
    playbook_name: "default_playbook_extractor",
    agent_version: "v1",
    created_at: Math.floor(Date.now() / 1_000) - 90,
    content: "Quote prices with tax",
    trigger: "When quoting prices",
    playbook_status: "approved",
    playbook_metadata: "",
    ...more,
  };
}

/** A turn as servers return it. */
export function interaction(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    interaction_id: 1,
    user_id: "ada",
    request_id: "9f1c2b3a-0000-4000-8000-000000000000",
    created_at: Math.floor(Date.now() / 1_000) - 60,
    role: "user",
    content: "I live in Bergen",
    user_action: "none",
    user_action_description: "",
    interacted_image_url: "",
    shadow_content: "",
    expert_content: "",
    tools_used: [],
    ...more,
  };
}

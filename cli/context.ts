import type { ReflexioClient } from "../mod.ts";
import type { Command } from "./command.ts";
import { CliError } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Input } from "./input.ts";
import type { Interrupt } from "./interrupt.ts";
import type { Output } from "./output.ts";
import type { Prompt } from "./prompt.ts";
import { type Answer, request, type RequestOptions, type ServerAddress } from "./request.ts";
import { localServer } from "./services/run_file.ts";
import { DEFAULT_URL, type Settings } from "./settings/settings.ts";

/** Longest wait for one request when nobody says otherwise, milliseconds. */
const DEFAULT_TIMEOUT_MS = 300_000;

/** What a {@link Context} is made of. */
export interface ContextParts {
  /** Record of the command. */
  readonly command: Command;
  /** What was typed after it. */
  readonly input: Input;
  /** Global flags. */
  readonly globals: Input;
  /** Environment and files. */
  readonly settings: Settings;
  /** Process. */
  readonly host: Host;
  /** Streams. */
  readonly out: Output;
  /** Questions. */
  readonly prompt: Prompt;
  /** Ctrl-C. */
  readonly interrupt: Interrupt;
}

/** Everything a command works with. */
export class Context implements ContextParts {
  readonly command: Command;
  readonly input: Input;
  readonly globals: Input;
  readonly settings: Settings;
  readonly host: Host;
  readonly out: Output;
  readonly prompt: Prompt;
  readonly interrupt: Interrupt;
  #client: Promise<ReflexioClient> | undefined;
  #server: ServerAddress | undefined;

  /** Puts the parts together. */
  constructor(parts: ContextParts) {
    this.command = parts.command;
    this.input = parts.input;
    this.globals = parts.globals;
    this.settings = parts.settings;
    this.host = parts.host;
    this.out = parts.out;
    this.prompt = parts.prompt;
    this.interrupt = parts.interrupt;
  }

  /** Longest wait for one request, milliseconds. */
  get timeoutMs(): number {
    const flag = this.globals.numberIfGiven("timeout");
    const seconds = flag ?? Number(this.settings.get("REFLEXIO_TIMEOUT") ?? NaN);
    return seconds > 0 ? seconds * 1_000 : DEFAULT_TIMEOUT_MS;
  }

  /**
   * Where requests go. Without an address and a key nothing is sent to the public one, unless a
   * server of this machine was started by `services start`: then that one is meant.
   *
   * @throws {CliError} `auth` when nobody named a server and there is no key.
   */
  server(): ServerAddress {
    return this.#server ??= this.#findServer();
  }

  /**
   * The SDK's client, loaded on first use.
   *
   * @throws {CliError} `auth` when nobody named a server and there is no key.
   */
  async client(): Promise<ReflexioClient> {
    this.#client ??= this.#makeClient(this.server());
    return await this.#client;
  }

  /** Sends a request that the SDK has no method for. */
  request(route: string, options: Partial<RequestOptions> = {}): Promise<Answer> {
    this.out.detail(`${route} at ${this.server().url}`);
    return request(this.server(), route, { timeoutMs: this.timeoutMs, ...options });
  }

  /**
   * Whose memory: the flag, then `REFLEXIO_USER_ID`.
   *
   * @throws {CliError} `usage` when neither is there.
   */
  userId(): string {
    const user = this.input.filled("user-id") ?? this.settings.userId;
    if (user !== undefined) return user;
    throw new CliError("usage", "Missing --user-id", {
      hint: "Add --user-id USER, or set REFLEXIO_USER_ID",
    });
  }

  #findServer(): ServerAddress {
    const named = this.settings.findUrl();
    const key = this.settings.findKey();
    const apiKey = key?.value;
    if (named) {
      this.out.detail(
        `Server ${named.value} (${named.origin}), key from ${key?.origin ?? "nowhere"}`,
      );
      return { url: named.value.replace(/\/+$/, ""), apiKey, origin: named.origin };
    }
    if (apiKey !== undefined) return { url: DEFAULT_URL, apiKey, origin: "default" };
    const local = localServer(this.host);
    if (local !== null) {
      this.out.detail(`Server ${local.url} (started on this machine)`);
      return { url: local.url, apiKey, origin: "local" };
    }
    throw new CliError("auth", "No server is named and there is no key, so nothing was sent", {
      code: "no_server",
      hint: "Run reflexio services start for a server on this machine, " +
        "set REFLEXIO_URL=http://localhost:8081 for one that runs already, " +
        "or reflexio auth login for one elsewhere",
    });
  }

  async #makeClient({ url, apiKey }: ServerAddress): Promise<ReflexioClient> {
    const { ReflexioClient } = await import("../mod.ts");
    return new ReflexioClient({
      urlEndpoint: url,
      ...apiKey === undefined ? {} : { apiKey },
      timeoutMs: this.timeoutMs,
      userAgent: "reflexio-cli",
      maxRetries: 0,
      cache: false,
      env: () => undefined,
    });
  }
}

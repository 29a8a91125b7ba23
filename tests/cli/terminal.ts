/** A program in a pseudo-terminal of `script`: keys go in, what stands on the screen comes out. */

/** Major version of a program, null when it is not here. */
export function majorVersion(program: string): number | null {
  if (Deno.build.os === "windows") return null;
  try {
    const { success, stdout } = new Deno.Command(program, { args: ["--version"], stderr: "null" })
      .outputSync();
    return success ? Number(/\d+/.exec(new TextDecoder().decode(stdout))?.[0] ?? 0) : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Whether the `script` of util-linux, which makes a terminal, is here. */
export const HAS_TERMINAL: boolean = Deno.build.os === "linux" && majorVersion("script") !== null;

/** Longest wait for a text, milliseconds. */
const PATIENCE_MS = 30_000;

/** Control sequences: they colour, move the cursor or ask the terminal. */
// deno-lint-ignore no-control-regex
const CONTROL = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>78cM])/g;

/** How a program is started. */
export interface TerminalOptions {
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder to run in. */
  readonly cwd: string;
  /** Width in columns. */
  readonly columns: number;
}

/** A terminal with a program in it. */
export class Terminal {
  readonly #child: Deno.ChildProcess;
  readonly #keys: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #reading: Promise<void>;
  #text = "";
  #isOver = false;
  #news: PromiseWithResolvers<void> = Promise.withResolvers();

  /**
   * @param command Line for `sh`.
   */
  constructor(command: string, { env, cwd, columns }: TerminalOptions) {
    const line = `stty cols ${columns} rows 50; exec ${command}`;
    this.#child = new Deno.Command("script", {
      args: ["-qec", line, "/dev/null"],
      clearEnv: true,
      env: { ...env },
      cwd,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#keys = this.#child.stdin.getWriter();
    this.#reading = this.#read();
  }

  /** Text on the screen so far, without control sequences. */
  get text(): string {
    return this.#text.replaceAll(CONTROL, "");
  }

  /** Takes in what the program writes. */
  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const bytes of this.#child.stdout) {
      this.#text += decoder.decode(bytes, { stream: true });
      this.#wake();
    }
    this.#isOver = true;
    this.#wake();
  }

  /** Wakes who waits for news. */
  #wake(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  /** Presses keys. */
  async press(keys: string): Promise<void> {
    await this.#keys.write(new TextEncoder().encode(keys));
  }

  /**
   * Waits for a text after a place.
   *
   * @param from Place in `text` to look from.
   * @returns The place behind it.
   */
  async waitFor(wanted: RegExp, from = 0): Promise<number> {
    const patience = Promise.withResolvers<never>();
    const timer = setTimeout(() => patience.reject(new Error("Patience is over")), PATIENCE_MS);
    try {
      while (true) {
        const news = this.#news.promise;
        const match = wanted.exec(this.text.slice(from));
        if (match !== null) return from + match.index + match[0].length;
        if (this.#isOver) throw new Error("The program ended");
        await Promise.race([news, patience.promise]);
      }
    } catch (error) {
      const seen = JSON.stringify(this.text.slice(from));
      throw new Error(`Cannot find ${wanted} in ${seen}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Presses keys that end the program and waits for its end. */
  async end(keys: string): Promise<void> {
    await this.press(keys);
    await this.#reading;
    await this.#child.status;
  }

  /** Hangs up on a program that runs on. */
  async [Symbol.asyncDispose](): Promise<void> {
    // The terminal is gone with its maker.
    if (!this.#isOver) this.#child.kill("SIGKILL");
    await Promise.all([this.#reading, this.#child.status]);
    await this.#keys.close().catch((error: unknown) => {
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    });
  }
}

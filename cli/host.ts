/** A writable stream of the process. */
export interface Sink {
  /** Whether it is a terminal. */
  readonly isTerminal: boolean;
  /** Writes text whole; false when nobody reads any more. */
  write(text: string): boolean;
}

/** What the process stands in: environment, folders, streams. */
export interface Host {
  /** Reads an environment variable. */
  env(name: string): string | undefined;
  /** Current folder. */
  readonly cwd: string;
  /** Home folder of the user. */
  readonly home: string;
  /** Name of the operating system as Deno says it. */
  readonly os: typeof Deno.build.os;
  /** The answer. */
  readonly stdout: Sink;
  /** The talk. */
  readonly stderr: Sink;
  /** Whether a person can be asked. */
  readonly stdinIsTerminal: boolean;
  /** Bytes of stdin. */
  stdin(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Size of the terminal, null without one. */
  consoleSize(): { readonly columns: number; readonly rows: number } | null;
}

const encoder = new TextEncoder();

/** A stream of the process as a {@link Sink}. */
function sinkOf(stream: typeof Deno.stdout | typeof Deno.stderr): Sink {
  return {
    isTerminal: stream.isTerminal(),
    write: (text) => {
      let bytes = encoder.encode(text);
      while (bytes.length > 0) {
        try {
          bytes = bytes.subarray(stream.writeSync(bytes));
        } catch (error) {
          if (error instanceof Deno.errors.BrokenPipe) return false;
          // A pipe that its reader has set to not block is full for a moment.
          if (!(error instanceof Deno.errors.WouldBlock)) throw error;
        }
      }
      return true;
    },
  };
}

/** The host of this process. */
export function processHost(): Host {
  return {
    env: (name) => Deno.env.get(name),
    cwd: Deno.cwd(),
    home: Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? Deno.cwd(),
    os: Deno.build.os,
    stdout: sinkOf(Deno.stdout),
    stderr: sinkOf(Deno.stderr),
    stdinIsTerminal: Deno.stdin.isTerminal(),
    stdin: () => Deno.stdin.readable,
    consoleSize: () => {
      try {
        return Deno.consoleSize();
      } catch (error) {
        if (error instanceof Error) return null;
        throw error;
      }
    },
  };
}

/** The arguments that start this same program again. */
export function selfCommand(): { readonly file: string; readonly args: readonly string[] } {
  if (Deno.build.standalone) return { file: Deno.execPath(), args: [] };
  const main = new URL("./main.ts", import.meta.url);
  const path = main.protocol === "file:" ? Deno.realPathSync(main) : main.href;
  return { file: Deno.execPath(), args: ["run", "--quiet", "--unstable-kv", "-A", path] };
}

/** Platform of the process for messages, for example `linux-x86_64`. */
export function platformName(): string {
  return `${Deno.build.os}-${Deno.build.arch}`;
}

import type { CliError } from "./errors.ts";
import type { Host } from "./host.ts";
import { selectFields } from "./render/fields.ts";
import { Progress } from "./render/progress.ts";
import type { Screen } from "./render/screen.ts";
import { backgroundOf, makeStyle, type Style, styleLevel } from "./render/style.ts";
import { wrapWords } from "./render/width.ts";

/** How results are printed. */
export type OutputFormat = "human" | "json" | "jsonl" | "md";

/** What the global flags say about printing. */
export interface OutputOptions {
  /** Form of results. */
  readonly format: OutputFormat;
  /** Fields to keep of each record; all when absent. */
  readonly fields?: readonly string[] | undefined;
  /** Path expression over the envelope's data. */
  readonly jq?: string | undefined;
  /** Text with `{field}` places, once a record. */
  readonly template?: string | undefined;
  /** Whether notes are left out. */
  readonly isQuiet: boolean;
  /** Whether origins and details are told. */
  readonly isVerbose: boolean;
  /** Whether colours are off. */
  readonly noColor: boolean;
  /** Whether tables keep whole texts. */
  readonly wide: boolean;
  /** Whether lists show blocks. */
  readonly long: boolean;
}

/** The reader of stdout is gone; nothing more can be said. */
export class OutputClosed extends Error {
  /** Name of the class. */
  override name = "OutputClosed";
}

/** The two streams of a run: stdout for the answer, stderr for the talk. */
export class Output {
  readonly #host: Host;
  #live: Progress | null = null;
  /** How results are printed. */
  readonly options: OutputOptions;
  /** Where human output goes. */
  readonly screen: Screen;
  /** Style of stderr. */
  readonly noteStyle: Style;

  /** Finds out what the streams can show. */
  constructor(host: Host, options: OutputOptions) {
    this.#host = host;
    this.options = options;
    const forced = Number(host.env("REFLEXIO_FORCE_TTY") ?? "");
    const isTerminal = host.stdout.isTerminal || forced > 0;
    const size = host.stdout.isTerminal ? host.consoleSize() : null;
    const columns = Number(host.env("COLUMNS") ?? "") || forced || size?.columns || 80;
    const { env } = host;
    const { noColor } = options;
    const background = backgroundOf(env);
    this.screen = {
      style: makeStyle(styleLevel({ isTerminal, env, noColor }), background),
      isTerminal,
      columns: isTerminal ? columns : Infinity,
      rows: isTerminal ? size?.rows ?? 24 : Infinity,
      wide: options.wide,
      long: options.long,
      nowSec: Math.floor(Date.now() / 1_000),
    };
    this.noteStyle = makeStyle(
      styleLevel({ isTerminal: host.stderr.isTerminal, env, noColor }),
      background,
    );
  }

  /** Whether stdout carries JSON. */
  get isJson(): boolean {
    return this.options.format === "json" || this.options.format === "jsonl";
  }

  /** Whether a person sees stderr as it is written. */
  get isLive(): boolean {
    return this.#host.stderr.isTerminal && this.#host.env("TERM") !== "dumb" &&
      !this.options.isQuiet;
  }

  /**
   * Writes text to stdout as it is.
   *
   * @throws {OutputClosed} When nobody reads it.
   */
  write(text: string): void {
    this.#live?.clear();
    if (text !== "" && !this.#host.stdout.write(text)) throw new OutputClosed();
  }

  /** Writes a line to stdout. */
  line(text: string): void {
    this.write(`${text}\n`);
  }

  /** Says something on stderr; not with `--quiet`. */
  note(text: string): void {
    if (!this.options.isQuiet) this.#say(text);
  }

  /** Says something on stderr with `--verbose` only. */
  detail(text: string): void {
    if (this.options.isVerbose) this.#say(this.noteStyle.dim(text));
  }

  /** Says on stderr that something is odd but goes on. */
  warn(text: string): void {
    if (!this.options.isQuiet) this.#say(`${this.noteStyle.yellow("Warning:")} ${text}`);
  }

  /** Says on stderr what went wrong, as JSON in JSON mode. */
  error(error: CliError): void {
    if (this.isJson) {
      this.#say(JSON.stringify({ ok: false, error: error.toJson() }, null, 2));
      return;
    }
    this.#say(`${this.noteStyle.red("Error:")} ${error.message}`);
    if (error.hint !== undefined) this.#say(`${this.noteStyle.dim("Hint:")} ${error.hint}`);
  }

  /** Starts a progress line on stderr; drawn on a terminal only. */
  progress(label: string, options: { readonly startedAt?: number } = {}): Progress {
    const columns = this.#host.consoleSize()?.columns ?? 80;
    const target = {
      style: this.noteStyle,
      isLive: this.isLive && !this.isJson,
      columns,
      write: (text: string) => void this.#host.stderr.write(text),
    };
    this.#live = new Progress(target, label, options);
    return this.#live;
  }

  /** Writes one record of a stream: a JSON line, or the human text. */
  record(data: unknown, human: (screen: Screen) => string): void {
    const { fields } = this.options;
    if (this.isJson) this.line(JSON.stringify(selectFields(data, fields)));
    else this.line(human(this.screen));
  }

  /**
   * Writes lines to stderr, with a progress line out of the way. On a terminal they are broken
   * between words.
   */
  #say(text: string): void {
    this.#live?.clear();
    const columns = this.#host.stderr.isTerminal ? this.#host.consoleSize()?.columns : undefined;
    const isText = columns !== undefined && !this.isJson;
    const lines = isText ? wrapWords(text, columns) : [text];
    this.#host.stderr.write(`${lines.join("\n")}\n`);
  }
}

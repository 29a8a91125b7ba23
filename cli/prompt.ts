import { CliError } from "./errors.ts";
import type { Host } from "./host.ts";

/** What a person is asked. Questions go to stderr, answers come from stdin. */
export class Prompt {
  readonly #host: Host;
  readonly #mayAsk: boolean;
  #rest = "";

  /**
   * @param host Streams.
   * @param noInput Whether `--no-input` forbids questions.
   */
  constructor(host: Host, noInput: boolean) {
    this.#host = host;
    this.#mayAsk = !noInput;
  }

  /** Whether a person sits in front of it and may be asked. */
  get isInteractive(): boolean {
    return this.#mayAsk && this.#host.stdinIsTerminal;
  }

  /**
   * Asks for yes or no; no is the default.
   *
   * @param question Without a question mark at the end.
   * @param instead Flag that answers it, for the message when nobody answers.
   * @throws {CliError} `general` on no and when there is no answer.
   */
  async confirm(question: string, instead = "--yes"): Promise<void> {
    const answer = await this.#read(`${question}? [y/N] `, instead);
    if (!/^y(es)?$/i.test(answer.trim())) throw aborted("Aborted: nothing was changed");
  }

  /** Asks for a line of text; `fallback` when the answer is empty. */
  async ask(question: string, options: AskOptions): Promise<string> {
    const shown = options.fallback ? `${question} [${options.fallback}]: ` : `${question}: `;
    const answer = options.isSecret && this.#host.stdinIsTerminal
      ? await this.#readHidden(shown, options.instead)
      : await this.#read(shown, options.instead);
    return answer.trim() || options.fallback || "";
  }

  /**
   * Asks for one of several; the answer is a number or the word itself.
   *
   * @throws {CliError} `general` when the answer is none of them.
   */
  async choose<T extends string>(
    question: string,
    choices: readonly { readonly word: T; readonly title: string }[],
    instead: string,
  ): Promise<T> {
    const lines = choices.map(({ title }, i) => `  ${i + 1}. ${title}`);
    this.#refuseToAsk(question, instead);
    this.#host.stderr.write(`${question}\n${lines.join("\n")}\n`);
    const answer = (await this.#read(`Choice [1]: `, instead)).trim() || "1";
    const chosen = choices[Number(answer) - 1] ?? choices.find(({ word }) => word === answer);
    if (!chosen) {
      throw aborted(`${JSON.stringify(answer)} is no choice, must be 1 to ${choices.length}`);
    }
    return chosen.word;
  }

  /** One key or line: the first letter of the answer, lower case; empty at the end of input. */
  async letter(question: string): Promise<string> {
    this.#host.stderr.write(question);
    const line = await this.#line();
    return line === null ? "" : line.trim().slice(0, 1).toLowerCase();
  }

  /** Throws where nothing may be asked. */
  #refuseToAsk(question: string, instead: string): void {
    if (this.#mayAsk) return;
    throw new CliError("general", `Cannot ask with --no-input: ${question.trim()}`, {
      hint: `Pass ${instead}`,
    });
  }

  /** Asks and reads a line. */
  async #read(question: string, instead: string): Promise<string> {
    this.#refuseToAsk(question, instead);
    this.#host.stderr.write(question);
    const line = await this.#line();
    if (line === null) {
      this.#host.stderr.write("\n");
      throw aborted("Aborted: no answer came", `Pass ${instead} where nobody can answer`);
    }
    return line;
  }

  /** Reads a line without showing it. */
  async #readHidden(question: string, instead: string): Promise<string> {
    if (!this.#mayAsk) return await this.#read(question, instead);
    this.#host.stderr.write(question);
    Deno.stdin.setRaw(true);
    let text = "";
    try {
      const buffer = new Uint8Array(64);
      while (true) {
        const count = await Deno.stdin.read(buffer);
        const typed = new TextDecoder().decode(buffer.subarray(0, count ?? 0));
        if (count === null || typed.includes("\x04") || typed.includes("\x03")) {
          throw aborted("Aborted: no answer came", `Pass ${instead}`);
        }
        const end = typed.search(/[\r\n]/);
        if (end >= 0) return text + typed.slice(0, end);
        for (const letter of typed) text = letter === "\x7f" ? text.slice(0, -1) : text + letter;
      }
    } finally {
      Deno.stdin.setRaw(false);
      this.#host.stderr.write("\n");
    }
  }

  /** The next line of stdin, null at its end. */
  async #line(): Promise<string | null> {
    const buffer = new Uint8Array(1_024);
    while (!this.#rest.includes("\n")) {
      const count = await Deno.stdin.read(buffer);
      if (count === null) {
        const last = this.#rest;
        this.#rest = "";
        return last === "" ? null : last;
      }
      this.#rest += new TextDecoder().decode(buffer.subarray(0, count));
    }
    const at = this.#rest.indexOf("\n");
    const line = this.#rest.slice(0, at);
    this.#rest = this.#rest.slice(at + 1);
    return line.replace(/\r$/, "");
  }
}

/** Options of {@link Prompt.ask}. */
export interface AskOptions {
  /** Flag that answers it, for the message when nobody answers. */
  readonly instead: string;
  /** What an empty answer means. */
  readonly fallback?: string;
  /** Whether the answer is not shown. */
  readonly isSecret?: boolean;
}

/** A question that ended the run. */
function aborted(message: string, hint?: string): CliError {
  return new CliError("general", message, {
    code: "aborted",
    ...hint === undefined ? {} : { hint },
  });
}

import { usageError } from "./errors.ts";

/** Value of a flag: `true` for a switch, text, a number, or words. */
export type FlagValue = boolean | string | number | readonly string[];

/** What was typed after a command, checked against its record. */
export class Input {
  readonly #values: ReadonlyMap<string, FlagValue>;

  /**
   * @param values Flags and positionals by name.
   * @param rest Words taken by a positional with `rest`.
   */
  constructor(values: ReadonlyMap<string, FlagValue>, readonly rest: readonly string[] = []) {
    this.#values = values;
  }

  /** Whether the flag was given at all. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Whether a switch is on; false when absent. */
  on(name: string): boolean {
    return this.#values.get(name) === true;
  }

  /** A text, undefined when absent. */
  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === "string" ? value : undefined;
  }

  /** A text that is not empty, undefined when absent or empty. */
  filled(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** A number, `fallback` when absent. */
  number(name: string, fallback: number): number {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : fallback;
  }

  /** A number, undefined when absent. */
  numberIfGiven(name: string): number | undefined {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : undefined;
  }

  /** Words of a list, undefined when absent. */
  words(name: string): readonly string[] | undefined {
    const value = this.#values.get(name);
    return typeof value === "object" ? value : undefined;
  }

  /**
   * A text that must be there.
   *
   * @param name Name of the flag or positional.
   * @param forms How it may be given, for the message.
   * @throws {CliError} `usage` when it is absent or empty.
   */
  required(name: string, forms = `--${name}`): string {
    const value = this.text(name);
    if (value === undefined || value.trim() === "") {
      throw usageError(`Missing ${forms}`, `Add ${forms} to the command`);
    }
    return value;
  }

  /**
   * A whole number that must be there, given as a flag or as a word.
   *
   * @throws {CliError} `usage` when it is absent or not a whole number above 0.
   */
  requiredId(name: string): number {
    const value = this.#values.get(name);
    const id = typeof value === "number" ? value : Number(this.required(name));
    if (!Number.isSafeInteger(id) || id < 1) {
      throw usageError(`--${name} is ${JSON.stringify(value)}, must be a whole number above 0`);
    }
    return id;
  }
}

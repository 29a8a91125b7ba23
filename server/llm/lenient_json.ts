import { parseJson } from "./json_value.ts";

const FENCE = /```[\w-]*[ \t]*\r?\n?([\s\S]*?)```/;
const THOUGHTS = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i;

/**
 * The JSON value in a model's answer: the whole text, else a fenced block, else from the first
 * brace or bracket to the last. Python spellings (single quotes, `True`, `None`) and trailing
 * commas are read too.
 *
 * @returns The value, undefined when there is none.
 */
export function parseLenientJson(answer: string): unknown {
  const text = answer.replace(THOUGHTS, "").trim();
  const fenced = FENCE.exec(text)?.[1]?.trim();
  const places = [text, ...(fenced === undefined ? [] : [fenced]), outermost(text)];
  for (const place of places) {
    const value = parseJson(place);
    if (isContainer(value)) return value;
  }
  for (const place of places.slice(1)) {
    const value = new LenientReader(place).read();
    if (isContainer(value)) return value;
  }
  return undefined;
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function outermost(text: string): string {
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  return start < 0 || end < start ? "" : text.slice(start, end + 1);
}

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["null", null],
  ["None", null],
]);

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Deeper nesting is refused: no agreed form is that deep. */
const MAX_DEPTH = 64;

/** The text is not even leniently JSON. */
class NotJson extends Error {}

/** Reads JSON with the liberties of {@link parseLenientJson}. */
class LenientReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value, undefined when the text is no JSON or goes on after it. */
  read(): unknown {
    try {
      const value = this.#value();
      this.#skipBlanks();
      return this.#at === this.#text.length ? value : undefined;
    } catch (cause) {
      if (cause instanceof NotJson) return undefined;
      throw cause;
    }
  }

  #value(): unknown {
    this.#skipBlanks();
    const first = this.#text[this.#at];
    if (first === "{") return this.#nested(() => this.#object());
    if (first === "[") return this.#nested(() => this.#array());
    if (first === '"' || first === "'") return this.#string(first);
    return this.#word();
  }

  #nested<Value>(read: () => Value): Value {
    if (++this.#depth > MAX_DEPTH) throw new NotJson();
    this.#at++;
    const value = read();
    this.#depth--;
    return value;
  }

  #object(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    while (!this.#takes("}")) {
      const quote = this.#text[this.#at];
      if (quote !== '"' && quote !== "'") throw new NotJson();
      const key = this.#string(quote);
      if (!this.#takes(":")) throw new NotJson();
      entries.push([key, this.#value()]);
      this.#separator("}");
    }
    return Object.fromEntries(entries);
  }

  #array(): unknown[] {
    const values: unknown[] = [];
    while (!this.#takes("]")) {
      values.push(this.#value());
      this.#separator("]");
    }
    return values;
  }

  /** A comma, or the end of the container without taking it. */
  #separator(end: string): void {
    if (this.#takes(",")) {
      this.#skipBlanks();
      return;
    }
    if (this.#text[this.#at] !== end) throw new NotJson();
  }

  #takes(char: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #string(quote: string): string {
    let value = "";
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] ?? "";
      if (char === quote) {
        this.#at++;
        return value;
      }
      value += char === "\\" ? this.#escape() : char;
    }
    throw new NotJson();
  }

  #escape(): string {
    const char = this.#text[++this.#at] ?? "";
    if (char !== "u") return ESCAPES[char] ?? char;
    const hex = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!/^[\da-f]{4}$/i.test(hex)) throw new NotJson();
    this.#at += 4;
    return String.fromCharCode(parseInt(hex, 16));
  }

  #word(): unknown {
    const word = /^[\w.+-]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? "";
    this.#at += word.length;
    if (WORDS.has(word)) return WORDS.get(word);
    const number = word === "" ? NaN : Number(word);
    if (Number.isNaN(number)) throw new NotJson();
    return number;
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}

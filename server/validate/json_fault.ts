/** Where a text stops being JSON. */
export interface JsonFault {
  /** Index of the first character that does not fit, in characters. */
  readonly position: number;
  /** What was expected there. */
  readonly reason: string;
}

/** What may come next. */
type Expectation =
  | "value"
  | "item_or_end"
  | "key"
  | "key_or_end"
  | "colon"
  | "comma_or_end"
  | "end";

const REASONS: { readonly [E in Expectation]: string } = {
  value: "Expecting value",
  item_or_end: "Expecting value",
  key: "Expecting property name enclosed in double quotes",
  key_or_end: "Expecting property name enclosed in double quotes",
  colon: "Expecting ':' delimiter",
  comma_or_end: "Expecting ',' delimiter",
  end: "Extra data",
};

const BLANKS = /[ \t\n\r]*/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// deno-lint-ignore no-control-regex
const STRING_PART = /[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*/y;

/** End of a match of a sticky pattern at `at`, null when there is none. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** End of the string that starts at `at`, or what is wrong in it. */
function stringEnd(text: string, at: number): number | JsonFault {
  const stop = endOf(STRING_PART, text, at + 1) ?? at + 1;
  if (text[stop] === '"') return stop + 1;
  if (stop >= text.length) return { position: at, reason: "Unterminated string starting at" };
  const reason = text[stop] === "\\" ? "Invalid escape" : "Invalid control character at";
  return { position: stop, reason };
}

/** A walk over a text that is not JSON. */
class FaultFinder {
  readonly #text: string;
  readonly #open: ("list" | "object")[] = [];
  #at = 0;
  #expected: Expectation = "value";

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes on until something does not fit. */
  find(): JsonFault {
    while (true) {
      this.#at = endOf(BLANKS, this.#text, this.#at) ?? this.#at;
      const isDone = this.#expected === "end" && this.#at >= this.#text.length;
      const fault = isDone ? { position: this.#at, reason: "Expecting value" } : this.#step();
      if (fault !== null) return fault;
    }
  }

  /** Takes one token; gives the fault when it does not fit. */
  #step(): JsonFault | null {
    const char = this.#text[this.#at] ?? "";
    switch (this.#expected) {
      case "colon":
        return char === ":" ? this.#take("value") : this.#fault();
      case "comma_or_end":
        if (char === ",") return this.#take(this.#open.at(-1) === "list" ? "value" : "key");
        return this.#close(char);
      case "key_or_end":
        if (char === "}") return this.#close(char);
        return char === '"' ? this.#takeString("colon") : this.#fault();
      case "key":
        return char === '"' ? this.#takeString("colon") : this.#fault();
      case "end":
        return this.#fault();
      case "item_or_end":
        return char === "]" ? this.#close(char) : this.#takeValue(char);
      case "value":
        return this.#takeValue(char);
    }
  }

  #fault(): JsonFault {
    return { position: this.#at, reason: REASONS[this.#expected] };
  }

  #take(next: Expectation): null {
    this.#at++;
    this.#expected = next;
    return null;
  }

  #takeString(next: Expectation): JsonFault | null {
    const end = stringEnd(this.#text, this.#at);
    if (typeof end !== "number") return end;
    this.#at = end - 1;
    return this.#take(next);
  }

  #takeValue(char: string): JsonFault | null {
    if (char === '"') return this.#takeString(this.#afterValue());
    if (char === "[" || char === "{") {
      this.#open.push(char === "[" ? "list" : "object");
      return this.#take(char === "[" ? "item_or_end" : "key_or_end");
    }
    const end = endOf(WORD, this.#text, this.#at);
    if (end === null) return this.#fault();
    this.#at = end - 1;
    return this.#take(this.#afterValue());
  }

  #close(char: string): JsonFault | null {
    if (char !== (this.#open.at(-1) === "list" ? "]" : "}")) return this.#fault();
    this.#open.pop();
    return this.#take(this.#afterValue());
  }

  #afterValue(): Expectation {
    return this.#open.length === 0 ? "end" : "comma_or_end";
  }
}

/** The first place where `text`, which is not JSON, goes wrong. */
export function findJsonFault(text: string): JsonFault {
  const { position, reason } = new FaultFinder(text).find();
  // Positions count characters; a pair of surrogates is one.
  const pairs = text.slice(0, position).match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return { position: position - pairs, reason };
}

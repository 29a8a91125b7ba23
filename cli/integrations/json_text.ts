/** A value and where it stands in its text. */
export interface JsonNode {
  /** Its first character. */
  readonly from: number;
  /** Behind its last character. */
  readonly to: number;
  /** The value. */
  readonly value: unknown;
  /** Members, when it is an object. */
  readonly members?: readonly JsonMember[];
}

/** A member of an object. */
export interface JsonMember {
  /** Its name. */
  readonly key: string;
  /** First character of the name. */
  readonly from: number;
  /** Its value. */
  readonly node: JsonNode;
  /** The comma behind it, undefined without one. */
  readonly comma: number | undefined;
}

/**
 * Reads JSON with the places of its parts. Comments and a comma behind the last item are let pass,
 * since editors write them into their settings.
 *
 * @param text The text; a byte order mark may come first.
 * @throws {SyntaxError} When it is neither JSON nor JSON with comments.
 */
export function parseJsonText(text: string): JsonNode {
  const reader = new Reader(text);
  reader.skip();
  const node = reader.value();
  reader.skip();
  if (reader.at < text.length) throw reader.fault();
  return node;
}

/** Walks through the text. */
class Reader {
  /** Next character. */
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The error for what stands here. */
  fault(): SyntaxError {
    return new SyntaxError(`Unexpected text at character ${this.at}`);
  }

  /** Passes blanks and comments. */
  skip(): void {
    this.#match(/(?:[\s\uFEFF]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y);
  }

  /** The value that begins here. */
  value(): JsonNode {
    const from = this.at;
    const first = this.#text[from];
    if (first === "{") return this.#object(from);
    if (first === "[") return this.#array(from);
    const word = this.#match(
      /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y,
    );
    if (word === "") throw this.fault();
    return { from, to: this.at, value: JSON.parse(word) };
  }

  /** The object that begins here. */
  #object(from: number): JsonNode {
    const members: JsonMember[] = [];
    this.at++;
    for (this.skip(); !this.#take("}"); this.skip()) {
      if (members.length > 0 && members.at(-1)?.comma === undefined) throw this.fault();
      const start = this.at;
      const { value: key } = this.value();
      if (typeof key !== "string") throw this.fault();
      this.skip();
      if (!this.#take(":")) throw this.fault();
      this.skip();
      const node = this.value();
      this.skip();
      const comma = this.at;
      members.push({ key, from: start, node, comma: this.#take(",") ? comma : undefined });
    }
    const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]));
    return { from, to: this.at, value, members };
  }

  /** The list that begins here. */
  #array(from: number): JsonNode {
    const value: unknown[] = [];
    this.at++;
    let isOpen = true;
    for (this.skip(); !this.#take("]"); this.skip()) {
      if (!isOpen) throw this.fault();
      value.push(this.value().value);
      this.skip();
      isOpen = this.#take(",");
    }
    return { from, to: this.at, value };
  }

  /** Passes a character when it stands here. */
  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** Passes what a sticky pattern matches here. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}

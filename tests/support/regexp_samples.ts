/**
 * Texts that a pattern matches, made from the pattern itself.
 *
 * @module
 */

import { seeded } from "../bench/measure.ts";

/** A part of a pattern, as far as it makes text. */
type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "choice"; readonly choices: readonly (readonly Part[])[] }
  | { readonly type: "repeat"; readonly part: Part; readonly least: number; readonly most: number };

/** What is taken of escapes that are no letter of their own; the rest stands for itself. */
const ESCAPES = new Map([
  ["d", "7"],
  ["D", "k"],
  ["w", "k"],
  ["W", ","],
  ["s", " "],
  ["S", "k"],
  ["b", ""],
  ["B", ""],
  ["n", "\n"],
  ["t", "\t"],
]);

/** Letters that stand for what a pattern leaves open. */
const OPEN = [..."kx7, ."];

/** Most times over its least that a part is repeated. */
const MORE = 2;

function anyOf(letters: readonly string[]): Part {
  return { type: "choice", choices: letters.map((text) => [{ type: "text", text }]) };
}

/** Reads the source of a pattern; what only looks ahead or behind makes no text. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Alternatives up to the end or a closing bracket. */
  choice(): Part {
    const choices = [this.#sequence()];
    while (this.#take("|")) choices.push(this.#sequence());
    return { type: "choice", choices };
  }

  #take(text: string): boolean {
    const isNext = this.#source.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }

  #takeMatch(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#source.slice(this.#at));
    this.#at += match?.[0].length ?? 0;
    return match;
  }

  #sequence(): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !"|)".includes(this.#source.charAt(this.#at))) {
      parts.push(this.#repeated(this.#single()));
    }
    return parts;
  }

  #repeated(part: Part): Part {
    const sign = this.#takeMatch(/^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/);
    if (sign === null) return part;
    const [, mark, from = "1", comma, to] = sign;
    if (mark !== undefined) {
      return { type: "repeat", part, least: mark === "+" ? 1 : 0, most: mark === "?" ? 1 : MORE };
    }
    const least = Number(from);
    const most = comma === "" ? least : to === "" ? least + MORE : Number(to);
    return { type: "repeat", part, least, most: Math.min(most, least + MORE) };
  }

  #single(): Part {
    const open = this.#takeMatch(/^\((?:\?(?::|<?[=!]|<\w+>))?/);
    if (open !== null) {
      const inside = this.choice();
      this.#take(")");
      return /[=!]$/.test(open[0]) ? anyOf([""]) : inside;
    }
    if (this.#take("[")) return this.#set();
    if (this.#take("\\")) return anyOf([this.#escaped()]);
    const letter = this.#source.charAt(this.#at++);
    return letter === "." ? anyOf(OPEN) : anyOf(["^$".includes(letter) ? "" : letter]);
  }

  #escaped(): string {
    const letter = this.#source.charAt(this.#at++);
    const isClass = /[pP]/.test(letter) && this.#takeMatch(/^\{[^}]*\}/) !== null;
    return isClass ? "k" : ESCAPES.get(letter) ?? letter;
  }

  #set(): Part {
    const start = this.#at - 1;
    const isOutside = this.#take("^");
    const letters: string[] = [];
    while (!this.#take("]")) {
      letters.push(this.#take("\\") ? this.#escaped() : this.#source.charAt(this.#at++));
      this.#takeMatch(/^-[^\]]/);
    }
    const set = new RegExp(this.#source.slice(start, this.#at), "u");
    return anyOf(isOutside ? OPEN.filter((letter) => set.test(letter)) : letters);
  }
}

function textOf(part: Part, random: () => number): string {
  if (part.type === "text") return part.text;
  if (part.type === "choice") {
    const taken = part.choices[Math.floor(random() * part.choices.length)] ?? [];
    return taken.map((one) => textOf(one, random)).join("");
  }
  const times = part.least + Math.floor(random() * (part.most - part.least + 1));
  return Array.from({ length: times }, () => textOf(part.part, random)).join("");
}

/**
 * Different texts that a pattern matches, the same ones each time.
 *
 * @param pattern The pattern; back references are not read.
 * @param tries How many texts are made; those that look ahead or behind at something else are left out.
 */
export function samplesOf(pattern: RegExp, tries: number): string[] {
  const part = new PatternReader(pattern.source).choice();
  const random = seeded(1);
  const texts = Array.from({ length: tries }, () => textOf(part, random));
  return [...new Set(texts)].filter((text) => text.search(pattern) >= 0);
}

/** Colours and weights of a stream; each function gives its text back as it is when off. */
export interface Style {
  /** Heavier. */
  readonly bold: Paint;
  /** Lighter. */
  readonly dim: Paint;
  /** Failures. */
  readonly red: Paint;
  /** Successes. */
  readonly green: Paint;
  /** Warnings. */
  readonly yellow: Paint;
  /** Ids and numbers. */
  readonly cyan: Paint;
  /** The other side of a conversation. */
  readonly magenta: Paint;
  /** A found word. */
  readonly mark: Paint;
}

/** Dresses a text. */
export type Paint = (text: string) => string;

/** How much a stream may be dressed: not at all, weights only, or weights and colours. */
export type StyleLevel = "plain" | "weights" | "colours";

const keep: Paint = (text) => text;

/** Background of a terminal; `light` only where it says so and can show colours to match. */
export type Background = "dark" | "light";

/** A colour by its name. */
type Colour = "red" | "green" | "yellow" | "cyan" | "magenta";

/** Codes of the colours: those of the terminal's theme, or dark ones for a light background. */
const COLOURS: Readonly<Record<Background, Readonly<Record<Colour, string>>>> = {
  dark: { red: "31", green: "32", yellow: "33", cyan: "36", magenta: "35" },
  light: {
    red: "38;5;124",
    green: "38;5;22",
    yellow: "38;5;94",
    cyan: "38;5;24",
    magenta: "38;5;90",
  },
};

/** Wraps a text in a pair of SGR codes. */
function sgr(on: number | string, off: number): Paint {
  return (text) => text === "" ? "" : `\x1b[${on}m${text}\x1b[${off}m`;
}

/** The style of a level, in colours that can be read on the background. */
export function makeStyle(level: StyleLevel, background: Background = "dark"): Style {
  const weight = level === "plain" ? () => keep : sgr;
  const colour = (name: Colour) => level === "colours" ? sgr(COLOURS[background][name], 39) : keep;
  return {
    bold: weight(1, 22),
    dim: weight(2, 22),
    red: colour("red"),
    green: colour("green"),
    yellow: colour("yellow"),
    cyan: colour("cyan"),
    magenta: colour("magenta"),
    mark: level === "colours" ? colour("yellow") : weight(1, 22),
  };
}

/**
 * The background that a terminal tells in `COLORFGBG` (`0;15`: black on white). Where nothing is said
 * or 256 colours are not known, the theme's own colours are used.
 */
export function backgroundOf(env: (name: string) => string | undefined): Background {
  const number = Number(env("COLORFGBG")?.split(";").at(-1) || NaN);
  const isLight = number === 7 || (number >= 9 && number <= 15);
  const hasColours = env("TERM")?.includes("256color") || (env("COLORTERM") ?? "") !== "";
  return isLight && hasColours ? "light" : "dark";
}

/** What decides the level of a stream. */
export interface StyleFacts {
  /** Whether the stream is a terminal. */
  readonly isTerminal: boolean;
  /** Reads an environment variable. */
  readonly env: (name: string) => string | undefined;
  /** Whether `--no-color` was given. */
  readonly noColor: boolean;
}

/** The level of a stream by the usual rules: `TERM=dumb`, `NO_COLOR`, `FORCE_COLOR`. */
export function styleLevel({ isTerminal, env, noColor }: StyleFacts): StyleLevel {
  const forced = env("FORCE_COLOR");
  const isForced = forced !== undefined && forced !== "" && forced !== "0";
  if (!isForced && (!isTerminal || env("TERM") === "dumb")) return "plain";
  return noColor || env("NO_COLOR") ? "weights" : "colours";
}

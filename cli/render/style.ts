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

/** Wraps a text in a pair of SGR codes. */
function sgr(on: number, off: number): Paint {
  return (text) => text === "" ? "" : `\x1b[${on}m${text}\x1b[${off}m`;
}

/** The style of a level. */
export function makeStyle(level: StyleLevel): Style {
  const weight = level === "plain" ? () => keep : sgr;
  const colour = level === "colours" ? sgr : () => keep;
  return {
    bold: weight(1, 22),
    dim: weight(2, 22),
    red: colour(31, 39),
    green: colour(32, 39),
    yellow: colour(33, 39),
    cyan: colour(36, 39),
    magenta: colour(35, 39),
    mark: level === "colours" ? sgr(33, 39) : weight(1, 22),
  };
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

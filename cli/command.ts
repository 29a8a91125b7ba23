import type { Context } from "./context.ts";
import type { Result } from "./result.ts";

/** Form of a flag's value; a `switch` has none. */
export type FlagType = "switch" | "text" | "int" | "number" | "word" | "words";

/** One flag of a command. */
export interface Flag {
  /** Long name without dashes. */
  readonly name: string;
  /** One letter, without dash. */
  readonly short?: string;
  /** Form of the value. */
  readonly type: FlagType;
  /** What it does, one line without a full stop. */
  readonly summary: string;
  /** Allowed values of `word` and of each member of `words`. */
  readonly words?: readonly string[];
  /** What counts when the flag is absent, as text for help. */
  readonly fallback?: string;
  /** Environment variable that stands in for the flag. */
  readonly env?: string;
  /** Placeholder in help; derived from the type when absent. */
  readonly value?: string;
  /** Whether `--no-<name>` switches it off. */
  readonly negatable?: boolean;
  /** Whether the value may be left out; a value then needs the `=` form. */
  readonly optionalValue?: boolean;
  /** Whether help and completion leave it out: accepted for old scripts. */
  readonly hidden?: boolean;
}

/** One word after the command that is no flag. */
export interface Positional {
  /** Name of the value; equal to a flag's name when either form may be used. */
  readonly name: string;
  /** What it is. */
  readonly summary: string;
  /** Whether the command refuses to run without it. */
  readonly required?: boolean;
  /** Whether it takes all remaining words. */
  readonly rest?: boolean;
  /** Allowed values. */
  readonly words?: readonly string[];
}

/** A command line worth copying. */
export interface Example {
  /** The line, from `reflexio` on. */
  readonly line: string;
  /** What it does. */
  readonly note: string;
}

/** What a command needs from the outside before it runs. */
export type CommandNeed = "nothing" | "server";

/** Carries a command out. */
export type Handler = (context: Context) => Promise<Result>;

/** One command: parser, help, completion, manual and reference read this record. */
export interface Command {
  /** Words that call it, for example `user-profiles list`. */
  readonly path: string;
  /** What it does, one line without a full stop. */
  readonly summary: string;
  /** More lines for its own help page. */
  readonly details?: string;
  /** Words that are no flags, in order. */
  readonly positionals?: readonly Positional[];
  /** Its flags. */
  readonly flags?: readonly Flag[];
  /** Lines worth copying. */
  readonly examples?: readonly Example[];
  /** `server`: a URL must be known, and a key where the URL is the public one. */
  readonly needs?: CommandNeed;
  /** Whether help and completion leave it out. */
  readonly hidden?: boolean;
  /** Loads the code that carries it out. */
  readonly load: () => Promise<Handler>;
}

/** A word with commands below it. */
export interface Group {
  /** The word. */
  readonly name: string;
  /** What its commands are about. */
  readonly summary: string;
  /** Command that runs when the word stands alone. */
  readonly alone?: string;
}

/** Commands of one part of the tool, with the heading they have in help. */
export interface Section {
  /** Heading. */
  readonly title: string;
  /** Groups named here. */
  readonly groups: readonly Group[];
  /** Commands, in the order of help. */
  readonly commands: readonly Command[];
}

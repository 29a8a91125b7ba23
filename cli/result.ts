import type { CliError } from "./errors.ts";
import type { Screen } from "./render/screen.ts";

/** What a command gives back; `run.ts` prints it. */
export interface Result {
  /** Goes into the envelope under `data`. */
  readonly data: unknown;
  /** Goes into the envelope under `meta`. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /**
   * Whether null fields stay in JSON.
   * @default false
   */
  readonly keepsNulls?: boolean;
  /** Text for stdout in human form, without the last line break; empty: nothing. */
  readonly human?: (screen: Screen) => string;
  /** What went wrong although there is an answer: printed on stderr, decides the exit code. */
  readonly failure?: CliError;
  /** Whether the command wrote its own stdout (streams, servers, scripts). */
  readonly isPrinted?: boolean;
  /** Whether a long text may go to a pager. */
  readonly pages?: boolean;
}

/** A result that only has an envelope: stdout stays empty in human form. */
export function quiet(data: unknown): Result {
  return { data };
}

/** The result of a command that wrote its own stdout. */
export const PRINTED: Result = { data: null, isPrinted: true };

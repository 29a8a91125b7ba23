import type { Style } from "./style.ts";

/** Where human output goes: a terminal of some width, or a pipe. */
export interface Screen {
  /** Colours and weights. */
  readonly style: Style;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
  /** Cells of a line; no limit on a pipe. */
  readonly columns: number;
  /** Lines of the terminal; no limit on a pipe. */
  readonly rows: number;
  /** Whether tables keep whole texts. */
  readonly wide: boolean;
  /** Whether lists show blocks in place of a table. */
  readonly long: boolean;
  /** Current time, Unix seconds. */
  readonly nowSec: number;
}

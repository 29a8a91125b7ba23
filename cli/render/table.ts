import type { Screen } from "./screen.ts";
import { displayWidth, oneLine, padEnd, padStart, truncate } from "./width.ts";

/** One column of a table. */
export interface Column {
  /** Heading. */
  readonly title: string;
  /**
   * Whether the column gives way when the table is too wide; others keep their width as long as
   * they can.
   */
  readonly flexible?: boolean;
  /** Whether numbers stand under each other. */
  readonly right?: boolean;
  /** How each cell is dressed after it was fitted. */
  readonly paint?: (text: string, row: number) => string;
  /** Dropped first when the terminal is narrow; higher goes earlier. 0: never. */
  readonly dropOrder?: number;
}

/** Least cells of a flexible column before other columns are dropped. */
const MIN_FLEXIBLE = 22;

/** Cells between two columns. */
const GAP = 2;

/**
 * Rows under headings. On a terminal the table fits its width; on a pipe each row is one line with
 * tabs between the cells, without headings, so that `cut` and `awk` can read it.
 *
 * @param columns The columns.
 * @param rows Cells as plain text; line breaks become spaces.
 * @param screen Where it goes.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string {
  const cells = rows.map((row) => row.map(oneLine));
  if (!screen.isTerminal) return cells.map((row) => row.join("\t")).join("\n");
  if (cells.length === 0) return "";
  const shown = fitColumns(columns, cells, screen);
  const heading = shown.map(({ at, width }) => {
    const column = columns[at];
    return align(truncate(column?.title ?? "", width), width, column?.right ?? false);
  }).join(" ".repeat(GAP)).trimEnd();
  const body = cells.map((row, index) => {
    const texts = shown.map(({ at, width }, place) => {
      const column = columns[at];
      const text = truncate(row[at] ?? "", width);
      const isLast = place === shown.length - 1;
      const painted = column?.paint ? column.paint(text, index) : text;
      return isLast && !column?.right ? painted : align(painted, width, column?.right ?? false);
    });
    return texts.join(" ".repeat(GAP)).trimEnd();
  });
  return [screen.style.dim(heading), ...body].join("\n");
}

/** Puts a text left or right in its column. */
function align(text: string, width: number, right: boolean): string {
  return right ? padStart(text, width) : padEnd(text, width);
}

/** Which columns are shown and how wide. */
function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): { at: number; width: number }[] {
  let shown = columns.map((column, at) => ({
    at,
    width: Math.max(
      displayWidth(column.title),
      ...rows.map((row) => displayWidth(row[at] ?? "")),
    ),
    needed: column.flexible ? MIN_FLEXIBLE : 0,
  }));
  // A column without a single value says nothing.
  const isFilled = (at: number) => at === 0 || rows.some((row) => row[at]);
  shown = shown.filter(({ at }) => isFilled(at));
  if (screen.wide) return shown;
  const least = () =>
    shown.reduce(
      (sum, each) => sum + (each.needed ? Math.min(each.needed, each.width) : each.width),
      0,
    ) +
    GAP * (shown.length - 1);
  while (least() > screen.columns) {
    const victim = shown.reduce((worst, each) => {
      const order = columns[each.at]?.dropOrder ?? 0;
      return order > (columns[worst]?.dropOrder ?? 0) ? each.at : worst;
    }, -1);
    if (victim < 0) break;
    shown = shown.filter((each) => each.at !== victim);
  }
  shrink(shown, screen.columns);
  return shown;
}

/** Takes cells away from flexible columns, then from all, until the table fits. */
function shrink(shown: { width: number; needed: number }[], columns: number): void {
  const excess = () =>
    shown.reduce((sum, each) => sum + each.width, 0) + GAP * (shown.length - 1) - columns;
  for (const pass of [MIN_FLEXIBLE, 4, 1]) {
    while (excess() > 0) {
      const candidates = shown.filter((each) => (pass < 4 || each.needed > 0) && each.width > pass);
      const widest = candidates.sort((a, b) => b.width - a.width)[0];
      if (!widest) break;
      widest.width -= Math.max(1, Math.min(excess(), Math.floor((widest.width - pass) / 2)));
    }
  }
}

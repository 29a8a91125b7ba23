/** A line of a panel. */
export interface PlotLine {
  readonly label: string;
  /** Values, one for each time; NaN leaves a gap. */
  readonly values: readonly number[];
}

/** Lines over one scale. */
export interface PlotPanel {
  readonly title: string;
  /** Written behind the numbers of the scale. */
  readonly unit: string;
  /** At most four. */
  readonly lines: readonly PlotLine[];
}

/** Options of {@link plotSvg}. */
export interface PlotOptions {
  readonly title: string;
  /** Times of the values, seconds since the start, rising. */
  readonly timesSec: readonly number[];
  /** Panels from above to below. */
  readonly panels: readonly PlotPanel[];
}

const WIDTH = 860;
const LEFT = 64;
const RIGHT = 120;
const TOP = 46;
const PANEL_HEIGHT = 120;
const PANEL_GAP = 44;
const INNER = WIDTH - LEFT - RIGHT;

/** Colours that are told apart on white and on black, also by people who see fewer. */
const COLOURS = ["#2f7ed8", "#d1641f", "#1f9d6b", "#8a63d2"];

/** Legible in both schemes: the ink follows the reader's. */
const STYLE = `
  svg { font: 12px system-ui, sans-serif; background: #fff; }
  text { fill: #1f2328; } .quiet { fill: #59636e; } .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d1d9e0; stroke-width: 1; } .line { fill: none; stroke-width: 1.6; }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; } text { fill: #f0f6fc; } .quiet { fill: #9198a1; }
    .grid { stroke: #3d444d; }
  }`;

/** A text as XML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A round number that is not below a value: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

/** A number without needless digits. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A text at a place. */
function textAt(x: number, y: number, text: string, more = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more}>${escaped(text)}</text>`;
}

/** The points of a line, in pieces where values are missing. */
function pieces(values: readonly number[], place: (n: number, value: number) => string): string[] {
  const found: string[][] = [[]];
  for (const [n, value] of values.entries()) {
    if (Number.isFinite(value)) found.at(-1)?.push(place(n, value));
    else found.push([]);
  }
  return found.filter((points) => points.length > 0).map((points) => points.join(" "));
}

/** One panel: grid, scale and lines. */
function panelSvg(panel: PlotPanel, top: number, timesSec: readonly number[]): string {
  const { title, unit, lines } = panel;
  const highest = roundUp(Math.max(0, ...lines.flatMap(({ values }) => values.filter(isFinite))));
  const bottom = top + PANEL_HEIGHT;
  const y = (value: number) => bottom - value / highest * PANEL_HEIGHT;
  const endSec = Math.max(1e-9, timesSec.at(-1) ?? 1);
  const x = (n: number) => LEFT + (timesSec[n] ?? 0) / endSec * INNER;
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(highest * share);
    return `<line class="grid" x1="${LEFT}" x2="${LEFT + INNER}" y1="${at}" y2="${at}"/>` +
      textAt(LEFT - 8, at + 4, short(highest * share), ' text-anchor="end" class="quiet"');
  });
  const drawn = lines.map(({ label, values }, n) => {
    const colour = COLOURS[n % COLOURS.length] ?? "";
    const place = (at: number, value: number) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`;
    const paths = pieces(values, place).map((points) =>
      `<polyline class="line" stroke="${colour}" points="${points}"/>`
    );
    const mark = `<rect x="${LEFT + INNER + 14}" y="${top + 4 + n * 20}" width="10" height="10" ` +
      `fill="${colour}"/>`;
    return `${paths.join("")}${mark}${textAt(LEFT + INNER + 30, top + 13 + n * 20, label)}`;
  });
  const head = textAt(LEFT, top - 10, `${title}, ${unit}`);
  return `<g>${head}${grid.join("")}${drawn.join("")}</g>`;
}

/** Draws lines over time, as an SVG that reads well on light and on dark ground. */
export function plotSvg({ title, timesSec, panels }: PlotOptions): string {
  const bottom = TOP + 24 + panels.length * (PANEL_HEIGHT + PANEL_GAP) - PANEL_GAP;
  const endSec = timesSec.at(-1) ?? 0;
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    textAt(
      LEFT + share * INNER,
      bottom + 20,
      `${Number((share * endSec / 60).toFixed(1))} min`,
      ' text-anchor="middle" class="quiet"',
    )
  );
  const drawn = panels.map((panel, n) =>
    panelSvg(panel, TOP + 24 + n * (PANEL_HEIGHT + PANEL_GAP), timesSec)
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${
    bottom + 34
  }" role="img" ` +
    `aria-label="${escaped(title).replaceAll('"', "&quot;")}"><style>${STYLE}</style>` +
    `<title>${escaped(title)}</title>${textAt(LEFT, 24, title, ' class="title"')}` +
    `${drawn.join("")}${marks.join("")}</svg>\n`;
}

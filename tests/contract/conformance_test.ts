import { assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

/** Ids `prefix-first` to `prefix-last`, each with three digits. */
interface IdRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
}

/** Ranges of ids that must all be in the list. */
const COMPLETE: readonly IdRange[] = [
  { prefix: "H", first: 1, last: 271 },
  { prefix: "R", first: 1, last: 80 },
  { prefix: "R", first: 101, last: 115 },
  { prefix: "C", first: 1, last: 132 },
  { prefix: "S", first: 1, last: 169 },
  { prefix: "S", first: 177, last: 192 },
  { prefix: "S", first: 204, last: 212 },
  { prefix: "S", first: 900, last: 909 },
  { prefix: "S", first: 920, last: 929 },
  { prefix: "S", first: 940, last: 977 },
  { prefix: "S", first: 980, last: 987 },
  { prefix: "S", first: 989, last: 995 },
  { prefix: "S", first: 997, last: 997 },
  { prefix: "S", first: 999, last: 999 },
];

/** A row of the list. */
interface Row {
  readonly id: string;
  /** Path of the test file, null when the rule is only a difference. */
  readonly file: string | null;
  /** Anchor in the list of differences, null when there is none. */
  readonly difference: string | null;
}

/** Reads a file of the repository. */
function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, ROOT));
}

/** Rows of the list. */
function readRows(): Row[] {
  return [...read("docs/conformance.md").matchAll(/^\| ([A-Z]-\d{3,4}) \|(.*)$/gm)].map((
    [, id = "", rest = ""],
  ) => ({
    id,
    file: /`([\w/]+\.ts)`/.exec(rest)?.[1] ?? null,
    difference: /differences\.md#([\w-]+)/.exec(rest)?.[1] ?? null,
  }));
}

const ROWS = readRows();

/** Anchors of the headings of the list of differences. */
function anchors(): Set<string> {
  const headings = [...read("docs/differences.md").matchAll(/^#+ (.+)$/gm)];
  return new Set(headings.map(([, text = ""]) => text.trim().toLowerCase().replaceAll(" ", "-")));
}

/** Names of the tests in a file, null when there is no such file. */
function testNames(path: string): string | null {
  try {
    return [...read(path).matchAll(/(?:[tT]est)\(\s*(?:\{\s*name:\s*)?["'`]([^"'`]*)/g)].map((
      [, name = ""],
    ) => name).join("\n");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

Deno.test("docs/conformance.md has every id of the complete families, once", () => {
  const listed = ROWS.map(({ id }) => id);
  assertEquals(listed.filter((id, index) => listed.indexOf(id) !== index), [], "listed twice");
  const expected = COMPLETE.flatMap(({ prefix, first, last }) =>
    Array.from(
      { length: last - first + 1 },
      (_, index) => `${prefix}-${String(first + index).padStart(3, "0")}`,
    )
  );
  const known = new Set(listed);
  assertEquals(expected.filter((id) => !known.has(id)), [], "missing");
});

Deno.test("docs/conformance.md names tests that exist, or differences", () => {
  const names = new Map<string, string | null>();
  const known = anchors();
  const wrong = ROWS.flatMap(({ id, file, difference }) => {
    if (difference !== null && !known.has(difference)) return [`${id}: no section #${difference}`];
    if (file === null) return difference === null ? [`${id}: neither test nor difference`] : [];
    if (!names.has(file)) names.set(file, testNames(file));
    const found = names.get(file);
    if (found === null) return [`${id}: no file ${file}`];
    return found?.includes(id) ? [] : [`${id}: no test with this id in ${file}`];
  });
  assertEquals(wrong, []);
});

Deno.test("docs/differences.md names files that exist", () => {
  const files = [...read("docs/differences.md").matchAll(/`([\w/]+_test\.ts)`/g)].map((
    [, path = ""],
  ) => path);
  assertEquals(files.filter((path) => testNames(path) === null), []);
});

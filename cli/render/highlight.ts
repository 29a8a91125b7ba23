/** Words of a query that are too common to be shown as found. */
const COMMON = new Set(
  ("a an and are as at be but by do does for from has have how i in is it me my of on or our " +
    "should that the their them they this to use was we what when where which who why will with " +
    "you your").split(" "),
);

/** The stem by which a word of the query is found in a text: long words lose their ending. */
function root(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word;
}

/** Marks the words of a text that begin like a word of the query. */
export function highlight(text: string, query: string, mark: (text: string) => string): string {
  const roots = query.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter((word) => !COMMON.has(word))
    .map(root) ?? [];
  if (roots.length === 0) return text;
  return text.replaceAll(/[\p{L}\p{N}]+/gu, (word) => {
    const lower = word.toLowerCase();
    return roots.some((each) => lower.startsWith(each)) ? mark(word) : word;
  });
}

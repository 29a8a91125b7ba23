/** Lower-case words of a text, split at blanks. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/\s+/).filter((word) => word !== ""));
}

/**
 * Groups rules by direction: each joins the first group with a member that shares at least
 * `leastOverlap` of the smaller set of words; largest groups first, else in order.
 */
export function directionGroups<Rule>(
  rules: readonly Rule[],
  contentOf: (rule: Rule) => string,
  leastOverlap: number,
): Rule[][] {
  const groups: { rule: Rule; words: ReadonlySet<string> }[][] = [];
  for (const rule of rules) {
    const entry = { rule, words: wordSet(contentOf(rule)) };
    const group = groups.find((members) =>
      members.some((member) => overlap(member.words, entry.words) >= leastOverlap)
    );
    if (group === undefined) groups.push([entry]);
    else group.push(entry);
  }
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((members) => members.map(({ rule }) => rule));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}

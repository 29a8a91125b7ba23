/**
 * Prints the figures of the learning scorer.
 *
 * @module
 */

import { type Scored, type Share, totalsOf } from "./learning_score.ts";

function percent(share: Share): string {
  return share.of === 0 ? "-" : `${(100 * share.share).toFixed(1)} (${share.hits}/${share.of})`;
}

function bound(share: Share): string {
  return `${percent(share)}, lower bound ${(100 * share.lower).toFixed(1)}`;
}

/** A table by first tag and the totals. */
export function scoreTable(scored: readonly Scored[]): string {
  const tags = [...new Set(scored.map((entry) => entry.dialogue.tags[0] ?? ""))];
  const rows = tags.map((tag) => {
    const totals = totalsOf(scored.filter((entry) => entry.dialogue.tags[0] === tag));
    const { precision: p, recall: r } = totals;
    const f1 = r.of === 0 || p.share + r.share === 0
      ? "-"
      : (2 * p.share * r.share / (p.share + r.share)).toFixed(2);
    return [
      tag,
      `${totals.solved}/${totals.cases}`,
      percent(totals.profileRecall),
      percent(totals.profilePrecision),
      percent(totals.playbookRecall),
      percent(totals.playbookPrecision),
      f1,
    ];
  });
  const head = [
    "tag",
    "solved",
    "profile recall",
    "profile precision",
    "playbook recall",
    "playbook precision",
    "F1",
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  const all = totalsOf(scored);
  return [
    "",
    line(head),
    ...rows.map(line),
    "",
    `precision ${bound(all.precision)}`,
    `recall    ${bound(all.recall)}`,
    `profiles  recall ${percent(all.profileRecall)}, precision ${percent(all.profilePrecision)}`,
    `playbooks recall ${percent(all.playbookRecall)}, precision ${percent(all.playbookPrecision)}`,
    `quiet violations ${all.quiet.violations}/${all.quiet.of} (${all.quiet.items} items), never ${all.never}, duplicate ${all.duplicate}, temporary ${all.temporary}`,
    `solved ${all.solved}/${all.cases}`,
  ].join("\n");
}

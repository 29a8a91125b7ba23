/**
 * The scorer for labelled dialogues: pure functions from cases and learnt items to figures.
 *
 * @module
 */

/** One turn of a labelled dialogue. */
export interface CaseTurn {
  readonly role: string;
  readonly content: string;
  readonly expert_content?: string;
  readonly tools_used?: readonly {
    readonly tool_name: string;
    readonly tool_data?: Readonly<Record<string, unknown>>;
  }[];
}

/** One labelled dialogue. */
export interface Case {
  readonly id: string;
  readonly tags: readonly string[];
  readonly publishes: readonly (readonly CaseTurn[])[];
  readonly expect: {
    readonly profiles: readonly (readonly string[])[];
    readonly playbooks: readonly (readonly string[])[];
    readonly never: readonly string[];
    readonly quiet: boolean;
    readonly allowed?: readonly (readonly string[])[];
    readonly temporary?: readonly string[];
    readonly max_profiles?: number;
    readonly max_playbooks?: number;
  };
}

/** What is known of a user after the last publish. */
export interface Learnt {
  readonly profiles: readonly { readonly content: string; readonly ttl: string }[];
  readonly playbooks: readonly { readonly text: string }[];
}

/** A learnt item and whether it was asked for. */
export interface ScoredItem {
  readonly kind: "profile" | "playbook";
  readonly text: string;
  readonly right: boolean;
}

/** Figures of one dialogue. */
export interface Scored {
  readonly dialogue: Case;
  readonly items: readonly ScoredItem[];
  readonly met: { readonly profiles: number; readonly playbooks: number };
  readonly missed: readonly string[];
  readonly quietViolation: boolean;
  readonly neverViolation: boolean;
  readonly duplicateViolation: boolean;
  readonly temporaryViolation: boolean;
  readonly faults: readonly string[];
  readonly solved: boolean;
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u2018\u2019\u02bc]/g, "'");
}

function matches(text: string, source: string): boolean {
  return new RegExp(source, "isu").test(plain(text));
}

function matchesAll(text: string, sources: readonly string[]): boolean {
  return sources.every((source) => matches(text, source));
}

/** Scores every dialogue. */
export function scoreAll(cases: readonly Case[], learnt: readonly Learnt[]): Scored[] {
  return cases.map((dialogue, index) =>
    scoreOne(dialogue, learnt[index] ?? { profiles: [], playbooks: [] })
  );
}

function scoreOne(dialogue: Case, learnt: Learnt): Scored {
  const { expect } = dialogue;
  const never = (text: string) => expect.never.some((source) => matches(text, source));
  const wanted = [...expect.profiles, ...expect.playbooks, ...(expect.allowed ?? [])];
  const isRight = (text: string) =>
    !expect.quiet && !never(text) && wanted.some((sources) => matchesAll(text, sources));
  const items: ScoredItem[] = [
    ...learnt.profiles.map(({ content }) => ({
      kind: "profile" as const,
      text: content,
      right: isRight(content),
    })),
    ...learnt.playbooks.map(({ text }) => ({
      kind: "playbook" as const,
      text,
      right: isRight(text),
    })),
  ];
  const metProfiles = expect.profiles.filter((sources) =>
    learnt.profiles.some(({ content }) => matchesAll(content, sources))
  );
  const metPlaybooks = expect.playbooks.filter((sources) =>
    learnt.playbooks.some(({ text }) => matchesAll(text, sources))
  );
  const missed = [
    ...expect.profiles.filter((sources) => !metProfiles.includes(sources)).map((sources) =>
      `profile ${JSON.stringify(sources)}`
    ),
    ...expect.playbooks.filter((sources) => !metPlaybooks.includes(sources)).map((sources) =>
      `playbook ${JSON.stringify(sources)}`
    ),
  ];
  const quietViolation = expect.quiet && items.length > 0;
  const neverViolation = items.some((item) => never(item.text));
  const duplicateViolation = learnt.profiles.length > (expect.max_profiles ?? Infinity) ||
    learnt.playbooks.length > (expect.max_playbooks ?? Infinity);
  const temporaryViolation = learnt.profiles.some(({ content, ttl }) =>
    ttl === "infinity" && (expect.temporary ?? []).some((source) => matches(content, source))
  );
  const faults = [
    ...(quietViolation ? ["quiet violation"] : []),
    ...(neverViolation ? ["never violation"] : []),
    ...(duplicateViolation ? ["duplicate violation"] : []),
    ...(temporaryViolation ? ["temporary violation"] : []),
  ];
  return {
    dialogue,
    items,
    met: { profiles: metProfiles.length, playbooks: metPlaybooks.length },
    missed,
    quietViolation,
    neverViolation,
    duplicateViolation,
    temporaryViolation,
    faults,
    solved: missed.length === 0 && faults.length === 0,
  };
}

/** A share with its lower Wilson bound at 95 %. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly lower: number;
}

/** Share of `hits` in `of`; 1 of nothing. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: 1, lower: 0 };
  const z = 1.96;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { hits, of, share: p, lower: Math.max(0, (middle - spread) / (1 + (z * z) / of)) };
}

/** Figures of a set of dialogues. */
export interface Totals {
  readonly cases: number;
  readonly solved: number;
  readonly recall: Share;
  readonly precision: Share;
  readonly profileRecall: Share;
  readonly playbookRecall: Share;
  readonly profilePrecision: Share;
  readonly playbookPrecision: Share;
  readonly quiet: { readonly violations: number; readonly items: number; readonly of: number };
  readonly never: number;
  readonly duplicate: number;
  readonly temporary: number;
}

/** Adds up the figures. */
export function totalsOf(scored: readonly Scored[]): Totals {
  const sum = (of: (entry: Scored) => number) =>
    scored.reduce((total, entry) => total + of(entry), 0);
  const count = (test: (entry: Scored) => boolean) => scored.filter(test).length;
  const items = (kind: string | null, right: boolean | null) =>
    sum((entry) =>
      entry.items.filter((item) =>
        (kind === null || item.kind === kind) && (right === null || item.right === right)
      ).length
    );
  const wantedProfiles = sum((entry) => entry.dialogue.expect.profiles.length);
  const wantedPlaybooks = sum((entry) => entry.dialogue.expect.playbooks.length);
  const metProfiles = sum((entry) => entry.met.profiles);
  const metPlaybooks = sum((entry) => entry.met.playbooks);
  return {
    cases: scored.length,
    solved: count((entry) => entry.solved),
    recall: shareOf(metProfiles + metPlaybooks, wantedProfiles + wantedPlaybooks),
    precision: shareOf(items(null, true), items(null, null)),
    profileRecall: shareOf(metProfiles, wantedProfiles),
    playbookRecall: shareOf(metPlaybooks, wantedPlaybooks),
    profilePrecision: shareOf(items("profile", true), items("profile", null)),
    playbookPrecision: shareOf(items("playbook", true), items("playbook", null)),
    quiet: {
      violations: count((entry) => entry.quietViolation),
      items: sum((entry) => entry.dialogue.expect.quiet ? entry.items.length : 0),
      of: count((entry) => entry.dialogue.expect.quiet),
    },
    never: count((entry) => entry.neverViolation),
    duplicate: count((entry) => entry.duplicateViolation),
    temporary: count((entry) => entry.temporaryViolation),
  };
}

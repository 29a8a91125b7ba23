/**
 * Labelled talk as examples for the judge.
 *
 * @module
 */

import { readWindow } from "../../server/learn/embedded/analysis/read.ts";
import { featureNames } from "../../server/learn/embedded/judge/features.ts";
import { VERDICTS } from "../../server/learn/embedded/judge/judge.ts";
import { unitsOf } from "../../server/learn/embedded/judge/units.ts";
import type { ReadTurn, Turn } from "../../server/learn/embedded/types.ts";

/** One unit of talk: what it is judged by and what it is. */
export interface Example {
  readonly features: readonly string[];
  /** Place of its verdict in {@link VERDICTS}. */
  readonly verdict: number;
  /** Units of one talk; a fold holds all or none of them. */
  readonly talk: number;
}

/** Labels of a segment: lasting fact, fact for a while, rule, nothing. */
const LABELS = ["F", "T", "R", "N"] as const;

/** A turn of the user cut into segments, with what was said before it. */
interface LabelledTurn {
  /** The user's request before the answer, or "". */
  readonly req: string;
  /** The answer that the turn reacts to, or ""; a tool it used stands behind it in brackets. */
  readonly a: string;
  /** Label and text of the segments, which make the turn with one blank between them. */
  readonly u: readonly (readonly [(typeof LABELS)[number], string])[];
}

/** The parts of a labelled dialogue that are looked at here. */
interface Dialogue {
  readonly publishes: readonly (readonly {
    readonly role: string;
    readonly content: string;
    readonly tools_used?: Turn["toolsUsed"];
  }[])[];
  readonly expect: { readonly quiet: boolean };
}

const NOTHING = LABELS.indexOf("N");
const TOOL = /\s*\[[\w-]+\]\s*$/;

/** An exchange that teaches nothing, put before turns that open their talk. */
const EXCHANGE = { req: "Can you help me?", a: "Of course, here you are." };

/**
 * Examples of a file of labelled turns. A turn that opens its talk is taken once more behind an
 * exchange, so that the judge does not take the place of a turn for a sign of what it says.
 */
export function turnExamples(text: string, talk: () => number): Example[] {
  return lines<LabelledTurn>(text).flatMap((line) => {
    const number = talk();
    const contexts = line.a === "" && line.req === "" ? [line, { ...line, ...EXCHANGE }] : [line];
    return contexts.flatMap((entry) => examplesOfTurn(entry, number));
  });
}

function examplesOfTurn(line: LabelledTurn, talk: number): Example[] {
  const window = readWindow([
    ...(line.req === "" ? [] : [said("user", line.req)]),
    ...(line.a === "" ? [] : [said("assistant", line.a)]),
    said("user", line.u.map(([, segment]) => segment).join(" ")),
  ]);
  let at = 0;
  const segments = line.u.map(([label, segment]) => {
    const from = at;
    at += segment.length + 1;
    return { from, to: from + segment.length, verdict: LABELS.indexOf(label) };
  });
  const last = window.at(-1);
  return last === undefined
    ? []
    : examplesOf(last, window, talk, (from, to) =>
      segments.toSorted((a, b) =>
        shared(b, from, to) - shared(a, from, to)
      )[0]?.verdict ??
        NOTHING).filter(({ verdict }) =>
        verdict >= 0);
}

/** Examples of the dialogues of a file that teach nothing. */
export function quietExamples(text: string, talk: () => number): Example[] {
  return lines<Dialogue>(text).filter(({ expect }) => expect.quiet).flatMap(({ publishes }) => {
    const number = talk();
    return publishes.flatMap((turns) => {
      const window = readWindow(
        turns.map((turn) => ({
          ...said(turn.role === "user" ? "user" : "assistant", turn.content),
          toolsUsed: turn.tools_used ?? [],
        })),
      );
      return window.filter(({ turn }) => turn.speaker === "user")
        .flatMap((read) => examplesOf(read, window, number, () => NOTHING));
    });
  });
}

function lines<Line>(text: string): Line[] {
  return text.split("\n").filter((line) => line.trim() !== "").map((line) =>
    JSON.parse(line) as Line
  );
}

function said(speaker: "user" | "assistant", text: string): Turn {
  const tool = TOOL.test(text) ? [{ tool_name: "tool", tool_data: {} }] : [];
  const content = text.replace(TOOL, "");
  return { interactionId: 1, speaker, content, expertContent: "", toolsUsed: tool };
}

/** Characters that a stretch and a segment share. */
function shared(segment: { readonly from: number; readonly to: number }, from: number, to: number) {
  return Math.min(to, segment.to) - Math.max(from, segment.from);
}

function examplesOf(
  read: ReadTurn,
  window: readonly ReadTurn[],
  talk: number,
  verdictOf: (from: number, to: number) => number,
): Example[] {
  return read.sentences.flatMap((sentence) =>
    unitsOf(sentence).filter((unit) =>
      sentence.tokens.slice(unit.from, unit.to).every(({ kind }) => kind !== "mask")
    ).map((unit) => ({
      features: featureNames({ read, sentence, unit, window }),
      verdict: verdictOf(
        sentence.tokens[unit.from]?.start ?? 0,
        sentence.tokens[unit.to - 1]?.end ?? 0,
      ),
      talk,
    }))
  );
}

/** Number of verdicts. */
export const VERDICT_COUNT: number = VERDICTS.length;

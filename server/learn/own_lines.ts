import type { LearnTurn } from "./learner.ts";

/** A line of a list: its marker and what follows. */
const LIST_LINE = /^(\s*(?:[-*•>]|\d+[.)])\s+)(.+?)\s*$/;

/** The text with lines of lists that the system itself gave out blanked; places stay as they are. */
export function withoutOwnLines(text: string, isGivenOut: (line: string) => boolean): string {
  if (!text.includes("\n") && !LIST_LINE.test(text)) return text;
  return text.split("\n").map((line) => {
    const said = LIST_LINE.exec(line)?.[2];
    return said !== undefined && isGivenOut(said) ? " ".repeat(line.length) : line;
  }).join("\n");
}

/** Turns as a learner may read them: what the system gave out is not what a person said. */
export function withoutOwnTurns(
  turns: readonly LearnTurn[],
  isGivenOut: (line: string) => boolean,
): readonly LearnTurn[] {
  return turns.map((turn) => {
    const { content } = turn.interaction;
    const left = withoutOwnLines(content, isGivenOut);
    return left === content
      ? turn
      : { ...turn, interaction: { ...turn.interaction, content: left } };
  });
}

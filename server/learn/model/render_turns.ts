import { cutMiddle, estimateTokens } from "../../llm/mod.ts";
import type { LearnTurn } from "../learner.ts";
import { fence, label } from "./fence.ts";
import { withoutInjected } from "./guards.ts";
import { isUserRole } from "./speakers.ts";

/** Stands for what was cut out of a long text. */
const CUT_MARK = "\n[… cut here, the text was too long …]\n";

/** Which words of a turn are shown. */
export type TurnText = "content" | "shadow";

/** How turns are shown. */
export interface RenderTurnsOptions {
  /** Number by which the model cites a turn. */
  readonly numberOf: (turn: LearnTurn) => number;
  /** Longest text of a turn, in estimated tokens. */
  readonly maxTurnTokens: number;
  /**
   * `shadow` shows the shadow text where a turn has one.
   * @default "content"
   */
  readonly text?: TurnText;
  /**
   * Whether new turns are marked.
   * @default true
   */
  readonly marksNew?: boolean;
  /** Ids of turns whose image goes along. @default none */
  readonly imageIds?: ReadonlySet<number>;
}

/** Words of a turn; those of the person without what a host put among them. */
function wordsOf(turn: LearnTurn, text: TurnText): string {
  const { role, content, shadow_content } = turn.interaction;
  const words = text === "shadow" && shadow_content.trim() !== "" ? shadow_content : content;
  return isUserRole(role) ? withoutInjected(words) : words;
}

/** A text between fences, cut when it is too long. */
export function quoted(text: string, maxTokens: number): string {
  return fence(cutMiddle(text, maxTokens, CUT_MARK));
}

/** A part of a turn. */
interface TurnPart {
  /** What the part is, null for the words. */
  readonly name: string | null;
  /** Its text. */
  readonly text: string;
}

function partsOf(turn: LearnTurn, text: TurnText): TurnPart[] {
  const { tools_used, user_action, user_action_description } = turn.interaction;
  const words = wordsOf(turn, text);
  return [
    ...tools_used.map(({ tool_name, tool_data }) => ({
      name: "used tool:",
      text: `${tool_name}(${JSON.stringify(tool_data)})`,
    })),
    ...(words.trim() === "" ? [] : [{ name: null, text: words }]),
    ...(user_action === "none"
      ? []
      : [{ name: "did:", text: `${user_action} ${user_action_description}`.trim() }]),
  ];
}

/** One turn: a line with number and role, then tool calls, text and action, each fenced. */
export function renderTurn(turn: LearnTurn, options: RenderTurnsOptions): string {
  const { interaction } = turn;
  const { maxTurnTokens, marksNew = true } = options;
  const parts = partsOf(turn, options.text ?? "content");
  const total = parts.reduce((sum, part) => sum + estimateTokens(part.text), 0);
  const share = total <= maxTurnTokens ? maxTurnTokens : Math.floor(maxTurnTokens / parts.length);
  const mark = marksNew && turn.isNew ? ", new" : "";
  return [
    `[${options.numberOf(turn)}] ${label(interaction.role, "user")}${mark}:`,
    ...parts.flatMap(({ name, text }) => [
      ...(name === null ? [] : [name]),
      quoted(text, share),
    ]),
    ...(options.imageIds?.has(interaction.interaction_id) ? ["(image attached)"] : []),
  ].join("\n");
}

/**
 * A conversation by sessions (or by requests without one), in the order of their first turn; turns
 * by id within.
 */
export function renderTurns(turns: readonly LearnTurn[], options: RenderTurnsOptions): string {
  const groups = Map.groupBy(turns, (turn) => turn.sessionId ?? turn.interaction.request_id);
  return [...groups].map(([name, members]) => {
    const inOrder = members.toSorted((a, b) =>
      a.interaction.interaction_id - b.interaction.interaction_id
    );
    const rendered = inOrder.map((turn) => renderTurn(turn, options));
    return [`=== Session: ${label(name, "unnamed")} ===`, ...rendered].join("\n\n");
  }).join("\n\n");
}

import type {
  Complete,
  InteractionData,
  PublishUserInteractionRequest,
  Validated,
} from "../../client/contract/mod.ts";
import type { InteractionRow, RequestRow } from "../store/mod.ts";

/** Why the turns of a publish cannot be stored, null when they can. */
export function refusedTurn(turns: readonly Complete<InteractionData>[]): string | null {
  for (const [n, turn] of turns.entries()) {
    if (turn.user_action !== "none" && turn.user_action_description === "") {
      return `Cannot store turn ${n}: user_action is ${turn.user_action}, ` +
        "so user_action_description must not be empty";
    }
    if (turn.interacted_image_url !== "" && turn.image_encoding !== "") {
      return `Cannot store turn ${n}: send either interacted_image_url or image_encoding, not both`;
    }
  }
  return null;
}

/** What a request is stored with beside its body. */
export interface RequestFacts {
  /** Its id. */
  readonly requestId: string;
  /** Its agent version, never empty. */
  readonly agentVersion: string;
  /** Its session, null when none. */
  readonly sessionId: string | null;
  /** When, Unix seconds. */
  readonly atSec: number;
}

/** The stored request of a publish. */
export function requestRow(
  body: Validated<PublishUserInteractionRequest>,
  { requestId, agentVersion, sessionId, atSec }: RequestFacts,
): RequestRow {
  return {
    request_id: requestId,
    user_id: body.user_id,
    created_at: atSec,
    source: body.source,
    agent_version: agentVersion,
    session_id: sessionId,
    metadata: body.metadata,
    evaluation_only: body.evaluation_only,
  };
}

/** What a turn is stored with beside its body. */
export interface TurnFacts {
  /** Its id. */
  readonly id: number;
  /** Its request. */
  readonly requestId: string;
  /** Its user. */
  readonly userId: string;
  /** When, Unix seconds. */
  readonly atSec: number;
}

/** The stored turn of a publish; image bytes are not kept. */
export function turnRow(turn: Complete<InteractionData>, facts: TurnFacts): InteractionRow {
  const { id, requestId, userId, atSec } = facts;
  const { image_encoding: _, ...kept } = turn;
  return {
    ...kept,
    interaction_id: id,
    user_id: userId,
    request_id: requestId,
    created_at: atSec,
  };
}

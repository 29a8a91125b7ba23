import type { InteractionMeta, KindView, OrgStore, RequestMeta } from "../store/mod.ts";
import type { LearnTurn } from "./learner.ts";

/** A turn before its text is read. */
export interface TurnRef {
  /** Id of the turn. */
  readonly interaction_id: number;
  /** When it was stored, Unix seconds. */
  readonly created_at: number;
  /** Its request. */
  readonly request: RequestMeta;
}

/** Which turns of a user are looked at. */
export interface TurnFilter {
  /** Sources, null: all. */
  readonly sources: readonly string[] | null;
  /** Earliest time, Unix seconds, inclusive; null: none. */
  readonly fromSec: number | null;
  /** Latest time, Unix seconds, inclusive; null: none. */
  readonly toSec: number | null;
  /** Version of the agent, null: all. */
  readonly agentVersion: string | null;
}

/** No condition. */
export const ALL_TURNS: TurnFilter = {
  sources: null,
  fromSec: null,
  toSec: null,
  agentVersion: null,
};

/** The turns of one user, oldest first, without those kept for evaluation only. */
export class UserTurns {
  readonly #view: KindView<"interaction">;
  readonly #turns: readonly TurnRef[];
  readonly #times: ReadonlyMap<number, number>;

  private constructor(view: KindView<"interaction">, turns: readonly TurnRef[]) {
    this.#view = view;
    this.#turns = turns;
    this.#times = new Map(turns.map((turn) => [turn.interaction_id, turn.created_at]));
  }

  /** Reads which turns there are; their texts come with {@link UserTurns.read}. */
  static async load(org: OrgStore, userId: string): Promise<UserTurns> {
    const requests = await org.view("request");
    const view = await org.view("interaction");
    const turns: TurnRef[] = [];
    for (const id of view.idsOfUser(userId)) {
      const meta: InteractionMeta | undefined = view.meta(id);
      const request = meta && requests.meta(meta.request_id);
      if (meta === undefined || request === undefined || request.evaluation_only) continue;
      turns.push({ interaction_id: id, created_at: meta.created_at, request });
    }
    return new UserTurns(view, turns);
  }

  /** Turns that meet a filter, oldest first. */
  select({ sources, fromSec, toSec, agentVersion }: TurnFilter): TurnRef[] {
    return this.#turns.filter(({ created_at, request }) =>
      (sources === null || sources.includes(request.source)) &&
      (fromSec === null || created_at >= fromSec) &&
      (toSec === null || created_at <= toSec) &&
      (agentVersion === null || request.agent_version === agentVersion)
    );
  }

  /**
   * When a turn was stored, null when it was gone before. A turn deleted since keeps its time, or a
   * run would take it for a new one again and again.
   */
  timeOf(interactionId: number): number | null {
    return this.#times.get(interactionId) ?? this.#view.meta(interactionId)?.created_at ?? null;
  }

  /** Texts of turns in their order; unreadable ones are left out. */
  async read(turns: readonly TurnRef[], fresh: ReadonlySet<number>): Promise<LearnTurn[]> {
    const rows = await this.#view.getMany(turns.map((turn) => turn.interaction_id));
    const read: LearnTurn[] = [];
    for (const [n, turn] of turns.entries()) {
      const interaction = rows[n];
      if (!interaction) continue;
      const isNew = fresh.has(turn.interaction_id);
      read.push({ interaction, sessionId: turn.request.session_id, isNew });
    }
    return read;
  }
}

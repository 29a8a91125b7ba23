/**
 * Runs labelled dialogues against a server by URL.
 *
 * @module
 */

import type { LearnCase } from "./learning_bench.ts";
import type { Case, Learnt } from "./learning_score.ts";

interface ProfileAnswer {
  readonly user_profiles: readonly {
    readonly content: string;
    readonly profile_time_to_live: string;
  }[];
}

interface PlaybookAnswer {
  readonly user_playbooks: readonly {
    readonly trigger?: string | null;
    readonly content: string;
    readonly rationale?: string | null;
  }[];
}

/** A runner that publishes each dialogue for a fresh user and waits for the learning. */
export function learnOverHttp(url: string): LearnCase {
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const response = await fetch(new URL(path, url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
      );
    }
    return await response.json() as Answer;
  };
  return async (dialogue: Case): Promise<Learnt> => {
    const userId = `${dialogue.id}-${crypto.randomUUID()}`;
    for (const turns of dialogue.publishes) {
      await post("/api/publish_interaction?wait_for_response=true", {
        user_id: userId,
        session_id: userId,
        agent_version: userId,
        interaction_data_list: turns,
      });
    }
    const profiles = await post<ProfileAnswer>("/api/get_profiles", {
      user_id: userId,
      top_k: 100,
    });
    const playbooks = await post<PlaybookAnswer>("/api/get_user_playbooks", {
      user_id: userId,
      limit: 100,
      top_k: 100,
    });
    return {
      profiles: profiles.user_profiles.map((row) => ({
        content: row.content,
        ttl: row.profile_time_to_live,
      })),
      playbooks: playbooks.user_playbooks.map((row) => ({
        text: [row.trigger, row.content, row.rationale].filter((part) =>
          typeof part === "string" && part !== ""
        ).join("\n"),
      })),
    };
  };
}

import type { ContextClient } from "../context.ts";

/** Which memories a retriever gives; the last two are older names of the two before. */
export type RetrieverSearchType =
  | "unified"
  | "profiles"
  | "agent_playbooks"
  | "user_playbooks"
  | "feedbacks"
  | "raw_feedbacks";

/** Options of {@link createReflexioRetriever}. */
export interface ReflexioRetrieverOptions {
  /** A client or a scope. */
  readonly client: ContextClient;
  /** Whose profiles and user playbooks; without it there are no profiles. */
  readonly userId?: string | undefined;
  /** Only playbooks of this agent version. */
  readonly agentVersion?: string | undefined;
  /**
   * Which memories.
   *
   * @default "unified"
   */
  readonly searchType?: RetrieverSearchType | undefined;
  /**
   * Most items of each kind.
   *
   * @default 5
   */
  readonly topK?: number | undefined;
}

/** A document as LangChain has them. */
export interface ReflexioDocument {
  /** Text of the memory. */
  readonly pageContent: string;
  /** What kind it is, and what goes with that kind. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A retriever as LangChain calls it. */
export interface ReflexioRetriever {
  /** Finds documents; an error gives none. */
  invoke(query: string): Promise<ReflexioDocument[]>;
  /** The same, under its older name. */
  getRelevantDocuments(query: string): Promise<ReflexioDocument[]>;
}

/** Lists of an answer for each search type. */
const KINDS_OF: Readonly<Record<RetrieverSearchType, readonly string[]>> = {
  unified: ["agent_playbook", "user_playbook", "profile"],
  profiles: ["profile"],
  agent_playbooks: ["agent_playbook"],
  user_playbooks: ["user_playbook"],
  feedbacks: ["agent_playbook"],
  raw_feedbacks: ["user_playbook"],
};

/**
 * Makes a retriever. It fails open: an error gives no documents.
 *
 * @param options Where and whose memories to look up.
 */
export function createReflexioRetriever(options: ReflexioRetrieverOptions): ReflexioRetriever {
  const { client, userId, agentVersion, searchType = "unified", topK = 5 } = options;
  const invoke = async (query: string): Promise<ReflexioDocument[]> => {
    try {
      const found = await client.search({
        query,
        topK,
        userId: userId || undefined,
        agentVersion: agentVersion || undefined,
      });
      const playbooks = [
        ...found.agent_playbooks.map((item) => ({ ...item, type: "agent_playbook" })),
        ...found.user_playbooks.map((item) => ({ ...item, type: "user_playbook" })),
      ].map(({ type, content, trigger, rationale, agent_version }) => ({
        pageContent: content,
        metadata: { type, trigger: trigger ?? "", rationale: rationale ?? "", agent_version },
      }));
      const profiles = found.profiles.map(({ content, user_id }) => ({
        pageContent: content,
        metadata: { type: "profile", user_id },
      }));
      return [...playbooks, ...profiles].filter(({ pageContent, metadata }) =>
        pageContent !== "" && KINDS_OF[searchType].includes(metadata.type)
      );
    } catch {
      return [];
    }
  };
  return { invoke, getRelevantDocuments: invoke };
}

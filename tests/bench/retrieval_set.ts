/**
 * Reading a labelled retrieval set.
 *
 * @module
 */

/** Where the sets of this repository are. */
export const DATA_FOLDER: string = new URL("./data/", import.meta.url).pathname;

/** Kinds of query in the order of the table. */
export const KINDS = [
  "lexical",
  "morphology",
  "typo",
  "question",
  "multi",
  "synonym",
  "paraphrase",
] as const;

/** One thing to find. */
export interface LabelledItem {
  /** What it is. */
  readonly kind: "profile" | "user_playbook" | "agent_playbook";
  /** Its id within its kind. */
  readonly id: string | number;
  /** Its owner; null for agent playbooks. */
  readonly userId: string | null;
  /** Its texts. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One query with its right answers. */
export interface LabelledQuery {
  /** The query. */
  readonly q: string;
  /** What makes it hard. */
  readonly kind: string;
  /** Right answers as `kind:id`. */
  readonly relevant: readonly string[];
  /** Whose profiles and user playbooks are searched; all when absent. */
  readonly user_id?: string;
}

/** A labelled set. */
export interface LabelledSet {
  /** What can be found. */
  readonly items: readonly LabelledItem[];
  /** What is asked. */
  readonly queries: readonly LabelledQuery[];
}

/** A set as it is in its file. */
interface SetFile {
  readonly profiles: readonly { profile_id: string; user_id: string; content: string }[];
  readonly user_playbooks: readonly (Playbook & { user_playbook_id: number; user_id: string })[];
  readonly agent_playbooks: readonly (Playbook & { agent_playbook_id: number })[];
  readonly queries: readonly LabelledQuery[];
}

interface Playbook {
  readonly trigger: string;
  readonly content: string;
  readonly rationale: string;
}

function playbookFields({ trigger, content, rationale }: Playbook): Record<string, string> {
  return { trigger, content, rationale };
}

/** Words of which unrelated rows are made. */
const NOISE_WORDS = `report meeting value number system order north river market window engine paper
  summer letter garden island bridge winter school office signal copper silver morning station
  harbour village factory machine picture question answer service project budget library museum
  theatre concert weather mountain valley forest desert planet rocket battery cable screen keyboard
  shirt jacket shoes blanket pillow carpet ceiling stairs kitchen spoon bottle pepper orange cherry`
  .trim().split(/\s+/);

/** Unrelated rows, newer than those of the set, the same in every run. */
function noiseItems(count: number): LabelledItem[] {
  let state = 12345;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8;
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 12 }, () => NOISE_WORDS[random() % NOISE_WORDS.length]);
    const text = words.join(" ");
    const owner = `u0${1 + random() % 8}`;
    if (i % 3 === 0) {
      return { kind: "profile", id: `z${i}`, userId: owner, fields: { content: text } };
    }
    const fields = { trigger: words.slice(0, 4).join(" "), content: text, rationale: "" };
    return i % 3 === 1
      ? { kind: "user_playbook", id: 100_000 + i, userId: owner, fields }
      : { kind: "agent_playbook", id: 100_000 + i, userId: null, fields };
  });
}

/**
 * A set from its file.
 *
 * @param noise How many unrelated rows to add.
 */
export function readSet(path: string, noise = 0): LabelledSet {
  const file: SetFile = JSON.parse(Deno.readTextFileSync(path));
  const items: LabelledItem[] = [
    ...file.profiles.map((p): LabelledItem => ({
      kind: "profile",
      id: p.profile_id,
      userId: p.user_id,
      fields: { content: p.content },
    })),
    ...file.user_playbooks.map((p): LabelledItem => ({
      kind: "user_playbook",
      id: p.user_playbook_id,
      userId: p.user_id,
      fields: playbookFields(p),
    })),
    ...file.agent_playbooks.map((p): LabelledItem => ({
      kind: "agent_playbook",
      id: p.agent_playbook_id,
      userId: null,
      fields: playbookFields(p),
    })),
    ...noiseItems(noise),
  ];
  return { items, queries: file.queries };
}

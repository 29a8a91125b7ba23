import type { Prompt } from "../prompt.ts";

/** The pairs of answers to be compared. */
export const PLAYBOOK_EXTRACTION_MAIN_EXPERT: Prompt = {
  id: "playbook_extraction_main_expert",
  version: 1,
  variables: ["comparison_pairs"],
  schemaName: "playbooks",
  text: `{{comparison_pairs}}

Give the rules these comparisons teach.`,
};

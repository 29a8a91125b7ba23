import type { Prompt } from "../prompt.ts";

/** The window of playbook extraction. */
export const PLAYBOOK_EXTRACTION_MAIN: Prompt = {
  id: "playbook_extraction_main",
  version: 1,
  variables: ["interactions", "previously_extracted_playbooks"],
  schemaName: "playbooks",
  text: `{{#previously_extracted_playbooks}}
Rules that were just made from this same conversation; do not make them again:
{{previously_extracted_playbooks}}
{{/previously_extracted_playbooks}}

The conversation, oldest turn first, each turn with its number:

{{interactions}}

Give the rules this conversation teaches.`,
};

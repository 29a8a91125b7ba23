import type { Prompt } from "../prompt.ts";

/** The window of profile extraction. */
export const PROFILE_UPDATE_MAIN: Prompt = {
  id: "profile_update_main",
  version: 1,
  variables: ["existing_profiles", "interactions", "previously_added_profiles"],
  schemaName: "profiles",
  text: `{{#existing_profiles}}
Notes that are stored already:
{{existing_profiles}}
{{/existing_profiles}}

{{#previously_added_profiles}}
Notes that were just made from this same conversation; do not make them again:
{{previously_added_profiles}}
{{/previously_added_profiles}}

The conversation, oldest turn first, each turn with its number:

{{interactions}}

Give the notes this conversation adds.`,
};

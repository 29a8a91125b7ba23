/**
 * The active prompts, one version each.
 *
 * They are modules rather than text files: a module is there from source, from a registry and
 * inside a compiled binary alike, while reading a file would need a path, a permission and, from a
 * registry, the network. A changed text gets a new version number and a new file name.
 *
 * @module
 */
export { AGENT_SUCCESS_EVALUATION } from "./agent_success_evaluation_v1.ts";
export { AGENT_SUCCESS_EVALUATION_WITH_COMPARISON } from "./agent_success_evaluation_with_comparison_v1.ts";
export { DOCUMENT_EXPANSION } from "./document_expansion_v1.ts";
export { PLAYBOOK_AGGREGATION } from "./playbook_aggregation_v1.ts";
export { PLAYBOOK_DEDUPLICATION } from "./playbook_deduplication_v1.ts";
export { PLAYBOOK_EXTRACTION_CONTEXT_EXPERT } from "./playbook_extraction_context_expert_v1.ts";
export { PLAYBOOK_EXTRACTION_CONTEXT } from "./playbook_extraction_context_v1.ts";
export { PLAYBOOK_EXTRACTION_MAIN_EXPERT } from "./playbook_extraction_main_expert_v1.ts";
export { PLAYBOOK_EXTRACTION_MAIN } from "./playbook_extraction_main_v1.ts";
export { PLAYBOOK_SHOULD_GENERATE_EXPERT } from "./playbook_should_generate_expert_v1.ts";
export { PLAYBOOK_SHOULD_GENERATE } from "./playbook_should_generate_v1.ts";
export { PROFILE_DEDUPLICATION } from "./profile_deduplication_v1.ts";
export { PROFILE_SHOULD_GENERATE } from "./profile_should_generate_v1.ts";
export { PROFILE_UPDATE_INSTRUCTION_START } from "./profile_update_instruction_start_v1.ts";
export { PROFILE_UPDATE_MAIN } from "./profile_update_main_v1.ts";
export { QUERY_REFORMULATION } from "./query_reformulation_v1.ts";

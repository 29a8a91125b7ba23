import type { Section } from "../command.ts";
import {
  arg,
  DATA,
  DELETE_ALL,
  int,
  limit,
  LIST_FLAGS,
  QUERY,
  STATUS,
  text,
  USER,
  USER_OR_ENV,
  WAIT,
  WATCH,
  YES,
} from "./flags.ts";
import { publishCommand } from "./memory.ts";
import { PLAYBOOK_COMMANDS } from "./playbooks.ts";

const interactions = () => import("../commands/interactions.ts");
const profiles = () => import("../commands/user_profiles.ts");

/** Interactions, profiles and playbooks. */
export const ITEMS: Section = {
  title: "What is stored and learnt",
  groups: [
    { name: "interactions", summary: "Turns of conversations" },
    { name: "user-profiles", summary: "Facts about a person" },
    { name: "user-playbooks", summary: "Rules learnt from one person" },
    { name: "agent-playbooks", summary: "Rules for everybody, made from user playbooks" },
  ],
  commands: [
    publishCommand("interactions publish"),
    {
      path: "interactions list",
      summary: "List turns, newest first",
      flags: [USER, limit(20), WATCH, ...LIST_FLAGS],
      needs: "server",
      examples: [
        { line: "reflexio interactions list --user-id ada", note: "Of one person" },
        { line: "reflexio interactions list --long", note: "As conversations" },
      ],
      load: async () => (await interactions()).list,
    },
    {
      path: "interactions search",
      summary: "Search the turns of a person",
      positionals: [QUERY],
      flags: [text("query", "What to look for"), USER_OR_ENV, limit(10), ...LIST_FLAGS],
      needs: "server",
      examples: [
        {
          line: `reflexio interactions search "invoice" --user-id ada`,
          note: "By words and meaning",
        },
      ],
      load: async () => (await interactions()).search,
    },
    {
      path: "interactions delete",
      summary: "Delete one turn",
      positionals: [arg("interaction-id", "Id of the turn")],
      flags: [int("interaction-id", "Id of the turn", { value: "ID" }), USER_OR_ENV],
      needs: "server",
      examples: [{ line: "reflexio interactions delete 42 --user-id ada", note: "By id" }],
      load: async () => (await interactions()).remove,
    },
    {
      path: "interactions delete-all",
      summary: "Delete every turn of everybody",
      flags: DELETE_ALL,
      needs: "server",
      examples: [{ line: "reflexio interactions delete-all --dry-run", note: "How many would go" }],
      load: async () => (await interactions()).removeAll,
    },
    {
      path: "user-profiles list",
      summary: "List what is known about people",
      flags: [USER, limit(20), STATUS, WATCH, ...LIST_FLAGS],
      needs: "server",
      examples: [
        { line: "reflexio user-profiles list --user-id ada", note: "Of one person" },
        { line: "reflexio user-profiles list --status pending", note: "Not yet promoted" },
      ],
      load: async () => (await profiles()).list,
    },
    {
      path: "user-profiles search",
      summary: "Search the profiles of a person",
      positionals: [{ ...QUERY, required: true }],
      flags: [
        USER_OR_ENV,
        limit(10),
        { name: "threshold", type: "number", summary: "Least similarity, 0 to 1", fallback: "0.4" },
        ...LIST_FLAGS,
      ],
      needs: "server",
      examples: [
        {
          line: `reflexio user-profiles search "food" --user-id ada`,
          note: "By words and meaning",
        },
      ],
      load: async () => (await profiles()).search,
    },
    {
      path: "user-profiles add",
      summary: "Add a profile by hand",
      flags: [USER_OR_ENV, text("content", "The fact, in third person"), DATA],
      needs: "server",
      examples: [
        {
          line: `reflexio user-profiles add --user-id ada --content "Lives in Bergen"`,
          note: "One fact",
        },
      ],
      load: async () => (await profiles()).add,
    },
    {
      path: "user-profiles delete",
      summary: "Delete a profile, or all of a person without --profile-id",
      positionals: [arg("profile-id", "Id of the profile")],
      flags: [USER_OR_ENV, text("profile-id", "Id of the profile", { value: "ID" }), YES],
      needs: "server",
      examples: [
        { line: "reflexio user-profiles delete 7f3a9c --user-id ada", note: "By id" },
      ],
      load: async () => (await profiles()).remove,
    },
    {
      path: "user-profiles delete-all",
      summary: "Delete every profile of everybody",
      flags: DELETE_ALL,
      needs: "server",
      examples: [{
        line: "reflexio user-profiles delete-all --dry-run",
        note: "How many would go",
      }],
      load: async () => (await profiles()).removeAll,
    },
    {
      path: "user-profiles regenerate",
      summary: "Learn the profiles of a person again from all turns",
      flags: [USER_OR_ENV, WAIT],
      needs: "server",
      examples: [
        {
          line: "reflexio user-profiles regenerate --user-id ada --wait",
          note: "Follow the run, then promote what it found",
        },
      ],
      load: async () => (await profiles()).regenerate,
    },
    ...PLAYBOOK_COMMANDS,
  ],
};

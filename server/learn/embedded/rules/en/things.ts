/**
 * English facts about tools, devices and projects.
 *
 * @module
 */

import { type FactRule, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for tools, devices, possessions and projects. */
export const THING_RULES: readonly FactRule[] = [
  ...slotRules({
    lang: EN,
    slot: "tool.editor",
    shape: "editor",
    ttl: "one_year",
    base: 86,
    key: "one",
  }, [
    {
      name: "editor",
      template: "Uses {v} as editor",
      cue: [
        "(i|we) (write|code|edit|program|develop|work|do) (all|everything|all of it|most things|mostly|my code|all my code)? (in|with|inside) {v}",
        "(i|we) use {v}",
        "my (editor|ide) (of choice)? is {v}",
        "i (have)? switched to {v}",
        "i live in {v}",
        "i am (a|an) {v} user",
      ],
      extent: { maxWords: 3 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "tool.version",
    shape: "version",
    ttl: "one_year",
    base: 86,
    key: "subject",
  }, [
    {
      name: "on",
      template: "Uses {v}",
      cue: [
        "(i|we) am|are (still|stuck|now|running)? (on|using|running|at|with) {v}",
        "(i|we) (use|run|target|have|support|upgraded to|have upgraded to|moved to|are stuck on) {v}",
        "(my|our) * (is|runs on|uses|targets|runs) {v}",
        "(running|using) {v}",
      ],
      block: ["have moved", "have switched", "have migrated", "have changed"],
      extent: { maxWords: 8 },
    },
  ]),
  ...slotRules({ lang: EN, slot: "infra", shape: "free", ttl: "one_year", base: 86, key: "kind" }, [
    {
      name: "deploy_both",
      template: "Deploys {v}",
      shape: "deploy",
      cue: [
        "and deploy {v}",
        "(i|we) deploy * {v}",
        "(i|we) (are|am) deploying {v}",
        "(our|my) deployments (go|run) {v}",
        "everything (is|gets) deployed {v}",
        "(our|the) * (is|are|gets) deployed {v}",
      ],
      extent: { maxWords: 10 },
    },
    {
      name: "host",
      template: "Hosts {v}",
      shape: "deploy",
      cue: [
        "(i|we) host * {v}",
        "(our|my) (_ )?(site|app|server|servers|website|api|database|cluster|infrastructure|infra|service|services|backend|data) (is|are) hosted {v}",
        "(i|we) self-host {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "runs",
      template: "Runs {v}",
      shape: "deploy",
      change: true,
      cue: [
        "(everything|it all|all of it|production|prod|our production) (now)? runs {v}",
        "(our|my) (_ )?(site|app|server|servers|website|api|cluster|infrastructure|infra|service|services|backend|jobs|workloads|builds|pipeline|pipelines|ci|production|staging) (run|runs|live|lives) {v}",
      ],
      extent: { maxWords: 10 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "tool.stack",
    shape: "tool",
    ttl: "one_year",
    base: 86,
    key: "value",
  }, [
    {
      name: "our_is",
      aShape: "tech_noun",
      template: "Uses {v} for {a}",
      cue: [
        "(our|my) {a} (run|runs) (with|on|under|in|through) {v}",
        "the {a} (runs on|is built with|is built on|is written in|is hosted on|uses) {v}",
        "(our|my) {a} (is|are) (all|mostly|written in|built with|built on|based on|running on|still|now)? (in|on|with|using)? {v}",
        "(our|my) {a} (runs on|uses|use|run on) {v}",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "use",
      template: "Uses {v}",
      cue: [
        "(our|my) {v} (config|cluster|setup|repo|codebase|pipeline|install|installation|instance|site|app|server|shop|account|workspace|board|workflow|build|subscription)",
        "(i|we) (use|am using|are using|work with|are working with|am working with|mostly use|rely on|run|build with|code in|program in|develop in|write) {v}",
        "(i|we) am|are (on|using) {v}",
        "(i|we) (switched|migrated|moved|have switched|have migrated|have moved|are migrating) (over|everything|from {a})? to {v}",
        "(i|we) have (since|meanwhile|recently|now|finally|just) (switched|migrated|moved|gone over|changed) (over)? (from {a})? to {v}",
        "(i|we) (write|build|do) (everything|all of it|all our code|most of it|our code|my code) (in|with|on) {v}",
        "(i|we) (track|manage|keep|plan|organise|organize|monitor|handle|edit|do|log) * (in|with|on|using) {v}",
        "(i|we) (store|take|write|test|draw|design|build) * (with|using) {v}",
        "(i|we) run (everything|it all|all of it|most of it) on {v}",
        "(i|we) am|are (a|an|mostly a|mostly an) {v} (shop|house|team|company|office|household)",
        "my (shell|browser|terminal|os|operating system|language|stack|setup|framework|database|password manager|calendar|to-do app|todo app|note app|notes app|main language|mail client|email client) is {v}",
        "written in {v}",
        "built with {v}",
      ],
      block: [
        "closed my",
        "closed our",
        "cancelled my",
        "cancelled our",
        "deleted my",
        "deleted our",
      ],
      extent: { maxWords: 8 },
    },
    {
      name: "made_in",
      shape: "known_tool",
      template: "Uses {v}",
      cue: ["(i|we) (store|take|write|test|draw|design|build) * (in|on) {v}"],
      extent: { maxWords: 8 },
    },
    {
      name: "replaced",
      shape: "known_tool",
      template: "Uses {v}",
      change: true,
      cue: ["it is {v} now $", "(i|we) (now)? use {v} (now|instead|these days)"],
      extent: { maxWords: 6 },
    },
    {
      name: "in_place_of",
      template: "Uses {v}",
      shape: "named_tool",
      aShape: "named_tool",
      change: true,
      cue: [
        "(i|we) (have|am|are)? (changed|gone|changing) (over|across)? from {a} (to|over to|onto) {v}",
        "(i|we) (have|am|are)? (switched|migrated|moved|changed|switching|migrating|moving) (my|our|all|all my|all our) * from {a} (to|over to|onto) {v}",
        "(i|we) (have)? (replaced|swapped|traded|exchanged|ditched|dropped|swapped out) (my|our|the)? {a} (with|for|by) {v}",
        "^ (the|my|our)? {a} (has been|was|is|got) (now)? replaced (by|with) {v}",
        "^ {v} (has|have)? (now)? replaced (the|my|our)? {a}",
        "^ (the|my|our)? {a} is (gone|out|history) @comma {v} (now|is in|it is)",
        "(i|we) (now)? use {v} (now)? instead of {a}",
        "(i|we) am|are (now)? on {v} (now)? instead of {a}",
      ],
      extent: { maxWords: 4 },
    },
    {
      name: "gone",
      template: "",
      retracts: true,
      shape: "tool",
      cue: [
        "(i|we) (have)? (got rid of|dropped|ditched|abandoned|retired|left|stopped using|moved away from|moved off|quit|phased out) {v}",
        "(i|we) (do not|no longer) use {v}",
        "(i|we) (switched|migrated|moved) (away)? from {v}",
      ],
      extent: { maxWords: 4 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "device",
    shape: "device",
    ttl: "one_year",
    base: 84,
    key: "kind",
  }, [
    {
      name: "new",
      aShape: "device_noun",
      shape: "device_of",
      change: true,
      template: "Uses {v} as {a}",
      cue: [
        "(i|we) (have|have got|got|bought|have bought) (a|my|our) new {a} @comma {v}",
        "(my|our) new {a} is {v}",
      ],
      extent: { maxWords: 6 },
    },
    {
      name: "drive",
      slot: "device",
      template: "Drives {v}",
      shape: "make",
      cue: ["(i|we) (drive|am driving|have started driving) {v}"],
      extent: { maxWords: 6 },
    },
    {
      name: "is",
      aShape: "device_noun",
      template: "Uses {v} as {a}",
      cue: ["(my|our) {a} is {v}"],
      extent: { maxWords: 6 },
      shape: "device_of",
    },
    {
      name: "have",
      template: "Uses {v}",
      cue: [
        "^ (typing|writing|sent|reading|working) (this)? (on|from) (a|an|my) {v}",
        "i only have (a|an) {v}",
        "on my {v} @comma? (i|the|it)",
        "(i|we) (shoot|film|photograph|bake|heat|sew|mow|cut|plough|race|tow|commute|cook|print) (with|on|in|using) (a|an|the|my|our|two) {v}",
        "(i|we) (have|own|use|drive|ride|play|bought|have bought|got|have got|am on|are on|work on|shoot with|cook on|cook with|brew with|print on|record with) (a|an|the|my|two|three) {v}",
        "i am typing (this)? on {v}",
        "i am using (a|an|my) {v}",
      ],
      extent: { maxWords: 7 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "ownership",
    shape: "durable",
    ttl: "infinity",
    base: 80,
    key: "value",
  }, [
    {
      name: "owns",
      template: "Owns {v}",
      shape: "owned",
      base: 86,
      cue: ["(i|we) own {v}"],
      extent: { maxWords: 7 },
    },
    {
      name: "own",
      template: "Owns {v}",
      cue: [
        "(i|we) (own|bought|have bought|inherited|have inherited) {v}",
        "i have (a|an) (small|little|big|large|old|tiny)? {v}",
        "(i|we) have got {v}",
      ],
      extent: { maxWords: 6 },
    },
  ]),
  ...slotRules({
    lang: EN,
    slot: "project",
    shape: "project",
    ttl: "one_quarter",
    base: 78,
    key: "one",
  }, [
    {
      name: "working_on",
      template: "Is working on {v}",
      cue: [
        "(i|we) (am|are|have been) (working on|building|developing) {v}",
        "(my|our) (current|main|side|next)? project is {v}",
      ],
      extent: { maxWords: 9 },
    },
    {
      name: "writing",
      template: "Is {v}",
      cue: ["(i|we) (am|are|have been) {v}"],
      shape: "long_doing",
      extent: { maxWords: 9 },
    },
  ]),
];

/**
 * English facts about software and where it runs.
 *
 * @module
 */

import { type RuleRoom, slotRules } from "../rule.ts";

const EN = "en" as const;

/** Rules for software and where it runs. */
export const TOOL_RULES: RuleRoom = {
  first: [
    ...slotRules(
      {
        lang: EN,
        slot: "tool.plan",
        shape: "system_dated",
        ttl: "one_quarter",
        base: 86,
        key: "one",
      },
      [
        {
          name: "switching",
          template: "Is switching to {v}",
          cue: [
            "(i|we) am|are (moving|switching|migrating|changing) (over|across|everything)? to {v}",
            "(i|we) am|are (moving|switching|migrating|changing) (over|across)? from {a} to {v}",
          ],
          aShape: "system",
          extent: { maxWords: 8, withTime: true },
        },
        {
          name: "will_use",
          template: "Will use {v}",
          cue: [
            "(i|we) (will|shall|am going to|are going to) (be on|use|be using|start using|start with|go with|switch to|move to|migrate to|change to|switch over to|move over to|go over to) {v}",
            "(i|we) am|are (planning|about|due|set) to (use|go with|switch to|move to|migrate to|change to|switch over to|move over to) {v}",
          ],
          extent: { maxWords: 8, withTime: true },
        },
      ],
    ),
    ...slotRules(
      { lang: EN, slot: "tool.stack", shape: "stack", ttl: "one_year", base: 86, key: "value" },
      [
        {
          name: "is_built_as",
          template: "Their {a} is {v}",
          aShape: "system_noun",
          cue: ["(my|our) {a} is {v}"],
          extent: { maxWords: 9 },
        },
        {
          name: "it_is",
          template: "Works on {v}",
          shape: "built_as",
          cue: [
            "^ (it|this|the whole thing) is {v}",
            "(i|we) (maintain|inherited|work on|look after) {v}",
          ],
          extent: { maxWords: 9 },
        },
        {
          name: "it_is_on",
          template: "Uses {v}",
          shape: "tool_on",
          cue: ["^ (it|this|that) is {v}"],
          extent: { maxWords: 10 },
        },
        {
          name: "is_built_in",
          template: "Uses {v}",
          shape: "made_with",
          aShape: "made_thing",
          cue: [
            "(the|my|our) {a} (is|are|gets|get) (all)? (built|written|made|done|drawn|recorded|designed|coded|composed|modelled|edited|typeset|laid out|rendered) (in|with|on) {v}",
          ],
          extent: { maxWords: 6 },
        },
        {
          name: "comes_out_of",
          template: "Uses {v} for their {a}",
          shape: "system",
          aShape: "short",
          cue: ["(all)? (of)? (my|our) {a} (come|comes) (straight)? (out of|from) {v}"],
          extent: { maxWords: 4 },
        },
        {
          name: "runs_on",
          template: "Runs on {v}",
          shape: "system",
          cue: [
            "(everything|all) (i|we) (run|host|deploy|operate) (is|are|runs|lives|sits) (on|in|with) {v}",
            "(the whole thing|everything|the app|the site|the lot|all of it|it all|the project) (runs|sits|is built|is hosted|lives) (on|in|with) {v}",
          ],
          extent: { maxWords: 8 },
        },
        {
          name: "stack_is",
          template: "Uses {v}",
          shape: "system",
          cue: [
            "^ (my|our|the)? (tech)? (stack|setup|toolchain|tooling) (is|@colon) {v}",
            "^ we are all (in|on) {v}",
            "(everything|it all|all of it|the whole lot) is (in|all)? {v}",
            "(all|both) (of us|two of us|three of us|four of us|five of us) are on {v}",
            "@comma all {v} @comma",
            "^ (my|our|the)? (frontend|backend|front-end|back-end|api|database|db) is {v}",
            "@comma (and)? (my|our|the) (frontend|backend|front-end|back-end|api|database|db|server) is {v}",
            "(my|our|the) (shop|site|website|blog|store|app|backend|frontend|server|api|web shop|webshop|online shop) is on {v}",
            "(day in day out|all day|every day|most of the day|all day long) i am in {v}",
            "i am in {v} (day in day out|all day|every day|most of the day|all day long|from morning to night)",
            "(all)? my * (work|coding|editing|writing|drawing|stuff) (happens|is done|gets done|takes place) in {v}",
            "on (a|my|our) {v} (box|machine|laptop|desktop|pc|workstation|rig)",
            "(live|lives|sit|sits|run|runs|is|are|stored|kept) on (a|an|my|our) (_ )?(_ )?(server|box|nas|machine|vps|laptop|desktop|pc|workstation|raspberry pi) (with|running|under) {v}",
          ],
          extent: { maxWords: 9 },
        },
        {
          name: "gone_over",
          template: "Uses {v}",
          shape: "system",
          change: true,
          cue: [
            "(i|we) have (gone|changed|jumped|moved|switched|migrated|come) (everything|it all|all of it|them all|the lot)? (over|across)? to {v}",
            "(since|as of) * (i|we) am|are (on|using|with) {v}",
            "(i|we) am|are (editing|writing|coding|drawing|designing|tracking|planning|mixing|composing|selling|publishing) (everything|it all|all of it)? (in|on|with) {v}",
          ],
          extent: { maxWords: 4 },
        },
        {
          name: "closed",
          template: "",
          retracts: true,
          shape: "tool",
          cue: [
            "(closed|cancelled|deleted|ended|terminated) (my|our) {v} (account|subscription|licence|license|plan|contract|workspace)",
          ],
          extent: { maxWords: 3 },
        },
        {
          name: "records_in",
          template: "Keeps their {a} in {v}",
          shape: "system",
          aShape: "records",
          cue: [
            "^ (all)? (of)? (my|our) {a} (live|lives|sit|sits|are|is|are kept|is kept|are tracked|go|goes|end up|run|runs|are done|is done|are made|are handled|are managed|are written|are stored|get done|gets done) (in|on|through|via|into|with) {v}",
            "^ (the|my|our) {a} (live|lives|sit|sits|is|are|is kept|are kept|is done|is made) (in|on) {v} (now|these days|instead)",
            "and (all)? (my|our)? {a} (live|lives|go|goes|run|runs) (in|on|through|via|into) {v}",
          ],
          extent: { maxWords: 5 },
        },
      ],
    ),
  ],
  main: [
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
    ...slotRules(
      { lang: EN, slot: "infra", shape: "free", ttl: "one_year", base: 86, key: "kind" },
      [
        {
          name: "deploy_both",
          template: "Deploys {v}",
          shape: "deploy",
          cue: [
            "and deploy {v}",
            "(i|we) deploy * {v}",
            "(i|we) (are|am) deploying {v}",
            "(our|my) deployments (go|run) {v}",
            "(everything|it all|all of it) (is|gets) (deployed|rolled out|provisioned|installed|set up|released) {v}",
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
            "(our|my) (_ )?(site|app|server|servers|website|api|cluster|infrastructure|infra|service|services|backend|jobs|workloads|production|staging) (run|runs|live|lives) {v}",
          ],
          extent: { maxWords: 10 },
        },
        {
          name: "ci_runs",
          template: "Their CI runs {v}",
          shape: "deploy",
          change: true,
          cue: [
            "(our|my|the) (ci|ci pipeline|builds|build pipeline|pipeline|pipelines) (now)? (run|runs|live|lives) {v}",
          ],
          extent: { maxWords: 10 },
        },
      ],
    ),
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
          "(everything|it all|all of it|the lot) (is|gets) (now)? (booked|kept|written|tracked|planned|stored|managed|logged|filed|scheduled|entered|done) (in|on|with|through) {v}",
          "and (keep|store|track|manage|plan|do|run) (everything|it all|(the|our|my) (whole|entire) _|all of it|all (our|my|the) _) (in|on|with) {v}",
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
        name: "used_since",
        template: "Uses {v}",
        cue: ["(i|we) have (used|been using|worked with|been working with) {v} (for|since)"],
        block: "hour hours minute minutes day days week weeks now today the this that".split(" ")
          .flatMap((time) => [`for ${time}`, `for a ${time}`, `for an ${time}`, `for two ${time}`]),
        extent: { maxWords: 4 },
      },
      {
        name: "creative",
        template: "Uses {v}",
        cue: [
          "(i|we) (mix|edit|cut|compose|record|animate|model|render|typeset|sequence|master) (everything|all of it|mostly|my _|our _)? (in|with) {v}",
        ],
        extent: { maxWords: 4 },
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
        moods: ["past"],
        cue: [
          "(i|we) (have|am|are)? (switched|moved|changed|gone|changing) (over|across)? from {a} (to|over to|onto) {v}",
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
          "(i|we) (have)? (got rid of|deleted|uninstalled|cancelled|closed|dropped|ditched|abandoned|retired|left|stopped using|moved away from|moved off|quit|phased out) {v}",
          "(i|we) (do not|no longer) use {v}",
          "(i|we) (switched|migrated|moved) (away)? from {v}",
        ],
        extent: { maxWords: 4 },
      },
    ]),
  ],
  last: [
    ...slotRules({
      lang: EN,
      slot: "tool.stack",
      shape: "system",
      ttl: "one_year",
      base: 86,
      key: "value",
    }, [
      {
        name: "building_in",
        template: "Uses {v}",
        cue: [
          "(i|we) am|are (building|writing|developing|coding|making|hosting|running) (it|this|that|the app|the site|everything) (in|with|on) {v}",
          "(i|we) (build|host|run|wrote|built) it (in|with|on) {v}",
          "(i|we) am|are (stuck|lumbered|saddled|happy) with {v}",
          "everything is (in|on) {v}",
          "(it|that|this) is all (in|on) {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "have_built",
        template: "Has {v}",
        shape: "built_as",
        cue: [
          "(i|we) have (got)? {v}",
          "^ the (api|backend|frontend|app|site|shop|service|website) is {v}",
        ],
        extent: { maxWords: 8 },
      },
      {
        name: "sold",
        template: "",
        retracts: true,
        shape: "any",
        cue: ["^ (sold|ditched|scrapped|binned|traded in) (my|the|our) {v}"],
        extent: { maxWords: 3 },
      },
    ]),
  ],
};

/**
 * English verbs: what can open an imperative, and their forms.
 *
 * @module
 */

import { words, wordSet } from "./words.ts";

/** Base forms of verbs that people use to tell an assistant or a tool what to do. */
export const TASK_VERBS: ReadonlySet<string> = wordSet(`
act add address adjust align announce answer append apply approve archive arrange ask assign assume attach avoid
back base batch begin book break bring browse build bundle buy bypass cache calculate call cancel cap catch capitalise
capitalize capture categorise categorize cc bcc change charge chart chase check choose cite clarify clean clear click clone close
code collapse collect combine comment commit compare compile complete compress compute confirm connect
consider consult contact continue convert copy correct count cover create cross-check cut date debug decide default define
delete deliver deploy describe design detail disable disclose discuss display divide document double-check download
draft draw drop edit email e-mail embed enable encrypt end enter escalate estimate exclude execute expand explain
export express fetch file fill filter find finish fix flag focus follow force format forward gather generate get
give go greet group guess halt hand handle have hide highlight hold ignore import include increase indent inform insert inspect
install interrupt introduce invent invite invoice issue join jump justify keep label lead leave let lint list load
lock log look lower mail maintain make map mark match measure mention merge message migrate minimise minimize
mind mock modify mount move mute name narrow note notify number obey offer omit open optimise optimize order organise
organize outline output overwrite pack paraphrase park pass paste patch pause pay pick ping place plan play plot point post
prefer prefix prepare present preserve prioritise prioritize print process produce promise prompt proofread propose
provide publish pull push put query question queue quote raise rank read rebase rebook rebuild recheck recommend
record redact redo reduce refactor refer reference refresh refund refuse regenerate reject release rely remember
remind remove rename render reorder repeat rephrase replace reply report request require reschedule reserve
reset resize resolve respect respond restart restore restrict retry return reuse reveal reverse revert review
revise rewrite round route run save say scan schedule score scroll search select sell send separate set settle
share shift ship shorten show shut sign simplify skip sort speak specify spell spell-check split squash stage
standardise start state stay stick stop store stream strip structure style submit substitute suggest summarise
summarize suppress swap switch sync tabulate tag take talk tell test text throw title track transfer translate treat
trim truncate try turn type underline undo unlock unsubscribe update upgrade upload use validate verify view visit
wait wake warn watch weigh wipe word work wrap write zip mix address pad alphabetise alphabetize abbreviate apologise apologize
diarise diarize google bing fax scribble photograph film sms whatsapp dm tweet retweet bcc ping anonymise anonymize romanise ration assess attribute await caption cherry-pick cook credit deduct defer delay delegate dial dictate distinguish emphasise
emphasize enclose evaluate exceed factor fold hyphenate italicise bold itemise itemize lecture limit link
localise log loop nest nag overload overrule overdo pester phrase pin pitch postpone prepend pretend provision quantify
read recalculate reconcile recycle redirect refactor reformat register remain restate retain rotate sanitise
serve speculate sprinkle squeeze stack staple stuff subtract sugarcoat surprise taste tidy tone top touch trust
annotate ensure transcribe transpose audit curate digitise choreograph prune appraise dispatch prescribe redraft recompute bill
scrape nudge spam clobber hardcode inline stub chunk throttle stagger debounce reindex embellish sanitize paginate
downplay exaggerate patronise patronize overcomplicate oversell upsell flatter swear ramble waffle hedge moralise moralize
congratulate centre center phone ring renew extend investigate interpret hire restock rehearse vary vouch water withhold worry watermark
`);

/** Verbs of daily life, for habits and value edges; task verbs count as verbs too. */
export const LIFE_VERBS: ReadonlySet<string> = wordSet(`
be am is are was were been have has had do does did can could will would shall should may might must need want like
love hate enjoy live reside dwell stay move settle relocate teach study learn train eat drink cook bake fry grill smoke
sleep wake rise nap rest commute travel fly drive ride cycle bike walk run jog swim climb hike row sail ski surf dance
sing paint pass knit sew garden fish hunt camp own rent lease buy sell spend earn save owe donate volunteer worship pray
play watch listen hear see smell feel think believe know understand forget wonder hope wish dream worry fear suffer
hurt ache itch sneeze cough wear carry bring lose win fail pass meet date marry divorce raise feed breed grow plant
harvest water clean wash iron tidy shop order receive speak talk chat write read type code program design develop
teach coach manage lead supervise run operate own serve treat nurse heal care look come go leave arrive return visit
attend finish start begin quit stop give take get got use prefer tend try seem become turn work freelance commute
deploy host ship build develop maintain test track keep store react respond tolerate digest avoid stick rely depend
switch swap translate interpret perform rehearse compose record edit film photograph weigh measure wait hold dictate
bring book expect owe handle process charge invoice bill rinse cycle stretch repair restore renovate weave carve forge weld
agree disagree object mean sit stand lie nap fast lift whistle upholster illustrate animate sculpt shear roast refurbish mend mentor litigate babysit nanny busk
`);

const DOUBLING = wordSet(`
add-no bat beg chat chop clip commit cut dig drag drop get grab hit jog knit let log map mop nap nag pat pin plan plot put
quit refer run rip set ship shop shut sit skip slip snap split spot step stir stop strip swap swim tag tap tip trim win wrap
flag plug rig wag zip bet forget begin tidbit format program cap pad dim squat rub scan scrub hum ban occur permit transfer prefer
defer submit omit control cancel travel label model
`);

const IRREGULAR_PAST: Readonly<Record<string, string>> = Object.fromEntries(
  words(`
was:be were:be been:be had:have did:do done:do went:go gone:go gave:give given:give took:take taken:take
wrote:write written:write made:make found:find sent:send put:put set:set cut:cut left:leave kept:keep began:begin
begun:begin read:read ran:run run:run said:say told:tell got:get gotten:get saw:see seen:see came:come knew:know
known:know thought:think brought:bring bought:buy built:build chose:choose chosen:choose drew:draw drawn:draw
drove:drive driven:drive ate:eat eaten:eat fell:fall felt:feel held:hold hid:hide hidden:hide hit:hit led:lead
let:let lost:lose met:meet paid:pay quit:quit rode:ride rang:ring rose:rise sold:sell shut:shut sang:sing
slept:sleep spoke:speak spoken:speak spent:spend split:split stood:stand stuck:stick stole:steal swam:swim
taught:teach threw:throw thrown:throw understood:understand woke:wake wore:wear worn:wear won:win broke:break
broken:break forgot:forget forgotten:forget grew:grow grown:grow laid:lay lent:lend meant:mean overwrote:overwrite
overwritten:overwrite rewrote:rewrite rewritten:rewrite redid:redo redone:redo showed:show shown:show spelt:spell
reset:reset rebuilt:rebuild`).map((pair) => pair.split(":") as [string, string]),
);

/** Whether a folded word is the base form of a verb that may open an imperative. */
export function isTaskVerb(word: string): boolean {
  return TASK_VERBS.has(word);
}

function isBase(word: string): boolean {
  return TASK_VERBS.has(word) || LIFE_VERBS.has(word);
}

const BASE_CACHE = new Map<string, string | null>();

/** Base form of a verb form, or undefined when the word is no form of a known verb. */
export function baseForm(word: string): string | undefined {
  const cached = BASE_CACHE.get(word);
  if (cached !== undefined) return cached ?? undefined;
  const base = findBase(word);
  if (BASE_CACHE.size < 20_000) BASE_CACHE.set(word, base ?? null);
  return base;
}

function findBase(word: string): string | undefined {
  if (isBase(word)) return word;
  const irregular = IRREGULAR_PAST[word];
  if (irregular !== undefined) return irregular;
  for (const suffix of ["ing", "ed", "s"]) {
    if (word.length <= suffix.length + 1 || !word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    const found = [stem, `${stem}e`, undouble(stem), yForm(stem, suffix), esForm(stem, suffix)]
      .find((base) => base !== undefined && isBase(base));
    if (found !== undefined) return found;
  }
  return undefined;
}

function undouble(stem: string): string | undefined {
  return stem.length > 2 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : undefined;
}

function yForm(stem: string, suffix: string): string | undefined {
  if (suffix === "ed" && stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  return suffix === "s" && stem.endsWith("ie") ? `${stem.slice(0, -2)}y` : undefined;
}

function esForm(stem: string, suffix: string): string | undefined {
  return suffix === "s" && stem.endsWith("e") ? stem.slice(0, -1) : undefined;
}

/** `write` → `writing`. */
export function gerund(base: string): string {
  if (base === "be") return "being";
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base.length > 2) return `${base.slice(0, -1)}ing`;
  return DOUBLING.has(base) ? `${base}${base.at(-1) ?? ""}ing` : `${base}ing`;
}

/** `write` → `writes`; `have` → `has`. */
export function thirdPerson(base: string): string {
  if (base === "be" || base === "am" || base === "are") return "is";
  if (base === "have") return "has";
  if (base === "do" || base === "go") return `${base}es`;
  if (MODALS.has(base)) return base;
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

const MODALS = wordSet("can could will would shall should may might must");

/**
 * Closed lists for the folded view: chat forms, typos, and the cue words a typo may lead to.
 *
 * @module
 */

import {
  ANIMALS,
  CHRONIC,
  CONDITION_NOUNS,
  DIETS,
  FOODS,
  JOBS,
  LANGUAGES,
  RELATIONS,
} from "./people.ts";
import { LIFE_VERBS, TASK_VERBS } from "./verbs.ts";
import { words, wordSet } from "./words.ts";

/** Chat forms and common typos, folded to the word the cues know. */
export const CHAT_FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  words(`
pls:please plz:please plss:please pleas:please plese:please pleez:please b4:before gimme:give u:you ur:your thx:thanks tx:thanks
ty:thanks teh:the hte:the adn:and n:and nad:and taht:that thta:that allways:always alwais:always alwyas:always alway:always
neva:never nevr:never nver:never evry:every evrey:every bcs:because bc:because cuz:because coz:because cos:because becuase:because
becasue:because gf:girlfriend bf:boyfriend hubby:husband fav:favourite fave:favourite favorite:favourite colour:colour color:colour
msg:message msgs:messages mins:minutes hrs:hours wk:week wks:weeks yr:year yrs:years tmrw:tomorrow tmr:tomorrow
2moro:tomorrow tonite:tonight rn:now atm:currently w/o:without wo:without dnt:don't doent:doesn't
prefere:prefer perfer:prefer preffer:prefer liek:like lvoe:love hav:have hve:have wnat:want alergic:allergic allergc:allergic
alergy:allergy vegeterian:vegetarian vegitarian:vegetarian vegatarian:vegetarian intolerent:intolerant definately:definitely
recieve:receive adress:address tmw:tomorrow wrk:work bday:birthday email:email e-mail:email emails:emails e-mails:emails
mum:mother mom:mother mam:mother dad:father kiddo:child kiddos:children abt:about ppl:people sth:something smth:something
ure:you're thnx:thanks kno:know nothin:nothing ofc:course alot:lot agian:again agin:again dosnt:doesn't dnot:don't
shoud:should shuold:should woud:would wirte:write wriet:write sned:send repley:reply anser:answer awnser:answer
vegn:vegan veggo:vegetarian liv:live nutz:nuts realy:really rly:really alergick:allergic alergik:allergic nites:nights luv:love onyl:only wiv:with bak:back onli:only drve:drive cnt:can't coelic:coeliac calld:called kidz:kids lern:learn luvs:loves wen:when hospitl:hospital familly:family husbnd:husband
flim:film olny:only ony:only smal:small staris:stairs lfit:lift sation:station fone:phone fones:phones wich:which becoz:because shel:shell oisters:oysters exept:except evrything:everything deff:deaf deef:deaf deph:deaf rigth:right jsut:just begginer:beginner beginer:beginner totall:totally gutiar:guitar guitarr:guitar txt:text blnd:blind hering:hearing hearin:hearing wherever:whenever w:with penut:peanut penuts:peanuts diabetis:diabetes dislexic:dyslexic dyslexik:dyslexic lactos:lactose gluton:gluten glutin:gluten yuo:you yoru:your evertime:every everytime:every
`).map((pair) => pair.split(":") as [string, string]),
);

/** Chat forms that anybody writes: what is learnt keeps them. */
const WRITTEN_SO = wordSet(
  "wherever gimme mum mom mam dad kiddo kiddos favorite color email e-mail emails e-mails",
);

/** The word that a chat form stands for, where what is learnt is to be written out. */
export function writtenOut(lower: string): string | undefined {
  return WRITTEN_SO.has(lower) || !Object.hasOwn(CHAT_FORMS, lower) ? undefined : CHAT_FORMS[lower];
}

/** Cue words of six letters or more that a word one edit away is read as. */
export const CUE_WORDS: readonly string[] = words(`
always please prefer answer answers allergic allergy intolerant intolerance lactose gluten vegetarian vegan coeliac
favourite address usually whenever remember instead summary summaries summarise different language formal informal
bullet bullets emojis tables married husband daughter girlfriend boyfriend birthday pronouns deadline schedule
breakfast morning mornings evening evenings afternoon afternoons tuesday wednesday thursday saturday
monday friday sunday wheelchair colour-blind dyslexic diabetic asthma migraine migraines working budget
electrician carpenter accountant photographer veterinarian physiotherapist hairdresser mechanic paramedic pharmacist receptionist
beekeeper bricklayer translator librarian architect surveyor therapist dietitian
`);

/** Words that are never read as a typo of a cue. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...CUE_WORDS,
  ...TASK_VERBS,
  ...LIFE_VERBS,
  ...ANIMALS,
  ...CHRONIC,
  ...CONDITION_NOUNS,
  ...DIETS,
  ...FOODS,
  ...JOBS,
  ...LANGUAGES,
  ...RELATIONS,
  ...wordSet(`
answered address addressed buttons bullets budgets evening evenings morning different difference languages tables
married marries daughters intolerant prefers preferred remembers remembered schedules scheduled sunday monday friday
summary vegans formal formally format normal forma inform working workings wording breakfasts deadlines instead
birthdays husbands usual unusual vegan always ways please pleased pleases pleasure allergies allergens emoji tabled
stables cables tablet tablets tables migrant evenings warning warnings awning mourning mornings answering answer
language luggage bulletin bullet buildings fables gables worming asthmatic informally formals address dresser dressed
`),
]);

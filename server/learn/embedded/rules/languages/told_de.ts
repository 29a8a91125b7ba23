/** German facts told by a phrase. @module */

import { type ToldLine, toldRules } from "./told.ts";

const WHILE =
  "(gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)?";

const LINES: readonly ToldLine[] = [
  {
    kind: "trade",
    name: "for_years",
    template: "{A} {v} (seit Jahren)",
    aShape: "foreign_does",
    cue: ["seit * (jahren|jahr|monaten) {a} (ich|wir) {v}"],
    block: [
      "habe ich",
      "haben wir",
      "warte ich",
      "suche ich",
      "versuche ich",
      "arbeite ich",
      "wohne ich",
      "lebe ich",
    ],
  },
  {
    kind: "work",
    name: "in_charge",
    template: "Kümmert sich um {v}",
    shape: "foreign_duty",
    cue: [
      "(ich)? kümmere mich um {v}",
      "(ich)? mache die {v}",
      "(ich)? bin für {v} (zuständig|verantwortlich)",
    ],
  },
  {
    kind: "work",
    name: "by_trade",
    template: "Macht beruflich {v}",
    cue: [
      "beruflich (mache|baue|verkaufe|übersetze|schreibe) ich {v}",
      "ich (mache|baue|verkaufe|übersetze|schreibe) (beruflich|hauptberuflich) {v}",
    ],
  },
  {
    kind: "business",
    name: "together",
    template: "Hat {v}",
    cue: [
      "(mein|meine) (mann|frau|partner|partnerin|freund|freundin) und ich (führen|betreiben|haben|leiten|besitzen|bewirtschaften) {v}",
    ],
  },
  {
    kind: "home",
    name: "with_words",
    template: "Wohnt in {v}",
    shape: "foreign_town",
    cue: [
      "(ich|wir) (wohne|wohnen|lebe|leben) * * in {v}",
      "(wohne|lebe) (übrigens|ja|nämlich|allein|alleine) in {v}",
    ],
  },
  {
    kind: "allergy",
    name: "on",
    template: "Ist allergisch gegen {v}",
    cue: ["(bin|sind) (auf|gegen) {v} allergisch", "bei mir muss alles ohne {v}"],
  },
  {
    kind: "weak",
    name: "not_long",
    template: "Kann nicht lange {v}",
    shape: "foreign_bears",
    cue: [
      "kann ich nicht (mehr)? (lange|lang|weit|gut|schwer)? {v}",
      "ich kann nicht (mehr)? (lange|lang|weit|gut|schwer)? {v}",
    ],
  },
  {
    kind: "schedule",
    name: "cannot",
    template: "Kann {v} nicht",
    cue: [
      "^ {v} (kann|können) (ich|wir) (nie|nicht|leider nicht)",
      "(ich)? kann {v} (nie|nicht)",
      "{v} geht bei (mir|uns) (nie|nicht)",
    ],
  },
  {
    kind: "schedule",
    name: "gets_up",
    template: "Steht {v} auf",
    shape: "foreign_hour",
    cue: ["(ich)? stehe (immer|meist|schon)? {v} auf"],
  },
  {
    kind: "prefer",
    name: "dearer",
    template: "Lieber {v}",
    cue: ["(mir|uns) (ist|sind|wäre|wären) {v} lieber"],
    shape: "foreign_thing",
  },
  {
    kind: "dislike",
    name: "unwilling",
    template: "Ungern: {v}",
    cue: [
      "^ {v} (lese|esse|trinke|fahre|höre|mache|schaue|benutze|nutze|trage) (ich|wir) (ungern|nicht gern|nicht gerne)",
      "(ich|wir) (lese|esse|trinke|fahre|höre|mache|schaue|benutze|nutze|trage) (ungern|nicht gern|nicht gerne) {v}",
    ],
  },
  {
    kind: "dislike",
    name: "phone",
    template: "Telefoniert ungern",
    shape: "any",
    cue: ["(ich)? telefoniere (ungern|nicht gern|nicht gerne|nie)"],
  },
  {
    kind: "dislike",
    name: "flying",
    template: "Fliegt ungern",
    shape: "any",
    cue: ["(ich)? fliege (ungern|nicht gern|nicht gerne|nie)"],
  },

  {
    kind: "work_at",
    name: "since",
    template: "Arbeitet {v}",
    cue: [
      "ich arbeite seit * * (jahren|monaten|jahr) {v}",
      "ich arbeite (nachts|tagsüber|halbtags|vollzeit|teilzeit|freiberuflich|ehrenamtlich) {v}",
      "arbeite ich (seit|jetzt|inzwischen)? * * {v}",
    ],
  },
  {
    kind: "work",
    name: "teaches",
    template: "Gibt {v}",
    shape: "foreign_courses",
    cue: [`ich gebe ${WHILE} {v}`, `und gebe ${WHILE} {v}`],
  },
  {
    kind: "work",
    name: "school",
    template: "Unterrichtet {v}",
    cue: [`(ich)? unterrichte ${WHILE} {v}`],
    block: ["unterrichte dich", "unterrichte sie"],
  },
  {
    kind: "retired",
    name: "pension",
    template: "Ist in Rente",
    cue: [
      "(ich)? bin (schon|seit|inzwischen|jetzt)? * * (in rente|rentner|rentnerin|pensioniert|im ruhestand|berentet)",
    ],
  },
  {
    kind: "business",
    name: "has",
    template: "Hat {v}",
    cue: [
      "(ich|wir) (habe|haben|besitze|besitzen|führe|führen|betreibe|betreiben|eröffnete|eröffnet) {v}",
      "und (habe|betreibe|führe) {v}",
    ],
  },
  {
    kind: "business",
    name: "runs",
    template: "Leitet {v}",
    cue: ["(ich|wir) (leite|leiten) {v}", "und leite {v}"],
  },
  {
    kind: "job_new",
    name: "now",
    template: "Arbeitet als {v}",
    cue: [
      "(ich)? (bin|arbeite) (jetzt|nun|inzwischen|mittlerweile|seit kurzem|neuerdings) (als)? {v}",
      "jetzt (bin|arbeite) ich (als)? {v}",
    ],
  },
  {
    kind: "job_as",
    name: "as",
    template: "Arbeitet als {v}",
    cue: [
      "^ als {v} (habe|bin|muss|kann|arbeite|brauche|fahre|stehe|sitze|verbringe|trage|schlafe|sehe|komme|esse|reise|schreibe|darf) ich",
    ],
  },
  {
    kind: "trade",
    name: "repairs",
    template: "Repariert {v}",
    cue: ["(ich|und) repariere {v}", "und repariere {v}"],
    block: ["repariere gerade", "repariere das", "repariere den", "repariere die", "repariere es"],
  },
  {
    kind: "studies",
    name: "studies",
    template: "Studiert {v}",
    cue: [`(ich)? studiere ${WHILE} {v}`, "im * semester {v}"],
    block: ["studiere das", "studiere den", "studiere die", "studiere es"],
  },
  {
    kind: "home",
    name: "but",
    template: "Wohnt in {v}",
    cue: [
      "(wohne|lebe) (aber|jetzt|inzwischen|nun|seit) * * in {v}",
      "(aber|jetzt|inzwischen|mittlerweile|nun) (wohne|lebe|wohnen|leben) (ich|wir) in {v}",
    ],
  },
  {
    kind: "home",
    name: "moved",
    template: "Wohnt in {v}",
    cue: [
      "(ich|wir) (bin|sind|bin gerade|sind gerade|bin jetzt) * * * nach {v} (gezogen|umgezogen|gewechselt)",
    ],
  },
  {
    kind: "dwelling",
    name: "on_land",
    template: "Wohnt {v}",
    shape: "foreign_dwelling",
    cue: ["(ich|wir) (wohne|wohnen|lebe|leben) (hier|jetzt|seit|allein|alleine|zusammen)? {v}"],
  },
  {
    kind: "household",
    name: "of",
    template: "Wohnt zu {v}",
    shape: "foreign_fold",
    cue: ["(wir)? (wohnen|leben|sind) zu {v}"],
  },
  {
    kind: "household",
    name: "with_us",
    template: "{V} wohnt bei ihnen",
    shape: "foreign_relative",
    cue: ["{v} (wohnt|lebt|wohnen|leben) (jetzt|inzwischen|auch)? bei (uns|mir)"],
  },
  {
    kind: "marital",
    name: "single_parent",
    template: "Ist alleinerziehend",
    cue: ["(ich|als)? (bin)? (alleinerziehend|alleinerziehende|alleinerziehender)"],
  },
  {
    kind: "marital",
    name: "married",
    template: "Ist verheiratet",
    cue: ["ich bin (glücklich|seit|frisch)? * (verheiratet)"],
  },
  {
    kind: "marital",
    name: "divorced",
    template: "Ist geschieden",
    cue: ["ich bin * (geschieden)"],
  },
  {
    kind: "marital",
    name: "widowed",
    template: "Ist verwitwet",
    cue: ["ich bin * (verwitwet|witwe|witwer)"],
  },
  {
    kind: "children",
    name: "with",
    template: "Hat {v}",
    cue: [
      "(alleinerziehend|alleinerziehende|alleinerziehender) (mutter|vater)? (mit|von) {v}",
      "(mit|für) (meinen|unseren|meine|unsere) {v}",
    ],
  },
  {
    kind: "child_age",
    name: "is",
    template: "Ihr Kind ({a}) ist {v}",
    aShape: "foreign_child",
    cue: [
      "(mein|meine|unser|unsere) {a} (ist|wird|sind|werden) (gerade|schon|jetzt|erst|bald)? {v}",
    ],
  },
  {
    kind: "pet_named",
    name: "is_called",
    template: "Hat ein Tier ({a}) namens {v}",
    aShape: "foreign_animal_noun",
    cue: [
      "(mein|meine|unser|unsere) {a} heißt {v}",
      "(mein|meine|unser|unsere) {a} {v} (ist|hat|frisst|mag|bellt|schläft)",
    ],
  },
  {
    kind: "pet",
    name: "has",
    template: "Hat {v}",
    cue: [
      "(ich|wir) (habe|haben|halte|halten) {v}",
      "mit (meinem|meiner|unserem|unserer|meinen|unseren|zwei|drei) {v}",
    ],
  },
  {
    kind: "age",
    name: "is",
    template: "Ist {v} Jahre alt",
    cue: [
      "(ich)? bin (schon|jetzt|erst)? {v} jahre alt",
      "ich bin (schon|jetzt|erst)? {v} jahre $",
      "ich bin {v} $",
    ],
  },
  {
    kind: "allergy",
    name: "intolerant",
    template: "Ist {v}",
    shape: "foreign_intolerant",
    cue: ["(ich)? bin (leider|stark)? {v}"],
  },
  {
    kind: "avoid",
    name: "no_more",
    template: "Isst kein {v}",
    cue: [
      "esse ich (gar|überhaupt)? (kein|keine|keinen) {v}",
      "(ich|wir) (esse|essen) (gar|überhaupt|aus prinzip)? (kein|keine|keinen) {v} mehr",
      "(ich|wir) (darf|dürfen|kann|können|soll) (leider|gar)? (kein|keine|keinen) {v} (essen|mehr essen|zu mir nehmen)",
      "auf {v} verzichte (ich|wir)",
      "(ich|wir) (verzichte|verzichten) auf {v}",
    ],
  },
  {
    kind: "avoid",
    name: "drinks_no",
    template: "Trinkt kein {v}",
    cue: [
      "(ich|wir) (trinke|trinken) (gar|überhaupt)? (kein|keine|keinen) {v}",
      "trinke ich (kein|keine|keinen) {v}",
    ],
  },
  {
    kind: "eats_again",
    name: "again",
    template: "Isst wieder {v}",
    cue: ["(ich|wir) (esse|essen) (inzwischen|jetzt|seit|mittlerweile)? * wieder {v}"],
    block: ["immer wieder", "wieder zu viel", "wieder kein"],
  },
  {
    kind: "health",
    name: "has",
    template: "Hat {v}",
    cue: [
      `(ich)? (habe|hab) ${WHILE} {v}`,
      "(leide|leide ich) (an|unter) {v}",
      "bei mir wurde {v} (diagnostiziert|festgestellt)",
      "(wegen|mit) (meines|meiner|meinem) {v}",
    ],
  },
  {
    kind: "body",
    name: "wheelchair",
    template: "Nutzt einen Rollstuhl",
    cue: [
      "(ich)? (sitze|bin) (im|in einem) rollstuhl",
      "(bin)? auf (den|einen) rollstuhl angewiesen",
      "nutze (einen|den) rollstuhl",
    ],
  },
  {
    kind: "medicine",
    name: "takes",
    template: "Nimmt {v}",
    cue: [`(ich)? nehme ${WHILE} {v}`, "nehme ich {v}"],
  },
  {
    kind: "weak",
    name: "gets_ill",
    template: "{V} wird ihnen schlecht",
    shape: "foreign_where",
    cue: ["mir wird {v} (schnell|immer|leicht|oft)? (schlecht|übel|schwindlig|schwindelig)"],
  },
  {
    kind: "weak",
    name: "cannot",
    template: "Kann wegen {v}",
    shape: "foreign_part",
    cue: ["(kann|darf) (ich)? wegen (meiner|meines|meinem) {v}"],
  },
  {
    kind: "like",
    name: "best",
    template: "{v} am liebsten",
    shape: "foreign_does",
    cue: ["(ich|wir) {v} am liebsten"],
  },
  {
    kind: "like",
    name: "best_object",
    template: "Am liebsten {v}",
    cue: [
      "(ich|wir) (wandere|trinke|esse|lese|fahre|reise|höre|koche|arbeite|schlafe|laufe|schwimme|schaue|trage|kaufe|spiele|sitze|wohne|verbringe|wandern|trinken|essen|lesen|fahren|reisen|hören|kochen) am liebsten {v}",
      "^ am liebsten (wandere|trinke|esse|lese|fahre|reise|höre|koche|arbeite|schlafe|laufe|schwimme|schaue|trage|kaufe|spiele|sitze|mag|habe) (ich|wir) {v}",
      "(mein|meine) (lieblingsessen|lieblingsgetränk|lieblingsfarbe|lieblingsmusik|lieblingsbuch|lieblingssport|lieblingsfilm|lieblingstier) ist {v}",
    ],
  },
  {
    kind: "like",
    name: "quiet",
    template: "Mag es {v}",
    shape: "foreign_short",
    cue: ["(ich|wir) (mag|mögen) es (gern|gerne|lieber)? {v}"],
    block: ["mag es nicht", "mag es wenn"],
  },
  {
    kind: "like",
    name: "fond",
    template: "Mag {v}",
    cue: [
      "(ich|wir) (stehe|stehen) (total|sehr)? auf {v}",
      "(ich|wir) (bin|sind) (ein|großer) (großer|grosser)? fan von {v}",
    ],
    block: ["stehe auf der", "stehe auf dem", "stehe auf um"],
  },
  {
    kind: "dislike",
    name: "not_mine",
    template: "Mag {v} nicht",
    cue: [
      "^ {v} (ist|sind) (gar|einfach|überhaupt)? (nichts für mich|nicht mein ding|nicht meins|mir ein graus|mir zuwider|mir zu laut|mir zu viel|nicht mein fall)",
      "mir (schmeckt|schmecken|gefällt|gefallen) {v} (gar|überhaupt)? nicht",
      "{v} (schmeckt|schmecken|gefällt|gefallen) mir (gar|überhaupt)? nicht",
      "(ich|wir) (kann|können) {v} nicht (ausstehen|leiden|ertragen|riechen|ab)",
      "(ich|wir) (hasse|hassen|verabscheue) {v}",
      "(ich|wir) (bin|sind) kein (fan|freund) von {v}",
      "mit {v} (kann|können) (ich|wir) nichts anfangen",
    ],
  },
  {
    kind: "prefer",
    name: "rather_than",
    template: "Lieber {v}",
    cue: [
      "(ich|wir) (fahre|nehme|trinke|esse|lese|reise|arbeite|schreibe|habe|telefoniere|wohne|sitze|gehe|laufe|kaufe|höre|nutze) lieber {v}",
    ],
  },
  {
    kind: "hobby",
    name: "plays",
    template: "Spielt {v}",
    shape: "foreign_played",
    cue: ["(ich|wir) (spiele|spielen) (seit|gern|gerne|auch|selbst)? {v}", "und spiele {v}"],
  },
  {
    kind: "hobby",
    name: "spare_time",
    template: "In der Freizeit: {v}",
    shape: "foreign_does",
    cue: ["in meiner freizeit {v} ich", "als hobby {v} ich"],
  },
  {
    kind: "hobby",
    name: "hobby_is",
    template: "Hobby: {v}",
    cue: ["(mein|meine) (hobby|hobbys|leidenschaft) (ist|sind) {v}"],
  },
  {
    kind: "hobby",
    name: "sings",
    template: "Singt {v}",
    cue: ["(ich|wir) (singe|singen) {v}"],
    shape: "foreign_where",
  },
  {
    kind: "hobby",
    name: "each",
    template: "Geht {v}",
    shape: "foreign_each",
    cue: ["(ich|wir) (gehe|gehen) {v}"],
  },
  {
    kind: "schedule",
    name: "works",
    template: "Arbeitet {v}",
    cue: ["(ich|wir) (arbeite|arbeiten) (nur|immer|meist)? {v}"],
  },
  {
    kind: "schedule",
    name: "free",
    template: "Hat {v} frei",
    cue: ["{v} habe (ich|wir) (immer)? frei", "(ich|wir) (habe|haben) (immer)? {v} frei"],
  },
  {
    kind: "schedule",
    name: "unreachable",
    template: "Ist {v} nicht erreichbar",
    cue: [
      "{v} bin ich (nie|nicht) (erreichbar|da|verfügbar|ansprechbar|im büro|wach)",
      "(ich)? bin {v} (nie|nicht) (erreichbar|da|verfügbar|ansprechbar|im büro)",
    ],
  },
  {
    kind: "day_task",
    name: "has",
    template: "Hat {a} {v}",
    aShape: "foreign_days",
    cue: [
      "^ {a} habe (ich|wir) (immer)? {v}",
      "^ {a} (gehe|spiele|arbeite|trainiere) (ich|wir) {v}",
    ],
  },
  {
    kind: "nights",
    name: "nights",
    template: "Arbeitet nachts",
    cue: [
      "(ich)? arbeite (nachts|im nachtdienst|in nachtschicht|nachtschicht)",
      "habe (ich)? (oft|immer|meist|nur|viel)? (nachtdienst|nachtschicht|nachtschichten)",
    ],
  },
  {
    kind: "budget",
    name: "is",
    template: "Hat ein Budget von {v}",
    cue: [
      "(mein|unser) budget (ist|liegt bei|beträgt|sind|geht bis) (etwa|rund|höchstens|maximal|bis zu)? {v}",
      "(ich|wir) (möchte|möchten|will|wollen|kann|können) (höchstens|maximal|nur|nicht mehr als|bis zu|etwa|rund) {v} ausgeben",
      "(ich|wir) (habe|haben) (höchstens|maximal|nur|etwa|rund|ein budget von) {v}",
      "(höchstens|maximal|nicht mehr als) {v} (darf|soll|kann) es kosten",
    ],
  },
  {
    kind: "tool",
    name: "uses",
    template: "Nutzt {v}",
    cue: [
      "(ich|wir) (nutze|nutzen|benutze|benutzen|verwende|verwenden|schreibe|schreiben|programmiere|programmieren|entwickle|entwickeln|code) (nur|alles|meist|meistens|immer|hauptsächlich)? (in|mit|auf)? {v}",
      "(ich|wir) (arbeite|arbeiten) (nur|meist|hauptsächlich)? (mit|in|auf|unter) {v}",
      "bei uns läuft (alles)? (auf|mit|unter) {v}",
      "(unser|unsere|mein|meine) (server|backend|website|webseite|shop|rechner|laptop|app) (läuft|laufen) (auf|mit|unter) {v}",
    ],
  },
  {
    kind: "tool_new",
    name: "switched",
    template: "Nutzt {v}",
    cue: [
      "(ich|wir) (bin|sind) (jetzt|nun|inzwischen)? (auf|zu) {v} (umgestiegen|gewechselt|umgezogen)",
      "(nutze|nutzen|benutze) (ich|wir)? (jetzt|inzwischen|nun) {v}",
    ],
  },
  {
    kind: "device",
    name: "has",
    template: "Nutzt {v}",
    cue: ["(ich|wir) (habe|haben|nutze|nutzen|besitze|fahre|fahren) {v}"],
  },
  {
    kind: "native",
    name: "is",
    template: "Muttersprache ist {v}",
    cue: ["(meine|unsere) muttersprache ist {v}"],
  },
  {
    kind: "speaks",
    name: "speaks",
    template: "Spricht {v}",
    cue: [
      "(ich|wir) (spreche|sprechen|kann|verstehe) (auch|nur|gut|fließend|ein bisschen|etwas|kein|zuhause|daheim)? {v}",
    ],
  },
  {
    kind: "learns",
    name: "learns",
    template: "Lernt {v}",
    cue: [`(ich|wir) (lerne|lernen) ${WHILE} {v}`],
  },
  {
    kind: "level",
    name: "beginner",
    template: "Ist Anfänger: {v}",
    cue: [
      "(ich)? bin (blutiger|absoluter|völliger|noch|totale|absolute)? (anfänger|anfängerin|neuling) (im|in|beim|mit|bei) {v}",
    ],
  },
  {
    kind: "goal",
    name: "trains",
    template: "Trainiert für {v}",
    cue: ["(ich|wir) (trainiere|trainieren|übe|lerne) (gerade)? für {v}"],
  },
  {
    kind: "goal",
    name: "saves",
    template: "Spart auf {v}",
    cue: ["(ich|wir) (spare|sparen) (gerade)? (auf|für) {v}"],
  },
  {
    kind: "absent",
    name: "sick",
    template: "Ist krankgeschrieben",
    cue: ["(bin|sind) (ich|wir)? * (krankgeschrieben|krank geschrieben)"],
  },
  {
    kind: "absent",
    name: "holiday",
    template: "Ist im Urlaub",
    cue: ["(bin|sind) (ich|wir)? * (im urlaub|in urlaub|in elternzeit)"],
  },
];

/** Rules of German told by a phrase. */
export const TOLD_DE = toldRules("de", LINES);

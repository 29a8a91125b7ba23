/** German facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of German told by a phrase. */
export const TOLD_DE = toldRules(
  "de",
  `
herd keeps = Hat {v}
  (ich|wir) (habe|haben|halte|halten) {v}
  und (habe|haben|halte|halten) {v}
cond when = Wenn {a}: {v}
  ^ wenn ich {a} @comma (brauche|will|möchte|nehme|bevorzuge) ich {v}
  ^ (auf|bei) {a} (brauche|will|möchte|nehme|bevorzuge) ich {v}
cond enough = Für {a} reicht {v}
  ^ für {a} (reicht|genügt|reichen) (mir|uns) {v}
aid has = Nutzt {v}
  (ich)? (trage|habe|nutze|benutze|brauche) {v}
aid with = Arbeitet mit {v}
  (ich)? (lese|arbeite|surfe|schreibe) mit {v}
mended shop = {V} ist in der Werkstatt
  (mein|meine|unser|unsere) {v} ist * * * (in|bei) (der|einer)? (werkstatt|reparatur)
drives now = Fährt {v}
  (ich)? fahre (jetzt|inzwischen|nun) {v}
budget no_more = Hat höchstens {v} zur Verfügung
  (darf|kann|möchte|will) (ich|wir)? nicht mehr als {v}
allergy not_well [shape:foreign_thing] = {V} bekommt ihnen nicht
  ^ {v} (bekommt|bekommen) (mir|uns) nicht
stay at = Ist in {v}
  (bin|sind) (ich|wir) bei (meiner|meinem|meinen|der|einer) * in {v}
pet now = Hat {v}
  (jetzt|inzwischen|seitdem) (habe|haben) (ich|wir) {v}
trade for_years [a:foreign_does] = {A} {v} (seit Jahren)
  seit * (jahren|jahr|monaten) {a} (ich|wir) {v}
  ! habe ich
  ! haben wir
  ! warte ich
  ! suche ich
  ! versuche ich
  ! arbeite ich
  ! wohne ich
  ! lebe ich
work in_charge [shape:foreign_duty] = Kümmert sich um {v}
  (ich)? kümmere mich um {v}
  (ich)? mache die {v}
  (ich)? bin für {v} (zuständig|verantwortlich)
work by_trade_mache = Macht beruflich {v}
  beruflich mache ich {v}
  ich mache (beruflich|hauptberuflich) {v}
work by_trade_baue = Baut beruflich {v}
  beruflich baue ich {v}
  ich baue (beruflich|hauptberuflich) {v}
work by_trade_verkaufe = Verkauft beruflich {v}
  beruflich verkaufe ich {v}
  ich verkaufe (beruflich|hauptberuflich) {v}
work by_trade_ubersetze = Übersetzt beruflich {v}
  beruflich übersetze ich {v}
  ich übersetze (beruflich|hauptberuflich) {v}
work by_trade_schreibe = Schreibt beruflich {v}
  beruflich schreibe ich {v}
  ich schreibe (beruflich|hauptberuflich) {v}
business together = Hat {v}
  (mein|meine) (mann|frau|partner|partnerin|freund|freundin) und ich (führen|betreiben|haben|leiten|besitzen|bewirtschaften) {v}
home with_words [shape:foreign_town] = Wohnt in {v}
  (ich|wir) (wohne|wohnen|lebe|leben) * * in {v}
  (wohne|lebe) (übrigens|ja|nämlich|allein|alleine) in {v}
  ! ich nicht
  ! wir nicht
  ! wohne nicht
  ! lebe nicht
  ! wohnen nicht
  ! leben nicht
allergy on = Ist allergisch gegen {v}
  (bin|sind) (auf|gegen) {v} allergisch
  bei mir muss alles ohne {v} sein
weak not_long [shape:foreign_bears] = Kann nicht lange {v}
  kann ich nicht (mehr)? (lange|lang|weit|gut|schwer)? {v}
  ich kann nicht (mehr)? (lange|lang|weit|gut|schwer)? {v}
schedule cannot = Kann {v} nicht
  ^ {v} (kann|können) (ich|wir) (nie|nicht|leider nicht)
  (ich)? kann {v} (nie|nicht)
  {v} geht bei (mir|uns) (nie|nicht)
schedule gets_up [shape:foreign_hour] = Steht {v} auf
  (ich)? stehe (immer|meist|schon)? {v} auf
prefer dearer [shape:foreign_thing] = Lieber {v}
  (mir|uns) (ist|sind|wäre|wären) {v} lieber
dislike unwilling = Ungern: {v}
  ^ {v} (lese|esse|trinke|fahre|höre|mache|schaue|benutze|nutze|trage) (ich|wir) (ungern|nicht gern|nicht gerne)
  (ich|wir) (lese|esse|trinke|fahre|höre|mache|schaue|benutze|nutze|trage) (ungern|nicht gern|nicht gerne) {v}
dislike phone [shape:any] = Telefoniert ungern
  (ich)? telefoniere (ungern|nicht gern|nicht gerne|nie)
dislike flying [shape:any] = Fliegt ungern
  (ich)? fliege (ungern|nicht gern|nicht gerne|nie)
work_at since = Arbeitet {v}
  ich arbeite seit * * (jahren|monaten|jahr) {v}
  ich arbeite (nachts|tagsüber|halbtags|vollzeit|teilzeit|freiberuflich|ehrenamtlich) {v}
  arbeite ich (seit|jetzt|inzwischen)? * * {v}
work teaches [shape:foreign_courses] = Gibt {v}
  ich gebe (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
  und gebe (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
work school = Unterrichtet {v}
  (ich)? unterrichte (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
  ! unterrichte dich
  ! unterrichte sie
retired pension = Ist in Rente
  (ich)? bin (schon|seit|inzwischen|jetzt)? * * (in rente|rentner|rentnerin|pensioniert|im ruhestand|berentet)
business has = Hat {v}
  (ich|wir) (habe|haben|besitze|besitzen|führe|führen|betreibe|betreiben|eröffnete|eröffnet) {v}
  und (habe|betreibe|führe) {v}
business runs = Leitet {v}
  (ich|wir) (leite|leiten) {v}
  und leite {v}
job_new hired = Arbeitet als {v}
  (wurde|bin|haben mich|hat mich|haben mich jetzt) * als {v} (eingestellt|übernommen|angestellt)
job_new now = Arbeitet als {v}
  (ich)? (bin|arbeite) (jetzt|nun|inzwischen|mittlerweile|seit kurzem|neuerdings) (als)? {v}
  jetzt (bin|arbeite) ich (als)? {v}
job_as as = Arbeitet als {v}
  ^ als {v} (habe|bin|muss|kann|arbeite|brauche|fahre|stehe|sitze|verbringe|trage|schlafe|sehe|komme|esse|reise|schreibe|darf) ich
trade repairs = Repariert {v}
  (ich|und) repariere {v}
  und repariere {v}
  ! repariere gerade
  ! repariere das
  ! repariere den
  ! repariere die
  ! repariere es
trade second [shape:foreign_job shares] = Arbeitet als {v}
  (ich)? bin * * * und (hauptberuflich|nebenberuflich|nebenbei|im hauptberuf|im nebenberuf|außerdem) {v}
studies studies = Studiert {v}
  (ich)? studiere (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
  im * semester {v}
  ! studiere das
  ! studiere den
  ! studiere die
  ! studiere es
home turned [shape:foreign_town] = Wohnt in {v}
  (wohne|lebe|wohnen|leben) (ich|wir) * in {v}
  ! ich nicht
  ! wir nicht
  (seit|weil|da|obwohl) (ich|wir) in {v} (wohne|lebe|wohnen|leben)
home but = Wohnt in {v}
  (wohne|lebe) (aber|jetzt|inzwischen|nun|seit) * * in {v}
  (aber|jetzt|inzwischen|mittlerweile|nun) (wohne|lebe|wohnen|leben) (ich|wir) in {v}
home moved = Wohnt in {v}
  (ich|wir) (bin|sind|bin gerade|sind gerade|bin jetzt) * * * nach {v} (gezogen|umgezogen|gewechselt)
dwelling on_land [shape:foreign_dwelling] = Wohnt {v}
  (ich|wir) (wohne|wohnen|lebe|leben) (hier|jetzt|allein|alleine|zusammen)? {v}
household of [shape:foreign_fold] = Wohnt zu {v}
  (wir)? (wohnen|leben|sind) zu {v}
household with_us [shape:foreign_relative] = {V} wohnt bei ihnen
  {v} (wohnt|lebt) (jetzt|inzwischen|auch)? bei (uns|mir)
household all_with_us [shape:foreign_relative] = {V} wohnen bei ihnen
  {v} (wohnen|leben) (jetzt|inzwischen|auch)? bei (uns|mir)
marital single_parent = Ist alleinerziehend
  (ich|als)? (bin)? (alleinerziehend|alleinerziehende|alleinerziehender)
marital married = Ist verheiratet
  ich bin (glücklich|seit|frisch)? * (verheiratet)
marital divorced = Ist geschieden
  ich bin * (geschieden)
marital widowed = Ist verwitwet
  ich bin * (verwitwet|witwe|witwer)
children with = Hat {v}
  (alleinerziehend|alleinerziehende|alleinerziehender) (mutter|vater)? (mit|von) {v}
  (mit|für) (meinen|unseren|meine|unsere) {v}
child_age is [a:foreign_child] = Ihr Kind ({a}) ist {v}
  (mein|meine|unser|unsere) {a} (ist|wird|sind|werden) (gerade|schon|jetzt|erst|bald)? {v}
pet_named is_called [a:foreign_animal_noun] = Hat ein Tier ({a}) namens {v}
  (mein|meine|unser|unsere) {a} heißt {v}
  (mein|meine|unser|unsere) {a} {v} (ist|hat|frisst|mag|bellt|schläft)
pet has = Hat {v}
  (ich|wir) (habe|haben|halte|halten) {v}
  und (habe|haben|halte|halten|züchte|züchten) {v}
  mit (meinem|meiner|unserem|unserer|meinen|unseren) {v}
pet household [shares] = Hat {v}
  (wohne|lebe|wohnen|leben) * * * mit {v}
age is = Ist {v} Jahre alt
  (ich)? bin (schon|jetzt|erst)? {v} jahre alt
  ich bin (schon|jetzt|erst)? {v} jahre $
  ich bin {v} $
allergy intolerant [shape:foreign_intolerant] = Ist {v}
  (ich)? bin (leider|stark)? {v}
avoid no_more = Isst kein {v}
  esse ich (gar|überhaupt)? (kein|keine|keinen) {v}
  (ich|wir) (esse|essen) (gar|überhaupt|aus prinzip)? (kein|keine|keinen) {v} mehr
  (ich|wir) (darf|dürfen|kann|können|soll) (leider|gar)? (kein|keine|keinen) {v} (essen|mehr essen|zu mir nehmen)
  auf {v} verzichte (ich|wir)
  (ich|wir) (verzichte|verzichten) auf {v}
avoid drinks_no = Trinkt kein {v}
  (ich|wir) (trinke|trinken) (gar|überhaupt)? (kein|keine|keinen) {v}
  trinke ich (kein|keine|keinen) {v}
eats_again again = Isst wieder {v}
  (ich|wir) (esse|essen) (inzwischen|jetzt|seit|mittlerweile)? * wieder {v}
  (esse|essen) (ich|wir) (inzwischen|jetzt|mittlerweile)? * wieder {v}
  ! immer wieder
  ! wieder zu viel
  ! wieder kein
health has = Hat {v}
  (ich)? (habe|hab) (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
  (leide|leide ich) (an|unter) {v}
  bei mir wurde {v} (diagnostiziert|festgestellt)
  (wegen|mit) (meines|meiner|meinem) {v}
body wheelchair = Nutzt einen Rollstuhl
  (ich)? (sitze|bin) (im|in einem) rollstuhl
  (bin)? auf (den|einen) rollstuhl angewiesen
  nutze (einen|den) rollstuhl
medicine takes = Nimmt {v}
  (ich)? nehme (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
  nehme ich {v}
weak gets_ill [shape:foreign_where] = {V} wird ihnen schlecht
  mir wird {v} (schnell|immer|leicht|oft)? (schlecht|übel|schwindlig|schwindelig)
weak cannot [shape:foreign_part] = Kann wegen {v}
  (kann|darf) (ich)? wegen (meiner|meines|meinem) {v}
like best_object = Am liebsten {v}
  (ich|wir) (wandere|trinke|esse|lese|fahre|reise|höre|koche|arbeite|schlafe|laufe|schwimme|schaue|trage|kaufe|spiele|sitze|wohne|verbringe|wandern|trinken|essen|lesen|fahren|reisen|hören|kochen) am liebsten {v}
  ^ am liebsten (wandere|trinke|esse|lese|fahre|reise|höre|koche|arbeite|schlafe|laufe|schwimme|schaue|trage|kaufe|spiele|sitze|mag|habe) (ich|wir) {v}
  (mein|meine) (lieblingsessen|lieblingsgetränk|lieblingsfarbe|lieblingsmusik|lieblingsbuch|lieblingssport|lieblingsfilm|lieblingstier) ist {v}
like best [shape:foreign_does] = {v} am liebsten
  (ich|wir) {v} am liebsten
like quiet [shape:foreign_short] = Mag es {v}
  (ich|wir) (mag|mögen) es (gern|gerne|lieber)? {v}
  ! mag es nicht
  ! mag es wenn
like fond = Mag {v}
  (ich|wir) (stehe|stehen) (total|sehr)? auf {v}
  (ich|wir) (bin|sind) (ein|großer) (großer|grosser)? fan von {v}
  ! stehe auf der
  ! stehe auf dem
  ! stehe auf um
dislike not_mine = Mag {v} nicht
  ^ {v} (ist|sind) (gar|einfach|überhaupt)? (nichts für mich|nicht mein ding|nicht meins|mir ein graus|mir zuwider|mir zu laut|mir zu viel|nicht mein fall)
  mir (schmeckt|schmecken|gefällt|gefallen) {v} (gar|überhaupt)? nicht
  {v} (schmeckt|schmecken|gefällt|gefallen) mir (gar|überhaupt)? nicht
  (ich|wir) (kann|können) {v} nicht (ausstehen|leiden|ertragen|riechen|ab)
  (ich|wir) (hasse|hassen|verabscheue) {v}
  (ich|wir) (bin|sind) kein (fan|freund) von {v}
dislike no_use = Kann mit {v} nichts anfangen
  mit {v} (kann|können) (ich|wir) (gar|leider|absolut)? nichts anfangen
prefer rather_than = Lieber {v}
  (ich|wir) (fahre|nehme|trinke|esse|lese|reise|arbeite|schreibe|habe|telefoniere|wohne|sitze|gehe|laufe|kaufe|höre|nutze) lieber {v}
hobby plays [shape:foreign_played] = Spielt {v}
  (ich|wir) (spiele|spielen) (seit|gern|gerne|auch|selbst)? {v}
  und spiele {v}
hobby spare_time [shape:foreign_does] = In der Freizeit: {v}
  in meiner freizeit {v} ich
  als hobby {v} ich
hobby hobby_is = Hobby: {v}
  (mein|meine) (hobby|hobbys|leidenschaft) (ist|sind) {v}
hobby sings [shape:foreign_where] = Singt {v}
  (ich|wir) (singe|singen) {v}
hobby bees [shape:any] = Imkert
  (ich)? imkere
hobby each [shape:foreign_each] = Geht {v}
  (ich|wir) (gehe|gehen) {v}
schedule works = Arbeitet {v}
  (ich|wir) (arbeite|arbeiten) (nur|immer|meist)? {v}
schedule free = Hat {v} frei
  {v} habe (ich|wir) (immer)? frei
  (ich|wir) (habe|haben) (immer)? {v} frei
schedule unreachable = Ist {v} nicht erreichbar
  {v} bin ich (nie|nicht) (erreichbar|da|verfügbar|ansprechbar|im büro|wach)
  (ich)? bin {v} (nie|nicht) (erreichbar|da|verfügbar|ansprechbar|im büro)
day_task has [a:foreign_days] = Hat {a} {v}
  ^ {a} habe (ich|wir) (immer)? {v}
  ^ {a} (gehe|spiele|arbeite|trainiere) (ich|wir) {v}
nights nights = Arbeitet nachts
  (ich)? arbeite (nachts|im nachtdienst|in nachtschicht|nachtschicht)
  habe (ich)? (oft|immer|meist|nur|viel)? (nachtdienst|nachtschicht|nachtschichten)
budget is = Hat ein Budget von {v}
  (mein|unser) budget (für * *)? (ist|liegt bei|beträgt|sind|geht bis) (etwa|rund|höchstens|maximal|bis zu)? {v}
  (ich|wir) (möchte|möchten|will|wollen|kann|können) (höchstens|maximal|nur|nicht mehr als|bis zu|etwa|rund) {v} ausgeben
  (ich|wir) (habe|haben) (höchstens|maximal|nur|etwa|rund|ein budget von) {v}
  (höchstens|maximal|nicht mehr als) {v} (darf|soll|kann) es kosten
tool uses = Nutzt {v}
  (ich|wir) (nutze|nutzen|benutze|benutzen|verwende|verwenden|schreibe|schreiben|programmiere|programmieren|entwickle|entwickeln|code) (nur|alles|meist|meistens|immer|hauptsächlich)? (in|mit|auf)? {v}
  (ich|wir) (arbeite|arbeiten) (nur|meist|hauptsächlich)? (mit|in|auf|unter) {v}
  bei uns läuft (alles)? (auf|mit|unter) {v}
  (unser|unsere|mein|meine) (server|backend|website|webseite|shop|rechner|laptop|app) (läuft|laufen) (auf|mit|unter) {v}
tool_new switched = Nutzt {v}
  (ich|wir) (bin|sind) (jetzt|nun|inzwischen)? (auf|zu) {v} (umgestiegen|gewechselt|umgezogen)
  (nutze|nutzen|benutze) (ich|wir)? (jetzt|inzwischen|nun) {v}
device has = Nutzt {v}
  (ich|wir) (habe|haben|nutze|nutzen|besitze|fahre|fahren) {v}
native is = Muttersprache ist {v}
  (meine|unsere) muttersprache ist {v}
speaks speaks = Spricht {v}
  (ich|wir) (spreche|sprechen|kann|verstehe) (auch|nur|gut|fließend|ein bisschen|etwas|kein|zuhause|daheim)? {v}
learns learns = Lernt {v}
  (ich|wir) (lerne|lernen) (gerade|derzeit|auch|schon|jetzt|nur|noch|hier|inzwischen|mittlerweile|meistens|meist|immer|oft|viel|sehr)? {v}
level beginner = Ist Anfänger: {v}
  (ich)? bin (blutiger|absoluter|völliger|noch|totale|absolute)? (anfänger|anfängerin|neuling) (im|in|beim|mit|bei) {v}
goal trains = Trainiert für {v}
  (ich|wir) (trainiere|trainieren|übe|lerne) (gerade)? für {v}
goal saves = Spart auf {v}
  (ich|wir) (spare|sparen) (gerade)? (auf|für) {v}
absent sick = Ist krankgeschrieben
  (bin|sind) (ich|wir)? * (krankgeschrieben|krank geschrieben)
absent holiday = Ist im Urlaub
  (bin|sind) (ich|wir)? * (im urlaub|in urlaub|in elternzeit)
`,
);

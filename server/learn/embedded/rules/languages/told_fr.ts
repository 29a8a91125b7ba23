/** French facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of French told by a phrase. */
export const TOLD_FR = toldRules(
  "fr",
  `
herd keeps = A {v}
  (j'|nous|on) (ai|avons|a) {v}
cond when = Quand {a} : {v}
  ^ (quand|lorsque|si) {a} @comma? (il me faut|je veux|je préfère|j' ai besoin de|j' ai besoin d') {v}
aid has = Utilise {v}
  (je porte|j' ai|j' utilise|je marche avec|je lis avec|je navigue avec) {v}
mended shop = {V} est en réparation
  (mon|ma|notre) {v} est (au garage|en réparation)
drives now = Conduit {v}
  je conduis (maintenant|désormais)? {v}
allergy not_well [shape:foreign_thing] = Ne supporte pas {v}
  ^ {v} ne me (réussit|réussissent|convient|conviennent) pas
work takes_care [shape:foreign_duty] = S'occupe de {v}
  je m' occupe (de|des|du|de la|d') {v}
work in_charge [shape:foreign_head] = Est {v}
  je suis {v}
work in_field [shape:foreign_field] = Est dans {v}
  je (suis|travaille|bosse) dans {v}
business together = Tient {v}
  (mon|ma) (mari|femme|compagnon|compagne|associé|associée|sœur|frère) et moi (tenons|avons|gérons|dirigeons|possédons) {v}
child_age are [shape:foreign_years_list a:foreign_child] = Ses {a} ont {v} ans
  (mes|nos) {a} ont (déjà)? {v} ans
health diagnosed = A {v}
  on m' a (diagnostiqué|détecté|trouvé) {v}
  je viens d' apprendre que j' ai {v}
schedule cannot = N'est pas disponible {v}
  ^ {v} je ne (peux|suis) (pas|jamais)
  je ne peux (pas|jamais) {v}
schedule gets_up [shape:foreign_hour] = Se lève à {v}
  je me (lève|réveille) à {v}
level bad [shape:foreign_where] = Est nul {v}
  je suis (nul|nulle|mauvais|mauvaise|pas doué|pas douée) {v}
work gives_classes [shape:foreign_courses] = Donne {v}
  (je|nous) (donne|donnons|anime|animons) {v}
  et (je)? donne {v}
work teaches = Enseigne {v}
  (j'|je|nous) (enseigne|enseignons) {v}
  et (j')? enseigne {v}
job_new hired = Travaille comme {v}
  (m' ont|m' a|ai été) (embauché|embauchée|engagé|engagée|recruté|recrutée|prise|pris|nommé|nommée) comme {v}
job_new now = Travaille comme {v}
  je suis (maintenant|désormais|devenu|devenue|à présent) (un|une)? {v}
  maintenant je suis (un|une)? {v}
  je travaille (maintenant|désormais) comme {v}
job_as as = Travaille comme {v}
  (en tant|en tant qu') (que|qu')? {v}
  ^ comme {v} @comma? (je|j')
  ! comme je
  ! comme tu
work_at since = Travaille {v}
  je travaille (de nuit|à mi-temps|maintenant|actuellement|depuis * ans) {v}
  (je|et) (bosse|travaille) {v}
retired retired = Est à la retraite
  (je suis|suis) (maintenant|enfin)? (retraité|retraitée|à la retraite)
  j' ai pris ma retraite
retired self_employed = Est à son compte
  je (suis|travaille) (à mon compte|indépendant|indépendante|freelance|en freelance|auto-entrepreneur|autoentrepreneur)
business has = Tient {v}
  (je|j'|nous|on) (tiens|tenons|tient|ai|avons|gère|gérons|dirige|dirigeons|possède|ouvre|ai ouvert|avons ouvert|ai repris|avons repris) {v}
trade repairs = Répare {v}
  (je|et) (répare|restaure) {v}
  ! comment je
  ! je répare ça
trade fabrique = Fabrique {v}
  (je|j'|et) fabrique {v}
trade vends = Vend {v}
  (je|j'|et) vends {v}
trade cultive = Cultive {v}
  (je|j'|et) cultive {v}
trade eleve = Élève {v}
  (je|j'|et) élève {v}
trade traduis = Traduit {v}
  (je|et) traduis {v}
  ! traduis en
  ! traduis ce
  ! traduis ces
  ! traduis la
  ! traduis le
  ! traduis moi
trade tisse = Tisse {v}
  (je|j'|et) tisse {v}
studies studies = Étudie {v}
  j' étudie {v}
  je suis en (première|deuxième|troisième|quatrième|cinquième|dernière) année (de|d') {v}
  je fais (un master|une licence|une thèse|un doctorat|des études) (en|de|d'|sur) {v}
  je prépare (un master|une licence|une thèse|un doctorat|un bts|un cap|le bac) {v}
studies trains = Est en formation de {v}
  je suis en (formation|apprentissage|alternance) (de|comme|chez|pour devenir)? {v}
origin from = Vient de {v}
  je (viens|suis originaire) (de|d'|du|des) {v}
  je suis né|née (à|au|en) {v}
home moved [a:any] = Habite à {v}
  (on|nous|je) (vient|venons|viens) (de|d') (déménager|emménager|s'installer|nous installer|m' installer) (à|au|en) {v}
  (j' ai|on a|nous avons) quitté {a} (pour) {v}
  mais (je|j'|nous) (vis|habite|vivons|habitons) (maintenant)? (à|au|en) {v}
dwelling floor [shape:foreign_dwelling] = Habite {v}
  (j'|je|nous|on) (habite|vis|habitons|vivons|vit) {v}
lives_with with = Vit avec {v}
  (je|j') (vis|habite) (seul|seule)? avec {v}
  nous (vivons|habitons) avec {v}
  je partage (un appartement|une colocation|mon appartement) avec {v}
lives_with with_us = {V} vit avec eux
  {v} (vit|habite) (avec|chez) (nous|moi)
lives_with all_with_us = {V} vivent avec eux
  {v} (vivent|habitent) (avec|chez) (nous|moi)
household of [shape:foreign_count] = Sont {v} à la maison
  (nous sommes|on est) {v} (à la maison|dans la famille|au foyer)
  nous sommes une famille de {v}
marital married = Est marié
  je suis (marié|mariée|pacsé|pacsée)
marital divorced = Est divorcé
  je suis (divorcé|divorcée|séparé|séparée)
marital widowed = Est veuf
  je suis (veuf|veuve)
marital single_mother = Est parent célibataire
  je suis (une)? (maman solo|mère célibataire|mère seule|père célibataire|papa solo)
child_age is [a:foreign_child] = {A} a {v} ans
  (mon|ma|notre) {a} (a|aura|vient d' avoir) (déjà)? {v} (ans|mois)
children have = A {v}
  (j'|nous|on) (ai|avons|a) {v}
  avec (mes|nos) {v}
  (mère|père|maman|papa) (de|d') {v}
pet_named called [a:foreign_animal_noun] = A un animal ({a}) nommé {v}
  (j'|nous|on) (ai|avons|a) (un|une) {a} (qui s' appelle|nommé|nommée) {v}
  (mon|ma|notre) {a} s' appelle {v}
pet has = A {v}
  (j'|nous|on) (ai|avons|a|ai adopté|avons adopté) {v}
pet household [shares] = A {v}
  (je|j'|nous|on) (vis|habite|vivons|habitons|vit) * (à|en|au|dans)? * avec {v}
age years = A {v} ans
  j' ai {v} ans
  (je viens|j' ai) (d' avoir|eu) {v} ans
allergy intolerant = Est intolérant {v}
  (suis|sommes) (très)? (intolérant|intolérante|intolérants) {v}
allergy digest [shape:foreign_food] = Ne digère pas {v}
  je ne (digère|supporte) pas {v}
health coeliac = A la maladie {v}
  (j') ai (la)? maladie {v}
avoid cannot = Ne peut pas manger {v}
  je ne (peux|dois) pas (manger|boire|consommer|prendre) {v}
avoid no_more = Ne mange plus {v}
  (je|nous) ne (mange|bois|mangeons|consomme) (plus|jamais) {v}
  j' ai arrêté de manger {v}
avoid drinks_no_more = Ne boit plus {v}
  j' ai arrêté de boire {v}
avoid gave_up [shape:foreign_food] = A arrêté {v}
  j' ai arrêté {v}
avoid drinks_no = Ne boit pas {v}
  je ne bois pas {v}
eats_again again = Remange {v}
  (je) (remange|rebois) {v}
  (je) (mange|bois) (de nouveau|à nouveau) {v}
  j' ai recommencé à (manger|boire) {v}
avoid cooks [shape:foreign_left_out] = Cuisine sans {v}
  (je|on|nous) (cuisine|cuisinons) (toujours)? sans {v}
avoid eats [shape:foreign_left_out] = Mange sans {v}
  (je|on|nous) (mange|mangeons) (toujours)? sans {v}
health has = A {v}
  (j') ai {v}
  je souffre (de|d'|du) {v}
  on m' a diagnostiqué {v}
health is [shape:foreign_impaired_latin] = Est {v}
  je suis {v}
medicine takes = Prend {v}
  je prends {v}
  je suis sous {v}
body wheelchair = Est en fauteuil roulant
  je (suis|me déplace) en fauteuil (roulant)?
weak seasick = A le mal {v}
  j' ai (vite|facilement)? le mal {v}
body vertigo = A le vertige
  j' ai (vite|facilement)? le vertige
like most = Aime {v}
  (je suis|nous sommes) (fan|passionné|passionnée|fou|folle|amateur) (de|d'|du|des|par) {v}
  mon * préféré (est|c'est) {v}
  ma * préférée (est|c'est) {v}
  ce que j' aime (le plus)? @comma? c'est {v}
prefer prefers = Préfère {v}
  (je|nous) (préfère|préférons|préférerais) (largement|nettement|toujours)? {v}
dislike hates = Ne supporte pas {v}
  je ne supporte (pas|plus) {v}
  (je|nous) (déteste|détestons|hais) {v}
  {v} @comma? (ce n' est|c'est) pas (mon truc|pour moi|ma tasse de thé)
  j' ai horreur (de|d'|du|des) {v}
  {v} (me stresse|me fatigue|m' énerve|me stressent|me fatiguent|m' énervent)
hobby plays [shape:foreign_played] = Joue {v}
  (je|nous) (joue|jouons) {v}
  et je joue {v}
hobby took_up_he [shape:foreign_played] = S'est mis {v}
  je me suis mis {v}
hobby took_up_she [shape:foreign_played] = S'est mise {v}
  je me suis mise {v}
hobby went_over [shape:foreign_played] = Est passé {v}
  je suis (passé|passée) {v}
hobby does [shape:foreign_sport] = Fait {v}
  je fais {v}
  et je fais {v}
hobby sings [shape:foreign_where] = Chante {v}
  je chante {v}
hobby hobby_is = Loisir : {v}
  (mon) (passe-temps|loisir|hobby) (est|c'est) {v}
day_task on [shape:foreign_short a:foreign_days] = A {v} {a}
  ^ {a} @comma? (j'|nous|je) (ai|avons|vais à|vais au|vais à la|suis à) {v}
  ^ (j'|nous) (ai|avons) {v} {a}
schedule works = Travaille {v}
  (je|nous) (ne)? (travaille|travaillons) (que|uniquement|seulement)? {v}
schedule not = Ne travaille pas {v}
  (je|nous) ne (travaille|travaillons|suis disponible) (pas|jamais) {v}
  (je) ne suis (pas|jamais) (disponible|joignable|là) {v}
nights nights = Travaille de nuit
  je travaille (de nuit|la nuit|en équipe de nuit)
  (infirmier|infirmière|veilleur|agent|gardien|boulanger|boulangère) de nuit
budget is = A un budget de {v}
  (mon|notre) budget (est|max est|maximum est|tourne autour) (de|d' environ)? {v}
  (mon|notre) budget (max|maximum|total)? @comma? c' est (environ|maximum)? {v}
  (je ne veux pas|je ne peux pas|nous ne voulons pas) (dépenser|dépasser) (plus de)? {v}
  (j'|nous) (ai|avons) (un budget de|au maximum|environ|maximum) {v}
  (je peux|nous pouvons) (mettre|dépenser) (jusqu'à|maximum|au plus)? {v}
tool uses = Utilise {v}
  (j'|je|nous|on) (utilise|utilisons|code en|programme en|développe en|développons en|travaille avec|travaille sous|travaillons avec|travaillons sous|écris en|suis sous|suis sur|tourne sous) {v}
tool_new switched = Utilise {v}
  (je suis|nous sommes|on est) (passé|passée|passés) (à|sous|sur) {v}
  (j'|nous|on) (utilise|utilisons) (maintenant|désormais) {v}
device has = Utilise {v}
  (j'|je|nous|on) (ai|avons|utilise|conduis|roule en|a) {v}
native is = Sa langue maternelle est {v}
  (ma|notre) langue (maternelle|natale) (est|c'est) (le|l'|la)? {v}
speaks speaks = Parle {v}
  (je|nous) (parle|parlons|comprends) (un peu|seulement|couramment|mal|le)? {v}
learns learns = Apprend {v}
  (j'|nous) (apprends|apprenons) {v}
level beginner [shape:foreign_where] = Débute {v}
  je (débute|commence) (tout juste)? {v}
  je suis (un|une)? (débutant|débutante|novice) {v}
goal wants [shape:foreign_goal] = Veut {v}
  (je|nous) (veux|voulons|voudrais|aimerais) {v}
  mon (objectif|but) (est|c'est) (de|d')? {v}
goal saves = Prépare {v}
  (j'|nous) (économise|économisons) pour {v}
  je (m' entraîne|m' entraine) pour {v}
  je mets de l' argent de côté pour {v}
stay until [a:any] = Est à {v}
  (je suis|nous sommes|je serai|je reste) (chez {a})? (à|au|en) {v}
absent holiday = Est en congé
  (je suis|nous sommes) en (congé|congés|vacances)
absent sick = Est en arrêt maladie
  je suis en arrêt (maladie)?
`,
);

/** Health and diet of the family, sports and hours, in all other languages; see `told.ts`. @module */

import type { FactRule } from "../rule.ts";
import { toldRules } from "./told.ts";

/** Rules of the family, sports and hours by language. */
export const TOLD_FAMILY: readonly FactRule[] = [
  ...toldRules(
    "de",
    `
kin_health is_too [shape:foreign_kin_state a:foreign_kin shares] = {A} ist {v}
  (mein|meine|unser|unsere) {a} (ist|wird) * * * und (ist)? {v}
kin_health has_too [a:foreign_kin shares] = {A} hat {v}
  (mein|meine|unser|unsere) {a} (ist|wird) * * * und hat {v}
expecting pregnant = Ist schwanger
  (ich)? bin * * schwanger
commute rides = Zur Arbeit: {v}
  (ich)? (fahre|pendle|pendele|komme) {v} (zur arbeit|ins büro|zum dienst|in die arbeit)
  (ich)? gehe {v} (zur arbeit|ins büro)
kin_health has [a:foreign_kin] = {A} hat {v}
  (mein|meine|unser|unsere) {a} (hat|haben|leidet an|leidet unter|leiden an|bekam|bekommt) {v}
  (weil|da|obwohl|dass) (mein|meine|unser|unsere) {a} {v} (hat|haben)
  bei (meinem|meiner|unserem|unserer) {a} wurde * * {v} (diagnostiziert|festgestellt)
kin_health is [shape:foreign_kin_state a:foreign_kin] = {A} ist {v}
  (mein|meine|unser|unsere) {a} ist {v}
  (weil|da|obwohl|dass) (mein|meine|unser|unsere) {a} {v} ist
kin_diet is [a:foreign_kin] = {A} ist {v}
  (mein|meine|unser|unsere) {a} (ist|lebt|isst|ernährt sich) {v}
  (weil|da|obwohl|dass) (mein|meine|unser|unsere) {a} {v} ist
kin_avoids no [a:foreign_kin] = {A} isst kein {v}
  (mein|meine|unser|unsere) {a} (isst|mag|verträgt) (kein|keine|keinen) {v}
kin_avoids allergic [a:foreign_kin] = {A} ist allergisch gegen {v}
  (mein|meine|unser|unsere) {a} ist * allergisch (gegen|auf) {v}
  (mein|meine|unser|unsere) {a} ist (gegen|auf) {v} allergisch
  (weil|da|obwohl|dass) (mein|meine|unser|unsere) {a} (gegen|auf) {v} allergisch ist
health because = Hat {v}
  (weil|da|obwohl|dass) (ich|wir) {v} (habe|haben)
rhythm is = Ist {v}
  (ich)? bin {v}
  weil ich {v} bin
hobby practises [shape:foreign_practice] = Macht {v}
  (ich|wir) (mache|machen|trainiere|trainieren|betreibe|übe) {v}
  und (mache|trainiere) {v}
work_at now = Arbeitet {v}
  und arbeite (jetzt|inzwischen|mittlerweile|nun|seit kurzem|neuerdings|wieder) {v}
  ich arbeite (jetzt|inzwischen|mittlerweile|nun|seit kurzem|neuerdings|wieder) {v}
avoid eats_free [shape:foreign_free_of] = Isst {v}
  (ich|wir) (koche|kochen|esse|essen|backe|backen|lebe|leben|ernähren uns|ernähre mich) {v}
`,
  ),
  ...toldRules(
    "es",
    `
kin_health is_too [shape:foreign_kin_state a:foreign_kin shares] = Su {a} es {v}
  (mi|nuestro|nuestra) {a} tiene * años y es {v}
kin_health has_too [a:foreign_kin shares] = Su {a} tiene {v}
  (mi|nuestro|nuestra) {a} tiene * años y (tiene)? {v}
expecting pregnant = Está embarazada
  estoy (embarazada|encinta)
commute rides = Va al trabajo {v}
  (voy|vamos) al (trabajo|curro) {v}
  (voy|vamos) {v} al (trabajo|curro)
  (voy|vamos) a trabajar {v}
kin_health has [a:foreign_kin] = Su {a} tiene {v}
  (mi|mis|nuestro|nuestra|nuestros) {a} (tiene|tienen|padece|padece de|sufre|sufre de) {v}
  a (mi|nuestro|nuestra) {a} le (diagnosticaron|han diagnosticado|acaban de diagnosticar|detectaron|han detectado) {v}
kin_health is [shape:foreign_kin_state a:foreign_kin] = Su {a} es {v}
  (mi|nuestro|nuestra) {a} (es|está) {v}
kin_diet is [a:foreign_kin] = Su {a} es {v}
  (mi|nuestro|nuestra) {a} es {v}
kin_avoids no [a:foreign_kin] = Su {a} no come {v}
  (mi|nuestro|nuestra) {a} no (come|bebe|puede comer|tolera) {v}
kin_avoids allergic [a:foreign_kin] = Su {a}: alergia a {v}
  (mi|nuestro|nuestra) {a} es (muy)? (alérgico|alérgica|intolerante) (a|al) {v}
  (mi|nuestro|nuestra) {a} tiene alergia (a|al) {v}
rhythm is = Es {v}
  (yo)? soy {v}
hobby practises [shape:foreign_practice] = Practica {v}
  (practico|practicamos|entreno|entrenamos|hago|hacemos) {v}
`,
  ),
  ...toldRules(
    "fr",
    `
kin_health is_too [shape:foreign_kin_state a:foreign_kin shares] = {A} est {v}
  (mon|ma|notre) {a} a * ans et (il|elle)? est {v}
kin_health has_too [a:foreign_kin shares] = {A} a {v}
  (mon|ma|notre) {a} a * ans et (il|elle)? a {v}
expecting pregnant = Est enceinte
  je suis enceinte
  j' attends (un bébé|des jumeaux)
commute rides = Va au travail {v}
  je vais (au travail|au boulot|au bureau|travailler) {v}
  je vais {v} (au travail|au boulot|au bureau)
kin_health has [a:foreign_kin] = {A} a {v}
  (mon|ma|mes|notre|nos) {a} (a|ont|souffre de|souffre d'|souffre du) {v}
  on a diagnostiqué {v} à (mon|ma|notre) {a}
  (mon|ma|notre) {a} est (atteint|atteinte) (de|d'|du) {v}
kin_health is [shape:foreign_kin_state a:foreign_kin] = {A} est {v}
  (mon|ma|notre) {a} est {v}
kin_diet is [a:foreign_kin] = {A} est {v}
  (mon|ma|notre) {a} (est|mange) {v}
kin_avoids no [a:foreign_kin] = {A} ne mange pas {v}
  (mon|ma|notre) {a} ne (mange|boit|supporte|digère) (pas|plus|jamais) {v}
kin_avoids allergic [a:foreign_kin] = {A} est allergique {v}
  (mon|ma|notre) {a} est (très)? (allergique|intolérant|intolérante) {v}
rhythm is = Est {v}
  je suis {v}
`,
  ),
  ...toldRules(
    "pt",
    `
kin_health is_too [shape:foreign_kin_state a:foreign_kin shares] = {A} é {v}
  (meu|minha|nosso|nossa) {a} tem * anos e é {v}
kin_health has_too [a:foreign_kin shares] = {A} tem {v}
  (meu|minha|nosso|nossa) {a} tem * anos e (tem)? {v}
expecting pregnant = Está grávida
  estou grávida
commute rides = Vai para o trabalho {v}
  (vou|vamos) {v} (para|pro|ao) (o)? (trabalho|serviço|escritório)
  (vou|vamos) (para o|pro|ao) (trabalho|serviço|escritório) {v}
  (vou|vamos) trabalhar {v}
kin_health has [a:foreign_kin] = {A} tem {v}
  (meu|minha|meus|nosso|nossa|nossos) {a} (tem|têm|sofre de|foi diagnosticado com|foi diagnosticada com) {v}
  (diagnosticaram|detectaram) {v} (ao|à) (meu|minha) {a}
kin_health is [shape:foreign_kin_state a:foreign_kin] = {A} é {v}
  (meu|minha|nosso|nossa) {a} (é|está) {v}
kin_diet is [a:foreign_kin] = {A} é {v}
  (meu|minha|nosso|nossa) {a} é {v}
kin_avoids no [a:foreign_kin] = {A} não come {v}
  (meu|minha|nosso|nossa) {a} não (come|bebe|pode comer|tolera) {v}
kin_avoids allergic [a:foreign_kin] = {A}: alergia a {v}
  (meu|minha|nosso|nossa) {a} é (muito)? (alérgico|alérgica|intolerante) (a|ao|à) {v}
  (meu|minha|nosso|nossa) {a} tem alergia (a|ao|à) {v}
rhythm is = É {v}
  (eu)? sou {v}
hobby practises [shape:foreign_practice] = Pratica {v}
  (treino|treinamos|pratico|praticamos|faço|fazemos) {v}
`,
  ),
  ...toldRules(
    "zh",
    `
work drives_in [shape:han_driven a:han_place] = 用户在{a}开{v}
  我在{a}开{v}
work errand_in [shape:han_errand a:han_place] = 用户在{a}{v}
  我在{a}{v}
work teaches_in [shape:han_phrase a:han_place] = 用户在{a}教{v}
  我在{a}教{v}
  ! 教你
  ! 教我
  ! 教他
weak part [shape:han_body] = 用户的{v}不好
  {v}一直不好
  {v}不太好
  {v}老是疼
  {v}经常疼
  {v}总疼
weak hurt [shape:han_body] = 用户的{v}受过伤
  {v}受过伤
  {v}受过重伤
expecting pregnant [shape:any] = 用户怀孕了
  我怀孕
  我已经怀孕
  我怀了
commute sits = 用户坐{v}上班
  我(每天|平时|一般|都)?坐{v}(去|来)?上班
commute cycles = 用户骑{v}上班
  我(每天|平时|一般|都)?骑{v}(去|来)?上班
commute rides = 用户{v}上班
  我(每天|平时|一般|都)?{v}(去|来)?上班
kin_health has [shape:han_illness a:han_kin] = 用户的{a}有{v}
  我{a}有{v}
  我{a}(患有|得了|患|得){v}
  我{a}(去年|今年|前年|最近|刚|刚刚|上个月)?(查出|确诊|被诊断出|检查出)(了|有)?{v}
kin_avoids allergic [shape:han_food a:han_kin] = 用户的{a}对{v}过敏
  我{a}对{v}过敏
kin_avoids no [shape:han_food a:han_kin] = 用户的{a}不吃{v}
  我{a}不(能|可以)?吃{v}
kin_diet is [shape:any a:han_kin] = 用户的{a}吃素
  我{a}吃素
  我{a}是素食者
nights owl [shape:any] = 用户是夜猫子
  我是夜猫子
  我是个夜猫子
  我是一个夜猫子
hobby practises [shape:han_practice] = 用户练{v}
  我(平时|周末|经常|每周|每天|一直)?(练|打|踢|弹|拉){v}
  我(每周|周)(一|二|三|四|五|六|日|末)(练|打|踢|弹|学){v}
schedule rises [shape:han_hour] = 用户{v}起床
  ^每天{v}起床
  ^平时{v}起床
like weekends [shape:han_phrase] = 用户周末喜欢{v}
  ^周末喜欢{v}
  ^周末爱{v}
like often [shape:han_phrase] = 用户平时喜欢{v}
  ^平时喜欢{v}
  ^平时爱{v}
`,
  ),
  ...toldRules(
    "ja",
    `
expecting pregnant [shape:any] = ユーザーは妊娠中
  妊娠中です
  妊娠中な
  妊娠しています
  妊娠して
commute rides = ユーザーは{v}で通勤している
  {v}で通勤
  {v}で職場に通
  {v}で会社に通
kin_avoids allergic [shape:ja_phrase a:ja_kin] = ユーザーの{a}は{v}アレルギーがある
  {a}(は|が|も|に){v}アレルギー
kin_health has [shape:ja_illness a:ja_kin] = ユーザーの{a}は{v}
  {a}(は|が|も){v}(です|なので|で|があ|を患|と診断|になり|だ)
kin_diet is [shape:any a:ja_kin] = ユーザーの{a}はベジタリアン
  {a}(は|が|も)(ベジタリアン|ヴィーガン|ビーガン|菜食主義)
kin_avoids no [shape:ja_phrase a:ja_kin] = ユーザーの{a}は{v}がだめ
  {a}(は|が){v}(を|が)食べられ
  {a}(は|が){v}(を|が)食べませ
  {a}(は|が){v}(を|が)飲めませ
  {a}(は|が){v}(を|が)飲みませ
nights owl [shape:any] = ユーザーは夜型
  夜型です
  夜型な
  夜型で
  夜型だ
  夜型人間
nights lark [shape:any] = ユーザーは朝型
  朝型です
  朝型な
  朝型で
  朝型だ
  朝型人間
hobby practises [shape:ja_practice] = ユーザーは{v}をしている
  {v}をして
  {v}をやって
  {v}を続けて
`,
  ),
];

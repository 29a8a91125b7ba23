/** Japanese facts told by a phrase. @module */

import { chars } from "./rows.ts";
import { type ToldLine, toldRules } from "./told.ts";

/** A line whose cues are written without blanks. */
function line(
  kind: ToldLine["kind"],
  name: string,
  template: string,
  cue: readonly string[],
  more: Partial<ToldLine> = {},
): ToldLine {
  return {
    kind,
    name,
    template,
    cue: cue.map(chars),
    ...more,
    ...(more.block === undefined ? {} : { block: more.block.map((word) => [...word].join(" ")) }),
  };
}

const LINES: readonly ToldLine[] = [
  line("work", "in_charge_at", "ユーザーは{a}で{v}を担当している", ["{a}で{v}を担当して"], {
    aShape: "ja_place",
    shape: "ja_phrase",
  }),
  line("work", "in_charge", "ユーザーは{v}を担当している", ["{v}を担当して", "{v}に携わって"], {
    shape: "ja_phrase",
  }),
  line("work", "does", "ユーザーは{v}をしている", [
    "{v}をしています",
    "{v}をしており",
    "{v}をしている",
  ], { shape: "ja_trade" }),
  line("job_as", "at_place", "ユーザーは{a}で{v}をしている", [
    "{a}で{v}をしています",
    "{a}で{v}をしており",
    "{a}で{v}として働いて",
  ], { aShape: "ja_place", shape: "foreign_job" }),
  line("home", "lives_with", "ユーザーは{v}に住んでいる", [
    "{v}で(夫|妻|家族|両親|母|父|子供|彼|彼女|友人|猫|犬)と暮らして",
    "{v}で一人暮らし",
  ], { shape: "ja_place", shares: true }),
  line("schedule", "gets_up", "ユーザーは{v}に起きる", [
    "{v}に起きます",
    "{v}に起きて",
    "{v}起きです",
  ], { shape: "ja_hour" }),
  line("level", "bad", "ユーザーは{v}が不得意", ["{v}が不得意", "{v}は不得意", "{v}が下手"], {
    shape: "ja_phrase",
  }),
  line("hobby", "used_to", "ユーザーは{v}に慣れている", ["{v}に慣れて"], { shape: "ja_phrase" }),

  line("job_as", "living", "ユーザーは{v}をしている", [
    "に住んでいる{v}です",
    "に住む{v}です",
    "在住の{v}です",
    "で働く{v}です",
    "で働いている{v}です",
  ], { shares: true }),
  line("job_new", "now", "ユーザーは{v}をしている", [
    "今は{v}をして",
    "今は{v}です",
    "現在は{v}です",
    "{v}に転職しました",
    "{v}になりました",
  ]),
  line("business", "runs", "ユーザーは{a}で{v}をやっている", [
    "{a}で{v}をやって",
    "{a}で{v}を経営して",
    "{a}で{v}を営んで",
    "{a}で{v}を開いて",
  ], { aShape: "ja_place", shape: "ja_shop" }),
  line("business", "owns", "ユーザーは{v}を経営している", [
    "{v}を経営して",
    "{v}を営んで",
    "{v}をやって",
  ], { shape: "ja_shop" }),
  line("work", "teaches_at", "ユーザーは{a}で{v}を教えている", ["{a}で{v}を教えて"], {
    aShape: "ja_place",
    shape: "ja_phrase",
    block: ["教えてくだ", "教えて下", "教えてほ", "教えてい た だ", "教えても ら"],
  }),
  line("work", "works_at", "ユーザーは{v}で働いている", ["{v}で働いて"], { shape: "ja_phrase" }),
  line("work", "employed", "ユーザーは{v}に勤めている", [
    "{v}に勤めて",
    "{v}に勤務して",
    "{v}で勤務して",
  ], { shape: "ja_phrase" }),
  line("retired", "retired", "ユーザーは退職している", [
    "定年退職し",
    "退職しました",
    "引退しました",
    "年金暮らし",
  ]),
  line("studies", "studies", "ユーザーは{v}を勉強している", [
    "大学で{v}を勉強して",
    "大学で{v}を学んで",
    "{v}を専攻して",
    "大学院で{v}を研究して",
  ], { shape: "ja_phrase" }),
  line("origin", "from", "ユーザーは{v}出身", [
    "出身は{v}です",
    "{v}出身です",
    "{v}の出身です",
    "{v}出身で",
  ], { shape: "ja_place" }),
  line("home", "moved", "ユーザーは{v}に住んでいる", [
    "{v}に引っ越し",
    "{v}に引越し",
    "{v}へ引っ越し",
    "{v}に越してき",
    "今は{v}に住んで",
    "{v}で暮らして",
    "{v}に暮らして",
  ], { shape: "ja_place", block: ["た い", "予 定"] }),
  line("children", "has", "ユーザーには{v}がいる", [
    "{v}人います",
    "{v}人いて",
    "{v}がいます",
    "{v}がいて",
  ], {
    shape: "ja_children",
  }),
  line("child_age", "is", "ユーザーの{a}は{v}歳", ["{a}は{v}歳", "{a}が{v}歳", "{v}歳の{a}がい"], {
    aShape: "ja_child",
    shape: "ja_count",
  }),
  line("lives_with", "with", "ユーザーは{v}と暮らしている", [
    "{v}と二人暮らし",
    "{v}と暮らして",
    "{v}と同居して",
    "{v}と一緒に住んで",
    "{v}と住んで",
  ], { shape: "ja_phrase" }),
  line("household", "alone", "ユーザーは一人暮らし", [
    "一人暮らしです",
    "一人暮らしをして",
    "一人暮らしなので",
    "ひとり暮らしです",
  ], { shape: "any" }),
  line("household", "count", "ユーザーは{v}人家族", ["{v}人家族です", "家族は{v}人です"], {
    shape: "ja_count",
  }),
  line("marital", "married", "ユーザーは結婚している", ["結婚しています", "既婚です"]),
  line("pet", "keeps", "ユーザーは{v}を飼っている", [
    "{v}を飼って",
    "{v}を二匹飼って",
    "{v}を一匹飼って",
    "{v}を三匹飼って",
    "{v}を一頭飼って",
  ], { shape: "ja_phrase" }),
  line("pet", "keeps_count", "ユーザーは{v}を飼っている", ["{v}を{a}匹飼って"], {
    shape: "ja_phrase",
    aShape: "any",
  }),
  line("age", "is", "ユーザーは{v}歳", [
    "今年で{v}歳です",
    "私は{v}歳です",
    "^{v}歳です",
    "{v}歳になりました",
  ], { shape: "ja_count" }),
  line("allergy", "has", "ユーザーは{v}アレルギーがある", [
    "{v}アレルギーがある",
    "{v}アレルギーで",
  ], { shape: "ja_phrase" }),
  line("allergy", "intolerant", "ユーザーは{v}不耐症", ["{v}不耐症"], { shape: "ja_phrase" }),
  line("health", "has", "ユーザーは{v}がある", [
    "{v}です",
    "{v}があります",
    "{v}がある",
    "{v}を患って",
    "{v}を持って",
    "{v}なので",
    "{v}と診断され",
  ], { shape: "ja_illness" }),
  line("body", "hearing", "ユーザーは耳が聞こえにくい", [
    "耳が聞こえにくい",
    "耳が遠い",
    "難聴です",
    "耳が不自由",
  ]),
  line("body", "sight", "ユーザーは目が不自由", ["目が不自由", "目が見えません", "弱視です"]),
  line("body", "colour", "ユーザーは色覚に特性がある", ["色覚異常", "色弱です", "色盲です"]),
  line("body", "wheelchair", "ユーザーは車椅子を使っている", [
    "車椅子を使って",
    "車いすを使って",
    "車椅子を利用して",
    "車いすを利用して",
    "車椅子で生活",
  ]),
  line("body", "seasick", "ユーザーは船酔いしやすい", ["船酔いし", "船に酔い"]),
  line("body", "carsick", "ユーザーは乗り物酔いしやすい", ["乗り物酔いし", "車酔いし", "車に酔い"]),
  line("body", "heights", "ユーザーは高所恐怖症", ["高所恐怖症", "高いところが怖い"]),
  line("side", "left", "ユーザーは左利き", ["左利きです", "左利きなので", "左利きで"]),
  line("avoid", "not_drink", "ユーザーは{v}を飲まない", [
    "{v}は飲みません",
    "{v}を飲みません",
    "{v}は飲めません",
    "{v}が飲めません",
    "{v}を飲めません",
  ], { shape: "ja_phrase" }),
  line("avoid", "cannot", "ユーザーは{v}を食べられない", [
    "{v}は食べられません",
    "{v}が食べられません",
    "{v}を食べられません",
    "{v}は食べられない",
    "{v}が食べられない",
    "{v}は食べません",
    "{v}は食べない",
  ], { shape: "ja_phrase" }),
  line("dislike", "hates", "ユーザーは{v}が苦手", [
    "{v}が嫌いです",
    "{v}は嫌いです",
    "{v}は好きではありません",
    "{v}は好きじゃ",
    "{v}が好きではありません",
    "{v}は苦手",
  ], { shape: "ja_phrase" }),
  line(
    "like",
    "hobby",
    "ユーザーの趣味は{v}",
    ["趣味は{v}です", "趣味で{v}をして", "趣味は{v}で"],
    { shape: "ja_phrase" },
  ),
  line("hobby", "learns_each", "ユーザーは{v}を習っている", ["{v}を習って", "{v}に通って"], {
    shape: "ja_phrase",
    block: ["習ってみ", "通ってい な"],
  }),
  line("schedule", "off", "ユーザーは{v}が休み", [
    "{v}は休みです",
    "{v}が休みです",
    "{v}は休みなので",
  ], { shape: "ja_days" }),
  line("nights", "nights", "ユーザーは夜勤をしている", [
    "夜勤をして",
    "夜勤です",
    "夜勤なので",
    "夜勤が多",
  ]),
  line("budget", "is", "ユーザーの予算は{v}", [
    "予算は{v}です",
    "予算は{v}以内",
    "予算は{v}まで",
    "予算{v}で",
  ], { shape: "foreign_money" }),
  line(
    "tool",
    "uses",
    "ユーザーは{v}を使っている",
    ["{v}を使って", "{v}で書いて", "{v}で開発して"],
    { shape: "foreign_tools" },
  ),
  line("tool_new", "switched", "ユーザーは{v}を使っている", [
    "{v}に乗り換え",
    "{v}に移行し",
    "{v}に切り替え",
  ], { shape: "foreign_tools" }),
  line("native", "is", "ユーザーの母語は{v}", ["母語は{v}です", "母国語は{v}です"], {
    shape: "ja_phrase",
  }),
  line("speaks", "speaks", "ユーザーは{v}を話す", [
    "{v}を話します",
    "{v}が話せます",
    "{v}を話せます",
  ], { shape: "ja_tongue" }),
  line("learns", "learns", "ユーザーは{v}を勉強している", [
    "{v}を勉強して",
    "{v}を勉強中",
    "{v}を学んで",
  ], { shape: "ja_tongue" }),
  line("level", "beginner", "ユーザーは{v}の初心者", [
    "{v}の初心者です",
    "{v}は初心者です",
    "{v}を始めたばかり",
  ], { shape: "ja_phrase" }),
  line("goal", "aims", "ユーザーは{v}を目指している", ["{v}を目指して"], { shape: "ja_phrase" }),
  line("stay", "at", "ユーザーは{v}にいる", ["{v}にいます", "{v}に出張", "{v}に滞在し"], {
    shape: "ja_place",
  }),
];

/** Rules of Japanese told by a phrase. */
export const TOLD_JA = toldRules("ja", LINES);

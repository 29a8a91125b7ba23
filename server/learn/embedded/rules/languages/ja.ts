/** Japanese. @module */

import { chars, type LanguageRow } from "./rows.ts";

/** What Japanese can say about a user. */
export const JA: LanguageRow = {
  lang: "ja",
  home: {
    template: "ユーザーは{v}に住んでいる",
    cue: ["{v}に住んで", "{v}在住です", "{v}に住み"].map(chars),
    block: ["た い"],
  },
  moved: {
    template: "ユーザーは{v}に住んでいる",
    cue: ["{v}に引っ越しました", "{v}に引っ越して", "{v}へ引っ越しました", "{v}に引っ越した"].map(
      chars,
    ),
  },
  now: { template: "ユーザーは{v}にいる", cue: ["{v}にいます", "{v}に滞在"].map(chars) },
  trade: {
    template: "ユーザーは{v}として働いている",
    cue: ["{v}として働いて", "仕事は{v}です", "職業は{v}です"].map(chars),
  },
  job: {
    template: "ユーザーは{v}をしている",
    cue: ["{v}をしています", "{v}をしている", "{v}をしており", "私は{v}です"].map(chars),
  },
  name: {
    template: "ユーザーの名前は{v}",
    cue: ["{v}と申します", "{v}といいます", "{v}と言います", "名前は{v}です"].map(chars),
  },
  diet: {
    template: "ユーザーはベジタリアン",
    cue: ["ベジタリアンです", "菜食主義です", "ベジタリアンなので"].map(chars),
  },
  allergy: {
    template: "ユーザーは{v}アレルギーがある",
    cue: ["{v}アレルギーです", "{v}アレルギーがあ", "{v}アレルギーなので", "{v}アレルギーを持"].map(
      chars,
    ),
  },
  like: {
    template: "ユーザーは{v}が好き",
    cue: ["{v}が好きです", "{v}が大好き", "{v}が好きで", "{v}が好きな"].map(chars),
    block: ["ほ う が 好", "方 が 好"],
  },
  dislike: {
    template: "ユーザーは{v}が苦手",
    cue: ["{v}が苦手", "{v}は苦手", "{v}が嫌い", "{v}は嫌い"].map(chars),
  },
  prefer: {
    template: "ユーザーは{v}のほうが好き",
    cue: ["{v}のほうが好き", "{v}の方が好き"].map(chars),
  },
  rather: null,
  avoid: {
    template: "ユーザーは{v}を食べない",
    cue: ["{v}を食べません", "{v}は食べません", "{v}は食べられません", "{v}が食べられません"].map(
      chars,
    ),
  },
  pet: null,
  ended: [
    "{v}を辞めました",
    "{v}をやめました",
    "{v}を売りました",
    "{v}を辞めて",
    "{v}を辞めた",
    "{v}をやめて",
    "{v}はやめて",
    "{v}はやめました",
    "{v}を退職し",
    "{v}が亡くなりました",
    "{v}が亡くなって",
    "{v}を手放しました",
    "もう{v}ではありません",
    "もう{v}ていません",
    "もう{v}ない",
    "もう{v}は飲んでいません",
    "もう{v}は食べていません",
    "{v}はもう飲んでいません",
    "{v}はもう食べていません",
  ].map(chars),
  forget: ["{v}は忘れて", "{v}のことは忘れて"].map(chars),
};

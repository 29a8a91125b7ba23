/** Japanese facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of Japanese told by a phrase. */
export const TOLD_JA = toldRules(
  "ja",
  `
cond when [shape:ja_phrase a:ja_clause] = ユーザーは{a}とき、{v}が必要
  {a}ときは{v}が必要です
  {a}時は{v}が必要です
aid uses [shape:ja_aid] = ユーザーは{v}を使っている
  {v}を使って
  {v}をつけて
  {v}を付けて
mended fix = ユーザーの{v}は修理中
  {v}は * * 修理中
  {v}は修理中
budget within [shape:foreign_money] = ユーザーの予算は{v}以内
  {v}以内にしたい
  {v}以内で
allergy not_fit [shape:ja_phrase] = ユーザーは{v}が体に合わない
  {v}は体に合いません
  {v}が体に合いません
job_as night = ユーザーは夜勤の{v}
  夜勤の{v}です
work in_charge_at [shape:ja_phrase a:ja_place] = ユーザーは{a}で{v}を担当している
  {a}で{v}を担当して
work in_charge [shape:ja_phrase] = ユーザーは{v}を担当している
  {v}を担当して
  {v}に携わって
work does [shape:ja_trade] = ユーザーは{v}をしている
  {v}をしています
  {v}をしており
  {v}をしている
job_as at_place [shape:foreign_job a:ja_place] = ユーザーは{a}で{v}をしている
  {a}で{v}をしています
  {a}で{v}をしており
  {a}で{v}として働いて
home lives_with [shape:ja_place shares] = ユーザーは{v}に住んでいる
  {v}で(夫|妻|家族|両親|母|父|子供|彼|彼女|友人|猫|犬)と暮らして
  {v}で一人暮らし
schedule gets_up [shape:ja_hour] = ユーザーは{v}に起きる
  {v}に起きます
  {v}に起きて
  {v}起きです
level bad [shape:ja_phrase] = ユーザーは{v}が不得意
  {v}が不得意
  {v}は不得意
  {v}が下手
hobby used_to [shape:ja_phrase] = ユーザーは{v}に慣れている
  {v}に慣れて
work side [shape:ja_phrase] = ユーザーは{v}でアルバイトをしている
  {v}でアルバイトをして
  {v}でバイトをして
  {v}でパートをして
  {v}でパートとして
event operated [shape:ja_body] = ユーザーは{v}の手術をした
  {v}の手術をし
  {v}を手術し
  {v}の手術を受け
prefer works_better [shape:ja_phrase] = ユーザーは{v}のほうがよい
  {v}のほうが集中でき
  {v}の方が集中でき
  {v}のほうがはかど
  {v}の方がはかど
  {v}のほうが助か
  {v}の方が助か
  {v}のほうがうれし
  {v}のほうが嬉し
  {v}の方が嬉し
  {v}のほうが落ち着
  {v}の方が落ち着
job_as living [shares] = ユーザーは{v}をしている
  に住んでいる{v}です
  に住む{v}です
  在住の{v}です
  で働く{v}です
  で働いている{v}です
job_new now = ユーザーは{v}をしている
  今は{v}をして
  今は{v}です
  現在は{v}です
  {v}に転職しました
  {v}になりました
business runs [shape:ja_shop a:ja_place] = ユーザーは{a}で{v}をやっている
  {a}で{v}をやって
  {a}で{v}を経営して
  {a}で{v}を営んで
  {a}で{v}を開いて
business owns [shape:ja_shop] = ユーザーは{v}を経営している
  {v}を経営して
  {v}を営んで
  {v}をやって
work teaches_at [shape:ja_phrase a:ja_place] = ユーザーは{a}で{v}を教えている
  {a}で{v}を教えて
  ! 教えてくだ
  ! 教えて下
  ! 教えてほ
  ! 教えていただ
  ! 教えてもら
work works_at [shape:ja_phrase] = ユーザーは{v}で働いている
  {v}で働いて
work employed [shape:ja_phrase] = ユーザーは{v}に勤めている
  {v}に勤めて
  {v}に勤務して
  {v}で勤務して
retired retired = ユーザーは退職している
  定年退職し
  退職しました
  引退しました
  年金暮らし
studies at [shape:ja_phrase a:ja_place] = ユーザーは{a}で{v}を勉強している
  {a}の(大学|音大|美大|大学院|専門学校|高校)で{v}を(専攻|勉強|研究)して
  {a}の(大学|音大|美大|大学院|専門学校|高校)で{v}を学んで
studies studies [shape:ja_phrase] = ユーザーは{v}を勉強している
  大学で{v}を勉強して
  大学で{v}を学んで
  {v}を専攻して
  大学院で{v}を研究して
origin from [shape:ja_place] = ユーザーは{v}出身
  出身は{v}です
  {v}出身です
  {v}の出身です
  {v}出身で
home moved [shape:ja_place] = ユーザーは{v}に住んでいる
  {v}に引っ越し
  {v}に引越し
  {v}へ引っ越し
  {v}に越してき
  {v}に移住し
  今は{v}に住んで
  {v}で暮らして
  {v}に暮らして
  ! たい
  ! 予定
children has [shape:ja_children] = ユーザーには{v}がいる
  {v}人います
  {v}人いて
  {v}がいます
  {v}がいて
child_age is [shape:ja_count a:ja_child] = ユーザーの{a}は{v}歳
  {a}は{v}歳
  {a}が{v}歳
  {v}歳の{a}がい
lives_with with [shape:ja_phrase] = ユーザーは{v}と暮らしている
  {v}と二人暮らし
  {v}と暮らして
  {v}と同居して
  {v}と一緒に住んで
  {v}と住んで
household alone [shape:any] = ユーザーは一人暮らし
  一人暮らしです
  一人暮らしをして
  一人暮らしなので
  ひとり暮らしです
household count [shape:ja_fold] = ユーザーは{v}人家族
  {v}人家族です
  家族は{v}人です
marital married = ユーザーは結婚している
  結婚しています
  既婚です
pet keeps [shape:ja_phrase] = ユーザーは{v}を飼っている
  {v}を飼って
  {v}を二匹飼って
  {v}を一匹飼って
  {v}を三匹飼って
  {v}を一頭飼って
pet keeps_count [shape:ja_phrase a:any] = ユーザーは{v}を飼っている
  {v}を{a}匹飼って
age is [shape:ja_own_age] = ユーザーは{v}歳
  今年で{v}歳です
  私は{v}歳です
  ^{v}歳です
  {v}歳になりました
allergy has [shape:ja_phrase] = ユーザーは{v}アレルギーがある
  {v}アレルギーがある
  {v}アレルギーで
health has [shape:ja_illness] = ユーザーは{v}がある
  {v}です
  {v}があります
  {v}がある
  {v}を患って
  {v}を持って
  {v}なので
  {v}と診断され
body hearing = ユーザーは耳が聞こえにくい
  耳が聞こえにくい
  耳が遠い
  難聴です
  耳が不自由
body sight = ユーザーは目が不自由
  目が不自由
  目が見えません
  弱視です
body colour = ユーザーは色覚に特性がある
  色覚異常
  色弱です
  色盲です
body wheelchair = ユーザーは車椅子を使っている
  車椅子を使って
  車いすを使って
  車椅子を利用して
  車いすを利用して
  車椅子で生活
body seasick = ユーザーは船酔いしやすい
  船酔いし
  船に酔い
body carsick = ユーザーは乗り物酔いしやすい
  乗り物酔いし
  車酔いし
  車に酔い
body heights = ユーザーは高所恐怖症
  高所恐怖症
  高いところが怖い
side left = ユーザーは左利き
  左利きです
  左利きなので
  左利きで
avoid no_drink_at_all [shape:ja_phrase] = ユーザーは{v}を飲まない
  {v}は(一切|全く|まったく|ほとんど|もう)飲みません
avoid no_food_at_all [shape:ja_phrase] = ユーザーは{v}を食べない
  {v}は(一切|全く|まったく|ほとんど|もう)食べません
body no_alcohol = ユーザーは禁酒している
  禁酒して
  禁酒中です
body no_smoking = ユーザーは禁煙している
  禁煙して
  禁煙中です
avoid not_drink [shape:ja_phrase] = ユーザーは{v}を飲まない
  {v}は飲みません
  {v}を飲みません
  {v}は飲めません
  {v}が飲めません
  {v}を飲めません
avoid cannot [shape:ja_phrase] = ユーザーは{v}を食べられない
  {v}は食べられません
  {v}が食べられません
  {v}を食べられません
  {v}は食べられない
  {v}が食べられない
  {v}は食べません
  {v}は食べない
dislike hates [shape:ja_phrase] = ユーザーは{v}が苦手
  {v}が嫌いです
  {v}は嫌いです
  {v}は好きではありません
  {v}は好きじゃ
  {v}が好きではありません
  {v}は苦手
like hobby [shape:ja_phrase] = ユーザーの趣味は{v}
  趣味は{v}です
  趣味で{v}をして
  趣味は{v}で
hobby learns_each [shape:ja_phrase] = ユーザーは{v}を習っている
  {v}を習って
  {v}に通って
  ! 習ってみ
  ! 通っていな
schedule off [shape:ja_days] = ユーザーは{v}が休み
  {v}は休みです
  {v}が休みです
  {v}は休みなので
nights nights = ユーザーは夜勤をしている
  夜勤をして
  夜勤です
  夜勤なので
  夜勤が多
budget is [shape:foreign_money] = ユーザーの予算は{v}
  予算は{v}です
  予算は{v}以内
  予算は{v}まで
  予算{v}で
tool uses [shape:foreign_tools] = ユーザーは{v}を使っている
  {v}を使って
  {v}で書いて
  {v}で開発して
tool_new switched [shape:foreign_tools] = ユーザーは{v}を使っている
  {v}に乗り換え
  {v}に移行し
  {v}に切り替え
native is [shape:ja_phrase] = ユーザーの母語は{v}
  母語は{v}です
  母国語は{v}です
speaks speaks [shape:ja_tongue] = ユーザーは{v}を話す
  {v}を話します
  {v}が話せます
  {v}を話せます
learns learns [shape:ja_tongue] = ユーザーは{v}を勉強している
  {v}を勉強して
  {v}を勉強中
  {v}を学んで
level beginner [shape:ja_phrase] = ユーザーは{v}の初心者
  {v}の初心者です
  {v}は初心者です
  {v}を始めたばかり
goal aims [shape:ja_phrase] = ユーザーは{v}を目指している
  {v}を目指して
stay at [shape:ja_place] = ユーザーは{v}にいる
  {v}にいます
  {v}に出張
  {v}に滞在し
`,
);

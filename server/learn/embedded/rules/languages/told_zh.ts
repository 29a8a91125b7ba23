/** Chinese facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of Chinese told by a phrase. */
export const TOLD_ZH = toldRules(
  "zh",
  `
cond when [shape:han_phrase a:han_phrase] = 用户{a}的时候需要{v}
  {a}的时候我(需要|想要|要){v}
  {a}时我(需要|想要|要){v}
aid wears [shape:han_aid] = 用户使用{v}
  我(戴|用|装了|拄){v}
  戴{v}
mended fix = 用户的{v}在修
  我的{v}在修
  我的{v}送修
drives now [shape:han_driven] = 用户开{v}
  现在开{v}
  我开{v}
budget not_over [shape:foreign_money] = 用户的预算不超过{v}
  不能超过{v}
  控制在{v}
allergy cannot [shape:han_food] = 用户吃不了{v}
  {v}我吃不了
  我吃不了{v}
job_as night = 用户是{v}
  我是夜班{v}
work does_in [shape:han_craft a:han_place] = 用户在{a}做{v}
  ^在{a}做{v}
job_as in_place [a:han_place] = 用户在{a}当{v}
  我在{a}当{v}
  我在{a}做{v}
  我现在在{a}(当|做){v}
  ^现在在{a}(当|做){v}
  ^目前在{a}(当|做){v}
job_as of_place [a:han_place] = 用户是{a}的{v}
  我是{a}的一名{v}
  我是{a}的{v}
  我是在{a}的{v}
trade at_place [shape:han_phrase a:han_place] = 用户在{a}教{v}
  ^在{a}教{v}
trade there [shape:han_place] = 用户在{v}工作
  ^在{v}工作
  ^在{v}上班
event operated [shape:han_body] = 用户{v}动过手术
  {v}动过手术
  {v}做过手术
  {v}开过刀
  我做过{v}手术
  我刚做完{v}手术
work in_charge_at [shape:han_phrase a:han_place] = 用户在{a}负责{v}
  我在{a}负责{v}
work does_at [shape:han_phrase a:han_place] = 用户在{a}做{v}
  我在{a}做{v}
work in_charge [shape:han_phrase] = 用户负责{v}
  我负责{v}
  ! 负责这
  ! 负责那
  ! 负责你
work does [shape:han_phrase] = 用户做{v}
  我做{v}的
  我是做{v}的
  我从事{v}
  我干{v}的
business together [shape:han_shop] = 用户开了{v}
  我和(老公|老婆|先生|太太|爱人|丈夫|妻子|朋友|姐姐|妹妹)开了{v}
  我和(老公|老婆|先生|太太|爱人|丈夫|妻子)经营{v}
  我们夫妻开了{v}
health diagnosed [shape:han_illness] = 用户有{v}
  我刚被诊断出{v}
  我刚查出{v}
  我查出{v}
  我被查出{v}
  医生说我有{v}
body little_spice = 用户不太能吃辣
  我不太能吃辣
  我不怎么能吃辣
schedule no_time [shape:han_daypart] = 用户{v}没空
  我{v}没空
  我{v}没时间
  {v}我没空
  {v}我没时间
schedule gets_up [shape:han_phrase] = 用户{v}起床
  我一般{v}起床
  我通常{v}起床
  我每天{v}起床
  我都是{v}起床
level bad [shape:han_subject] = 用户{v}不好
  我{v}很差
  我{v}不好
  我{v}不行
  我的{v}很差
  我的{v}不好
hobby used_to [shape:han_phrase] = 用户习惯{v}
  我习惯{v}
  我已经习惯{v}
  我平时{v}
  ! 习惯了
  ! 平时都
job_new now = 用户是{v}
  现在是{v}
  改行做{v}
  改当{v}
  改做{v}
work transferred [shape:han_place] = 用户在{v}工作
  我(上个月|上周|上星期|上礼拜|这个月|这周|去年|今年|前年|年初|月初|最近|前阵子|前段时间|刚|刚刚|已经|现在)(被|刚|已经|就)?(调|派|外派|调动|借调)(到|去|来){v}(工作|上班|任职)
  我(被|刚|已经)?(调|派|外派|调动|借调)(到|去|来){v}(工作|上班|任职)
  把我(调|派|外派|调动)(到|去){v}(去了|了|工作|上班)
  (上个月|上周|上星期|去年|今年|年初|最近)我(被|刚)?(调|派|外派)(到|去|来){v}(工作|上班)
work works_at [shape:han_phrase] = 用户在{v}工作
  我在{v}工作
  我在{v}上班
  我在{v}任职
  我就职于{v}
work teaches [shape:han_phrase a:han_place] = 用户教{v}
  我教{v}
  我在{a}教{v}
  我是教{v}的
  ! 教你
  ! 教我
  ! 教他
business has [shape:han_shop a:han_place] = 用户在{a}开了{v}
  我在{a}开了{v}
  我在{a}开{v}
  我们在{a}开了{v}
business opens [shape:han_shop] = 用户开了{v}
  我开了{v}
  我们开了{v}
  我经营{v}
  我们经营{v}
  我自己开{v}
retired retired = 用户已退休
  我退休了
  我已经退休
  我已退休
studies studies [shape:han_phrase] = 用户学{v}
  我学的是{v}
  我读的是{v}
  我的专业是{v}
  我在大学学{v}
  我在读{v}
origin native_of [shape:han_town] = 用户是{v}人
  我是{v}人
origin from = 用户来自{v}
  我老家在{v}
  我来自{v}
  我的老家是{v}
  我老家是{v}
  我从小在{v}长大
home now_in = 用户住在{v}
  现在住在{v}
  现住{v}
  定居在{v}
  定居{v}
  定居到{v}
  ! 想定居
  现在住{v}
  ! 住得
  ! 住在一起
  ! 住不
home all_of_us [shares] = 用户住在{v}
  口住在{v}
  全家住在{v}
  一家人住在{v}
  我们家在{v}
  刚搬到{v}
  刚搬来{v}
  搬来{v}了
dwelling floor [shape:han_dwelling] = 用户住{v}
  我家住{v}
  我住{v}
  我们住{v}
  我家在{v}楼
household alone [shape:any] = 用户一个人住
  我一个人住
  我自己住
  我独居
household count [shape:han_phrase] = 用户家里有{v}口人
  我家{v}口人
  我家有{v}口人
  我们一家{v}口
lives_with with [shape:han_phrase] = 用户和{v}一起住
  我和{v}一起住
  我跟{v}一起住
  我和{v}住在一起
  我和{v}同住
children have [shape:han_children] = 用户有{v}
  我有{v}
  我们有{v}
  家里有{v}
child_age son [shape:han_count] = 用户的儿子{v}岁
  (我|我的|我家)儿子(今年|已经|才|刚满|快)?{v}岁
  儿子今年{v}岁
  儿子(才|刚满|快){v}岁
child_age daughter [shape:han_count] = 用户的女儿{v}岁
  (我|我的|我家)女儿(今年|已经|才|刚满|快)?{v}岁
  女儿今年{v}岁
  女儿(才|刚满|快){v}岁
child_age child [shape:han_count] = 用户的孩子{v}岁
  (我|我的|我家)孩子(今年|已经|才|刚满|快)?{v}岁
  孩子今年{v}岁
  孩子(才|刚满|快){v}岁
marital married = 用户已婚
  我结婚了
  我已婚
  我已经结婚
marital single = 用户单身
  我单身
  我是单身
  我未婚
marital divorced = 用户离异
  我离婚了
  我离异
pet has [shape:han_pet] = 用户养了{v}
  我家养了{v}
  ^家里有{v}
  我养了{v}
  我和(我)?(男朋友|女朋友|老公|老婆|先生|太太|爱人|室友|家人|爸妈|妈妈|孩子)(一起)?养了{v}
  我养着{v}
  我们养了{v}
  我有{v}
  家里养了{v}
  我家有{v}
age is [shape:han_count] = 用户今年{v}岁
  我今年{v}岁
  我已经{v}岁
  我{v}岁了
  我快{v}岁
allergy intolerant [shape:han_phrase] = 用户{v}不耐受
  我{v}不耐受
  我有{v}不耐受
  我对{v}不耐受
allergy allergic [shape:han_allergen] = 用户对{v}过敏
  我{v}过敏
health has [shape:han_illness] = 用户有{v}
  我有{v}
  我患有{v}
  我得了{v}
  我被诊断出{v}
  我是{v}患者
  我是{v}病人
body lactose = 用户乳糖不耐受
  我乳糖不耐
body diabetic = 用户有糖尿病
  我是糖尿病
body motion = 用户容易晕船
  我晕船
  我会晕船
  我容易晕船
body car = 用户容易晕车
  我晕车
  我会晕车
  我容易晕车
body heights = 用户恐高
  我恐高
  我有恐高
body hearing = 用户听力不好
  我听力不好
  我的听力不好
  我听力不太好
  我耳朵不好
  我耳背
body deaf = 用户听障
  我是听障
  我是聋人
  我听不见
body colour = 用户色盲
  我是色盲
  我色盲
  我红绿色盲
  我是红绿色盲
body wheelchair = 用户坐轮椅
  我坐轮椅
  我用轮椅
  我需要轮椅
side left = 用户是左撇子
  我是左撇子
  我左撇子
avoid cannot [shape:han_food a:han_eat] = 用户不能{a}{v}
  我不能{a}{v}
  不能{a}{v}
  也不能{a}{v}
avoid not [shape:han_food] = 用户不喝{v}
  我不喝{v}
  我从不喝{v}
  我滴{v}不沾
avoid leave [shape:han_food] = 用户不喝{v}
  {v}就算了
  {v}还是算了
  ! 这次
  ! 今天
hobby drinks [shape:han_food] = 用户平时喝{v}
  平时喝{v}比较多
  平时喝{v}多一些
  平时喝{v}
  平时都喝{v}
  平时只喝{v}
  我一般喝{v}
  我只喝{v}
avoid not_eat [shape:han_food] = 用户不吃{v}
  我从来不吃{v}
  我们不吃{v}
  我一点{v}都不吃
body no_spice = 用户不能吃辣
  我不能吃辣
  我吃不了辣
  我不吃辣
  我怕辣
dislike not_so [shape:han_phrase] = 用户不太喜欢{v}
  我不太喜欢{v}
  我不怎么喜欢{v}
dislike fears [shape:han_phrase] = 用户怕{v}
  我害怕{v}
  我怕{v}
  ! 怕打扰
  ! 怕忘
  ! 怕来不及
  ! 怕是
  ! 怕错
  ! 怕你
dislike stand [shape:han_phrase] = 用户受不了{v}
  我受不了{v}
  我最讨厌{v}
  ! 受不了了
like likes [shape:han_phrase] = 用户喜欢{v}
  我特别喜欢{v}
  我非常喜欢{v}
  我平时喜欢{v}
  我的爱好是{v}
  我爱好{v}
  我热爱{v}
prefer rather [shape:han_phrase] = 用户更喜欢{v}
  我宁可{v}
  我更愿意{v}
  我一般选{v}
  我偏爱{v}
hobby each [shape:han_each] = 用户每{v}
  我每{v}
body no_alcohol = 用户戒酒了
  我戒酒
  我已经戒酒
  我戒了酒
body no_smoking = 用户戒烟了
  我戒烟
  我已经戒烟
  我戒了烟
schedule off [shape:han_days] = 用户{v}不上班
  我{v}不上班
  我{v}休息
  我{v}不工作
schedule works [shape:han_days] = 用户{v}上班
  我只在{v}上班
  我{v}上班
nights nights = 用户上夜班
  我上夜班
  我常上夜班
  我值夜班
  我经常上夜班
  我是夜班
budget is [shape:foreign_money] = 用户的预算是{v}
  我的预算是{v}
  预算不超过{v}
  预算在{v}
  预算大概{v}
  预算是{v}
  我最多花{v}
  预算只有{v}
  我只能花{v}
tool uses [shape:foreign_tools] = 用户使用{v}
  我用的是{v}
  我用{v}写
  我用{v}
  我们用{v}
  我们用的是{v}
  我在用{v}
tool_new switched [shape:foreign_tools] = 用户使用{v}
  改用{v}
  换成{v}
  换成了{v}
  改用了{v}
device drives [shape:han_phrase] = 用户开{v}
  我开一辆{v}
  我开的是{v}
  我开{v}的车
  我的车是{v}
  我的手机是{v}
native is [shape:han_phrase] = 用户的母语是{v}
  我的母语是{v}
  我母语是{v}
  母语是{v}
speaks speaks [shape:han_tongue] = 用户会说{v}
  我会说{v}
  我会讲{v}
  我只会说{v}
  我说{v}
learns learns [shape:han_tongue_or_art] = 用户在学{v}
  我正在学{v}
  我在学{v}
  我在学习{v}
  我最近在学{v}
level beginner [shape:han_phrase] = 用户是{v}新手
  我是{v}新手
  我是{v}初学者
  我刚开始学{v}
goal wants [shape:han_goal] = 用户想{v}
  我想{v}
  我打算{v}
  我的目标是{v}
  我准备{v}
  我正在备考{v}
stay at [shape:foreign_place] = 用户在{v}
  我在{v}出差
  我在{v}旅游
  我在{v}度假
  我要在{v}待
`,
);

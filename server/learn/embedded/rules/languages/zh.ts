/** Chinese. @module */

import { chars, type LanguageRow } from "./rows.ts";

/** What Chinese can say about a user. */
export const ZH: LanguageRow = {
  lang: "zh",
  home: {
    template: "用户住在{v}",
    cue: ["我住在{v}", "我现在住在{v}", "我家在{v}", "我们住在{v}", "^住在{v}"].map(chars),
  },
  moved: {
    template: "用户住在{v}",
    cue: ["搬到了{v}", "搬到{v}", "搬家到{v}", "搬回了{v}", "搬回{v}"].map(chars),
    block: [
      "要 搬",
      "想 搬",
      "算 搬",
      "备 搬",
      "个 月 搬",
      "下 周 搬",
      "年 底 搬",
      "明 年 搬",
      "会 搬",
    ],
  },
  now: { template: "用户在{v}", cue: ["我在{v}"].map(chars) },
  trade: { template: "用户是{v}", cue: ["我的工作是{v}", "我的职业是{v}"].map(chars) },
  job: {
    template: "用户是{v}",
    cue: ["我是{v}", "我当{v}"].map(chars),
    block: ["我 是 不", "不 是"],
  },
  name: {
    template: "用户叫{v}",
    cue: [
      "我叫{v}",
      "叫我{v}就行",
      "叫我{v}就好",
      "叫我{v}就可以",
      "叫我{v}吧",
      "我的名字是{v}",
      "我名叫{v}",
    ].map(chars),
  },
  diet: {
    template: "用户吃素",
    cue: ["我吃素", "我是素食者", "我们吃素"].map(chars),
    block: ["不 吃 素"],
  },
  allergy: {
    template: "用户对{v}过敏",
    cue: ["我对{v}过敏", "对{v}过敏"].map(chars),
    block: ["不 过 敏"],
  },
  like: {
    template: "用户喜欢{v}",
    cue: ["我喜欢{v}", "我很喜欢{v}", "我爱{v}", "我最喜欢{v}", "我爱好{v}"].map(chars),
    block: ["不 喜 欢", "我 爱 人"],
  },
  dislike: { template: "用户不喜欢{v}", cue: ["我不喜欢{v}", "我讨厌{v}", "我不爱{v}"].map(chars) },
  prefer: {
    template: "用户更喜欢{v}",
    cue: ["我更喜欢{v}", "我比较喜欢{v}", "我宁愿{v}"].map(chars),
  },
  rather: null,
  avoid: { template: "用户不吃{v}", cue: ["我不吃{v}", "不吃{v}"].map(chars) },
  pet: null,
  ended: [
    "我不再{v}",
    "我已经不{v}",
    "我离开了{v}",
    "我辞掉了{v}",
    "我卖掉了{v}",
    "我把{v}卖了",
    "我从{v}离职",
    "我从{v}辞职",
    "{v}去世了",
    "我的{v}送人了",
    "我把{v}送人了",
    "{v}死了",
    "我不学{v}了",
    "不弹{v}了",
    "不拉{v}了",
    "不玩{v}了",
    "不练{v}了",
  ]
    .map(chars),
  forget: ["忘掉{v}", "忘了{v}"].map(chars),
};
